import { inBatches } from '../batches.ts';
import type { Term } from '../domain/calendar/term.ts';
import type { Correction } from '../domain/collection/correction.ts';
import { correctionNotices, untoldCorrections } from '../domain/delivery/correction-notices.ts';
import {
  isSettled,
  MailEntry,
  type MailId,
  type MailState,
  mailName,
  type Posted,
  stateAfter,
  statesBefore,
} from '../domain/delivery/mail.ts';
import { coordinatorNotices, type Notice } from '../domain/delivery/notices.ts';
import { untoldIn } from '../domain/delivery/troubles.ts';
import type { Department } from '../domain/office/department.ts';
import type { Period } from '../domain/office/period.ts';
import { shortened } from '../domain/text/shortened.ts';
import { sha256 } from '../token.ts';
import { type Key, putOnce, query, type Table, update } from './table.ts';

/**
 * Enters the mails that are to be sent and are not in the ledger yet. Entering one again changes nothing, so a step that runs
 * twice, or beside itself, mails once. The whole ledger of the period.
 */
export async function plan(
  table: Table,
  period: { report: string; month: string },
  mails: Notice[],
  at: number,
): Promise<MailEntry[]> {
  const known = await mailsOf(table, period);
  const keys = new Set(known.map(mailName));
  const missing = mails.filter(mail => !keys.has(mailName({ step: mail.step, recipient: recipientOf(mail) })));
  await enterMails(table, missing, at);
  return missing.length > 0 ? mailsOf(table, period) : known;
}

/** Enters mails that are to be sent: those of them that were in the ledger under no hand before. */
export async function enterMails(table: Table, mails: Notice[], at: number): Promise<MailEntry[]> {
  const entered = await inBatches(mails, 16, async mail => {
    const entry: MailEntry = { ...mail, recipient: recipientOf(mail), state: 'pending', attempts: 0, at };
    return (await putOnce(table, { ...keyOf(entry), ...entry })) ? [entry] : [];
  });
  return entered.flat();
}

/**
 * Enters word to the coordinators of mails in trouble of which they have not been told. It is named by what it tells of, so
 * that each trouble is told once, and the next one is another word. The whole ledger of the period.
 */
export async function planWords(
  table: Table,
  period: { report: string; month: Term },
  { ledger, office, now }: { ledger: MailEntry[]; office: Pick<Department, 'staff'>; now: number },
): Promise<MailEntry[]> {
  const words = untoldIn(ledger, now).flatMap(({ trouble, about }) => {
    const step = `${trouble}-${sha256(about.join('\n')).slice(0, 16)}`;
    return coordinatorNotices(period, step, office).map(word => ({ ...word, about }));
  });
  return words.length > 0 ? plan(table, period, words, now) : ledger;
}

/**
 * Enters word to the coordinators of corrections of which they have not been told, named by what it tells of, and to each unit what was
 * decided on its own. The whole ledger of the period.
 */
export async function planCorrections(
  table: Table,
  period: Period,
  {
    ledger,
    corrections,
    office,
    now,
  }: { ledger: MailEntry[]; corrections: Correction[]; office: Pick<Department, 'staff'>; now: number },
): Promise<MailEntry[]> {
  const about = untoldCorrections(corrections, ledger);
  const step = `ask-${sha256(about.join('\n')).slice(0, 16)}`;
  const asked = about.length > 0 ? coordinatorNotices(period, step, office).map(word => ({ ...word, about })) : [];
  const notices = [...asked, ...correctionNotices(period, corrections)];
  return notices.length > 0 ? plan(table, period, notices, now) : ledger;
}

/** Claims a mail that is written and now sent; undefined when someone else has, or it needs no sending any more. */
export async function claim(table: Table, id: MailId, at: number): Promise<MailEntry | undefined> {
  const item = await update(table, keyOf(id), {
    set: ['#state = :claimed', 'attempts = attempts + :one', '#at = :at'],
    remove: ['reason'],
    condition: '#state = :pending',
    names,
    values: { ':claimed': 'claimed', ':pending': 'pending', ':one': 1, ':at': at },
  });
  return item && MailEntry.parse(item);
}

