import { html } from 'hono/html';
import { dateAt, daysAfter, inWords, timeAt } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Fault } from '../../shared/domain/problem.ts';
import { longestLine } from '../../shared/domain/text/line.ts';
import { waysFrom } from './board/ways.ts';
import { marked, said } from './faulty.ts';
import { framed, type Markup } from './frame.ts';

/** What a coordinator chose and typed: ids of units, or to edit alone; an hour as a browser writes it, a reason. */
export type ExtensionTyped = { units: string[]; until: string; reason: string; edits: boolean };

export type ExtendForm = {
  period: Period;
  /** Those whose part the held letter lacks. */
  missing: { id: string }[];
  typed?: ExtensionTyped;
  faults?: Fault[];
  now: number;
};

/** What was wrong with what was chosen, with all of it still there. */
export function extendPage({ department, ...form }: ExtendForm & { department: string }): string {
  return framed({
    title: `Gia hạn, ${termInWords(form.period.month)}`,
    department,
    ways: waysFrom(form.period),
    main: [
      html`<article role="alert">Chưa gia hạn. Hãy sửa rồi bấm lại:
<ul>${(form.faults ?? []).map(({ field, message }) => html`<li><a href="#${ids[field] ?? field}">${message}</a></li>`)}</ul></article>`,
      extendForm(form),
    ],
  });
}

/** What each field is found by on its page, where that is not its name. */
const ids: Record<string, string> = { reason: 'extend-reason' };

/** Which units are given more time, or none while the letter is edited, until when and why; those that are missing are chosen already. */
export function extendForm({ period, missing, typed, faults = [], now }: ExtendForm): Markup {
  const { report, month, units } = period;
  const lacking = new Set(missing.map(({ id }) => id));
  const chosen = new Set(typed?.units ?? lacking);
  const box = ({ id, name }: Period['units'][number]) =>
    html`<label><input type="checkbox" name="unit.${id}"${chosen.has(id) ? html` checked` : ''}> ${name}</label>`;
  const others = units.filter(({ id }) => !lacking.has(id));
  const until = typed?.until || `${daysAfter(dateAt(now), 1)}T${timeAt(period.deadline)}`;
  return html`<form method="post" action="/board/${report}/${month}/extend">
<fieldset id="units"${marked('units', faults)}><legend>Đơn vị được nộp thêm</legend>${units.filter(({ id }) => lacking.has(id)).map(box)}
${others.length > 0 ? html`<details${others.some(({ id }) => chosen.has(id)) ? html` open` : ''}><summary>Đơn vị đã nộp, cho nộp lại</summary>${others.map(box)}</details>` : ''}
${said('units', faults)}</fieldset>
<label for="until">Mở tới trước (giờ Việt Nam; bây giờ là ${inWords(now)})</label>
<input id="until" name="until" type="datetime-local" required value="${until}"${marked('until', faults)}>${said('until', faults)}
<label for="extend-reason">Lý do, ghi trong thư và nhật ký (tối đa ${longestLine} ký tự)</label>
<input id="extend-reason" name="reason" required value="${typed?.reason ?? ''}"${marked('reason', faults)}>${said('reason', faults)}
<div class="acts"><button type="submit" class="secondary">Gia hạn cho các đơn vị đã chọn</button>
<button type="submit" name="for" value="editing" class="secondary outline">Không ai nộp thêm, chỉ mở lại để biên tập lời văn</button></div></form>`;
}
