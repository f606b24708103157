import { sameAddress } from '../office/mail-address.ts';
import type { OwingUnit, Period } from '../office/period.ts';
import { didNotArrive, type MailEntry, stepNumber } from './mail.ts';
import type { Notice } from './notices.ts';

/** What a coordinator may ask for beyond the calendar: one more reminder to those who owe, a new link, or one to ask for corrections by. */
export type Asking = 'nudge' | 'link' | 'correct';

export type AskedOf = {
  units: ReadonlySet<string>;
  /** By unit, how often it was shut out: a mail asked for in an earlier epoch carries a link that may be dead. */
  heads: ReadonlyMap<string, { epoch?: number | undefined }>;
  ledger: MailEntry[];
  now: number;
};

/** The mails to be entered; and those that went already, so that nothing is to be sent to their addresses. */
export type AskedFor = { notices: Notice[]; standing: MailEntry[] };

/** Within this time the same request is the same mail, milliseconds. */
export const sameAsking = 5 * 60_000;

/**
 * What is mailed when a coordinator asks: "nudge-2", a second reminder; "link-1", a first new link. Each address of each unit
 * counts for itself: while its last such mail is on its way, or within five minutes, another is not sent, so a double click
 * mails once. A mail that bounced, was refused, or was asked for before the unit was shut out never stands in the way.
 */
export function noticesAskedFor(asking: Asking, period: Period, { units, heads, ledger, now }: AskedOf): AskedFor {
  const { report, month } = period;
  const told = period.units
    .filter(({ id }) => units.has(id))
    .flatMap(unit => unit.mail.map(address => ({ unit, address })));
  const each = told.map(({ unit, address }) => {
    const epoch = heads.get(unit.id)?.epoch;
    const last = lastOf(asking, ledger, unit, address);
    if (last && stands(last, now, epoch)) return { standing: last };
    const step = `${asking}-${(last ? stepNumber(last) : 0) + 1}`;
    const to = { kind: 'unit' as const, unit: unit.id };
    return { notice: { report, month, step, address, to, ...(epoch !== undefined && { epoch }) } };
  });
  return {
    notices: each.flatMap(({ notice }) => notice ?? []),
    standing: each.flatMap(({ standing }) => standing ?? []),
  };
}

function lastOf(asking: Asking, ledger: MailEntry[], { id }: OwingUnit, address: string): MailEntry | undefined {
  return ledger
    .filter(({ step, to }) => step.startsWith(`${asking}-`) && to.kind === 'unit' && to.unit === id)
    .filter(mail => sameAddress(mail.address, address))
    .sort((one, other) => stepNumber(one) - stepNumber(other))
    .at(-1);
}

function stands(mail: MailEntry, now: number, epoch = 0): boolean {
  const { state, at, epoch: then = 0 } = mail;
  if (then !== epoch || didNotArrive(mail)) return false;
  return state === 'pending' || now < at + sameAsking;
}
