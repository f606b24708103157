import { cadenceOf, lastMonthOf } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { FolderFault } from '../fault.ts';
import { type HistoryLine, historyFile } from '../history.ts';
import { figureRowFaults, reportsAsking } from './figure-rows.ts';
import { cadences } from './terms.ts';

/** Figures of history.csv that no report asks for, that cannot be meant, or of terms that no report has. */
export function historyFaults(department: Department, history: HistoryLine[]): FolderFault[] {
  const rows = history.map(({ figure, line }) => ({ ...figure, line, said: figure.period }));
  return [...figureRowFaults(department, historyFile, rows), ...termFaults(department, history)];
}

/** A figure is looked up by its term: of another cadence than the reports' that ask for it nobody would find it. */
function termFaults(department: Department, history: HistoryLine[]): FolderFault[] {
  return history.flatMap(({ figure: { period, since, indicator }, line }) => {
    const fault = (message: string, hint: string) => [{ file: historyFile, line, message, hint }];
    if (since !== undefined) {
      if (since <= lastMonthOf(period)) return [];
      return fault(`kỳ ${since}..${period} kết thúc trước khi bắt đầu`, `viết ${period}..${since}`);
    }
    const asked = [...new Set(reportsAsking(department, indicator).map(({ cadence = 'month' }) => cadence))];
    if (asked.length === 0 || asked.includes(cadenceOf(period))) return [];
    const { called, written } = cadences[asked[0] ?? 'month'];
    const hint = `viết kỳ theo ${called}, như ${written(period.slice(0, 4))}`;
    return fault(`kỳ ${period} không phải là kỳ của báo cáo hỏi "${indicator}"`, hint);
  });
}
