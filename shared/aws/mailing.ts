import type { MailEntry } from '../domain/delivery/mail.ts';
import { log } from '../log.ts';
import { sha256 } from '../token.ts';
import { allowanceOf } from './allowance.ts';
import { claim, settle } from './ledger.ts';
import { paced } from './pace.ts';
import { type Post, send } from './post.ts';
import type { Table } from './table.ts';

export type Mailing = {
  table: Table;
  post: Post;
  mails: MailEntry[];
  /** Writes a mail once it is claimed. */
  write: (mail: MailEntry) => Promise<Uint8Array>;
  now: number;
};

/**
 * Sends what is pending, each mail claimed before it is sent, as fast as the account may and never above what is left of its
 * day. Whatever stays pending, because of that or because the post asks to slow down, is for the next tick.
 */
export async function sendPending({ table, post, mails, write, now }: Mailing): Promise<void> {
  const pending = mails.filter(({ state }) => state === 'pending');
  if (pending.length === 0) return;
  const allowance = await allowanceOf(post, now);
  const going = pending.slice(0, allowance.left);
  const begun = await paced(going, allowance.perSecond, async mail => {
    const claimed = await claim(table, mail, now);
    if (!claimed) return 'go on';
    allowance.left -= 1;
    const message = await write(claimed);
    const posted = await send(post, { id: mail, to: mail.address, message });
    await settle(table, mail, { ...posted, sha256: sha256(message) }, now);
    return posted.kind === 'throttled' ? 'stop' : 'go on';
  });
  if (begun < pending.length)
    log.warn('mails wait for the next tick', { waiting: pending.length - begun, ...allowance });
}
