import { giveUpStaleClaims, mailsOf } from '../../shared/aws/ledger.ts';
import { sendPending } from '../../shared/aws/mailing.ts';
import type { Post } from '../../shared/aws/post.ts';
import { makeSignInLink } from '../../shared/aws/sign-in-links.ts';
import type { Table } from '../../shared/aws/table.ts';
import { dateAt } from '../../shared/domain/calendar/day.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import { stillReaches } from '../../shared/domain/delivery/reach.ts';
import { boardPath, signIn, signInMonths } from '../../shared/domain/delivery/sign-in.ts';
import { contactOf } from '../../shared/domain/office/contact.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { log } from '../../shared/log.ts';
import { mime } from '../../templates/mail/message.ts';
import { signInLink } from '../../templates/mail/notices.ts';

export type Room = { table: Table; post: Post; baseUrl: string };

/** Mails the links staff asked for. The link is made as its mail is written: it serves from then on. */
export async function mailSignIns(room: Room, department: Department, now: number): Promise<void> {
  const { table, post } = room;
  const ledgers = await Promise.all(signInMonths(now).map(month => mailsOf(table, { report: signIn, month })));
  // Who has left, or has another address now, is let in by no mail that waited.
  const reached = { units: [], staff: department.staff };
  const write = (mail: MailEntry) => written(room, { department, mail, now });
  const mails = ledgers.flat();
  await giveUpStaleClaims(table, mails, now);
  const reachable = mails.filter(mail => stillReaches(mail, reached));
  const mailed = await sendPending({ table, post, mails: reachable, write, now });
  if (mails.length > 0) log.info('mailed', mailed);
}

type Written = { department: Department; mail: MailEntry; now: number };

async function written({ table, post, baseUrl }: Room, { department, mail, now }: Written): Promise<Uint8Array> {
  const { staff = '', path, asker } = mail.to.kind === 'staff' ? mail.to : {};
  const { token, code } = await makeSignInLink(table, { staff, asker }, now);
  return mime({
    sender: { name: department.name, address: post.sender },
    to: mail.address,
    contact: contactOf(department),
    words: signInLink(`${baseUrl}/sign-in/${token}?to=${boardPath(path)}`, code),
    at: now,
    id: `${mail.report}.${dateAt(now)}.${mail.step}.${mail.recipient}`,
  });
}
