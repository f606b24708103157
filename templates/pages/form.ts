import { html } from 'hono/html';
import { dateInDigits, inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { type Term, termInWords } from '../../shared/domain/calendar/term.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { Edit } from '../../shared/domain/collection/edit.ts';
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
import { type AskedFigure, figuresFields } from './form/figure.ts';
import { lastHour } from './form/last-hour.ts';
import { type AskedList, listFields } from './form/list.ts';
import { scriptData } from './form/script-data.ts';
import { takenFromOthers } from './form/taken-from-others.ts';
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
  /** What the department's document is called within a sentence: "công văn", "báo cáo". */
  document: string;
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
  /** What the fields are filled with. */
  shows: 'typed' | 'draft' | 'handed in' | 'nothing';
  /** The revision these answers go on from; 0 for none. */
  basedOn: number;
  /** The newest that was handed in; 0 for none. */
  revision: number;
  /** When the draft was kept that this page has seen; 0 for none. */
  seen: number;
  key: string;
  /** What the page's script is told. */
  script: AskedOfScript;
  /** What the coordinator would have mended in the newest revision. */
  mend?: Pick<MendRequest, 'reason' | 'at'> | undefined;
  /** What of the newest revision's words is edited for the letter, as things are. */
  edits: Edit[];
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
  /** What others handed in since, and was taken from there. */
  taken?: string[] | undefined;
  /** What others handed in, or kept as a draft, says otherwise than is typed here. */
  conflict?: { before: string; differences: Difference[]; with: 'handed in' | 'draft' } | undefined;
  /** Another page of this browser, which is older than what is shown. */
  other?: { key: string; words: string } | undefined;
  /** The unit's part of the letter, as typed so far. */
  preview?: Block[] | undefined;
  /** True of a page that answers a press of a button: it shows what was typed last. */
  pressed?: boolean | undefined;
};

/** The unit's form: complete without any script. What was typed comes back with every fault at its field. */
export function formPage(form: FormPage): string {
  const { report, month, problem, unused = [], faults: told = [] } = form;
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
      form.edits.length > 0 ? editedWords(form.edits, form) : html``,
      problem ? summary(problem, told) : html``,
      form.taken?.length ? takenFromOthers(form.taken) : html``,
      form.conflict ? conflict(form, form.conflict) : html``,
      notices(form),
      unused.length > 0 ? unusedRows(unused, { open: true }) : html``,
      form.preview ? preview(form.document, form.preview) : html``,
      fields(form, faults),
      html`<script type="application/json" id="asked">${scriptData(form.script)}</script>`,
    ],
  });
}

function heading(form: FormPage): Markup {
  return html`<dl class="facts">
<div><dt>Đơn vị</dt><dd>${form.unit}</dd></div>
<div><dt>Hạn nộp</dt><dd>trước <strong>${inWords(form.deadline)}</strong>, <span data-time-left>${timeLeft(form.deadline, form.now)}</span></dd></div>
<div><dt>Số liệu</dt><dd>từ ${dateInDigits(form.window.from)} đến ${dateInDigits(form.window.to)}</dd></div>
<div><dt>Tình trạng</dt><dd>${stateOf(form)}</dd></div>
${shownIn(form) ? html`<div><dt>Đang hiện</dt><dd>${shownIn(form)}</dd></div>` : ''}
</dl>`;
}

function stateOf({ receivedAt, revision }: FormPage): Markup {
  if (receivedAt === undefined) return standing('wanting', 'Đơn vị chưa nộp');
  return html`${standing('good', `Đã nộp lần ${revision}`)} lúc ${inWords(receivedAt)}; nộp lại trước hạn sẽ thay bản cũ`;
}

/** Which of the unit's versions is on the page; nothing, while there is only what is being typed. */
function shownIn({ shows, revision, seen }: FormPage): string {
  if (shows === 'draft') return `bản nháp lưu lúc ${inWords(seen)}, chưa nộp`;
  if (shows === 'handed in') return `bản đã nộp lần ${revision}`;
  return shows === 'typed' ? 'nội dung đang nhập, chưa nộp' : '';
}

/** What the house has of the unit's own, to go back to from what is typed here. */
function savedName({ revision, seen }: FormPage): string {
  if (seen > 0) return 'bản nháp đã lưu';
  return revision > 0 ? `bản đã nộp lần ${revision}` : 'biểu mẫu trống';
}

function notices(form: FormPage): Markup {
  const { at, notice, other, shows, pressed } = form;
  const back = html` <a href="${at}?saved=1" data-drops-draft>Bỏ, lấy lại ${savedName(form)}</a>`;
  return html`${notice ? html`<p role="status">${notice}${shows === 'typed' && !pressed ? back : ''}</p>` : ''}
${other ? html`<p role="status">${other.words} <a href="${at}?typed=${other.key}">Xem nội dung ấy</a></p>` : ''}`;
}

