import { headsOf } from '../../shared/aws/heads.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { Month, monthsAfter } from '../../shared/domain/calendar/month.ts';
import { type MonthOfYear, yearByUnit } from '../../shared/domain/collection/punctuality.ts';
import { reportNamed } from '../../shared/domain/office/owing.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { yearPage } from '../../templates/pages/year.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /years/{report}/{year}: who was on time in each period of a year. */
export async function showYear(room: Room, request: Request): Promise<Answer> {
  const { department } = await atTheBoard(room, request, 'see what units hand in');
  const { report = '', year = '' } = request.parameters;
  const definition = reportNamed(department, report);
  if (!definition) throw problem.notFound();
  const months = await Promise.all(monthsOf(year).map(month => monthOfYear(room, report, month)));
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

async function monthOfYear({ table }: Room, report: string, month: Month): Promise<MonthOfYear> {
  const period = await periodNamed(table, { report, month });
  return { month, period, heads: period ? await headsOf(table, period) : new Map() };
}

function monthsOf(year: string): Month[] {
  const january = Month.safeParse(`${year}-01`);
  if (!january.success) throw problem.notFound();
  return Array.from({ length: 12 }, (_, at) => monthsAfter(january.data, at));
}
