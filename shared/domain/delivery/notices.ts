import { type Edit, editsOn } from '../collection/edit.ts';
import type { MendRequest } from '../collection/mend-request.ts';
import type { Submission } from '../collection/submission.ts';
import type { Edition } from '../compilation/edition.ts';
import type { Department } from '../office/department.ts';
import type { Period } from '../office/period.ts';
import { coordinatorsOf, type Staff } from '../office/staff.ts';
import { type MailEntry, stepNumber } from './mail.ts';
import { isWordOfTrouble } from './troubles.ts';

/** A mail that is to be sent, before it is in the ledger. */
export type Notice = Pick<
  MailEntry,
  'report' | 'month' | 'step' | 'address' | 'to' | 'sum' | 'epoch' | 'edition' | 'about'
>;

/** The number of the last reminder that is due, counted from 1; undefined before the first. */
export function reminderDue(period: Pick<Period, 'reminders'>, now: number): number | undefined {
  return period.reminders.filter(at => at <= now).length || undefined;
}

/**
 * What the opening of a period mails: each unit that owes its link, each coordinator the board's. An address published later, of
 * a unit that still owes or of a new coordinator, is a new mail.
 */
export function openingNotices(
  period: Period,
  owing: ReadonlySet<string>,
  office: Pick<Department, 'staff'>,
): Notice[] {
  return [...unitNotices(period, owing, 'opening'), ...coordinatorNotices(period, 'opening', office)];
}

/** A reminder to the units that still owe; earlier reminders missed meanwhile are not made up for. */
export function reminderNotices(period: Period, owing: ReadonlySet<string>, now: number): Notice[] {
  const due = reminderDue(period, now);
  if (due === undefined) return [];
  return unitNotices(period, owing, `reminder-${due}`);
}

/** A step's mail to each address of the units named. */
export function unitNotices({ report, month, units }: Period, to: ReadonlySet<string>, step: string): Notice[] {
  return units
    .filter(({ id }) => to.has(id))
    .flatMap(({ id, mail }) =>
      mail.map(address => ({ report, month, step, address, to: { kind: 'unit' as const, unit: id } })),
    );
}

/** By unit, how often it has handed in, and the sum of the last time; of a record that cannot be read nobody knows. */
export type Revisions = ReadonlyMap<string, Seen>;

type Seen = { revision: number; sum?: string | undefined; unreadable?: true | undefined };

/** True of a unit that has certainly handed in nothing: only that one is reminded. */
export function owes(head: Seen | undefined): boolean {
  return head?.revision === 0 && !head.unreadable;
}

/** A receipt to each unit that has handed in, of its latest revision. */
export function receiptNotices(period: Period, revisions: Revisions): Notice[] {
  return [...revisions].flatMap(([unit, { revision, sum }]) =>
    revision > 0
      ? unitNotices(period, new Set([unit]), `receipt-${revision}`).map(notice => ({
          ...notice,
          ...(sum ? { sum } : {}),
        }))
      : [],
  );
}

/** To the units that an extension gives more time, "extension-1": until when, and a link. */
export function extensionNotices(period: Period): Notice[] {
  const { extension } = period;
  return extension ? unitNotices(period, new Set(extension.units), `extension-${extension.number}`) : [];
}

/** What a unit is to mend, "mend-2" of its second revision, while that is its newest. */
export function mendNotices(period: Period, requests: MendRequest[], revisions: Revisions): Notice[] {
  return requests.flatMap(({ unit, revision }) =>
    revisions.get(unit)?.revision === revision ? unitNotices(period, new Set([unit]), `mend-${revision}`) : [],
  );
}

/** The request that a mail tells a unit of; undefined of any other mail. */
export function mendRequestTold<Request extends Pick<MendRequest, 'unit' | 'revision'>>(
  requests: Request[],
  { step, to }: Pick<MailEntry, 'step' | 'to'>,
): Request | undefined {
  return requests.find(({ unit, revision }) => to.kind === 'unit' && to.unit === unit && step === `mend-${revision}`);
}

