import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/calendar/day.ts';
import { type MendRequest, unanswered } from '../../../shared/domain/collection/mend-request.ts';
import { type Unclosed, whyUnclosed } from '../../../shared/domain/compilation/unclosed.ts';
import type { MailEntry } from '../../../shared/domain/delivery/mail.ts';
import type { Period } from '../../../shared/domain/office/period.ts';
import { unitsSought } from '../../../shared/domain/office/sought.ts';
import type { Markup } from '../frame.ts';
import { standing } from '../standing.ts';

/** How far a unit is, as its head says. Instants are milliseconds since 1970. */
export type Progress = {
  revision: number;
  receivedAt?: number | undefined;
  draftedAt?: number | undefined;
  /** How many of its tasks it said nothing of. */
  emptyTasks?: number | undefined;
  /** How many of its texts are edited, and how many edits await confirmation, as it wrote other words since. */
  edited?: number | undefined;
  toConfirm?: number | undefined;
  lateAt?: number | undefined;
  fencedAt?: number | undefined;
  extendedUntil?: number | undefined;
  unreadable?: true | undefined;
};

export type UnitsTable = {
  period: Period;
  /** What its document is called within a sentence. */
  document: string;
  heads: ReadonlyMap<string, Progress>;
  mails: MailEntry[];
  requests: MendRequest[];
  /** Those that the letter was compiled without, as their record could not be closed. */
  unclosed: Unclosed[];
  /** True where links may be sent and revoked. */
  buttons: boolean;
  /** What of their names is sought, where they are many; nothing shows all. */
  sought: string;
};

/** So many rows are looked through by eye; of more, some may be asked for by name. */
const foundByEye = 20;

/** Who has handed in, who is writing, who was reminded and when. */
export function unitsTable(shown: UnitsTable): Markup {
  const { period, sought } = shown;
  if (period.units.length <= foundByEye) return rowsOf(period.units, shown);
  const found = unitsSought(period.units, sought);
  return html`${finder(period, sought, found.length)}
${found.length > 0 ? rowsOf(found, shown) : ''}`;
}

function finder({ report, month, units }: Period, sought: string, found: number): Markup {
  const at = `/board/${report}/${month}`;
  const all = html`<a href="${at}#don-vi">Hiện cả ${units.length} đơn vị</a>`;
  return html`<form action="${at}#don-vi" class="row finder"><label for="tim">Tìm đơn vị theo tên</label>
<input type="search" id="tim" name="tim" value="${sought}"><button class="secondary">Tìm</button></form>
${sought ? html`<p role="status">${found > 0 ? `${found}/${units.length} đơn vị` : 'Không đơn vị nào'} có "${sought}" trong tên. ${all}</p>` : ''}`;
}

function rowsOf(
  units: Period['units'],
  { period, document, heads, mails, requests, unclosed, buttons }: UnitsTable,
): Markup {
  const reminders = remindersByUnit(mails);
  const left = new Map(unclosed.map(unit => [unit.id, unit]));
  return html`<table class="cards" tabindex="0"><thead><tr><th scope="col">Đơn vị</th><th scope="col">Tình trạng</th><th scope="col">Đã nhắc</th>${buttons ? html`<th scope="col" class="no-print">Đường dẫn</th>` : ''}</tr></thead>
<tbody>${owingFirst(units, heads, requests).map(
    unit => html`<tr><th scope="row"><a href="/board/${period.report}/${period.month}/units/${unit.id}">${unit.name}</a>${toMend(unit.id, heads, requests)}</th><td data-name="Tình trạng"><span>${progressOf(heads.get(unit.id), period)}${edited(unit.id, period, heads.get(unit.id))}${leftOut(document, left.get(unit.id), heads.get(unit.id))}</span></td>
<td data-name="Đã nhắc">${reminded(reminders.get(unit.id) ?? [])}</td>${buttons ? html`<td class="no-print" data-name="Đường dẫn">${unitButtons(period, unit.id)}</td>` : ''}</tr>`,
  )}</tbody></table>`;
}

