import { monthsAfter } from '../../../shared/domain/calendar/month.ts';
import { yearOfTerm } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { planSources } from '../../../shared/domain/office/plan-sources.ts';
import type { PlannedFigure } from '../../../shared/domain/office/planned-figure.ts';
import type { Explained, FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import { nameOfPlanned, type PlanLine, planFile } from '../plan.ts';
import { figureRowFaults, reportsAsking } from './figure-rows.ts';

/** Plans that no report asks for, of units that do not owe or are no more, from a source nobody names, or from outside their year. */
export function planFaults(department: Department, plans: PlanLine[]): FolderFault[] {
  const rows = plans.map(({ plan, line }) => ({ ...plan, line, said: `năm ${plan.year}` }));
  const others = plans.flatMap(({ plan, line }) =>
    [...unitFaults(department, plan), ...sourceFaults(department, plan), ...fromFaults(department, plan)].map(
      explained => ({ file: planFile, line, ...explained }),
    ),
  );
  return [...figureRowFaults(department, planFile, rows), ...others];
}

/** What is seldom meant: a plan of a year in which no report tells of it, and one that is adjusted and was never made. */
export function planRemarks(department: Department, plans: PlanLine[]): FolderFault[] {
  const remark = (line: number, message: string, hint: string) => [{ file: planFile, line, message, hint }];
  const sameYear = Map.groupBy(plans, ({ plan }) => yearNamed(plan));
  return plans.flatMap(({ plan, line }) => {
    const { year, indicator, from } = plan;
    const asking = reportsAsking(department, indicator);
    const told = asking.some(({ first, last, yearBegins }) => {
      const until = last === undefined ? mostYearsAhead + yearOfTerm(first, yearBegins) : yearOfTerm(last, yearBegins);
      return yearOfTerm(first, yearBegins) <= year && year <= until;
    });
    if (!told && asking.length > 0) {
      return remark(
        line,
        `${nameOfPlanned(plan)}: không kỳ nào của báo cáo rơi vào năm ${year}`,
        'xem lại năm; đúng rồi thì để nguyên',
      );
    }
    const others = sameYear.get(yearNamed(plan)) ?? [];
    if (from === undefined || others.some(other => (other.plan.from ?? '') < from)) return [];
    const message = `${nameOfPlanned(plan)}: kế hoạch điều chỉnh từ ${from} mà chưa có kế hoạch đầu năm`;
    return remark(line, message, `thêm một dòng không có from; không thêm thì các kỳ trước ${from} không nói kế hoạch`);
  });
}

/** A report whose end nobody has said is thought to go on for so long. */
const mostYearsAhead = 20;

/** What its plan and the adjustments of it have in common. */
function yearNamed({ year, indicator, unit, source }: PlannedFigure): string {
  return `${year} ${indicator} ${unit} ${source}`;
}

/** A unit that began later than the year, or ended before it. That it owes at all is looked at with all rows of figures. */
function unitFaults(department: Department, { year, unit, indicator }: PlannedFigure): Explained[] {
  const found = department.units.find(({ id }) => id === unit);
  const months = monthsOfYear(department, indicator, year);
  if (!found || !months) return [];
  const { validFrom = months.last, validTo = months.first } = found;
  if (validFrom <= months.last && validTo >= months.first) return [];
  const hint = 'giao kế hoạch cho đơn vị nhận bàn giao, hoặc sửa validFrom, validTo của đơn vị';
  return [{ message: `năm ${year}: đơn vị "${unit}" không còn hoặc chưa có trong năm này`, hint }];
}

/** A source is told by the comparison that names it; a plan of another is read by nobody. */
function sourceFaults({ reports }: Department, { year, indicator, source }: PlannedFigure): Explained[] {
  if (source === undefined) return [];
  const indicators = reports.flatMap(each => each.indicators).filter(({ code }) => code === indicator);
  const sources = indicators.flatMap(planSources);
  if (indicators.length === 0 || sources.includes(source)) return [];
  const otherwise = `để trống ô source, hoặc so với kế hoạch ấy: { with: plan, source: ${source} }`;
  const message = `năm ${year}: không phép so sánh nào của "${indicator}" nói kế hoạch "${source}"`;
  return [{ message, hint: didYouMean(source, sources, otherwise) }];
}

function fromFaults(department: Department, { year, indicator, from }: PlannedFigure): Explained[] {
  const months = from === undefined ? undefined : monthsOfYear(department, indicator, year);
  if (from === undefined || !months || (months.first <= from && from <= months.last)) return [];
  const hint = `viết tháng từ ${months.first} đến ${months.last}, hoặc sửa year`;
  return [{ message: `năm ${year}: kế hoạch có hiệu lực từ ${from} là ngoài năm`, hint }];
}

/** The months of a year, as the report that asks for an indicator counts years. */
function monthsOfYear(department: Department, indicator: string, year: number) {
  const [asking] = reportsAsking(department, indicator);
  if (!asking) return undefined;
  const first = `${year}-${String(asking.yearBegins ?? 1).padStart(2, '0')}`;
  return { first, last: monthsAfter(first, 11) };
}
