import { readFiled } from '../../shared/aws/archive.ts';
import { recordLink } from '../../shared/aws/links.ts';
import { largestMessage } from '../../shared/aws/post.ts';
import { dateAt, dateInDigits } from '../../shared/domain/calendar/day.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { type MailEntry, stepNumber } from '../../shared/domain/delivery/mail.ts';
import { isWordOfTrouble } from '../../shared/domain/delivery/troubles.ts';
import type { Past } from '../../shared/domain/figures/past.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { newToken } from '../../shared/token.ts';
import { letterMail } from '../../templates/mail/letter.ts';
import { type Attachment, mime, type Words } from '../../templates/mail/message.ts';
import { compiled } from '../../templates/mail/notices.ts';
import { outside } from '../../templates/mail/outside.ts';
import { type HandedIn, receipt } from '../../templates/mail/receipt.ts';
import { inTrouble } from '../../templates/mail/trouble.ts';
import type { Room } from './room.ts';

export type Delivering = {
  period: Period;
  department: Department;
  /** What receipts compare figures with. */
  past: Past;
  edition: Edition;
  heads: ReadonlyMap<string, HandedIn & { fencedAt?: number | undefined }>;
  /** Every mail of the period: a word of trouble tells of some of them. */
  ledger: MailEntry[];
  now: number;
};

/** How long a link lives that stands in a mail for files too large to attach. Milliseconds. */
const linkLife = 14 * 24 * 3_600_000;

/** Writes the mails of an edition: the letter to each address of Nơi nhận, word of it to the coordinators, receipts to units. */
export function writer(room: Room, delivering: Delivering): (mail: MailEntry) => Promise<Uint8Array> {
  let attached: Promise<Attachment[]> | undefined;
  return async mail => {
    if (mail.to.kind === 'staff') return written(room, delivering, mail, word(room, delivering, mail));
    if (mail.to.kind === 'unit') {
      return written(room, delivering, mail, receipt(delivering, delivering.heads.get(mail.to.unit)));
    }
    attached ??= attachmentsOf(room, delivering.edition);
    const { lines } = mail.to;
    const { edition } = delivering;
    const whole = await written(room, delivering, mail, letterMail({ edition, lines }), await attached);
    if (whole.byteLength <= largestMessage) return whole;
    return written(room, delivering, mail, letterMail({ edition, lines, download: await download(room, delivering) }));
  };
}

function written(
  { post }: Room,
  { department, period, now }: Delivering,
  mail: MailEntry,
  words: Words,
  attachments: Attachment[] = [],
): Promise<Uint8Array> {
  const id = `${period.report}.${period.month}.${mail.step}.${mail.recipient}`;
  const sender = { name: department.name, address: post.sender };
  return mime({ sender, to: mail.address, words, attachments, at: now, id });
}

async function attachmentsOf({ archive }: Room, { files }: Edition): Promise<Attachment[]> {
  return Promise.all(
    [files.docx, files.pdf].map(async filed => ({
      name: filed.name,
      mediaType: filed.mediaType,
      content: await readFiled(archive, filed),
    })),
  );
}

async function download({ table, baseUrl }: Room, { edition, now }: Delivering) {
  const token = newToken();
  const { report, month, number } = edition;
  const until = now + linkLife;
  await recordLink(table, token, { opens: 'edition', report, month, number, expiresAt: Math.floor(until / 1_000) });
  return { address: `${baseUrl}/download/${token}`, until: dateInDigits(dateAt(until)) };
}

function word({ baseUrl }: Room, delivering: Delivering, mail: MailEntry): Words {
  const { department, period, edition, ledger, now } = delivering;
  const { step } = mail;
  const report = reportNamed(department, period.report)?.name ?? period.report;
  const address = `${baseUrl}/board/${period.report}/${period.month}`;
  if (isWordOfTrouble(step)) return inTrouble({ report, period, address, word: mail, ledger, now });
  if (step.startsWith('outside-')) return outsideOf(delivering, report, { step, address });
  const unclosed = edition.unclosed ?? [];
  const lost = new Set(unclosed.map(({ id }) => id));
  return compiled({
    department: department.name,
    report,
    period,
    address,
    missing: edition.missing.filter(({ id }) => !lost.has(id)).map(({ name }) => name),
    unclosed,
    held: edition.held,
    document: edition.head.document,
  });
}

function outsideOf(
  { department, period, past, edition, heads }: Delivering,
  report: string,
  { step, address }: { step: string; address: string },
): Words {
  const unclosed = edition.unclosed?.[stepNumber({ step }) - 1];
  const head = unclosed && heads.get(unclosed.id);
  const definition = reportNamed(department, period.report);
  if (!unclosed || !head || !definition) throw new Error(`no such unit: ${step}`);
  const { revision, receivedAt = 0, submission, fencedAt = 0 } = head;
  const owed = owedBy(definition, unclosed.id, period.month);
  const handedIn = submission && {
    revision,
    receivedAt,
    items: itemsOf(owed, submission, { ...past, unit: unclosed.id }),
  };
  return outside({ report, period, address, unit: unclosed.name, document: edition.head.document, fencedAt, handedIn });
}
