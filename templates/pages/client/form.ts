/// <reference lib="dom" />

import './older-browsers.ts';

import { isExplained, judging } from '../../../shared/domain/collection/broken-rules.ts';
import { computedOfUnit, measuringUnit } from '../../../shared/domain/collection/unit-measures.ts';
import { type PastTold, pastTold } from '../../../shared/domain/figures/past.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import type { List } from '../../../shared/domain/office/list.ts';
import type { RuleToKeep } from '../../../shared/domain/office/owing.ts';
import { offerCopying, offerPrinting } from './copying.ts';
import { attendDraft, forgetDraft } from './draft.ts';
import { codesOf, openExplanation, pageFigures } from './figures.ts';
import { checkFilesHere } from './file-check.ts';
import { tellLength } from './length.ts';
import { type AttendedList, attendList } from './list.ts';
import { goThroughGrid, moveOnByEnter } from './moving-on.ts';
import { attendPasting } from './pasting.ts';
import { fillAtAPress } from './readings.ts';
import { tellRules } from './rules.ts';
import { pressedIn, stayWithoutNetwork } from './sending.ts';
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
  checkFilesHere();
}

function attend(form: HTMLFormElement, asked: AskedOfScript): void {
  const past = pastTold(asked.past);
  const owed = { ...asked, tasks: [] };
  const figures = pageFigures(asked.indicators, computedOfUnit(owed), past);
  const [measuring, broken] = [measuringUnit(owed, past), judging(owed, past)];
  const lists = asked.lists.flatMap(list => {
    const place = document.getElementById(`lists.${list.id}`);
    return place ? [attendList(place, list, listChanged)] : [];
  });
  const tell = (touched: string[], last = '') => {
    figures.touch(touched);
    const rows = Object.fromEntries(lists.map(({ list, taken }) => [list.id, taken()]));
    const given = { figures: figures.taken, lists: rows };
    const measures = measuring(given);
    figures.tellReckoned(measures, touched);
    const unexplained = broken(measures).filter(each => !isExplained(each, given));
    tellRules(unexplained, last).forEach(openExplanation);
    offerNothing(form);
  };
  const tellAll = () => tell(figures.codes);
  const draft = attendDraft({ form, name: asked.draft, lists: lists.map(({ draft }) => draft), filled: tellAll });
  const changed = (fields: Element[]) => {
    for (const field of fields) takeFaultAway(field);
    const codes = codesOf(fields);
    tell(codes, `figures.${codes[0]}`);
    draft.keepFields(fields);
  };
  function listChanged({ draft: rows }: AttendedList): void {
    tell([], rows.name);
    draft.keepList(rows);
  }
  offerStartingPoints(field => changed([field]));
  attendPasting({ form, indicators: asked.indicators, changed });
  fillAtAPress(form);
  tellLength(form);
  showTimeLeft(asked);
  const pressed = pressedIn(form);
  stayWithoutNetwork(form, pressed);
  refuseLargeSheet(form);
  form.addEventListener('submit', event => {
    if (pressed()?.value === 'leave' && !event.defaultPrevented) forgetDraft(asked.draft);
  });
  form.addEventListener('input', ({ target }) => {
    // Those of a list are told by the list.
    if (target instanceof Element && !target.closest('[data-list]')) changed([target]);
  });
  moveOnByEnter(form);
  goThroughGrid(form);
  for (const link of document.querySelectorAll('[data-drops-draft]'))
    link.addEventListener('click', () => forgetDraft(asked.draft));
  tellAll();
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
  const listed = document.querySelector(`#faults a[href="#${CSS.escape(field.id)}"]`)?.closest('li');
  if (listed) tellWhatIsLeft(listed);
  field.removeAttribute('aria-invalid');
}

/** The summary of faults, once one of them is being mended. */
function tellWhatIsLeft(mended: Element): void {
  const summary = mended.closest('#faults');
  mended.remove();
  const left = summary?.querySelectorAll('li').length ?? 0;
  const [heading, words] = [summary?.querySelector('h2'), summary?.querySelector('p')];
  if (!heading || !words) return;
  heading.textContent = left > 0 ? `Còn ${left} chỗ cần sửa` : 'Đã sửa các chỗ đã nêu';
  if (left === 0) words.textContent = 'Chưa nộp. Hãy bấm "Nộp báo cáo" để kiểm tra lại.';
}
