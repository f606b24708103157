import Big from 'big.js';
import { spanInWords } from '../calendar/term.ts';
import { compared, comparedWithTerms, restsOnTheTermBefore, termAgainst } from '../figures/comparing.ts';
import { changesHandedIn, type Figure, type HandedInChange, handedInChanges, isGiven } from '../figures/figure.ts';
import { issuedIn, type Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import { writeNumeral } from '../text/numeral.ts';

/** Something typed that no letter would tell: the field's part, and what to do about it. */
export type Unused = { part: string; message: string };

/** What a change is against, in words; the term is not known where only the text was looked at. */
const against: Record<HandedInChange, (past: Past | undefined) => string> = {
  'previous-month': past => `${spanOf(past)} trước`,
  'same-month-last-year': () => 'cùng kỳ năm trước',
  'year-to-date': () => 'lũy kế cùng kỳ năm trước',
};

function spanOf(past: Past | undefined): string {
  return past ? spanInWords(past.month) : 'kỳ';
}

/**
 * What a unit typed beside a figure that the letter would pass over, so that it is refused before it is handed in and a
 * receipt never shows what the letter does not. What the office computes itself is known only with the past.
 */
export function unusedBeside(indicator: Indicator, figure: Figure, past: Past | undefined): Unused[] {
  const changes = handedInChanges.flatMap(each => {
    const why = figure.changes[each] === undefined ? undefined : whyNoChange(indicator, each, { figure, past });
    return why ? [{ part: `changes.${each}`, message: why }] : [];
  });
  const why = figure.restates === undefined ? undefined : whyNotRestated(indicator, figure, past);
  return why ? [...changes, { part: 'restates', message: why }] : changes;
}

/**
 * The changes that a form offers to hand in: where the office has no base, and of an indicator that may stand by its change
 * alone.
 */
export function changesAskedFor(indicator: Indicator, past: Past): HandedInChange[] {
  return changesHandedIn(indicator).filter(
    change =>
      change === 'year-to-date' ||
      indicator.shows === 'change' ||
      issuedIn(past, indicator, termAgainst(past.month, change)) === undefined,
  );
}

type Told = { figure: Figure; past: Past | undefined };

function whyNoChange(indicator: Indicator, each: HandedInChange, { figure, past }: Told): string | undefined {
  if (!changesHandedIn(indicator).includes(each))
    return `Chỉ tiêu này không so với ${against[each](past)}; hãy để trống ô này.`;
  if (!isGiven(figure)) return withoutFigure;
  const comparison = comparedWithTerms(indicator).find(comparison => comparison.with === each);
  if (!comparison) return undefined;
  const { base, by, change } = past ? compared(indicator, comparison, figure, past) : { by: 'unit' as const };
  if (by === 'unit' || base === undefined) return undefined;
  if (!change)
    return `Số liệu ${against[each](past)} là ${writeNumeral(base)}, không tính được phần trăm; hãy để trống ô này.`;
  const restated = each === 'previous-month' && figure.restates !== undefined;
  const source = `từ số ${restated ? 'điều chỉnh' : 'đã phát hành'} (${writeNumeral(base)})`;
  const mend = each === 'previous-month' ? `, hoặc sửa số liệu ${spanOf(past)} trước ở ô điều chỉnh` : '';
  return `Cơ quan tự tính so với ${against[each](past)} ${source}; hãy để trống ô này${mend}.`;
}

function whyNotRestated(indicator: Indicator, figure: Figure, past: Past | undefined): string | undefined {
  if (!restsOnTheTermBefore(indicator))
    return `Chỉ tiêu này không so với ${spanOf(past)} trước; hãy để trống ô này. ${toCorrect}`;
  if (!isGiven(figure)) return `${withoutFigure} ${toCorrect}`;
  if (figure.value === undefined) {
    return `Số ${spanOf(past)} trước điều chỉnh chỉ để so với số liệu ${spanOf(past)} này; hãy nhập số liệu, hoặc để trống ô này.`;
  }
  const issued = past && issuedIn(past, indicator, termAgainst(past.month, 'previous-month'));
  if (issued === undefined || figure.restates === undefined || !new Big(issued).eq(figure.restates)) return undefined;
  return `Đúng bằng số đã phát hành (${writeNumeral(issued)}), không phải điều chỉnh; hãy để trống ô này.`;
}

const withoutFigure = 'Đã chọn không phát sinh hoặc chưa báo cáo thì để trống ô này.';
const toCorrect = 'Cần sửa số đã phát hành thì báo phòng tổng hợp.';
