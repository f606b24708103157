import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { ListRow } from '../../shared/domain/figures/asking.ts';
import type { List } from '../../shared/domain/office/list.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';

export const works: List = {
  id: 'cong-viec',
  name: 'Các công việc',
  owedBy: 'all',
  columns: [
    { code: 'ten', name: 'Công việc', kind: 'text' },
    { code: 'so', name: 'Giá trị', kind: 'number', decimals: 2 },
  ],
};

/** Makes of a report of October one of the third quarter, in which each unit gives rows too. It opens and is due on the same days. */
export const ofTheQuarter = {
  first: '2021-Q3',
  cadence: 'quarter',
  window: { from: { month: -2, day: 1 }, to: { month: 0, day: 30 } },
  opening: { month: 2, day: 1, at: '08:00' },
  deadline: { month: 2, day: 16, at: '16:00', onDayOff: 'next' },
  lists: [works],
} satisfies Partial<ReportDefinition>;

/** A row that says a value. */
export function rowsGiving(value: string): Answers['lists'] {
  return { [works.id]: [{ ten: 'Cầu', so: value }] };
}

/** The value of a figure, where the rows beside it say the same; a report without rows has none. */
export function toldIn(figure: string | undefined, rows: ListRow[] | undefined): string | undefined {
  const inRows = rows?.map(({ so }) => so).join();
  return inRows === undefined || inRows === (figure ?? '') ? figure : `${figure}, and in the rows ${inRows}`;
}
