import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/day.ts';
import type { MailEntry } from '../../../shared/domain/mail.ts';
import type { OwingUnit, Period } from '../../../shared/domain/period.ts';
import type { Markup } from '../frame.ts';

/** How far a unit is, as its head says. Instants are milliseconds since 1970. */
export type Standing = {
  revision: number;
  receivedAt?: number | undefined;
  draftedAt?: number | undefined;
  lateAt?: number | undefined;
};

export type UnitsTable = {
  period: Period;
  heads: ReadonlyMap<string, Standing>;
  mails: MailEntry[];
  /** True where links may be sent and revoked. */
  buttons: boolean;
};

/** Who has handed in, who is writing, who was reminded and when. */
export function unitsTable({ period, heads, mails, buttons }: UnitsTable): Markup {
  return html`<table tabindex="0"><thead><tr><th scope="col">Đơn vị</th><th scope="col">Tình trạng</th><th scope="col">Đã nhắc</th>${buttons ? html`<th scope="col" class="no-print">Đường dẫn</th>` : ''}</tr></thead>
<tbody>${period.units.map(
    unit => html`<tr><th scope="row">${unit.name}</th><td>${standing(heads.get(unit.id))}</td>
<td>${reminded(mails, unit)}</td>${buttons ? html`<td class="no-print">${unitButtons(period, unit.id)}</td>` : ''}</tr>`,
  )}</tbody></table>`;
}

function standing(head: Standing | undefined): Markup {
  const { revision = 0, receivedAt = 0, draftedAt, lateAt } = head ?? {};
  const lines = [
    revision > 0 ? `đã nộp lần ${revision}, ${inWords(receivedAt)}` : 'chưa nộp',
    draftedAt === undefined ? '' : `có bản nháp, ${inWords(draftedAt)}`,
    lateAt === undefined ? '' : `gửi muộn, không nhận, ${inWords(lateAt)}`,
  ];
  return html`${lines.filter(Boolean).map((line, at) => (at > 0 ? html`<br>${line}` : line))}`;
}

function reminded(mails: MailEntry[], { id }: OwingUnit): string {
  const sent = mails.filter(
    ({ step, to, state }) =>
      /^(reminder|nudge)-/.test(step) && to.kind === 'unit' && to.unit === id && state !== 'pending',
  );
  return [...new Set(sent.map(({ at }) => inWords(at)))].join('; ') || 'chưa';
}

function unitButtons({ report, month }: Period, unit: string): Markup {
  const at = `/board/${report}/${month}`;
  return html`<form method="post" class="actions"><input type="hidden" name="unit" value="${unit}">
<button class="secondary outline" formaction="${at}/link">Gửi lại</button>
<button class="secondary outline" formaction="${at}/revoke">Thu hồi</button></form>`;
}
