import type { List } from '../office/list.ts';
import type { Fault } from '../problem.ts';
import { uncapitalised } from '../text/capitalised.ts';
import { keepable, unkeepable } from '../text/keepable.ts';
import { lengthOf } from '../text/length.ts';
import { writeNumeral } from '../text/numeral.ts';
import type { Answers, TypedFigure } from './answers.ts';
import { fieldsFrom } from './form-fields.ts';
import { longest } from './longest.ts';
import { cellInWords } from './rows-from.ts';

/** What is too long of what a unit typed, by its field; of a cell with its list, row and column. */
export function tooLong(answers: Answers, lists: List[] = []): Fault[] {
  return fieldsFrom(answers).flatMap(([field, text]) => {
    const [length, most] = [lengthOf(text), mostOf(field)];
    if (length <= most) return [];
    const [allowed, typed] = [writeNumeral(String(most)), writeNumeral(String(length))];
    return [{ field, message: saidOf(field, `Dài quá ${allowed} ký tự (đang có ${typed}); hãy rút gọn.`, lists) }];
  });
}

/** What a unit typed that cannot be kept, by its field; of a cell with its list, row and column. */
export function withUnkeepable(answers: Answers, lists: List[] = []): Fault[] {
  return fieldsFrom(answers).flatMap(([field, text]) => {
    const found = unkeepable(text).slice(0, 10);
    if (found.length === 0) return [];
    return [{ field, message: saidOf(field, `Có ký tự điều khiển không lưu được, hãy bỏ: ${found.join(' ')}`, lists) }];
  });
}

/** How long a text may be, by its field. */
function mostOf(field: string): number {
  const [kind, , part] = field.split('.');
  if (kind === 'lists') return longest.cell;
  if (kind !== 'figures') return longest.narrative;
  return part === 'note' ? longest.note : longest.numeral;
}

function saidOf(field: string, message: string, lists: List[]): string {
  const cell = cellInWords(field, lists);
  return cell === undefined ? message : `${cell}: ${uncapitalised(message)}`;
}

/** The same answers without what cannot be kept: of what came too late nobody can be asked any more. */
export function keepableAnswers({ figures, outcomes, further, lists, ...rest }: Answers): Answers {
  return {
    ...rest,
    figures: Object.fromEntries(Object.entries(figures).map(([code, figure]) => [code, keepableFigure(figure)])),
    outcomes: Object.fromEntries(Object.entries(outcomes).map(([id, text]) => [id, keepable(text)])),
    ...(further === undefined ? {} : { further: keepable(further) }),
    ...(lists ? { lists: keepableLists(lists) } : {}),
  };
}

function keepableLists(lists: NonNullable<Answers['lists']>): NonNullable<Answers['lists']> {
  const cells = (row: Record<string, string>) =>
    Object.fromEntries(Object.entries(row).map(([column, text]) => [column, keepable(text)]));
  return Object.fromEntries(Object.entries(lists).map(([id, rows]) => [id, rows.map(cells)]));
}

function keepableFigure({ state, changes, ...texts }: TypedFigure): TypedFigure {
  const kept = <Texts extends object>(each: Texts): Texts =>
    Object.fromEntries(Object.entries(each).map(([part, text]) => [part, keepable(String(text ?? ''))])) as Texts;
  return { state, ...kept(texts), ...(changes ? { changes: kept(changes) } : {}) };
}
