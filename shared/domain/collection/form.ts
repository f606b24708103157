import { handedInChanges } from '../figures/figure.ts';
import { withLineEnds } from '../text/line-ends.ts';
import type { Answers, TaskStatus, TypedFigure, TypedRow } from './answers.ts';

/**
 * How answers travel in a form: one flat field each, "figures.xuat-khau.value". The names are the paths that faults are
 * told by, so a fault always finds its field.
 */

/**
 * The answers in a form's fields, still unchecked; a field left empty is not an answer. A list is there with its rows, or none,
 * where the form names it, "lists.du-an". Unknown fields are named in `unknown`.
 */
export function answersFrom(fields: Iterable<[string, string]>): { answers: Answers; unknown: string[] } {
  const figures = new Map<string, TypedFigure>();
  const outcomes = new Map<string, string>();
  const statuses = new Map<string, TaskStatus>();
  const lists = new Map<string, TypedRow[]>();
  const unknown: string[] = [];
  let further: string | undefined;
  for (const [field, typed] of fields) {
    // A form ends lines with two characters, a program with one: the same text is kept of both.
    const text = withLineEnds(typed);
    const [kind, id, part, detail] = field.split('.');
    if (field === 'further') further = text;
    // A name of the language's own: as a key it would be passed over in silence.
    else if (id === undefined || id === '__proto__') unknown.push(field);
    else if (kind === 'figures' && isFigurePart(part, detail)) {
      figures.set(id, withPart(figures.get(id) ?? { state: 'reported' }, part, detail, text));
    } else if (kind === 'outcomes' && part === undefined) outcomes.set(id, text);
    else if (kind === 'statuses' && part === undefined) {
      if (text !== '') statuses.set(id, text as TaskStatus);
    } else if (kind === 'lists' && (part === undefined || isCell(field))) {
      const rows = lists.get(id) ?? [];
      lists.set(id, rows);
      if (part !== undefined) putCell(rows, { row: Number(part), column: detail as string, text });
    } else unknown.push(field);
  }
  return {
    answers: {
      figures: Object.fromEntries(figures),
      outcomes: Object.fromEntries(outcomes),
      ...(statuses.size > 0 ? { statuses: Object.fromEntries(statuses) } : {}),
      further,
      ...(lists.size > 0 ? { lists: Object.fromEntries(lists) } : {}),
    },
    unknown,
  };
}

/** Far more rows than a list may have: how many are too many is told of the list, and not of a field. */
function isCell(field: string): boolean {
  return /^lists\.[^.]+\.(0|[1-9]\d{0,2}|1\d{3})\.[^.]+$/.test(field) && !field.endsWith('.__proto__');
}

/** A row in which nothing stands keeps its place, so that those after it keep their number; none at the end is kept. */
function putCell(rows: TypedRow[], { row, column, text }: { row: number; column: string; text: string }): void {
  if (text.trim() === '') return;
  while (rows.length <= row) rows.push({});
  rows[row] = { ...rows[row], [column]: text };
}

type FigurePart = 'state' | 'value' | 'restates' | 'note' | 'changes';

function isFigurePart(part: string | undefined, detail: string | undefined): part is FigurePart {
  if (part === 'changes') return handedInChanges.some(change => change === detail);
  return detail === undefined && ['state', 'value', 'restates', 'note'].includes(part as string);
}

function withPart(figure: TypedFigure, part: FigurePart, detail: string | undefined, text: string): TypedFigure {
  if (part === 'state') return { ...figure, state: text as TypedFigure['state'] };
  if (text.trim() === '') return figure;
  if (part === 'changes') return { ...figure, changes: { ...figure.changes, [detail as string]: text } };
  return { ...figure, [part]: text };
}
