import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { TextRemarks } from '../../shared/domain/collection/reading/texts-read.ts';
import type { Difference, Item } from '../../shared/domain/letter/items.ts';
import type { Task } from '../../shared/domain/office/task.ts';
import { emptyTasks } from './form/empty-tasks.ts';
import { lastHour } from './form/last-hour.ts';
import { scriptData } from './form/script-data.ts';
import { secondLook } from './form/second-look.ts';
import { takenFromOthers } from './form/taken-from-others.ts';
import type { UnitPage } from './form.ts';
import { framed, type Markup } from './frame.ts';
import { standing } from './standing.ts';
import { changed, takenDown } from './taken-down.ts';

export type CheckPage = UnitPage & {
  key: string;
  basedOn: number;
  /** The answers as the form sent them, to be sent once more. */
  fields: [string, string][];
  /** Milliseconds since 1970. */
  deadline: number;
  now: number;
  /** What would be handed in, as the letter will say it. */
  items: Item[];
  /** The tasks of which nothing is said. */
  empty: Task[];
  /** What is worth a second look in the texts. */
  remarks: TextRemarks[];
  /** What others handed in since, and was taken from there. */
  taken: string[];
  /** What was handed in before, and what this changes in it. */
  before: { revision: number; receivedAt: number; differences: Difference[] } | undefined;
};

/** What would be handed in, to be read once more. Nothing is until it is confirmed here. */
export function checkPage(check: CheckPage): string {
  const {
    at,
    department,
    contact,
    report,
    document,
    month,
    unit,
    key,
    deadline,
    now,
    items,
    empty,
    remarks,
    taken,
    before,
  } = check;
  return framed({
    title: 'Kiểm tra trước khi nộp',
    department,
    contact,
    ways: [{ to: `${at}?typed=${key}`, name: 'Sửa' }],
    scripted: true,
    main: [
      html`<dl class="facts">
<div><dt>Đơn vị</dt><dd>${unit}</dd></div>
<div><dt>Báo cáo</dt><dd>${report}, ${termInWords(month)}</dd></div>
<div><dt>Tình trạng</dt><dd>${standing('wanting', 'Chưa nộp')}. Xác nhận trước <strong>${inWords(deadline)}</strong>, <span data-time-left>${timeLeft(deadline, now)}</span></dd></div>
</dl>`,
      empty.length > 0 ? emptyTasks(empty, { form: `${at}?typed=${key}`, document }) : html``,
      remarks.length > 0 ? secondLook(`${at}?typed=${key}`, remarks) : html``,
      taken.length > 0 ? takenFromOthers(taken) : html``,
      before ? changes(before) : html``,
      html`<h2>Sẽ nộp, theo lời ${document}</h2>
${takenDown(items)}`,
      lastHour(deadline, now),
      confirmation(check),
      html`<script type="application/json" id="asked">${scriptData({ deadline, now })}</script>`,
    ],
  });
}

function changes({ revision, receivedAt, differences }: NonNullable<CheckPage['before']>): Markup {
  const before = `Đã nộp lần ${revision}, ${inWords(receivedAt)}`;
  return html`<h2>Thay đổi so với bản đã nộp</h2>
${differences.length > 0 ? changed(differences, { before, after: 'Sẽ nộp' }) : html`<p>Không có gì khác bản đã nộp lần ${revision}, ${inWords(receivedAt)}.</p>`}`;
}

function confirmation({ at, key, basedOn, fields }: CheckPage): Markup {
  return html`<form method="post" action="${at}" class="acts" data-confirms>
<input type="hidden" name="key" value="${key}">
<input type="hidden" name="basedOn" value="${basedOn}">
${fields.map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">
`,
)}<button name="act" value="confirm">Xác nhận nộp</button>
<a href="${at}?typed=${key}" role="button" class="secondary outline">Sửa</a>
</form>`;
}
