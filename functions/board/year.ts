import { editionsOf } from '../../shared/aws/editions.ts';
import { headsOf } from '../../shared/aws/heads.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { Month } from '../../shared/domain/calendar/month.ts';
import { type Cadence, type Term, termsEndingIn } from '../../shared/domain/calendar/term.ts';
import { yearByUnit } from '../../shared/domain/collection/punctuality.ts';
import { reportNamed } from '../../shared/domain/office/owing.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { type TermShown, yearPage } from '../../templates/pages/year.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /years/{report}/{year}: who was on time in each period of a year. */
export async function showYear(room: Room, request: Request): Promise<Answer> {
  const { department } = await atTheBoard(room, request, 'see what units hand in');
  const { report = '', year = '' } = request.parameters;
  const definition = reportNamed(department, report);
  if (!definition) throw problem.notFound();
  const months = await Promise.all(termsOf(year, definition.cadence).map(term => termOfYear(room, report, term)));
  return page(
    yearPage({
      department: department.name,
      report,
      name: definition.name,
      year: Number(year),
      months,
      units: yearByUnit(months, request.receivedAt),
    }),
  );
}

async function termOfYear({ table }: Room, report: string, month: Term): Promise<TermShown> {
  const period = await periodNamed(table, { report, month });
  if (!period) return { month, heads: new Map(), editions: [] };
  const [heads, editions] = await Promise.all([headsOf(table, period), editionsOf(table, period)]);
  return { month, period, heads, editions };
}

/** The terms that end in a year. @throws Problem 404 */
function termsOf(year: string, cadence: Cadence = 'month'): Term[] {
  const january = Month.safeParse(`${year}-01`);
  if (!january.success) throw problem.notFound();
  return termsEndingIn(cadence, january.data, `${year}-12`);
}
