import { isSettled, type MailState, stepNumber } from '../delivery/mail.ts';
import { mendRequestTold, openingNotices } from '../delivery/notices.ts';
import { isWordOfRecall, wordOf } from '../delivery/recall-notices.ts';
import { sameAddress } from '../office/mail-address.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Addresses, Kept, KeptMail } from './kept.ts';

/** What the ledger tells: each mail under its recipient's name, to an address of theirs, and none beside those there should be. */
export function breachesInMails(kept: Kept): Breach[] {
  return [...missing(kept), ...twice(kept.mails), ...kept.mails.flatMap(mail => wrong(kept, mail))];
}

/** The same where no period is: of the mails by which staff sign in. */
export function breachesInSignIns(mails: KeptMail[], addresses: Addresses): Breach[] {
  return mails.flatMap(mail => at(placeOf(mail), mends.mail, ...misdirected(mail, addresses), impossible(mail)));
}

function placeOf({ step, address }: KeptMail): string {
  return `thư ${step} tới ${address}`;
}

function missing({ period, department, editions, units, mails }: Kept): Breach[] {
  const opening = mails.filter(({ step }) => step === 'opening').map(({ to }) => JSON.stringify(to));
  const unopened = (department ? openingNotices(period, new Set(units.keys()), department) : []).filter(
    ({ to }) => !opening.includes(JSON.stringify(to)),
  );
  const unlisted = unopened.flatMap(({ address }) => at(address, mends.mail, 'không có thư mở kỳ trong sổ thư'));
  if (period.state !== 'issued') return unlisted;
  const { edition } = editions.at(-1) ?? {};
  const letters = mails.filter(({ step }) => step === `edition-${edition?.number}`);
  const unsent = (edition?.addressees ?? []).flatMap(({ address }) => {
    const own = letters.filter(mail => sameAddress(mail.address, address));
    const [mail] = own;
    if (own.length > 1) return at(address, mends.mail, 'có hơn một thư gửi văn bản');
    return at(address, mends.mail, !(mail && isSettled(mail.state)) && 'đã phát hành mà chưa gửi tới đây');
  });
  const receipted = new Set(mails.map(({ step, to }) => (to.kind === 'unit' ? `${step} ${to.unit}` : '')));
  const unreceipted = [...units].flatMap(([where, unit]) =>
    at(
      where,
      mends.mail,
      unit && unit.revision > 0 && reachable(where, period.units) && !receipted.has(`receipt-${unit.revision} ${where}`)
        ? `không có thư biên nhận lần ${unit.revision} trong sổ thư`
        : undefined,
    ),
  );
  return [...unlisted, ...unsent, ...unreceipted];
}

function reachable(unit: string, units: Kept['period']['units']): boolean {
  return units.some(({ id, mail }) => id === unit && mail.length > 0);
}

function twice(mails: KeptMail[]): Breach[] {
  const ids = mails.flatMap(({ messageId }) => messageId ?? []);
  return at('thư', mends.mail, ...ids.filter((id, index) => ids.indexOf(id) < index).map(id => `${id} ghi ở hai mục`));
}

function wrong(kept: Kept, mail: KeptMail): Breach[] {
  return at(
    placeOf(mail),
    mends.mail,
    ...misdirected(mail, kept.addresses),
    impossible(mail),
    uncalledFor(kept, mail) && 'thư này không có việc gì của kỳ gọi tới',
  );
}

function misdirected({ named, to, address }: KeptMail, addresses: Addresses) {
  const own =
    to.kind === 'unit' ? addresses.unit.get(to.unit) : to.kind === 'staff' ? addresses.staff.get(to.staff) : undefined;
  return [
    !named && 'người nhận hoặc địa chỉ không khớp mục của sổ thư',
    to.kind !== 'recipient' && !own?.has(address.toLowerCase()) && 'địa chỉ chưa từng là của người nhận ấy',
  ];
}

const sent: MailState[] = ['sent', 'delayed', 'returned', 'delivered', 'undelivered', 'bounced', 'complained'];

/** What no mail of this state can be; whatever else changes as SES reports is held by nobody (uncovered.ts). */
function impossible({ step, sum, edition, state, messageId, attempts }: KeptMail) {
  if (sum !== undefined && !step.startsWith('receipt-')) return 'ghi mã của một lần nộp mà không phải thư biên nhận';
  if (edition !== undefined && !step.startsWith('resend-') && !isWordOfRecall({ step }))
    return 'ghi một bản công văn mà thư này không nói tới';
  const told = sent.includes(state) === (messageId !== undefined);
  const tried = state === 'pending' || attempts > 0;
  return !(told && tried) && `trạng thái "${state}" không khớp mã thư hoặc số lần gửi`;
}

function uncalledFor(kept: Kept, mail: KeptMail): boolean {
  const { period, editions, units, mendRequests, edits, corrections } = kept;
  const { step, to, address } = mail;
  const [kind = '', number = ''] = step.split('-');
  if (to.kind === 'unit') {
    const unit = units.get(to.unit);
    const asked = kind !== 'mend' || mendRequestTold(mendRequests, { step, to });
    const extended =
      kind !== 'extension' ||
      editions.some(
        ({ edition: { extension } }) => String(extension?.number) === number && extension?.units.includes(to.unit),
      );
    if (!unit || !asked || !extended) return true;
    if (kind === 'answer' && !isAnswered(corrections, to.unit, number)) return true;
    if (kind === 'edited' && !edits.some(({ edit }) => edit.unit === to.unit)) return true;
    return ['receipt', 'edited'].includes(kind) && !(Number(number) >= 1 && Number(number) <= unit.revision);
  }
  if (kind === 'receipt') return true;
  if (isWordOfRecall(mail)) return !isOfRecall(mail, editions);
  if (mail.edition !== undefined && !isResent(mail, editions)) return true;
  const edition = editions.find(each => String(each.edition.number) === number)?.edition;
  if (kind === 'turn' || kind === 'push')
    return !editions.some(({ edition: { number: own, passage } }) =>
      isTurnOf(Number(number), own, passage?.acts.length),
    );
  if (kind === 'held' || kind === 'compiled') return !edition;
  if (kind !== 'edition') return period.state === 'open' && kind === 'resend';
  const own = edition?.addressees.find(each => sameAddress(each.address, address));
  return !own || to.kind !== 'recipient' || to.lines.join('\n') !== own.lines.join('\n');
}

/** Of a decision there was, the last of its kind or one before, to a recipient. */
function isOfRecall({ step, to, edition: of }: KeptMail, editions: Kept['editions']): boolean {
  const recall = editions.find(({ edition }) => edition.number === of)?.edition.recall;
  if (!recall || to.kind !== 'recipient') return false;
  const number = stepNumber({ step });
  if (number === recall.number) return wordOf(recall) === step;
  return number < recall.number;
}

/** Says which edition it was, of one that took the place of another. */
function isResent({ step, edition: of }: KeptMail, editions: Kept['editions']): boolean {
  return step.startsWith('resend-') && editions.some(({ edition: { number, replaces } }) => replaces && number === of);
}

function isAnswered(corrections: Kept['corrections'], of: string, which: string): boolean {
  return corrections.some(
    ({ correction: { unit, number, decided } }) => decided && unit === of && `${number}` === which,
  );
}

/** "turn-203" of edition 2, which three acts or more have brought on. */
function isTurnOf(turn: number, edition: number, acts = -1): boolean {
  return Math.floor(turn / 100) === edition && turn % 100 <= acts;
}
