import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { spanInWords, termInWords } from '../../shared/domain/calendar/term.ts';
import { type MendRequest, unanswered } from '../../shared/domain/collection/mend-request.ts';
import { statusNames } from '../../shared/domain/collection/names.ts';
import { goesNoMore } from '../../shared/domain/delivery/idle.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import type { Outcome } from '../../shared/domain/delivery/outcome.ts';
import type { AnswersBeside, FigureBeside } from '../../shared/domain/letter/answers-beside.ts';
import type { HandedIn } from '../../shared/domain/letter/handed-in.ts';
import {
  closesFor,
  collectsFrom,
  mayBeCorrected,
  type OwingUnit,
  type Period,
} from '../../shared/domain/office/period.ts';
import { may } from '../../shared/domain/office/roles.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { longestLine } from '../../shared/domain/text/line.ts';
import { noticesTable } from './board/mails.ts';
import { namesOf } from './board/names.ts';
import { outcomeNotice } from './board/outcome.ts';
import { type Progress, progressOf, unitButtons } from './board/units.ts';
import { waysFrom } from './board/ways.ts';
import { comparedCell, comparedColumns, remarked, sideways, valueCell } from './figures/numbers.ts';
import { framed, type Markup } from './frame.ts';
import { revisionSection } from './revisions.ts';
import { standing } from './standing.ts';
import { rowsTable } from './taken-down.ts';

export type HandedInPage = {
  department: string;
  report: string;
  /** What its document is called within a sentence. */
  document: string;
  period: Period;
  /** With the addresses at which it is reached now. */
  unit: OwingUnit;
  head: Progress;
  /** What its newest revision answers. */
  answers: AnswersBeside;
  /** Every time it handed in, newest first. */
  revisions: HandedIn[];
  /** What came when nothing was taken any more, and when it last did; it is in no letter. */
  late: { at: number; typed: string } | undefined;
  requests: MendRequest[];
  /** Every mail to this unit. */
  mails: MailEntry[];
  staff: Pick<Staff, 'id' | 'name'>[];
  viewer: Pick<Staff, 'roles'>;
  /** What was asked to be mended and why it was not taken. */
  mending?: { typed: string; wrong: string };
  /** What was just done here. */
  outcome?: Outcome | undefined;
  now: number;
};

/** What one unit handed in, for who answers for the letter: beside the term before, each revision, what was asked, its mails. */
export function handedInPage(shown: HandedInPage): string {
  const { department, report, document, period, unit, head, answers, revisions, mails, now } = shown;
  const acts = may(shown.viewer, 'coordinate') && collectsFrom(unit.id, period, now);
  const names = namesOf(period, shown.staff);
  const heads = new Map([[unit.id, head]]);
  const situation = { period, heads, reached: { units: [unit], staff: [] }, now };
  return framed({
    title: `${unit.name}: ${report}, ${termInWords(period.month)}`,
    department,
    ways: [
      ...waysFrom(period),
      ...(head.revision > 0
        ? [{ to: `/board/${period.report}/${period.month}/units/${unit.id}/edit`, name: 'Biên tập lời văn' }]
        : []),
    ],
    stylesheets: ['figures.css'],
    main: [
      shown.outcome ? outcomeNotice(shown.outcome, { document, units: [unit], mails, now }) : html``,
      html`<dl class="facts">
<div><dt>Tình trạng</dt><dd>${progressOf(head, period)}</dd></div>
<div><dt>Hạn nộp</dt><dd>${inWords(closesFor(period, head))}, ${timeLeft(closesFor(period, head), now)}</dd></div>
<div><dt>Địa chỉ thư</dt><dd>${unit.mail.join(', ') || 'không có'}</dd></div>
</dl>`,
      acts ? unitButtons(period, unit.id) : html``,
      may(shown.viewer, 'coordinate') && mayBeCorrected(period) && head.revision > 0
        ? correcting(period, unit.id)
        : html``,
      mendRequests(shown, acts),
      head.revision > 0 ? html`<h2>Nội dung đã nộp, bản lần ${head.revision}</h2>` : html`<h2>Đơn vị phải báo cáo</h2>`,
      answers.figures.length > 0 ? figuresTable(answers.figures, shown) : html``,
      ...answers.tasks.map(task => taskSection(task, shown)),
      ...answers.lists.map(list => listSection(list, shown)),
      answers.further
        ? html`<h3>Ngoài ra</h3><p class="typed">${answers.further.text}</p>${toReadOnceMore(answers.further.remarks)}`
        : html``,
      shown.late
        ? html`<h2>Gửi muộn lúc ${inWords(shown.late.at)}, không nhận</h2><p>Nội dung này không vào ${document}; đơn vị thấy và chép lại được trên biểu mẫu của mình.</p>
<p class="typed">${shown.late.typed}</p>`
        : html``,
      ...revisions.map(each => revisionSection(each, askedOf(shown, each.revision))),
      html`<h2>Thư gửi đơn vị</h2>`,
      mails.length > 0
        ? noticesTable(mails, { names, idle: new Set(mails.filter(mail => goesNoMore(mail, situation))) })
        : html`<p>Chưa có thư nào.</p>`,
    ],
  });
}

