import type { Department } from '../../../shared/domain/office/department.ts';
import type { FolderFault } from '../fault.ts';
import { type HistoryLine, historyFile } from '../history.ts';
import { didYouMean } from '../nearest.ts';

/** Figures of history.csv that no report asks for: a slip of the code, or left over. */
export function askedByNobody({ reports }: Department, history: HistoryLine[]): FolderFault[] {
  const codes = [...new Set(reports.flatMap(({ indicators }) => indicators.map(({ code }) => code)))];
  return history
    .filter(({ figure }) => !codes.includes(figure.indicator))
    .map(({ figure: { period, indicator }, line }) => ({
      file: historyFile,
      line,
      message: `${period} có chỉ tiêu "${indicator}" mà không báo cáo nào hỏi`,
      hint: didYouMean(indicator, codes, `bỏ dòng này; các mã đang có: ${codes.join(', ')}`),
    }));
}
