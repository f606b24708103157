import { html, raw } from 'hono/html';
import { dateInDigits, inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { type Term, termInWords } from '../../shared/domain/calendar/term.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { longest } from '../../shared/domain/collection/longest.ts';
import type { MendRequest } from '../../shared/domain/collection/mend-request.ts';
import type { Difference } from '../../shared/domain/letter/items.ts';
import type { Block } from '../../shared/domain/letter/letter.ts';
import type { Contact } from '../../shared/domain/office/contact.ts';
import type { Fault, ProblemDetails } from '../../shared/domain/problem.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { blockMarkup } from '../letter/html.ts';
import type { AskedOfScript } from './client/form.ts';
import { excelFields, type OfferedSheet, sheetsToChooseFrom, unusedRows } from './form/excel.ts';
import { type FaultsByField, textField } from './form/field.ts';
import { type AskedFigure, figureFields } from './form/figure.ts';
import { type AskedList, listFields } from './form/list.ts';
import { type AskedTask, taskFields } from './form/task.ts';
import { framed, type Markup } from './frame.ts';
import { standing } from './standing.ts';
import { changed } from './taken-down.ts';

/** Which unit is asked what, for every page of a unit. */
export type UnitPage = {
  /** Where its form is, and under which its other pages lie. */
  at: string;
  department: string;
  /** Whom to ask. */
  contact: Contact | undefined;
  report: string;
  unit: string;
  month: Term;
};

export type FormPage = UnitPage & {
  window: { from: string; to: string };
  /** Milliseconds since 1970. */
  deadline: number;
  figures: AskedFigure[];
  lists: AskedList[];
  tasks: AskedTask[];
  further: Answers['further'];
  /** The revision these answers go on from; 0 for none. */
  basedOn: number;
  key: string;
  /** What the page's script is told. */
  script: AskedOfScript;
  /** What the coordinator would have mended in the newest revision. */
  mend?: Pick<MendRequest, 'reason' | 'at'> | undefined;
  /** When the newest revision was taken down; undefined when nothing was handed in. */
  receivedAt: number | undefined;
  /** The instant of the request. */
  now: number;
  /** The faults as they are told away from their fields. */
  faults?: Fault[] | undefined;
} & Said;

/** What the page says of what was just done. */
export type Said = {
  problem?: ProblemDetails | undefined;
  notice?: string | undefined;
  /** What of a sheet was not used, row by row. */
  unused?: string[] | undefined;
  /** The sheets of a workbook, of which one is to be chosen. */
  sheets?: OfferedSheet[] | undefined;
  /** What a colleague handed in meanwhile says otherwise. */
  conflict?: Difference[] | undefined;
  /** The unit's part of the letter, as typed so far. */
  preview?: Block[] | undefined;
  /** True of a page that answers a press of a button: it shows what was typed last. */
  pressed?: boolean | undefined;
};

/** The unit's form: complete without any script. What was typed comes back with every fault at its field. */
export function formPage(form: FormPage): string {
  const { report, month, problem, notice, unused = [], faults: told = [] } = form;
  const faults = Map.groupBy(problem?.faults ?? [], fault => fault.field);
  return framed({
    heading: `${report}, ${termInWords(month)}`,
    title: `${told.length > 0 ? 'Lỗi: ' : ''}${report}, ${termInWords(month)}`,
    department: form.department,
    contact: form.contact,
    ways: form.receivedAt === undefined ? [] : [{ to: `${form.at}/history`, name: 'Các lần đã nộp' }],
    scripted: true,
    main: [
      heading(form),
      form.mend ? toMend(form.mend, form) : html``,
      problem ? summary(problem, told) : html``,
      form.conflict ? conflict(form, form.conflict) : html``,
      notice ? html`<p role="status">${notice}</p>` : html``,
      unused.length > 0 ? unusedRows(unused, { open: true }) : html``,
      form.preview ? preview(form.preview) : html``,
      fields(form, faults),
      html`<script type="application/json" id="asked">${raw(dataFor(form.script))}</script>`,
    ],
  });
}

function heading(form: FormPage): Markup {
  return html`<dl class="facts">
<div><dt>Đơn vị</dt><dd>${form.unit}</dd></div>
<div><dt>Hạn nộp</dt><dd>trước <strong>${inWords(form.deadline)}</strong>, <span id="time-left">${timeLeft(form.deadline, form.now)}</span></dd></div>
<div><dt>Số liệu</dt><dd>từ ${dateInDigits(form.window.from)} đến ${dateInDigits(form.window.to)}</dd></div>
<div><dt>Tình trạng</dt><dd>${stateOf(form)}</dd></div>
</dl>`;
}

function stateOf({ receivedAt, basedOn }: FormPage): Markup {
  if (receivedAt === undefined) return standing('wanting', 'Đơn vị chưa nộp');
  return html`${standing('good', `Đã nộp lần ${basedOn}`)} lúc ${inWords(receivedAt)}; nộp lại trước hạn sẽ thay bản cũ`;
}

function toMend({ reason, at }: NonNullable<FormPage['mend']>, { basedOn, deadline }: FormPage): Markup {
  return html`<article id="to-mend"><h2>Cần sửa bản đã nộp lần ${basedOn}</h2>
<p>Cán bộ tổng hợp yêu cầu lúc ${inWords(at)}:</p><p class="typed">${reason}</p>
<p>Sửa rồi nộp lại trước ${inWords(deadline)}. Không nộp lại thì bản đã nộp vào công văn như đang có.</p></article>`;
}

/** It has the focus, so that whoever hears the page hears it first; each line leads to its field. */
function summary({ title, detail }: ProblemDetails, faults: Fault[]): Markup {
  return html`<article role="alert" id="faults" tabindex="-1" autofocus>
<h2>${title}</h2>
<p>${detail}</p>
<ul>${faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul>
</article>`;
}

function conflict({ at, basedOn, receivedAt }: FormPage, differences: Difference[]): Markup {
  const before = `Bản đã nộp lần ${basedOn}, ${inWords(receivedAt ?? 0)}`;
  return html`<section><h2>Hai bản khác nhau ở đâu</h2>
${changed(differences, { before, after: 'Bản đang nhập ở đây' })}
<p>Bấm <strong>Nộp báo cáo</strong> để thay bằng bản đang nhập, hoặc <a href="${at}" data-drops-draft>giữ bản đã nộp</a>.</p></section>`;
}

function preview(blocks: Block[]): Markup {
  return html`<article class="letter" id="preview"><header>Phần của đơn vị trong công văn, theo nội dung đang nhập; chưa nộp</header>
${blocks.map(one => blockMarkup(one))}</article>`;
}

function fields(
  { at, figures, lists, tasks, further, key, basedOn, pressed, sheets }: FormPage,
  faults: FaultsByField,
): Markup {
  const excel = excelFields(at, { figures: figures.length });
  return html`<form method="post" action="${at}" autocomplete="off" data-hand-in="${pressed ? 'again' : 'first'}">
${enter}
<input type="hidden" name="key" value="${key}">
<input type="hidden" name="basedOn" value="${basedOn}">
${sheets ? sheetsToChooseFrom(sheets) : ''}
${figures.length > 0 ? html`<h2>Số liệu</h2>` : ''}
${figures.length > 1 || (figures.length > 0 && lists.length > 0) ? excel : ''}
${figures.map(figure => figureFields(figure, faults))}
${lists.length > 0 ? html`<h2>Bảng kê</h2>${figures.length === 0 ? excel : ''}` : ''}
${lists.map(list => listFields(list, faults))}
${tasks.length > 0 ? html`<h2>Nhiệm vụ</h2>` : ''}
${tasks.map(task => taskFields(task, faults))}
<h2>Ngoài ra</h2>
<fieldset>
<legend>Việc khác ngoài nhiệm vụ được giao</legend>
<label for="further">Kết quả (không bắt buộc, tối đa ${writeNumeral(String(longest.narrative))} ký tự)</label>
${textField({ name: 'further', value: further, faults, most: longest.narrative })}
</fieldset>
<div class="acts">
<button name="act" value="hand-in">Nộp báo cáo</button>
<button name="act" value="preview" class="outline">Xem phần của đơn vị trong công văn</button>
<button name="act" value="draft" class="secondary outline">Lưu nháp, chưa nộp</button>
${figures.length > 0 ? nothingArisen : ''}
</div>
</form>`;
}

/** The first button of a form is the one Enter presses: it hands in, whatever other buttons come before "Nộp báo cáo". */
const enter = html`<button name="act" value="hand-in" class="enter" tabindex="-1" aria-hidden="true">Nộp</button>`;

const nothingArisen = html`<button name="act" value="nothing" class="secondary outline">Không phát sinh số liệu nào, nộp luôn</button>`;

/** JSON that no markup can end: "<" is written as its escape. */
function dataFor(script: AskedOfScript): string {
  return JSON.stringify(script).replaceAll('<', '\\u003c');
}
