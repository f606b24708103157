import { documentInWords } from '../../../shared/domain/office/document-kind.ts';
import { madeOf } from '../../../shared/domain/office/owing.ts';
import type { Timetable } from '../../../shared/domain/office/period.ts';
import { timetable } from '../../../shared/domain/office/timetable.ts';
import type { Asked } from './asked.ts';

export type Scheduled = { id: string; name: string; document: string; times: Timetable };

/** The reports of a department that exist in a month, with their timetables. */
export function scheduled({ department, month }: Pick<Asked, 'department' | 'month'>): Scheduled[] {
  return department.reports
    .filter(report => madeOf(report, month))
    .map(report => ({
      ...{ id: report.id, name: report.name, document: documentInWords(report.document) },
      times: timetable(department, report, month),
    }));
}
