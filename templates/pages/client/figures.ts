/// <reference lib="dom" />
import { figureFrom } from '../../../shared/domain/collection/figure-from.ts';
import { answersFrom } from '../../../shared/domain/collection/form.ts';
import type { Figure } from '../../../shared/domain/figures/figure.ts';
import type { Measures } from '../../../shared/domain/figures/measures.ts';
import type { Past } from '../../../shared/domain/figures/past.ts';
import { previewed } from '../../../shared/domain/letter/preview.ts';
import { reckoned } from '../../../shared/domain/letter/reckoned.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { offerReadings } from './readings.ts';
import { figuresIn } from './texts.ts';

/** The figures on the page. What is typed of one is read again only when it was touched: there may be 300 of them. */
export type PageFigures = {
  codes: string[];
  /** As far as they can be taken down. */
  taken: Record<string, Figure>;
  /** Reads figures again, and says of each how it is understood, what it becomes and what stands out in it. */
  touch: (codes: string[]) => void;
  /** Says what those touched and all that is computed come to. */
  tellReckoned: (measures: Measures, codes: string[]) => void;
};

export function pageFigures(indicators: Indicator[], computed: Indicator[], past: Past): PageFigures {
  const byCode = new Map(indicators.map(indicator => [indicator.code, indicator]));
  const taken: Record<string, Figure> = {};
  const among = (codes: string[]) => codes.flatMap(code => byCode.get(code) ?? []);
  return {
    codes: [...byCode.keys()],
    taken,
    touch: codes => {
      for (const indicator of among(codes)) {
        const { code } = indicator;
        const place = document.getElementById(`figures.${code}`);
        const typed = place ? answersFrom(figuresIn(place)).answers.figures[code] : undefined;
        taken[code] = figureFrom(typed, indicator, past).figure;
        const told = previewed(indicator, typed, past);
        for (const part of ['understood', 'sentence', 'remark'] as const) tell(code, part, told[part]);
        if (place) offerReadings(place, told.readings);
      }
    },
    tellReckoned: (measures, codes) => {
      for (const indicator of [...among(codes), ...computed]) {
        const { value, yearToDate } = reckoned(indicator, measures, past.unit ?? '');
        if (!byCode.has(indicator.code)) write(document.getElementById(`figures.${indicator.code}.value`), value);
        const year = document.getElementById(`figures.${indicator.code}.year`);
        write(year, yearToDate);
        if (year?.parentElement) year.parentElement.hidden = yearToDate === '';
      }
    },
  };
}

/** What is still said of a fault in the number is not said twice. */
function tell(code: string, part: 'understood' | 'sentence' | 'remark', text: string): void {
  const place = document.getElementById(`figures.${code}.${part}`);
  const said = part === 'understood' && document.getElementById(`figures.${code}.value.fault`);
  if (!place || said) return;
  const changed = write(place, text);
  if (changed && part === 'remark' && text) openExplanation(place);
}

function write(place: Element | null, text: string): boolean {
  if (!place || place.textContent === text) return false;
  place.textContent = text;
  return true;
}

/** What stands out is asked to be explained, so the place to do so is shown at once. */
export function openExplanation(remark: Element): void {
  const folded = remark.closest('fieldset:not([data-list])')?.querySelector('details');
  if (folded) folded.open = true;
}

/** The codes of the figures that fields are of, each once. */
export function codesOf(fields: Element[]): string[] {
  return [...new Set(fields.flatMap(({ id }) => /^figures\.([^.]+)\./.exec(id)?.[1] ?? []))];
}
