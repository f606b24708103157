import type { FigureState } from '../figures/figure.ts';
import type { Indicator } from '../office/indicator.ts';
import { own } from '../text/own.ts';
import type { Answers } from './answers.ts';
import type { Pasted } from './pasted.ts';

/** The figures as typed, those of which a number was found filled with it; nothing else changes. */
export function withPasted(figures: Answers['figures'], values: ReadonlyMap<string, string>): Answers['figures'] {
  const filled = [...values].map(([code, value]) => {
    const typed = own(figures, code);
    return [code, { ...typed, state: stateOnceFilled(typed?.state), value }] as const;
  });
  return { ...figures, ...Object.fromEntries(filled) };
}

/** What there is a number of is reported, or estimated where that was chosen before. */
export function stateOnceFilled(state: FigureState | undefined): FigureState {
  return state === 'estimated' ? 'estimated' : 'reported';
}

/** The same as fields of the form. */
export function fieldsFilled(
  figures: Answers['figures'],
  values: ReadonlyMap<string, string>,
): (readonly [field: string, text: string])[] {
  return [...values].flatMap(([code, value]) => [
    [`figures.${code}.value`, value] as const,
    [`figures.${code}.state`, stateOnceFilled(own(figures, code)?.state)] as const,
  ]);
}

/**
 * What is told of cells: `notice` once they were filled in, `offer` before, each with the figures that stay as they were, and every row
 * that is not used. No old figure stays silently, and no row is lost silently.
 */
export type FoundTold = { notice: string; offer: string; unread: string[] };

/** The same in words; `before` is what was typed before. */
export function foundTold({ values, unread }: Pasted, indicators: Indicator[], before: Answers['figures']): FoundTold {
  const named = indicators.map(({ code, name }) => ({
    name,
    is: values.get(code),
    was: own(before, code)?.value?.trim(),
  }));
  const found = named.flatMap(({ name, is, was }) =>
    is === undefined ? [] : [was && was !== is ? `${name} ${is} (trước là ${was})` : `${name} ${is}`],
  );
  const kept = named.flatMap(({ name, is, was }) => (is === undefined && was ? [`${name} ${was}`] : []));
  const counted = `${found.length}/${indicators.length} số liệu`;
  const staying = kept.length > 0 ? ` Vẫn giữ số đã có: ${kept.join('; ')}.` : '';
  const filled = `Đã điền ${counted}, chưa nộp; hãy xem lại từng số.`;
  return {
    notice: `${found.length > 0 ? filled : 'Chưa điền được số liệu nào.'}${staying}`,
    offer: `${counted}${found.length > 0 ? `: ${found.join('; ')}` : ''}.${staying}`,
    unread: unread.map(({ row, why }) => `${row} (${why})`),
  };
}
