import { readFiled, readJson } from '../../shared/aws/archive.ts';
import { linkToClosedForm } from '../../shared/aws/form-links.ts';
import { recordLink } from '../../shared/aws/links.ts';
import { largestMessage } from '../../shared/aws/post.ts';
import { dateAt, dateInDigits } from '../../shared/domain/calendar/day.ts';
import type { Correction } from '../../shared/domain/collection/correction.ts';
import type { Edit } from '../../shared/domain/collection/edit.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { filesOfLetter } from '../../shared/domain/compilation/given-out.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import { wantingIn } from '../../shared/domain/compilation/wanting.ts';
import { correctionsTold } from '../../shared/domain/delivery/correction-notices.ts';
import { type MailEntry, stepNumber } from '../../shared/domain/delivery/mail.ts';
import { recallTold } from '../../shared/domain/delivery/recall-notices.ts';
import { isWordOfTrouble } from '../../shared/domain/delivery/troubles.ts';
import { isTurnMail } from '../../shared/domain/delivery/turns.ts';
import type { Past } from '../../shared/domain/figures/past.ts';
import { headlines } from '../../shared/domain/letter/headlines.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import type { Contact } from '../../shared/domain/office/contact.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { unitName } from '../../shared/domain/office/unit.ts';
import { newToken } from '../../shared/token.ts';
import { type Compiled, compiled } from '../../templates/mail/compiled.ts';
import { corrections } from '../../templates/mail/corrections.ts';
import { edited } from '../../templates/mail/edited.ts';
import { letterMail } from '../../templates/mail/letter.ts';
import { type Attachment, mime, type Words } from '../../templates/mail/message.ts';
import { outside } from '../../templates/mail/outside.ts';
import { recall } from '../../templates/mail/recall.ts';
import { type HandedIn, receipt } from '../../templates/mail/receipt.ts';
import { toCorrect } from '../../templates/mail/to-correct.ts';
import { inTrouble } from '../../templates/mail/trouble.ts';
import { turnMail } from '../../templates/mail/turn.ts';
import type { Room } from './room.ts';

export type Delivering = {
  period: Period;
  department: Department;
  /** The office as it is now. */
  office: Pick<Department, 'staff'>;
  /** Whom its readers may ask. */
  contact: Contact | undefined;
  /** What receipts compare figures with. */
  past: Past;
  edition: Edition;
  /** All of the period, oldest first; `edition` is the last. */
  editions: Edition[];
  /** What was asked to be corrected of a letter that went out. */
  corrections: Correction[];
  heads: ReadonlyMap<string, HandedIn & { fencedAt?: number | undefined }>;
  edits: Edit[];
  /** Every mail of the period: a word of trouble tells of some of them. */
  ledger: MailEntry[];
  now: number;
};

/** How long a link lives that stands in a mail for files too large to attach, or by which a unit comes back. Milliseconds. */
const linkLife = 14 * 24 * 3_600_000;

/** Writes the mails of an edition: the letter to each address of Nơi nhận, word of it to the staff, receipts to units. */
export function writer(room: Room, delivering: Delivering): (mail: MailEntry) => Promise<Uint8Array> {
  let read: Promise<Letter> | undefined;
  const letter = () => {
    read ??= letterOf(room, delivering);
    return read;
  };
  return async mail => {
    const { to, step } = mail;
    const write = (words: Words, attachments?: Attachment[]) => written(room, delivering, mail, words, attachments);
    const told = correctionsTold(delivering.corrections, mail);
    if (told.length > 0) return write(corrections({ ...delivering, ...placeOf(room, delivering), to, told }));
    if (to.kind === 'unit' && step.startsWith('correct-')) return write(await wayBack(room, delivering, to.unit));
    if (to.kind === 'unit') return write(toUnit(delivering, to.unit, step));
    const recalled = recallTold(delivering.editions, mail);
    if (recalled) return write(recall({ edition: recalled, checkedAt: checkedAt(room) }));
    if (to.kind === 'recipient') return coverLetter(room, delivering, { lines: to.lines, ...(await letter()) }, write);
    const place = placeOf(room, delivering);
    if (isWordOfTrouble(step)) return write(inTrouble({ ...delivering, ...place, word: mail }));
    if (isTurnMail(mail)) return wordOfTurn({ ...delivering, ...place, mail, ...(await letter()) }, write);
    if (step.startsWith('outside-')) return write(outsideOf(delivering, place, step));
    return wordOfLetter({ ...delivering, ...place, ...(await letter()) }, write);
  };
}

