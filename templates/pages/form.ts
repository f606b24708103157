import { html, raw } from 'hono/html';
import type { Answers, FigureState, TypedFigure } from '../../shared/domain/answers.ts';
import { dateInDigits, inWords, timeLeft } from '../../shared/domain/day.ts';
import type { Indicator, Task } from '../../shared/domain/department.ts';
import { type Month, monthAndYear } from '../../shared/domain/month.ts';
import type { Fault, ProblemDetails } from '../../shared/domain/problem.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import type { AskedOfScript } from './client/form.ts';
import { framed, type Markup } from './frame.ts';
import { takenDown } from './taken-down.ts';

/** An indicator the unit owes, with what it is compared with and the sentence it would become as typed so far. */
export type AskedFigure = {
  indicator: Indicator;
  previous: Base | undefined;
  lastYear: Base | undefined;
  typed: TypedFigure | undefined;
  sentence: string | undefined;
};

/** A figure of an earlier month, written the Vietnamese way. */
type Base = { month: Month; value: string };

export type FormPage = {
  department: string;
  report: string;
  unit: string;
  month: Month;
  window: { from: string; to: string };
  /** Milliseconds since 1970. */
  deadline: number;
  figures: AskedFigure[];
  tasks: Task[];
  answers: Answers;
  /** The revision these answers go on from; 0 for none. */
  basedOn: number;
  key: string;
  /** What the page's script is told. */
  script: AskedOfScript;
  /** When the newest revision was taken down; undefined when nothing was handed in. */
  receivedAt: number | undefined;
  problem?: ProblemDetails | undefined;
  /** What a colleague handed in meanwhile, to be compared with what is typed. */
  newer?: Submission | undefined;
  /** The instant of the request. */
  now: number;
};

/** The unit's form: complete without any script. What was typed comes back with every fault at its field. */
export function formPage(form: FormPage): string {
  const { department, report, unit, month } = form;
  return framed({
    title: `${report}, tháng ${monthAndYear(month)}`,
    department,
    scripted: true,
    main: [
      html`<p><strong>${unit}</strong></p>
<ul>
<li>Số liệu từ ${dateInDigits(form.window.from)} đến ${dateInDigits(form.window.to)}</li>
<li>Hạn nộp: trước <strong>${inWords(form.deadline)}</strong>, ${timeLeft(form.deadline, form.now)}</li>
<li>${stateOf(form)}</li>
</ul>`,
      form.problem ? summary(form.problem) : html``,
      form.newer ? newerRevision(form, form.newer) : html``,
      html`<form method="post" action="/form" data-hand-in="${form.problem ? 'again' : 'first'}">
<input type="hidden" name="key" value="${form.key}">
<input type="hidden" name="basedOn" value="${form.basedOn}">
${form.figures.map(figure => figureFields(figure, faultsOf(form)))}
${form.tasks.map(task => outcomeField(task, own(form.answers.outcomes, task.id), faultsOf(form)))}
<fieldset>
<legend>Ngoài ra</legend>
<label for="further">Việc khác ngoài nhiệm vụ được giao (không bắt buộc)</label>
${textarea('further', form.answers.further, faultsOf(form))}
</fieldset>
<button type="submit">Nộp báo cáo</button>
${form.figures.length > 0 ? nothingArisen : ''}
</form>
<script type="application/json" id="asked">${raw(dataFor(form.script))}</script>`,
    ],
  });
}

/** After "Nộp báo cáo", which Enter presses. */
const nothingArisen = html`<button type="submit" name="nothing" value="all" class="secondary outline">Không phát sinh số liệu nào, nộp luôn</button>`;

function newerRevision({ figures, tasks, basedOn, receivedAt }: FormPage, newer: Submission): Markup {
  return html`<details open>
<summary>Bản nộp lần ${basedOn}, lúc ${inWords(receivedAt ?? 0)}</summary>
${takenDown({ indicators: figures.map(({ indicator }) => indicator), tasks }, newer)}
</details>`;
}

/** JSON that no markup can end: "<" is written as its escape. */
function dataFor(script: AskedOfScript): string {
  return JSON.stringify(script).replaceAll('<', '\\u003c');
}

function stateOf({ receivedAt, basedOn }: FormPage): string {
  if (receivedAt === undefined) return 'Đơn vị chưa nộp';
  return `Đã nộp lần ${basedOn}, lúc ${inWords(receivedAt)}; nộp lại trước hạn sẽ thay bản cũ`;
}