/** How far a unit is, in words. */
export function progressOf(head: Progress | undefined, { state }: Pick<Period, 'state'>): Markup {
  const { revision = 0, receivedAt = 0, draftedAt, emptyTasks = 0, lateAt, unreadable } = head ?? {};
  if (unreadable) return standing('bad', 'không đọc được bản ghi; hãy báo cán bộ kỹ thuật');
  return html`${revision > 0 ? html`${standing('good', `đã nộp lần ${revision}`)}, ${inWords(receivedAt)}` : notYet(state)}
${emptyTasks === 0 ? '' : html`<br>${standing('wanting', `${emptyTasks} nhiệm vụ chưa có kết quả`)}`}
${draftedAt === undefined ? '' : html`<br>có bản nháp, ${inWords(draftedAt)}`}
${lateAt === undefined ? '' : html`<br>${standing('bad', 'gửi muộn')}, không nhận, ${inWords(lateAt)}`}`;
}

/** Whom somebody has to ask comes first: who owes, then who was asked to mend; the others as the office has them. */
function owingFirst(units: Period['units'], heads: UnitsTable['heads'], requests: MendRequest[]): Period['units'] {
  const rank = ({ id }: Period['units'][number]) => {
    const revision = heads.get(id)?.revision ?? 0;
    return revision === 0 ? 0 : unanswered(requests, { unit: id, revision }) ? 1 : 2;
  };
  return units.toSorted((one, other) => rank(one) - rank(other));
}

/** How much of what a unit wrote is edited, and what of it awaits confirmation: the way to where both are done. */
function edited(unit: string, { report, month }: Period, head: Progress | undefined): Markup {
  const { edited = 0, toConfirm = 0 } = head ?? {};
  if (edited + toConfirm === 0) return html``;
  const stands = edited === 0 ? '' : `biên tập ${edited} mục`;
  const waits = toConfirm === 0 ? '' : standing('wanting', `${toConfirm} lời biên tập chờ xác nhận`);
  return html`<br><a href="/board/${report}/${month}/units/${unit}/edit">${stands}${stands && waits ? ', ' : ''}${waits}</a>`;
}

/** That a unit was asked to mend what it handed in last. */
function toMend(unit: string, heads: UnitsTable['heads'], requests: MendRequest[]): Markup {
  const request = unanswered(requests, { unit, revision: heads.get(unit)?.revision ?? 0 });
  return request ? html`<br>${standing('wanting', 'đã yêu cầu sửa, chưa nộp lại')}` : html``;
}

/** That a unit is in no letter whatever it handed in, and whether it is closed by now. */
function leftOut(document: string, unclosed: Unclosed | undefined, head: Progress | undefined): Markup {
  if (!unclosed) return html``;
  const since = head?.fencedAt === undefined ? 'hệ thống vẫn thử lại' : `chốt được lúc ${inWords(head.fencedAt)}`;
  return html`<br>${standing('bad', `không chốt được khi lập ${document}, không có trong ${document}`)}: ${whyUnclosed[unclosed.why]}${unclosed.why === 'unfenced' ? `; ${since}` : ''}`;
}

function notYet(state: Period['state']): Markup {
  return state === 'open' ? standing('wanting', 'chưa nộp') : standing('bad', 'không nộp');
}

/** Gone through once: an office of thousands has tens of thousands of mails. */
function remindersByUnit(mails: MailEntry[]): Map<string, MailEntry[]> {
  const reminders = mails.filter(({ step, state }) => /^(reminder|nudge)-/.test(step) && state !== 'pending');
  return Map.groupBy(reminders, ({ to }) => (to.kind === 'unit' ? to.unit : ''));
}

function reminded(reminders: MailEntry[]): string {
  return [...new Set(reminders.map(({ at }) => inWords(at)))].join('; ') || 'chưa nhắc';
}

/** What a coordinator may do about a unit's links. */
export function unitButtons({ report, month }: Period, unit: string): Markup {
  const at = `/board/${report}/${month}`;
  return html`<form method="post" class="row"><input type="hidden" name="unit" value="${unit}">
<button class="secondary outline" formaction="${at}/link">Gửi lại đường dẫn</button>
<button class="secondary outline" formmethod="get" formaction="${at}/revoke">Thu hồi đường dẫn</button></form>`;
}