/** Once the letter has gone out: the unit is let in to ask for corrections, or staff ask in its place. */
function correcting({ report, month }: Period, unit: string): Markup {
  const at = `/board/${report}/${month}`;
  return html`<form method="post" action="${at}/link" class="row"><input type="hidden" name="unit" value="${unit}">
<button class="secondary outline">Gửi đường dẫn đề nghị đính chính</button></form>
<p><a href="${at}/units/${unit}/correct">Đề nghị đính chính thay đơn vị</a></p>`;
}

/** What was asked and is not answered yet; where it may be asked for, the form. */
function mendRequests(shown: HandedInPage, acts: boolean): Markup {
  const { document, period, unit, head, requests, mending } = shown;
  const open = unanswered(requests, { unit: unit.id, revision: head.revision });
  if (open)
    return html`<article>${askedOf(shown, head.revision)}<p>Đơn vị chưa nộp lại; bản đã nhận vẫn nguyên.</p></article>`;
  if (!acts || head.revision === 0) return html``;
  const described = mending ? html` aria-invalid="true" aria-describedby="reason.fault"` : '';
  return html`<form method="post" action="/board/${period.report}/${period.month}/mend" class="asking">
<h2>Yêu cầu sửa</h2>
<input type="hidden" name="unit" value="${unit.id}"><input type="hidden" name="revision" value="${head.revision}">
<label for="reason">Cần sửa gì, vì sao (tối đa ${longestLine} ký tự). Đơn vị nhận thư có lời này và thấy trên biểu mẫu. Bản đã nhận không đổi: đơn vị không nộp lại thì bản ấy vào ${document}.</label>
<textarea id="reason" name="reason" rows="3" required data-longest="${longestLine}"${described}>
${mending?.typed ?? ''}</textarea>
${mending ? html`<p class="fault" id="reason.fault" role="alert">${mending.wrong}</p>` : ''}
<button type="submit" class="secondary">Yêu cầu đơn vị sửa bản lần ${head.revision}</button></form>`;
}

/** What was asked to be mended in a revision, by whom and when. */
function askedOf({ requests, staff }: HandedInPage, revision: number): Markup {
  const request = requests.find(each => each.revision === revision);
  if (!request) return html``;
  const who = staff.find(({ id }) => id === request.who)?.name ?? request.who;
  return html`<p>${standing('wanting', `yêu cầu sửa bản lần ${revision}`)}, ${who}, ${inWords(request.at)}:<br><span class="typed">${request.reason}</span></p>`;
}

function figuresTable(figures: FigureBeside[], { period, head }: HandedInPage): Markup {
  const { month } = period;
  const now = capitalised(termInWords(month));
  const compared = comparedColumns(month);
  const row = ({ indicator, figure, remark, ...bases }: FigureBeside) =>
    html`<tr><th scope="row">${indicator.name}${remarked({ remark, figure })}</th>
<td data-name="Đơn vị tính"><span>${indicator.unitOfMeasure || '–'}</span></td>
<td class="number" data-name="${now}"><span>${head.revision > 0 ? valueCell({ figure }) : html`<small>chưa nộp</small>`}</span></td>
${compared.map(({ name, base, against }) => {
  const restates = against.includes('previous-month') ? figure.restates : undefined;
  return html`<td class="number" data-name="${name}"><span>${comparedCell(restates ?? bases[base], figure.changes, against)}${restates === undefined ? '' : html`<br><small>đơn vị điều chỉnh</small>`}</span></td>`;
})}</tr>`;
  const table = html`<table class="cards figures"><thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Đơn vị tính</th>${[now, ...compared.map(({ name }) => name)].map(name => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${figures.toSorted(outliersFirst).map(row)}</tbody></table>`;
  return sideways('Số liệu đã nộp', table);
}

function outliersFirst(one: FigureBeside, other: FigureBeside): number {
  return Number(other.remark !== undefined) - Number(one.remark !== undefined);
}

function taskSection(
  { task, text, status, before, remarks }: AnswersBeside['tasks'][number],
  { period, head }: HandedInPage,
): Markup {
  const nothing = head.revision > 0 ? standing('bad', 'chưa có kết quả') : standing('wanting', 'chưa nộp');
  return html`<section><h3>${task.text}</h3>
${status ? html`<p>Tiến độ: ${statusNames[status]}</p>` : ''}${status === 'none' ? '' : text === undefined ? html`<p>${nothing}</p>` : html`<p class="typed">${text}</p>${toReadOnceMore(remarks)}`}
${before === undefined ? '' : html`<details><summary>Đã báo ${spanInWords(period.month)} trước</summary><p class="typed">${before}</p></details>`}</section>`;
}

function toReadOnceMore(remarks: string[]): Markup {
  return html`${remarks.map(remark => html`<p><small class="wanting">${remark}</small></p>`)}`;
}

function listSection({ name, rows, before }: AnswersBeside['lists'][number], { period }: HandedInPage): Markup {
  const earlier = before === undefined ? '' : `; ${spanInWords(period.month)} trước ${before} dòng`;
  return html`<h3>${name}</h3><p>${rows.rows.length} dòng${earlier}</p>${rows.rows.length > 0 ? rowsTable(rows) : ''}`;
}
