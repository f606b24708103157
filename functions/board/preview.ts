import { departmentPublished } from '../../shared/aws/departments.ts';
import { headsOf } from '../../shared/aws/heads.ts';
import { issuedFigures } from '../../shared/aws/series.ts';
import { dateAt } from '../../shared/domain/day.ts';
import { reportNamed } from '../../shared/domain/department.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import { problem } from '../../shared/domain/problem.ts';
import { compile } from '../../shared/domain/report.ts';
import { monthsComparedWith, seriesOf } from '../../shared/domain/series.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { letterHtml } from '../../templates/letter/html.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/**
 * GET /board/{report}/{month}/preview: the letter as it would be if the period closed now, by the code that will make it.
 * Looked at, not fenced: what is handed in a moment later is in the letter all the same.
 */
export async function showPreview(room: Room, request: Request): Promise<Answer> {
  await atTheBoard(room, request, 'see what units hand in');
  const period = await periodAsked(room, request);
  const department = await departmentPublished(room.archive, period.definition);
  const definition = reportNamed(department, period.report);
  if (!definition) throw problem.notFound();
  const { month, window } = period;
  const heads = await headsOf(room.table, period);
  const issued = await issuedFigures(room.table, period.report, monthsComparedWith(month));

  const submissions = new Map(period.units.map(({ id }) => [id, heads.get(id)?.submission]));
  const series = seriesOf(department.history, issued);
  const report = compile({ department, definition, month, submissions, series });
  const letter = compose({ department, definition, report, window, date: dateAt(period.deadline) });
  return page(letterHtml(letter, { stylesheet: '/assets/letter.css', note: noteOn(report.missing) }));
}

function noteOn(missing: { name: string }[]): string {
  const still =
    missing.length > 0 ? `Còn thiếu: ${missing.map(({ name }) => name).join(', ')}.` : 'Các đơn vị đã nộp đủ.';
  return `Bản xem trước, nếu chốt lúc này. ${still}`;
}
