import type { Department } from '../../../shared/domain/office/department.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';
import { foreignCharacters } from './characters.ts';
import { repeated } from './repeated.ts';
import { officeSizes } from './sizes.ts';
import { emptySpans } from './spans.ts';

/** What is wrong within department.yaml though each value by itself is right. */
export function officeFaults(department: Department, office: YamlFile): FolderFault[] {
  const { name, coQuanChuQuan, coQuanBanHanh, diaDanh, diaChi, units, staff } = department;
  return [
    ...repeated(units, { of: ({ id }) => id, list: 'units' }, office),
    ...repeated(staff, { of: ({ id }) => id, list: 'staff' }, office),
    ...emptySpans(units, 'units', office),
    ...withoutCoordinator(department, office),
    ...officeSizes(department, office),
    ...foreignCharacters({ name, coQuanChuQuan, coQuanBanHanh, diaDanh, diaChi, units, staff }, office),
  ];
}

/** Someone must be told of a letter that is held, and of a mail that came back. */
function withoutCoordinator({ staff }: Department, { file, lineOf }: YamlFile): FolderFault[] {
  if (staff.some(({ roles }) => roles.includes('coordinator'))) return [];
  const hint = 'cho ít nhất một người roles: coordinator';
  return [{ file, line: lineOf(['staff']), message: 'chưa có cán bộ tổng hợp', hint }];
}
