import { HistoricFigure } from '../../shared/domain/department.ts';
import type { FolderFault } from './fault.ts';
import { readText } from './yaml-file.ts';

const heading = 'period,indicator,value';

/**
 * Reads history.csv: a heading and a line for each figure, "2021-09,xuat-khau,130.7". Values are plain decimals with a
 * point, as spreadsheets save CSV; lines that are empty or begin with "#" are passed over.
 */
export function readHistory(path: string, faults: FolderFault[]): HistoricFigure[] {
  const file = 'history.csv';
  const text = readText(path, file, faults);
  if (text === undefined) return [];
  const [first = '', ...rest] = text.split('\n');
  if (first.trim() !== heading) {
    faults.push({ file, line: 1, message: `dòng đầu là "${first.trim()}"`, hint: `dòng đầu phải là ${heading}` });
  }
  const lineOfFigure = new Map<string, number>();
  return rest.flatMap((text, at) => {
    const line = at + 2;
    if (text.trim() === '' || text.startsWith('#')) return [];
    const [period, indicator, value, ...more] = text.split(',').map(cell => cell.trim());
    const figure = HistoricFigure.safeParse({ period, indicator, value });
    if (!figure.success || more.length > 0) {
      faults.push({
        file,
        line,
        message: `"${text}" không đọc được`,
        hint: 'viết như 2021-09,xuat-khau,130.7 (dấu chấm thập phân, không ngăn nghìn)',
      });
      return [];
    }
    const name = `${period} ${indicator}`;
    const before = lineOfFigure.get(name);
    if (before)
      faults.push({ file, line, message: `${name} đã có ở dòng ${before}`, hint: 'giữ một dòng, bỏ dòng kia' });
    lineOfFigure.set(name, line);
    return [figure.data];
  });
}
