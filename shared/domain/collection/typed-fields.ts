import type { Fault } from '../problem.ts';
import { keepable, unkeepable } from '../text/keepable.ts';
import { lengthOf } from '../text/length.ts';
import { writeNumeral } from '../text/numeral.ts';
import type { Answers, TypedFigure } from './answers.ts';
import { longest } from './longest.ts';

/** What is too long of what a unit typed, by its field. */
export function tooLong(answers: Answers): Fault[] {
  return fieldsOf(answers).flatMap(({ field, text, most }) => {
    const length = lengthOf(text);
    if (length <= most) return [];
    const [allowed, typed] = [writeNumeral(String(most)), writeNumeral(String(length))];
    return [{ field, message: `Dài quá ${allowed} ký tự (đang có ${typed}); hãy rút gọn.` }];
  });
}

/** What a unit typed that cannot be kept, by its field. */
export function withUnkeepable(answers: Answers): Fault[] {
  return fieldsOf(answers).flatMap(({ field, text }) => {
    const found = unkeepable(text).slice(0, 10);
    if (found.length === 0) return [];
    return [{ field, message: `Có ký tự điều khiển không lưu được, hãy bỏ: ${found.join(' ')}` }];
  });
}

/** The same answers without what cannot be kept: of what came too late nobody can be asked any more. */
export function keepableAnswers({ figures, outcomes, further, ...rest }: Answers): Answers {
  return {
    ...rest,
    figures: Object.fromEntries(Object.entries(figures).map(([code, figure]) => [code, keepableFigure(figure)])),
    outcomes: Object.fromEntries(Object.entries(outcomes).map(([id, text]) => [id, keepable(text)])),
    ...(further === undefined ? {} : { further: keepable(further) }),
  };
}

function keepableFigure({ state, changes, ...texts }: TypedFigure): TypedFigure {
  const kept = <Texts extends object>(each: Texts): Texts =>
    Object.fromEntries(Object.entries(each).map(([part, text]) => [part, keepable(String(text ?? ''))])) as Texts;
  return { state, ...kept(texts), ...(changes ? { changes: kept(changes) } : {}) };
}

type Typed = { field: string; text: string; most: number };

/** Every text of the answers, by the path that faults are told by. */
function fieldsOf({ figures, outcomes, further }: Answers): Typed[] {
  return [
    ...Object.entries(figures).flatMap(([code, figure]) => figureFields(`figures.${code}`, figure)),
    ...Object.entries(outcomes).map(([id, text]) => ({ field: `outcomes.${id}`, text, most: longest.narrative })),
    { field: 'further', text: further ?? '', most: longest.narrative },
  ];
}

function figureFields(at: string, { value, restates, changes, note }: TypedFigure): Typed[] {
  const numerals: [string, string | undefined][] = [
    ['value', value],
    ['restates', restates],
    ...Object.entries(changes ?? {}).map(([each, change]): [string, string | undefined] => [`changes.${each}`, change]),
  ];
  return [
    ...numerals.map(([part, text]) => ({ field: `${at}.${part}`, text: text ?? '', most: longest.numeral })),
    { field: `${at}.note`, text: note ?? '', most: longest.note },
  ];
}