function summary({ title, detail, faults = [] }: ProblemDetails): Markup {
  return html`<article role="alert">
<h2>${title}</h2>
<p>${detail}</p>
<ul>${faults.map(({ field, message }) => html`<li><a href="#${field}">${message}</a></li>`)}</ul>
</article>`;
}

const states: Record<FigureState, string> = {
  reported: 'báo cáo',
  estimated: 'ước',
  none: 'không phát sinh',
  missing: 'chưa báo cáo',
};

function figureFields({ indicator, typed, previous, lastYear, sentence }: AskedFigure, faults: FaultsByField): Markup {
  const field = `figures.${indicator.code}`;
  const chosen = typed?.state ?? 'reported';
  return html`<fieldset>
<legend>${indicator.name}</legend>
<label for="${field}.value">Số liệu${indicator.unitOfMeasure ? `, ${indicator.unitOfMeasure}` : ''}</label>
${input(`${field}.value`, typed?.value, faults)}
${bases([previous, lastYear], indicator)}
<p class="letter-sentence" id="${field}.sentence">${sentence ? `Trong công văn: ${sentence}` : ''}</p>
<label for="${field}.state">Tình trạng</label>
<select id="${field}.state" name="${field}.state">
${Object.entries(states).map(([state, name]) => html`<option value="${state}"${state === chosen ? html` selected` : ''}>${name}</option>`)}
</select>
${faultAt(`${field}.state`, faults)}
<details${typed?.restates || typed?.changes || typed?.note ? html` open` : ''}>
<summary>Điều chỉnh, mức tăng giảm, ghi chú</summary>
<label for="${field}.restates">Số liệu tháng trước, nếu điều chỉnh</label>
${input(`${field}.restates`, typed?.restates, faults)}
${indicator.comparisons.map(
  comparison => html`<label for="${field}.changes.${comparison.with}">${changeLabels[comparison.with]}, nếu không có số gốc (giảm ghi dấu trừ)</label>
${input(`${field}.changes.${comparison.with}`, typed?.changes?.[comparison.with], faults)}`,
)}
<label for="${field}.note">Ghi chú</label>
${input(`${field}.note`, typed?.note, faults, 'text')}
</details>
</fieldset>`;
}

function bases(known: (Base | undefined)[], { unitOfMeasure }: Indicator): Markup {
  const told = known.flatMap(base =>
    base ? [`tháng ${monthAndYear(base.month)}: ${base.value} ${unitOfMeasure}`.trim()] : [],
  );
  return html`<small>${told.length > 0 ? `Đã phát hành: ${told.join('; ')}` : 'Chưa có số liệu để so sánh'}</small>`;
}

const changeLabels = {
  'previous-month': 'Tăng, giảm so với tháng trước',
  'same-month-last-year': 'Tăng, giảm so với cùng kỳ năm trước',
};

function outcomeField(task: Task, typed: string | undefined, faults: FaultsByField): Markup {
  const field = `outcomes.${task.id}`;
  return html`<fieldset>
<legend>Kết quả nhiệm vụ</legend>
<label for="${field}">${task.text}</label>
${textarea(field, typed, faults)}
<small>Mỗi dòng một đoạn; dòng bắt đầu bằng "- " hoặc "+ " là một gạch đầu dòng.</small>
</fieldset>`;
}

function input(
  name: string,
  value: string | undefined,
  faults: FaultsByField,
  mode: 'decimal' | 'text' = 'decimal',
): Markup {
  return html`<input id="${name}" name="${name}" value="${value ?? ''}" inputmode="${mode}" autocomplete="off"${described(name, faults)}>
${faultAt(name, faults)}`;
}

function textarea(name: string, value: string | undefined, faults: FaultsByField): Markup {
  // The line break after the tag is not part of the text: without it a first empty line would be lost.
  return html`<textarea id="${name}" name="${name}" rows="5"${described(name, faults)}>
${value ?? ''}</textarea>
${faultAt(name, faults)}`;
}

function described(name: string, faults: FaultsByField): Markup {
  return faults.has(name) ? html` aria-invalid="true" aria-describedby="${name}.fault"` : html``;
}

function faultAt(name: string, faults: FaultsByField): Markup {
  const found = faults.get(name);
  return found ? html`<p class="fault" id="${name}.fault">${found.map(fault => fault.message).join(' ')}</p>` : html``;
}

type FaultsByField = Map<string, Fault[]>;

function faultsOf({ problem }: FormPage): FaultsByField {
  return Map.groupBy(problem?.faults ?? [], fault => fault.field);
}

function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