function toMend({ reason, at }: NonNullable<FormPage['mend']>, { revision, deadline, document }: FormPage): Markup {
  return html`<article class="asking" id="to-mend"><h2>Cần sửa bản đã nộp lần ${revision}</h2>
<p>Cán bộ tổng hợp yêu cầu lúc ${inWords(at)}:</p><p class="typed">${reason}</p>
<p>Sửa rồi nộp lại trước ${inWords(deadline)}. Không nộp lại thì bản đã nộp vào ${document} như đang có.</p></article>`;
}

/** What the letter says in place of the unit's words, as things are. */
function editedWords(edits: Edit[], { revision, document }: FormPage): Markup {
  return html`<article id="edited"><h2>Lời được biên tập trong bản đã nộp lần ${revision}</h2>
<p>Cán bộ tổng hợp biên tập lời văn cho ${document}; lời đơn vị đã nộp vẫn được giữ nguyên, số liệu không bị sửa. Nộp lại với lời khác thì cán bộ tổng hợp xem và biên tập lại; chưa xác nhận thì ${document} lấy lời mới của đơn vị.</p>
${edits.map(({ called, text }) => html`<h3>${called}</h3><p class="typed">${text || 'Không để riêng: đã gộp vào chỗ khác hoặc lược đi.'}</p>`)}</article>`;
}

/** It has the focus, so that whoever hears the page hears it first; each line leads to its field. */
function summary({ title, detail }: ProblemDetails, faults: Fault[]): Markup {
  return html`<article role="alert" id="faults" tabindex="-1" autofocus>
<h2>${title}</h2>
<p>${detail}</p>
<ul>${faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul>
</article>`;
}

function conflict({ at }: FormPage, { before, differences, with: whom }: NonNullable<FormPage['conflict']>): Markup {
  const [act, kept] = whom === 'draft' ? ['Lưu nháp, chưa nộp', 'bản nháp ấy'] : ['Nộp báo cáo', 'bản đã nộp'];
  return html`<section><h2>Hai bản khác nhau ở đâu</h2>
${changed(differences, { before, after: 'Đang nhập ở đây' })}
<p>Sửa trong biểu mẫu dưới đây, rồi bấm <button form="form" name="act" value="${whom === 'draft' ? 'draft' : 'check'}" class="inline">${act}</button> để dùng nội dung đang nhập; hoặc <a href="${at}?saved=1" data-drops-draft>lấy ${kept}</a>.</p></section>`;
}

function preview(document: string, blocks: Block[]): Markup {
  return html`<article class="letter" id="preview" tabindex="0"><header>Phần của đơn vị trong ${document}, theo nội dung đang nhập; chưa nộp</header>
${blocks.map(one => blockMarkup(one))}</article>`;
}

function fields(form: FormPage, faults: FaultsByField): Markup {
  const { at, document, figures, lists, tasks, further, key, basedOn, seen, pressed } = form;
  const asked = figures.filter(figure => figure.asked).length;
  const excel = excelFields(at, { figures: asked });
  return html`<form id="form" method="post" action="${at}" autocomplete="off" data-hand-in="${pressed ? 'again' : 'first'}" data-saved="${savedName(form)}">
${noEnter}
<input type="hidden" name="key" value="${key}">
<input type="hidden" name="basedOn" value="${basedOn}">
<input type="hidden" name="seen" value="${seen}">
${form.sheets ? sheetsToChooseFrom(form.sheets) : ''}
${figures.length > 0 ? html`<h2>Số liệu</h2>` : ''}
${nothingTyped(form) ? nothingArisen : ''}
${asked > 1 || (figures.length > 0 && lists.length > 0) ? excel : ''}
${figures.length > 0 ? figuresFields(figures, faults) : ''}
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
${lastHour(form.deadline, form.now)}
<div class="acts">
<button name="act" value="check">Nộp báo cáo</button>
<button name="act" value="preview" class="outline">Xem phần của đơn vị trong ${document}</button>
<button name="act" value="draft" class="secondary outline">Lưu nháp, chưa nộp</button>
<button name="act" value="leave" class="secondary outline">Lưu nháp và thoát khỏi máy này</button>
</div>
<p><small>Bấm Nộp báo cáo để xem lại mọi nội dung trên một trang; xác nhận ở trang ấy mới là nộp.</small></p>
</form>`;
}

/** The first button of a form is the one that Enter presses: as this one cannot be pressed, Enter sends nothing (HTML, "implicit submission"). */
const noEnter = html`<button disabled hidden></button>`;

/** Offered only where nothing was typed or handed in that it would take the place of. */
function nothingTyped({ figures, revision }: FormPage): boolean {
  const typed = figures.flatMap(({ asked }) => (asked ? [asked.typed] : []));
  const untouched = typed.every(one => !one?.value && (one?.state ?? 'reported') === 'reported');
  return typed.length > 0 && revision === 0 && untouched;
}

const nothingArisen = html`<p data-nothing><button name="act" value="nothing" class="secondary outline">Trong kỳ không phát sinh số liệu nào</button> <small>Sang trang kiểm tra, chưa nộp ngay.</small></p>`;
