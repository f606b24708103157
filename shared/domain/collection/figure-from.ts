import { changesHandedIn, type Figure, isGiven } from '../figures/figure.ts';
import type { Past } from '../figures/past.ts';
import type { Indicator } from '../office/indicator.ts';
import type { Fault } from '../problem.ts';
import { narrativeFrom } from '../text/narrative.ts';
import type { TypedFigure } from './answers.ts';
import { decimalFrom } from './decimal-from.ts';
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
  const report = (part: string) => (message: string) => {
    faults.push({ field: `figures.${indicator.code}.${part}`, message });
  };
  const decimal = (text: string | undefined, part: string, decimals = Number.POSITIVE_INFINITY) =>
    text?.trim() ? decimalFrom(text, { of: 'Chỉ tiêu này', decimals }, report(part)) : undefined;
  const { value, restates, changes, note } = typed ?? {};
  const figure: Figure = {
    state: typed?.state ?? 'missing',
    value: decimal(value, 'value', indicator.decimals),
    restates: decimal(restates, 'restates', indicator.decimals),
    changes: {
      'previous-month': decimal(changes?.['previous-month'], 'changes.previous-month'),
      'same-month-last-year': decimal(changes?.['same-month-last-year'], 'changes.same-month-last-year'),
      'year-to-date': decimal(changes?.['year-to-date'], 'changes.year-to-date'),
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
    report('value')(`Chưa nhập ${indicator.name}. Nếu trong kỳ không có, hãy chọn "không phát sinh".`);
  }
  // Of a figure that is still wanted, or is none, nobody can say yet what would be used beside it.
  const settled = !given || figure.value !== undefined || !faults.some(({ field }) => field.endsWith('.value'));
  for (const { part, message } of settled ? unusedBeside(indicator, figure, past) : []) report(part)(message);
  return { figure, faults };
}

/** An indicator of which only the change is printed needs no level when the unit hands in the change itself. */
function standsByItsChange(typed: TypedFigure, indicator: Indicator): boolean {
  return indicator.shows === 'change' && changesHandedIn(indicator).some(each => typed.changes?.[each]?.trim());
}
