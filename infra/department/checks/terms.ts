import {
  type Cadence,
  cadenceOf,
  lastMonthOf,
  termsEndingIn,
  termUntil,
} from '../../../shared/domain/calendar/term.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** How each cadence is called, and how a term of it is written. */
export const cadences: Record<Cadence, { called: string; written: (year: string) => string }> = {
  month: { called: 'tháng', written: year => `${year}-10` },
  quarter: { called: 'quý', written: year => `${year}-Q3` },
  'half-year': { called: '6 tháng', written: year => `${year}-S1` },
  'nine-months': { called: '9 tháng', written: year => `${year}-9M` },
  year: { called: 'năm', written: year => year },
};

/** Terms that are not of the report's cadence, months in which none of its terms ends, years that begin within one. */
export function termFaults(definition: ReportDefinition, yaml: YamlFile): FolderFault[] {
  return [...ofAnotherCadence(definition, yaml), ...inNoTerm(definition, yaml), ...yearWithinATerm(definition, yaml)];
}

/** True when the first and the last term are of the cadence; else no term of the report can be told. */
export function hasItsTerms({ cadence = 'month', first, last }: ReportDefinition): boolean {
  return [first, last ?? first].every(term => cadenceOf(term) === cadence);
}

function ofAnotherCadence(
  { cadence = 'month', first, last }: ReportDefinition,
  { file, lineOf }: YamlFile,
): FolderFault[] {
  return Object.entries({ first, last }).flatMap(([key, term]) => {
    if (term === undefined || cadenceOf(term) === cadence) return [];
    const { called, written } = cadences[cadence];
    const message = `báo cáo theo ${called} mà ${key} là "${term}"`;
    const hint = `viết kỳ theo ${called}, như ${written(term.slice(0, 4))}; hoặc sửa cadence`;
    return [{ file, line: lineOf([key]), message, hint }];
  });
}

/** What stands in months of the year in which no term ends would never stand. */
function inNoTerm(definition: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  const { cadence = 'month', indicators, tasks, lists = [], tables = [] } = definition;
  const ends = termsEndingIn(cadence, '2001-01', '2001-12').map(term => Number(lastMonthOf(term).slice(5)));
  const columns = tables.flatMap((table, at) =>
    table.columns.map((column, nth) => ({ months: column.months, path: ['tables', at, 'columns', nth, 'months'] })),
  );
  const things = Object.entries({ indicators, tasks, lists, tables }).flatMap(([list, all]) =>
    all.map(({ months }, at) => ({ months, path: [list, at, 'months'] })),
  );
  return [...things, ...columns].flatMap(({ months = [], path }) => {
    const never = months.filter(month => !ends.includes(month));
    if (never.length === 0) return [];
    const message = `không kỳ nào của báo cáo kết thúc vào tháng ${never.join(', ')}`;
    return [{ file, line: lineOf(path), message, hint: `dùng tháng cuối của kỳ: ${ends.join(', ')}` }];
  });
}

/** A year so far is made of whole terms. */
function yearWithinATerm(
  { cadence = 'month', yearBegins = 1 }: ReportDefinition,
  { file, lineOf }: YamlFile,
): FolderFault[] {
  const begins = `2001-${String(yearBegins).padStart(2, '0')}`;
  const before = `2001-${String(yearBegins - 1).padStart(2, '0')}`;
  if (yearBegins === 1 || lastMonthOf(termUntil(cadence, before)) === before) return [];
  const message = `năm bắt đầu từ tháng ${Number(begins.slice(5))} là ở giữa một kỳ (${cadences[cadence].called})`;
  return [{ file, line: lineOf(['yearBegins']), message, hint: 'chọn tháng đầu của một kỳ, hoặc sửa cadence' }];
}
