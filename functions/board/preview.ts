import { dateAt } from '../../shared/domain/day.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import { monthsComparedWith } from '../../shared/domain/series.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { letterHtml } from '../../templates/letter/html.ts';
import { compiledNow } from './compiled-now.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/preview: the letter as it would be if the period closed now. */
export async function showPreview(room: Room, request: Request): Promise<Answer> {
  await atTheBoard(room, request, 'see what units hand in');
  const period = await periodAsked(room, request);
  const { department, definition, report } = await compiledNow(room, period, monthsComparedWith(period.month));
  const letter = compose({ department, definition, report, window: period.window, date: dateAt(period.deadline) });
  return page(letterHtml(letter, { stylesheet: '/assets/letter.css', note: noteOn(report.missing) }));
}

function noteOn(missing: { name: string }[]): string {
  const still =
    missing.length > 0 ? `Còn thiếu: ${missing.map(({ name }) => name).join(', ')}.` : 'Các đơn vị đã nộp đủ.';
  return `Bản xem trước, nếu chốt lúc này. ${still}`;
}
