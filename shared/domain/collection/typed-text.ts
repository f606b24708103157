import { spanInWords, type Term } from '../calendar/term.ts';
import { columnsAsked, explanation, type List, rowNote } from '../office/list.ts';
import type { Owed } from '../office/owing.ts';
import { own } from '../text/own.ts';
import type { Answers, TypedFigure, TypedRow } from './answers.ts';
import { textOfRows } from './cells.ts';
import { stateNames, statusNames } from './names.ts';
import { isBlank } from './rows-from.ts';

/** What a unit typed, as plain text to be copied elsewhere; in the form's order and words where it is known who asks, and of which term. */
export function typedText(
  { figures, outcomes, statuses = {}, further, lists = {} }: Answers,
  { owed, term }: { owed?: Owed; term?: Term } = {},
): string {
  const before = `${term === undefined ? 'kỳ' : spanInWords(term)} trước`;
  const nameOf = (code: string) => owed?.indicators.find(indicator => indicator.code === code)?.name ?? code;
  const textOf = (id: string) => owed?.tasks.find(task => task.id === id)?.text ?? id;
  return [
    ...Object.entries(figures).map(([code, figure]) => `${nameOf(code)}: ${figureText(figure, before)}`),
    ...Object.entries(outcomes)
      .map(([id, text]) => ({ id, text, status: own(statuses, id) }))
      .filter(({ text, status }) => text.trim() !== '' || status)
      .map(({ id, text, status }) => `${textOf(id)}${status ? ` [${statusNames[status]}]` : ''}:\n${text}`),
    ...Object.entries(lists)
      .filter(([, rows]) => rows.some(row => !isBlank(row)))
      .map(([id, rows]) => listText(rows, { id, list: owed?.lists?.find(list => list.id === id) })),
    ...(further?.trim() ? [`Ngoài ra:\n${further}`] : []),
  ].join('\n\n');
}

/** As a sheet takes it when it is pasted there: its head, then a line for each row, tabs between the cells. */
export function listText(rows: TypedRow[], { id, list }: { id: string; list: List | undefined }): string {
  const named = new Map((list ? columnsAsked(list) : []).map(({ code, name }) => [code, name] as const));
  const codes = [...new Set([...named.keys(), ...rows.flatMap(row => Object.keys(row))])];
  const nameOf = (code: string) => named.get(code) ?? (code === rowNote ? explanation.name : code);
  const cells = rows.filter(row => !isBlank(row)).map(row => codes.map(code => own(row, code) ?? ''));
  return `${list?.name ?? id}:\n${textOfRows([codes.map(nameOf), ...cells])}`;
}

export function figureText({ state, value, restates, changes, note }: TypedFigure, before: string): string {
  const told = [
    restates && `${before} điều chỉnh ${restates}`,
    changes?.['previous-month'] && `so với ${before} ${changes['previous-month']}`,
    changes?.['same-month-last-year'] && `so với cùng kỳ ${changes['same-month-last-year']}`,
    changes?.['year-to-date'] && `lũy kế so với cùng kỳ ${changes['year-to-date']}`,
    note,
  ].filter(Boolean);
  const said = value ? `${state === 'reported' ? '' : `${stateNames[state]} `}${value}` : stateNames[state];
  return [said, ...told].join('; ');
}
