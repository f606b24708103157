import { dateAt, timeAt } from '../../shared/domain/calendar/day.ts';
import { stateNames } from '../../shared/domain/collection/names.ts';
import type { AttachedFigure } from '../../shared/domain/letter/attached-figures.ts';
import { changeInWords } from '../../shared/domain/letter/sentence.ts';
import { csv } from '../sheet.ts';

/** A file that travels inside the PDF. */
export type Attached = { name: string; mediaType: string; description: string; content: string };

/** The figures of a letter as files of its PDF: a table for people, and the same for programs. */
export function attachedTo(
  { title, author }: { title: string; author: string },
  figures: AttachedFigure[],
): Attached[] {
  const heading = [
    'Mã',
    'Chỉ tiêu',
    'Đơn vị tính',
    'Kỳ',
    'Đơn vị báo cáo',
    'Lần nộp',
    'Giờ nhận',
    'Trạng thái',
    'Số liệu',
    'So sánh',
  ];
  const rows = figures.map(({ code, name, unitOfMeasure, term, unit, state, value, changes }) => [
    ...[code, name, unitOfMeasure, term, unit?.name ?? ''],
    unit?.revision === undefined ? '' : { number: String(unit.revision) },
    ...[hourOf(unit?.receivedAt) ?? '', stateNames[state]],
    value === undefined ? '' : { number: value },
    changes.map(change => changeInWords(change)).join('; '),
  ]);
  const told = figures.map(({ unit, ...figure }) => ({
    ...figure,
    ...(unit && { unit: { ...unit, receivedAt: hourOf(unit.receivedAt) } }),
  }));
  return [
    {
      name: 'so-lieu.csv',
      mediaType: 'text/csv',
      description: 'Số liệu trong văn bản, của đơn vị nào, nhận lúc nào',
      content: csv({ name: 'Số liệu', rows: [heading, ...rows] }),
    },
    {
      name: 'bao-cao.json',
      mediaType: 'application/json',
      description: 'Số liệu trong văn bản, cho chương trình',
      content: `${JSON.stringify({ title, author, figures: told }, null, 1)}\n`,
    },
  ];
}

/** To the minute, at the office's own clock (ISO 8601). */
function hourOf(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : `${dateAt(instant)}T${timeAt(instant)}+07:00`;
}
