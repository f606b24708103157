import type { Cadence } from '../../shared/domain/calendar/term.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { reportNamed } from '../../shared/domain/office/owing.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';
import { cadences } from './checks/terms.ts';
import type { FolderFault } from './fault.ts';

/**
 * Reports whose cadence is no longer as it was published, though their first period may have opened by `now`: what they issued is
 * of terms that the new ones are neither compared with nor added to, and so it is another report.
 */
export function changedCadences(before: Department | undefined, after: Department, now: number): FolderFault[] {
  return after.reports.flatMap(({ id, cadence = 'month' }) => {
    const published = before && reportNamed(before, id);
    if (!published || (published.cadence ?? 'month') === cadence) return [];
    if (timetable(before, published, published.first).opensAt > now) return [];
    return [{ file: `reports/${id}/report.yaml`, line: 1, ...changed(id, published.cadence, cadence) }];
  });
}

function changed(id: string, before: Cadence = 'month', after: Cadence) {
  const [was, is] = [cadences[before].called, cadences[after].called];
  return {
    message: `báo cáo "${id}" đã ban hành theo ${was} và đã có kỳ mở, nay đổi sang theo ${is}`,
    hint: `giữ "${id}" theo ${was}, ghi last là kỳ cuối; tạo báo cáo theo ${is} trong thư mục khác của reports/`,
  };
}
