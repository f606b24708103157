import type { Department } from '../../../shared/domain/office/department.ts';
import { unitsOwing } from '../../../shared/domain/office/owing.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';

/** As many units as are called enough have to owe something: otherwise every letter would wait for all of them. */
export function tooManyWanted(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const { atLeast = 0, first } = definition;
  const { length } = unitsOwing(department, definition, first);
  if (atLeast <= length) return [];
  const message = `atLeast đòi ${atLeast} đơn vị mà kỳ ${first} chỉ có ${length} đơn vị phải nộp`;
  return [{ file: yaml.file, line: yaml.lineOf(['atLeast']), message, hint: `ghi một số từ 0 đến ${length}` }];
}
