import type { MailEntry } from '../domain/mail.ts';
import { claim, settle } from './ledger.ts';
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
 * Sends what is pending, each mail claimed before it is sent, one after another. When the post asks to slow down the rest
 * stays pending: the next tick goes on.
 */
export async function sendPending({ table, post, mails, write, now }: Mailing): Promise<void> {
  for (const mail of mails.filter(({ state }) => state === 'pending')) {
    const claimed = await claim(table, mail, now);
    if (!claimed) continue;
    const posted = await send(post, { id: mail, to: mail.address, message: await write(claimed) });
    await settle(table, mail, posted, now);
    if (posted.kind === 'throttled') return;
  }
}
