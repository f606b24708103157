import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/calendar/day.ts';
import { isSettled, type MailEntry, mailName } from '../../../shared/domain/delivery/mail.ts';
import { stateAsRead } from '../../../shared/domain/delivery/returned.ts';
import { isLetter } from '../../../shared/domain/delivery/sending-again.ts';
import type { Period } from '../../../shared/domain/office/period.ts';
import { longestLine } from '../../../shared/domain/text/line.ts';
import { stepName } from '../../step-name.ts';
import type { Markup } from '../frame.ts';
import { mailStanding, mailStates, notSent } from './mail-states.ts';

export type LettersTable = {
  period: Period;
  /** What its document is called within a sentence. */
  document: string;
  letters: MailEntry[];
  /** The lines of Nơi nhận, in the order they are printed. */
  lines: string[];
  resends: boolean;
  /** Those that wait and will never go. */
  idle: ReadonlySet<MailEntry>;
};

/** The letter's deliveries, by the lines of Nơi nhận as they are printed; a line that only prints says so. */
export function lettersTable({ letters, lines, ...shown }: LettersTable): Markup {
  const { resends } = shown;
  const byLine = Map.groupBy(letters, letter => linesOf(letter)[0] ?? '');
  const groups = [...new Set([...lines, ...byLine.keys()])];
  return html`<p>${tally(letters.filter(isLetter))}</p>
<table class="cards" tabindex="0"><thead><tr><th scope="col">Nơi nhận</th><th scope="col">Tình trạng</th><th scope="col">Lúc</th>${resends ? html`<th scope="col" class="no-print">Gửi lại</th>` : ''}</tr></thead>
${groups.map(line => {
  const sent = byLine.get(line) ?? [];
  return html`<tbody><tr><th scope="rowgroup" colspan="${resends ? 4 : 3}">- ${line}${sent.length === 0 ? html` <small>(chỉ in, không có địa chỉ thư)</small>` : ''}</th></tr>
${sent.map(letter => letterRow(letter, shown))}</tbody>`;
})}</table>`;
}

type Shown = Omit<LettersTable, 'letters' | 'lines'>;

function letterRow(letter: MailEntry, shown: Shown): Markup {
  const [, ...further] = linesOf(letter);
  return html`<tr><td data-name="Địa chỉ"><span>${letter.address}${again(letter)}${further.length > 0 ? html`<br><small>cũng là: ${further.join('; ')}</small>` : ''}</span></td>
<td data-name="Tình trạng"><span>${shown.idle.has(letter) ? notSent : mailStanding(letter)}</span></td><td data-name="Lúc">${inWords(letter.at)}</td>${
    shown.resends
      ? html`<td class="no-print">${isLetter(letter) && isSettled(letter.state) ? resendForm(letter, shown) : ''}</td>`
      : ''
  }</tr>`;
}

function linesOf({ to }: MailEntry): string[] {
  return to.kind === 'recipient' ? to.lines : [];
}

/** What it is, where it is not the letter as it was first sent. */
function again({ step }: MailEntry): string {
  return step.startsWith('edition-') ? '' : ` (${stepName(step)})`;
}

/** "10 đã đến, 1 bị trả lại". */
function tally(letters: MailEntry[]): string {
  const counts = Map.groupBy(letters, letter => mailStates[stateAsRead(letter)][1]);
  return [...counts].map(([words, { length }]) => `${length} ${words}`).join(', ');
}

function resendForm(mail: MailEntry, { period: { report, month }, document }: Shown): Markup {
  return html`<details><summary>Gửi lại…</summary>
<form method="post" action="/board/${report}/${month}/resend">
<input type="hidden" name="mail" value="${mailName(mail)}">
<label>Địa chỉ <input name="address" type="email" required value="${mail.address}"></label>
<label>Lý do, một dòng, tối đa ${longestLine} ký tự <input name="reason" required></label>
<button class="secondary" type="submit">Gửi lại ${document}</button></form></details>`;
}
