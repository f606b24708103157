import { html } from 'hono/html';
import { spanInWords, type Term } from '../../../shared/domain/calendar/term.ts';
import type { TaskStatus } from '../../../shared/domain/collection/answers.ts';
import { longest } from '../../../shared/domain/collection/longest.ts';
import { statusNames } from '../../../shared/domain/collection/names.ts';
import type { Task } from '../../../shared/domain/office/task.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';
import { choiceField, type FaultsByField, textField } from './field.ts';

/** A task the unit owes word of, with what it said of it the term before. */
export type AskedTask = {
  task: Task;
  term: Term;
  typed: string | undefined;
  status: TaskStatus | undefined;
  before: string | undefined;
};

export function taskFields({ task, term, typed, status, before }: AskedTask, faults: FaultsByField): Markup {
  const field = `outcomes.${task.id}`;
  const options: [string, string][] = [['', '(chưa chọn)'], ...Object.entries(statusNames)];
  return html`<fieldset>
<legend>${task.text}</legend>
<label for="${field}">Kết quả trong ${spanInWords(term)}</label>
${textField({ name: field, value: typed, faults, describedBy: `${field}.lines`, most: longest.narrative })}
<small id="${field}.lines">Mỗi dòng một đoạn; dòng bắt đầu bằng "- " hoặc "+ " là một gạch đầu dòng. Tối đa ${writeNumeral(String(longest.narrative))} ký tự.</small>
${before ? startingPoint(field, term, before) : ''}
<label for="statuses.${task.id}">Tiến độ; không có gì để báo cáo thì chọn "không phát sinh"</label>
${choiceField({ name: `statuses.${task.id}`, chosen: status ?? '', options, faults })}
</fieldset>`;
}

/** The script adds a button that copies it down. */
function startingPoint(field: string, term: Term, before: string): Markup {
  return html`<details data-start-for="${field}"><summary>Kết quả đã báo ${spanInWords(term)} trước</summary>
<p class="typed">${before}</p></details>`;
}