/** By unit, the words it handed in last. */
export type Worded = ReadonlyMap<string, Seen & { submission?: Submission | undefined }>;

/** That words of a unit are edited, "edited-2" of its second revision: told once, whatever is edited of that revision after. */
export function editNotices(period: Period, edits: Edit[], heads: Worded): Notice[] {
  const edited = [...new Set(edits.map(({ unit }) => unit))];
  return edited.flatMap(unit => {
    const { revision = 0, submission } = heads.get(unit) ?? {};
    if (editsOn(edits, unit, submission).standing.length === 0) return [];
    return unitNotices(period, new Set([unit]), `edited-${revision}`);
  });
}

/**
 * Which mails of a period's ledger may go out before its close: a reminder goes to nobody who has handed in meanwhile, a
 * receipt is of the latest revision only, and so is what is to be mended, and what was edited. `extended` is the number of the
 * extension in force, `told` how many times those above the units were to be told that they owe.
 */
export function isDue(
  { step, to }: Pick<MailEntry, 'step' | 'to'>,
  revisions: Revisions,
  {
    reminder,
    extended = 0,
    told = Number.POSITIVE_INFINITY,
  }: { reminder?: number | undefined; extended?: number; told?: number } = {},
): boolean {
  const [kind] = step.split('-');
  if (kind === 'opening' || kind === 'link' || isWordOfTrouble(step)) return true;
  if (kind === 'extension') return step === `extension-${extended}`;
  const head = to.kind === 'unit' ? revisions.get(to.unit) : undefined;
  if (kind === 'owing')
    return stepNumber({ step }) <= told && (to.kind === 'unit' ? owes(head) : [...revisions.values()].some(owes));
  if (kind === 'receipt' || kind === 'mend' || kind === 'edited') return step === `${kind}-${head?.revision}`;
  return owes(head) && (step === `reminder-${reminder}` || kind === 'nudge');
}

/**
 * Mails of a period that go out after its close, whichever edition: receipts, what was edited, letters sent again, word of mails in
 * trouble and of units that were closed too late for the letter.
 */
export function goesAfterTheClose(mail: Pick<MailEntry, 'step' | 'to'>, revisions: Revisions): boolean {
  const [kind = ''] = mail.step.split('-');
  if (kind === 'receipt' || kind === 'edited') return isDue(mail, revisions);
  return ['resend', 'outside', 'ask', 'answer', 'correct'].includes(kind) || isWordOfTrouble(mail.step);
}

/** What coordinators are told: `step` says of what. */
export function coordinatorNotices(
  period: Pick<Period, 'report' | 'month'>,
  step: string,
  office: Pick<Department, 'staff'>,
): Notice[] {
  return staffNotices(period, step, coordinatorsOf(office));
}

/** The same word to others of the staff: of a letter that was compiled, to whom it concerns. */
export function staffNotices(
  { report, month }: Pick<Period, 'report' | 'month'>,
  step: string,
  staff: Pick<Staff, 'id' | 'mail'>[],
): Notice[] {
  return staff.map(({ id, mail }) => ({
    ...{ report, month, step, address: mail },
    to: { kind: 'staff' as const, staff: id },
  }));
}

/**
 * Units that could not be fenced when their letter was compiled, and by now are: "outside-1" tells of the first that the
 * edition names, which never changes.
 */
export function outsideNotices(
  period: Pick<Period, 'report' | 'month'>,
  { unclosed = [] }: Pick<Edition, 'unclosed'>,
  { heads, department }: { heads: ReadonlyMap<string, { fencedAt?: number | undefined }>; department: Department },
): Notice[] {
  return unclosed.flatMap(({ id, why }, at) =>
    why === 'unfenced' && heads.get(id)?.fencedAt !== undefined
      ? coordinatorNotices(period, `outside-${at + 1}`, department)
      : [],
  );
}