function toUnit(delivering: Delivering, unit: string, step: string): Words {
  const { department, period, heads, edits } = delivering;
  const head = heads.get(unit);
  if (!step.startsWith('edited-')) return receipt(delivering, head);
  const report = reportNamed(department, period.report)?.name ?? period.report;
  return edited({ department: department.name, report, period, unit: unitName(period, unit), edits, head });
}

type Write = (words: Words, attachments?: Attachment[]) => Promise<Uint8Array>;

function written(
  { post }: Room,
  { department, contact, period, now }: Delivering,
  mail: MailEntry,
  words: Words,
  attachments: Attachment[] = [],
): Promise<Uint8Array> {
  const id = `${period.report}.${period.month}.${mail.step}.${mail.recipient}`;
  const sender = { name: department.name, address: post.sender };
  return mime({ sender, to: mail.address, words, contact, attachments, at: now, id });
}

/** The letter as its mails carry it: its files, its first figures, and what it is made of. */
type Letter = { attachments: Attachment[]; headlines: string[]; compiled: Report };

async function letterOf({ archive }: Room, { department, edition }: Delivering): Promise<Letter> {
  const attaching = filesOfLetter(edition).map(async filed => {
    const { name, mediaType } = filed;
    return { name, mediaType, content: await readFiled(archive, filed) };
  });
  const [report, ...attachments] = await Promise.all([readJson(archive, edition.files.report), ...attaching]);
  const compiled = Report.parse(report);
  return { compiled, headlines: headlines(department, compiled), attachments };
}

async function coverLetter(
  room: Room,
  delivering: Delivering,
  { lines, headlines, attachments }: Letter & { lines: string[] },
  write: Write,
): Promise<Uint8Array> {
  const { edition } = delivering;
  const told = { edition, lines, headlines, checkedAt: checkedAt(room) };
  const whole = await write(letterMail(told), attachments);
  if (whole.byteLength <= largestMessage) return whole;
  return write(letterMail({ ...told, download: await download(room, delivering) }));
}

/** Where anybody asks whether a file is one of these. */
function checkedAt({ baseUrl }: Room): string {
  return `${baseUrl}/kiem-tra`;
}

/** To staff; who has a board needs no link of its own to files that are too large. */
async function wordOfLetter(told: Omit<Compiled, 'attached'> & Letter, write: Write): Promise<Uint8Array> {
  const whole = await write(compiled({ ...told, attached: true }), told.attachments);
  return whole.byteLength <= largestMessage ? whole : write(compiled({ ...told, attached: false }));
}

/** To whom a draft stands with: its PDF, and what was said of it before. */
async function wordOfTurn(
  { mail, compiled, headlines, attachments, ...told }: Delivering & Place & Letter & { mail: MailEntry },
  write: Write,
): Promise<Uint8Array> {
  const pdf = attachments.filter(({ mediaType }) => mediaType === 'application/pdf');
  const turn = { ...told, headlines, mail, wanting: wantingIn(compiled), staff: told.office.staff };
  const whole = await write(turnMail({ ...turn, attached: true }), pdf);
  return whole.byteLength <= largestMessage ? whole : write(turnMail({ ...turn, attached: false }));
}

async function download({ table, baseUrl }: Room, { edition, now }: Delivering) {
  const token = newToken();
  const { report, month, number } = edition;
  const until = now + linkLife;
  await recordLink(table, token, { opens: 'edition', report, month, number, expiresAt: Math.floor(until / 1_000) });
  return { address: `${baseUrl}/download/${token}`, until: dateInDigits(dateAt(until)) };
}

async function wayBack(
  { table, baseUrl }: Room,
  { department, period, now }: Delivering,
  unit: string,
): Promise<Words> {
  const until = now + linkLife;
  const token = await linkToClosedForm(table, unit, period, until);
  return toCorrect({
    report: reportNamed(department, period.report)?.name ?? period.report,
    ...{ period, unit: unitName(period, unit), address: `${baseUrl}/link/${token}`, until },
  });
}
type Place = { report: string; address: string };

/** What a mail to staff is about, and where the board shows it. */
function placeOf({ baseUrl }: Room, { department, period }: Delivering): Place {
  const report = reportNamed(department, period.report)?.name ?? period.report;
  return { report, address: `${baseUrl}/board/${period.report}/${period.month}` };
}

function outsideOf(
  { department, period, past, edition, heads }: Delivering,
  { report, address }: Place,
  step: string,
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
