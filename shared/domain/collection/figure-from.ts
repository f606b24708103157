import { changesHandedIn, type Figure, type HandedInChange, isGiven } from '../figures/figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Fault } from '../problem.ts';
import { narrativeFrom } from '../text/narrative.ts';
import type { TypedFigure } from './answers.ts';
import { decimalFrom, type Report } from './decimal-from.ts';
import { unusedBeside } from './unused.ts';

/**
 * Takes a typed figure down, against the office's own figures where those are known. Each fault names its field,
 * "figures.xuat-khau.value", and says what would be right; what the letter would pass over is a fault too.
 */
export function figureFrom(
  typed: TypedFigure | undefined,
  indicator: Indicator,
  past?: Past,
): { figure: Figure; faults: Fault[] } {
  const faults: Fault[] = [];
  const report =
    (part: string): Report =>
    (message, readings) => {
      faults.push({ field: `figures.${indicator.code}.${part}`, message, ...(readings ? { readings } : {}) });
    };
  const { decimals, unitOfMeasure } = indicator;
  const level = (text: string | undefined, part: string) =>
    text?.trim() ? decimalFrom(text, { of: 'Chỉ tiêu này', unitOfMeasure, decimals }, report(part)) : undefined;
  const { value, restates, changes, note } = typed ?? {};
  const change = (each: HandedInChange) =>
    changes?.[each]?.trim()
      ? decimalFrom(
          changes[each],
          { ...aChange, unitOfMeasure: unitOfChange(indicator, each) },
          report(`changes.${each}`),
        )
      : undefined;
  const figure: Figure = {
    state: typed?.state ?? 'missing',
    value: level(value, 'value'),
    restates: level(restates, 'restates'),
    changes: {
      'previous-month': change('previous-month'),
      'same-month-last-year': change('same-month-last-year'),
      'year-to-date': change('year-to-date'),
    },
    note: narrativeFrom(note, report('note')) || undefined,
  };
  const given = isGiven(figure);
  if (typed && !given && value?.trim()) {
    report('value')(
      'Đã chọn không phát sinh hoặc chưa báo cáo thì để trống số liệu; nếu có số liệu, hãy chọn "báo cáo".',
    );
  }
  if (!typed || (given && !value?.trim() && !standsByItsChange(typed, indicator))) {
    report('value')(`Chưa nhập số liệu. Nếu trong kỳ không có, hãy chọn "không phát sinh".`);
  }
  // Of a figure that is still wanted, or is none, nobody can say yet what would be used beside it.
  const settled = !given || figure.value !== undefined || !faults.some(({ field }) => field.endsWith('.value'));
  for (const { part, message } of settled ? unusedBeside(indicator, figure, past) : []) report(part)(message);
  return { figure, faults };
}

const aChange = { of: 'Mức tăng, giảm', decimals: Number.POSITIVE_INFINITY };

/** What a change is counted in. */
function unitOfChange({ comparisons, yearToDate, unitOfMeasure }: Indicator, each: HandedInChange): string {
  const compared = each === 'year-to-date' ? yearToDate?.comparisons : comparisons.filter(one => one.with === each);
  const ways = (compared ?? []).map(({ as }) => as);
  if (ways.includes('amount')) return unitOfMeasure;
  return ways.includes('points') ? 'điểm %' : '%';
}

/** An indicator of which only the change is printed needs no level when the unit hands in the change itself. */
function standsByItsChange(typed: TypedFigure, indicator: Indicator): boolean {
  return indicator.shows === 'change' && changesHandedIn(indicator).some(each => typed.changes?.[each]?.trim());
}
