import type { Department } from '../../../shared/domain/office/department.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';
import { nobodyTold } from './issuing.ts';

/** An escalation that would reach nobody. */
export function escalationFaults({ staff, units }: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const { file, lineOf } = yaml;
  return (definition.escalation ?? []).flatMap(({ to }, at) => {
    const line = lineOf(['escalation', at]);
    if (to !== 'heads') {
      const wrong = nobodyTold(to, staff);
      return wrong ? [{ file, line, ...wrong }] : [];
    }
    if (units.some(({ head = [] }) => head.length > 0)) return [];
    const hint = 'ghi head (địa chỉ thư của trưởng đơn vị) cho đơn vị ở department.yaml, hoặc sửa to';
    return [{ file, line, message: 'báo trưởng đơn vị (heads) mà không đơn vị nào ghi head', hint }];
  });
}
