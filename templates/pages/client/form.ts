/// <reference lib="dom" />

import { answersFrom } from '../../../shared/domain/collection/form.ts';
import { type PastTold, pastTold } from '../../../shared/domain/figures/past.ts';
import { previewed } from '../../../shared/domain/letter/preview.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import type { List } from '../../../shared/domain/office/list.ts';
import type { RuleToKeep } from '../../../shared/domain/office/owing.ts';
import { offerCopying, offerPrinting } from './copying.ts';
import { attendDraft, forgetDraft } from './draft.ts';
import { tellLength } from './length.ts';
import { type AttendedList, attendList } from './list.ts';
import { moveOnByEnter } from './moving-on.ts';
import { attendPasting } from './pasting.ts';
import { fillAtAPress, offerReadings } from './readings.ts';
import { tellRules } from './rules.ts';
import { stayWithoutNetwork } from './sending.ts';
import { refuseLargeSheet } from './sheet.ts';
import { offerStartingPoints } from './starting-point.ts';
import { figuresOf } from './texts.ts';
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
  lists: List[];
  /** What the rules rest on beside the figures and lists of the unit. */
  computed: Indicator[];
  rules: RuleToKeep[];
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
  const confirmation = document.querySelector<HTMLFormElement>('form[data-confirms]');
  if (told && form) attend(form, JSON.parse(told));
  if (told && confirmation) {
    showTimeLeft(JSON.parse(told));
    stayWithoutNetwork(confirmation);
  }
  if (receipt?.dataset.receiptOf) forgetDraft(receipt.dataset.receiptOf);
  offerCopying();
  offerPrinting();
}

function attend(form: HTMLFormElement, asked: AskedOfScript): void {
  const past = pastTold(asked.past);
  const owed = { ...asked, tasks: [] };
  const lists = asked.lists.flatMap(list => {
    const place = document.getElementById(`lists.${list.id}`);
    return place ? [attendList(place, list, listChanged)] : [];
  });
  const tell = (last = '') => {
    const { answers } = answersFrom(figuresOf(form));
    const rows = Object.fromEntries(lists.map(({ list, taken }) => [list.id, taken()]));
    tellRules(owed, past, { figures: answers.figures, lists: rows, last }).forEach(openExplanation);
    for (const indicator of asked.indicators) {
      const told = previewed(indicator, answers.figures[indicator.code], past);
      for (const part of ['understood', 'sentence', 'remark'] as const) {
        const text = told[part];
        const place = document.getElementById(`figures.${indicator.code}.${part}`);
        const said = part === 'understood' && document.getElementById(`figures.${indicator.code}.value.fault`);
        if (!place || said || place.textContent === text) continue;
        place.textContent = text;
        if (part === 'remark' && text) openExplanation(place);
      }
      offerReadings(form, indicator.code, told.readings);
    }
    offerNothing(form);
  };
  const draft = attendDraft({ form, name: asked.draft, lists: lists.map(({ draft }) => draft), filled: tell });
  const changed = (fields: Element[]) => {
    for (const field of fields) takeFaultAway(field);
    tell(/^figures\.[^.]+/.exec(fields[0]?.id ?? '')?.[0]);
    draft.keep(fields);
  };
  function listChanged({ list, field }: AttendedList): void {
    tell(`lists.${list.id}`);
    draft.keep([field() ?? form]);
  }
  offerStartingPoints(field => changed([field]));
  attendPasting({ form, indicators: asked.indicators, changed });
  fillAtAPress(form);
  tellLength(form);
  showTimeLeft(asked);
  stayWithoutNetwork(form);
  refuseLargeSheet(form);
  form.addEventListener('submit', event => {
    const leaves = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'leave';
    if (leaves && !event.defaultPrevented) forgetDraft(asked.draft);
  });
  form.addEventListener('input', ({ target }) => {
    // Those of a list are told by the list.
    if (target instanceof Element && !target.closest('[data-list]')) changed([target]);
  });
  moveOnByEnter(form);
  for (const link of document.querySelectorAll('[data-drops-draft]'))
    link.addEventListener('click', () => forgetDraft(asked.draft));
  tell();
}

/** What stands out is asked to be explained, so the place to do so is shown at once. */
function openExplanation(remark: Element): void {
  const folded = remark.closest('fieldset:not([data-list])')?.querySelector('details');
  if (folded) folded.open = true;
}

/** That there is no figure can be said in one press only while none is typed. */
function offerNothing(form: HTMLFormElement): void {
  const offered = document.querySelector<HTMLElement>('[data-nothing]');
  const figures = [...form.querySelectorAll<HTMLInputElement>('input[name^="figures."][name$=".value"]')];
  if (offered) offered.hidden = figures.some(({ value }) => value.trim() !== '');
}

/** What was at fault in a field is being mended: how it is understood now is told live. */
function takeFaultAway(field: Element): void {
  document.getElementById(`${field.id}.fault`)?.remove();
  document.getElementById(`${field.id}.readings`)?.remove();
  document
    .querySelector(`#faults a[href="#${CSS.escape(field.id)}"]`)
    ?.closest('li')
    ?.remove();
  field.removeAttribute('aria-invalid');
}
