/// <reference lib="dom" />
import type { Indicator } from '../../../shared/domain/department.ts';
import { answersFrom } from '../../../shared/domain/form.ts';
import { previewed } from '../../../shared/domain/letter/preview.ts';
import { forgetDraft, keepDraft, restoreDraft } from './draft.ts';

/**
 * What the form does better with a script: the sentence of each figure appears as it is typed, made by the letter's own
 * code, and what is typed is kept in the browser. Without it everything still works.
 */

/** What the page tells its script, as JSON in the element "asked". */
export type AskedOfScript = {
  /** Names the draft: report, month and unit. */
  draft: string;
  month: string;
  indicators: Indicator[];
  /** The figures of earlier months: month, then value by indicator. */
  series: [string, [string, string][]][];
};

const told = document.getElementById('asked')?.textContent;
const form = document.querySelector<HTMLFormElement>('form[data-hand-in]');
const receipt = document.querySelector<HTMLElement>('[data-receipt-of]');

if (told && form) attend(form, JSON.parse(told));
if (receipt?.dataset.receiptOf) forgetDraft(receipt.dataset.receiptOf);

function attend(form: HTMLFormElement, asked: AskedOfScript): void {
  const series = new Map(asked.series.map(([month, values]) => [month, new Map(values)]));
  restoreDraft(form, asked.draft);
  const showSentences = () => {
    const { answers } = answersFrom(textsOf(form));
    for (const indicator of asked.indicators) {
      const typed = answers.figures[indicator.code];
      const sentence = typed && previewed({ indicator, typed, month: asked.month, series });
      const place = document.getElementById(`figures.${indicator.code}.sentence`);
      if (place) place.textContent = sentence ? `Trong công văn: ${sentence}` : '';
    }
  };
  form.addEventListener('input', () => {
    showSentences();
    keepDraft(form, asked.draft);
  });
  showSentences();
}

function textsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)]);
}