/** Enters what the post said of a claimed mail, and of which message. A report of SES that overtook it stands, and is told the latter. */
export async function settle(
  table: Table,
  id: MailId,
  posted: Posted & { sha256?: string },
  at: number,
): Promise<void> {
  const said = posted.kind === 'sent' ? { messageId: posted.messageId } : { reason: posted.reason };
  const mayBeOut = posted.kind === 'sent' || posted.kind === 'unknown';
  const sha256 = mayBeOut ? posted.sha256 : undefined;
  const state = stateAfter(posted);
  if ((await enter(table, id, { state, ...said, sha256, at }, { from: ['claimed'] })) || sha256 === undefined) return;
  await update(table, keyOf(id), {
    set: ['sha256 = :sha256'],
    condition: 'attribute_exists(pk) AND attribute_not_exists(sha256)',
    values: { ':sha256': sha256 },
  });
}

/** Enters why a mail could not be written; it stays pending. */
export async function putOff(table: Table, id: MailId, reason: string, at: number): Promise<void> {
  await update(table, keyOf(id), {
    set: ['attempts = attempts + :one', 'reason = :reason', '#at = :at'],
    condition: '#state = :pending',
    names,
    values: { ':pending': 'pending', ':one': 1, ':reason': reason, ':at': at },
  });
}

/**
 * Enters what SES reports of a mail; false when the ledger is already further, or does not know it. Of two reports that leave a
 * mail in the same state for different reasons the first by the alphabet stands, so that their order makes no difference.
 */
export function advance(
  table: Table,
  id: MailId,
  state: MailState,
  told: { messageId: string; reason?: string | undefined; at: number },
): Promise<boolean> {
  return enter(table, id, { state, ...told }, { from: statesBefore(state), settlesTies: told.reason !== undefined });
}

/** Every mail of a period's step, or of the whole period. */
export async function mailsOf(
  table: Table,
  period: { report: string; month: string },
  step = '',
): Promise<MailEntry[]> {
  const items = await query(table, partition(period), step ? `${step}#` : '');
  return items.map(item => MailEntry.parse(item));
}

/**
 * A claim nobody came back from: the process ended between claiming and hearing the post's answer. Whether it was sent
 * is not known, so it is marked so and never sent again by itself.
 */
export async function giveUpStaleClaims(table: Table, mails: MailEntry[], now: number): Promise<void> {
  const stale = mails.filter(mail => mail.state === 'claimed' && mail.at + longestSend <= now);
  for (const mail of stale) {
    const reason = 'tiến trình dừng giữa lúc gửi; chưa rõ thư đã đi hay chưa';
    await settle(table, mail, { kind: 'unknown', reason }, now);
  }
}

export function allSettled(mails: MailEntry[]): boolean {
  return mails.every(mail => isSettled(mail.state));
}

/** Longer than any function may run, in milliseconds. */
const longestSend = 15 * 60_000;

/** Characters: what other mail servers say has no end, and an item does. */
const longestReason = 2_000;

const names = { '#state': 'state', '#at': 'at' };

type Entered = Pick<MailEntry, 'state' | 'messageId' | 'sha256' | 'reason' | 'at'>;

async function enter(
  table: Table,
  id: MailId,
  { state, messageId, sha256, reason, at }: Entered,
  { from, settlesTies = false }: { from: MailState[]; settlesTies?: boolean },
): Promise<boolean> {
  const set = ['#state = :state', '#at = :at'];
  if (messageId !== undefined) set.push('messageId = :messageId');
  if (sha256 !== undefined) set.push('sha256 = :sha256');
  if (reason !== undefined) set.push('reason = :reason');
  const befores = Object.fromEntries(from.map((before, at) => [`:from${at}`, before]));
  const moves = `#state IN (${Object.keys(befores).join(', ')})`;
  const item = await update(table, keyOf(id), {
    set,
    remove: reason === undefined ? ['reason'] : [],
    condition: settlesTies ? `${moves} OR #state = :state AND reason > :reason` : moves,
    names,
    values: {
      ...befores,
      ...{ ':state': state, ':at': at, ':messageId': messageId, ':sha256': sha256 },
      ':reason': reason === undefined ? undefined : shortened(reason, longestReason),
    },
  });
  return item !== undefined;
}

/**
 * One address of Nơi nhận gets one mail, however many lines name it; a unit or a person is itself the recipient, so whoever
 * shares an address with another still gets a mail of their own.
 */
export function recipientOf({ address, to }: Notice): string {
  const who = to.kind === 'unit' ? to.unit : to.kind === 'staff' ? to.staff : '';
  return sha256(`${to.kind} ${who} ${address.toLowerCase()}`).slice(0, 32);
}

function keyOf(id: MailId): Key {
  return { pk: partition(id), sk: `${id.step}#${id.recipient}` };
}

function partition({ report, month }: { report: string; month: string }): string {
  return `MAIL#${report}#${month}`;
}
