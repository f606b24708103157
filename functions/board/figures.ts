import { type Term, termAYearBefore, termsAfter, termsOfYear } from '../../shared/domain/calendar/term.ts';
import { coursesOf, type Reported } from '../../shared/domain/compilation/course.ts';
import { courseTerms, type FigureRow, figureRows, withCourses } from '../../shared/domain/compilation/figures-table.ts';
import { sentence } from '../../shared/domain/letter/sentence.ts';
import { toldList } from '../../shared/domain/letter/told-list.ts';
import { listsIn } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { unitName } from '../../shared/domain/office/unit.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { formulaInWords } from '../../templates/pages/figures/making.ts';
import { figuresPage } from '../../templates/pages/figures.ts';
import { type CourseOfYear, indicatorPage } from '../../templates/pages/indicator.ts';
import { listPage } from '../../templates/pages/list.ts';
import { type AlsoShown, type CompiledNow, compiledNow } from './compiled-now.ts';
import { comparedOf, handedInOf } from './figure-sources.ts';
import { periodAsked } from './pages.ts';
import { partAsked } from './part-asked.ts';
import { atTheBoard, type Room } from './session.ts';

/** Rows of one page: a phone on a slow line has it in a second, however many indicators, units and rows there are. */
const longest = { indicators: 50, units: 100, rows: 200 };

/** GET /board/{report}/{month}/figures. */
export async function showFigures(room: Room, request: Request): Promise<Answer> {
  const { period, reported } = await lookedAt(room, request, term => ({ terms: courseTerms(term), of: 'no unit' }));
  const { definition, report } = reported;
  const rows = figureRows(reported);
  const { shown, ...part } = partAsked(request, rows, longest.indicators);
  return page(
    figuresPage({
      ...part,
      ...placeOf(reported),
      name: definition.name,
      open: period.state === 'open',
      rows,
      shown: withCourses(shown, reported),
      missing: report.missing.map(({ name }) => name),
      lists: listsIn(definition, report.month).map(({ id, name }) => ({
        id,
        name,
        rows: report.lists?.find(({ list }) => list === id)?.rows.length ?? 0,
      })),
    }),
  );
}

/** GET /board/{report}/{month}/figures/{indicator}: its year, the year before, its plans, and the units it is of. */
export async function showIndicator(room: Room, request: Request): Promise<Answer> {
  const { reported } = await lookedAt(room, request, (term, begins) => ({
    terms: yearsBeside(term, begins).flat(),
    of: 'every unit',
  }));
  const { department, definition, report } = reported;
  const rows = figureRows(reported);
  const at = rows.findIndex(({ indicator }) => indicator.code === request.parameters.indicator);
  const row = rows[at];
  const figure = report.figures.find(({ code }) => code === row?.indicator.code);
  if (!row || !figure) throw problem.notFound();
  const { indicator } = row;
  const compared = await comparedOf(room, report, row);
  const courseOf = coursesOf(reported);
  const [now, before] = yearsBeside(report.month, definition.yearBegins).map(
    (terms): CourseOfYear => ({
      values: courseOf({ indicator, terms }),
      soFar: courseOf({ indicator, terms, soFar: true }),
    }),
  );
  const nameOf = (code: string) => rows.find(each => each.indicator.code === code)?.indicator.name;
  const { shown: units, ...part } = partAsked(request, row.units.toSorted(mostFirst), longest.units);
  return page(
    indicatorPage({
      ...part,
      ...placeOf(reported),
      row,
      sentence: sentence(indicator, figure, {
        ...definition,
        term: report.month,
        unitNamed: unit => unitName(department, unit),
      }),
      formula: indicator.formula === undefined ? undefined : formulaInWords(indicator.formula, nameOf),
      now: now ?? { values: [], soFar: [] },
      before,
      units,
      handedIn: handedInOf(reported, row),
      compared,
      previous: rows[at - 1]?.indicator,
      next: rows[at + 1]?.indicator,
    }),
  );
}

/** GET /board/{report}/{month}/lists/{list}. */
export async function showList(room: Room, request: Request): Promise<Answer> {
  const { reported } = await lookedAt(room, request);
  const told = toldList(reported, request.parameters.list ?? '');
  if (!told) throw problem.notFound();
  return page(listPage({ told, ...partAsked(request, told.rows, longest.rows), ...placeOf(reported) }));
}

/** The terms of the year and of the one before; of what there is once a year the last ten. */
function yearsBeside(term: Term, begins: number | undefined): Term[][] {
  const year = termsOfYear(term, begins);
  if (year.length > 1) return [year, year.map(termAYearBefore)];
  return [Array.from({ length: 10 }, (_, at) => termsAfter(term, at - 9))];
}

function mostFirst(one: FigureRow['units'][number], other: FigureRow['units'][number]): number {
  const amount = ({ figure }: typeof one) =>
    figure.value === undefined ? Number.NEGATIVE_INFINITY : Number(figure.value);
  return amount(other) > amount(one) ? 1 : amount(other) < amount(one) ? -1 : 0;
}

function placeOf({ department, definition, report }: Reported) {
  const { yearBegins } = definition;
  return { department: department.name, report: report.report, month: report.month, yearBegins };
}

type LookedAt = { period: Period; reported: CompiledNow };

/** The report as it stands, with the terms that are shown beside it. @throws Problem 401, 403, 404 */
async function lookedAt(room: Room, request: Request, beside?: AlsoShown): Promise<LookedAt> {
  await atTheBoard(room, request, 'see what units hand in');
  const period = await periodAsked(room, request);
  return { period, reported: await compiledNow(room, period, beside) };
}
