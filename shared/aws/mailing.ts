import { type HinderedBy, hindranceIn } from '../domain/delivery/hindrances.ts';
import type { MailEntry } from '../domain/delivery/mail.ts';
import { log } from '../log.ts';
import { sha256 } from '../token.ts';
import { type Allowance, allowanceOf } from './allowance.ts';
import { claim, putOff, settle } from './ledger.ts';
import { paced } from './pace.ts';
import { type Post, send } from './post.ts';
import type { Table } from './table.ts';

export type Mailing = {
  table: Table;
  post: Post;
  mails: MailEntry[];
  /** Writes a mail, before it is claimed. */
  write: (mail: MailEntry) => Promise<Uint8Array>;
  now: number;
};

/** How many mails were refused for good, and how many wait though SES did not just ask to slow down. */
export type Mailed = { refused: number; waiting: number };

/** So many mails one after the other not taken, or of unknown fate, say that SES itself is ill: the rest waits for the next tick. */
const illAfter = 3;

/**
 * Sends what is pending, as fast as the account may and never above what is left of its day; what was tried least comes
 * first, so that no mail stands in another's way. Whatever stays pending is for the next tick, and so is the rest as soon as
 * what hinders one hinders all.
 */
export async function sendPending(mailing: Mailing): Promise<Mailed> {
  const pending = mailing.mails.filter(({ state }) => state === 'pending').sort((a, b) => a.attempts - b.attempts);
  if (pending.length === 0) return { refused: 0, waiting: 0 };
  const allowance = await allowanceOf(mailing.post, mailing.now);
  const going = pending.slice(0, allowance.left);
  const mailed: Mailed = { refused: 0, waiting: pending.length - going.length };
  let [hindered, slowly, stopped] = [0, false, false];
  let [turns, lastHindered] = [0, 0];
  const begun = await paced(going, allowance.perSecond, async mail => {
    turns += 1;
    const turn = turns;
    const by = await hindering(mailing, mail, allowance);
    if (by === 'address') mailed.refused += 1;
    // Of mails on their way at once only one that set out after the last trouble says that it is over.
    if (by === undefined && turn > lastHindered) hindered = 0;
    if (by === undefined || by === 'address' || by === 'somebody else') return 'go on';
    lastHindered = Math.max(lastHindered, turn);
    if (by === 'pace') slowly = true;
    else if (by !== 'silence') mailed.waiting += 1;
    if (by !== 'writing') hindered += 1;
    if (by !== 'account' && by !== 'pace' && hindered < illAfter) return 'go on';
    stopped = true;
    return 'stop';
  });
  if (stopped && !slowly) mailed.waiting += going.length - begun;
  if (begun < pending.length)
    log.warn('mails wait for the next tick', { pending: pending.length - begun, ...allowance });
  return mailed;
}

/**
 * Tries to send a mail: written, then claimed, then sent. A process that ends while it writes leaves the mail pending, since
 * nobody was asked yet; one that cannot write it says so, and others go on. What hindered it, if anything did; `somebody else` sends it, or
 * has, and what became of it there says nothing here.
 */
async function hindering(
  { table, post, write, now }: Mailing,
  mail: MailEntry,
  allowance: Allowance,
): Promise<HinderedBy | 'silence' | 'somebody else' | undefined> {
  const message = await write(mail).catch((error: Error) => error);
  if (message instanceof Error) {
    log.error('a mail could not be written', message);
    await putOff(table, mail, `Unwritten: ${message.name}`, now);
    return 'writing';
  }
  if (!(await claim(table, mail, now))) return 'somebody else';
  allowance.left -= 1;
  const posted = await send(post, { id: mail, to: mail.address, message });
  await settle(table, mail, { ...posted, sha256: sha256(message) }, now);
  if (posted.kind === 'declined') return hindranceIn(posted.reason).by;
  return posted.kind === 'sent' ? undefined : 'silence';
}
