/// <reference lib="dom" />

import { answersFrom } from '../../../shared/domain/collection/form.ts';
import { type PastTold, pastTold } from '../../../shared/domain/figures/past.ts';
import { previewed } from '../../../shared/domain/letter/preview.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { offerCopying, offerPrinting } from './copying.ts';
import { attendDraft, forgetDraft } from './draft.ts';
import { tellLength } from './length.ts';
import { spreadPasted } from './pasting.ts';
import { stayWithoutNetwork } from './sending.ts';
import { refuseLargeSheet } from './sheet.ts';
import { offerStartingPoints } from './starting-point.ts';
import { showTimeLeft } from './time-left.ts';

/**
 * What the form does better with a script: each figure tells how it is understood and the sentence it becomes as it is typed,
 * by the letter's own code, and what is typed is kept in the browser. Without it everything works.
 */

/** What the page tells its script, as JSON in the element "asked". Instants in milliseconds since 1970. */
export type AskedOfScript = {
  /** Names the draft: report, month and unit. */
  draft: string;
  month: string;
  indicators: Indicator[];
  /** What the figures are compared with. */
  past: PastTold;
  deadline: number;
  now: number;
};

attendPage();

function attendPage(): void {
  const told = document.getElementById('asked')?.textContent;
  const form = document.querySelector<HTMLFormElement>('form[data-hand-in]');
  const receipt = document.querySelector<HTMLElement>('[data-receipt-of]');
  if (told && form) attend(form, JSON.parse(told));
  if (receipt?.dataset.receiptOf) forgetDraft(receipt.dataset.receiptOf);
  offerCopying();
  offerPrinting();
}

function attend(form: HTMLFormElement, asked: AskedOfScript): void {
  const past = pastTold(asked.past);
  const tell = () => {
    const { answers } = answersFrom(textsOf(form));
    for (const indicator of asked.indicators) {
      const told = previewed(indicator, answers.figures[indicator.code], past);
      for (const [part, text] of Object.entries(told)) {
        const place = document.getElementById(`figures.${indicator.code}.${part}`);
        const said = part === 'understood' && document.getElementById(`figures.${indicator.code}.value.fault`);
        if (!place || said || place.textContent === text) continue;
        place.textContent = text;
        if (part === 'remark' && text) openExplanation(place);
      }
    }
  };
  const draft = attendDraft({ form, name: asked.draft, lists: [], filled: tell });
  const changed = (fields: Element[]) => {
    for (const field of fields) takeFaultAway(field);
    tell();
    draft.keep(fields);
  };
  offerStartingPoints(field => changed([field]));
  spreadPasted(form, asked.indicators, changed);
  tellLength(form);
  showTimeLeft(asked);
  stayWithoutNetwork(form);
  refuseLargeSheet(form);
  form.addEventListener('input', ({ target }) => {
    if (target instanceof Element) changed([target]);
  });
  document.querySelector('[data-drops-draft]')?.addEventListener('click', () => forgetDraft(asked.draft));
  tell();
}

/** What stands out is asked to be explained, so the place to do so is shown at once. */
function openExplanation(remark: Element): void {
  const folded = remark.closest('fieldset')?.querySelector('details');
  if (folded) folded.open = true;
}

/** What was at fault in a field is being mended: how it is understood now is told live. */
function takeFaultAway(field: Element): void {
  document.getElementById(`${field.id}.fault`)?.remove();
  field.removeAttribute('aria-invalid');
}

function textsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}
