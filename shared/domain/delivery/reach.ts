import type { Department } from '../office/department.ts';
import { sameAddress } from '../office/mail-address.ts';
import type { Period } from '../office/period.ts';
import type { Staff } from '../office/staff.ts';
import type { MailEntry } from './mail.ts';

/**
 * Where mails go is looked up when they are sent. Who owes stays as the period opened with; the address is what the office
 * publishes now, so that a wrong one can be mended while the period is open. A unit the office has no more is reached where it
 * was. The letter is the exception: to whom an edition goes is frozen with it.
 */
export function reachedNow<Opened extends Pick<Period, 'units'>>(
  period: Opened,
  { units }: Pick<Department, 'units'>,
): Opened {
  const now = new Map(units.map(({ id, mail, head }) => [id, { mail, ...(head && { head }) }]));
  return { ...period, units: period.units.map(unit => ({ ...unit, ...now.get(unit.id) })) };
}

/** Who may be mailed now: units with their addresses, and the staff whom the mails are for. */
export type Reached = {
  units: { id: string; mail: string[]; head?: string[] | undefined }[];
  staff: Pick<Staff, 'id' | 'mail'>[];
};

/** True while a mail's address is one at which its unit, or its member of staff, is reached. */
export function stillReaches({ to, address }: Pick<MailEntry, 'to' | 'address'>, { units, staff }: Reached): boolean {
  switch (to.kind) {
    case 'recipient':
      return true;
    case 'unit':
      return units.some(
        ({ id, mail, head = [] }) => id === to.unit && [...mail, ...head].some(each => sameAddress(each, address)),
      );
    case 'staff':
      return staff.some(({ id, mail }) => id === to.staff && sameAddress(mail, address));
  }
}

export type WhereTo = {
  /** As it opened. */
  period: Pick<Period, 'units'>;
  /** With its units reached as they are now. */
  reached: Pick<Period, 'units'>;
  /** Whether the address is said also where it is the one of the opening. */
  always: boolean;
};

/** Which units some mails go to, and where, for the trail: "Phòng A tới moi@so.gov.vn (địa chỉ mới công bố, lúc mở kỳ là cu@…)". */
export function whereTo(mails: Pick<MailEntry, 'to' | 'address'>[], { period, reached, always }: WhereTo): string {
  const places = reached.units.flatMap(({ id, name }) => {
    const going = mails.filter(({ to }) => to.kind === 'unit' && to.unit === id).map(({ address }) => address);
    if (going.length === 0) return [];
    const before = period.units.find(unit => unit.id === id)?.mail ?? [];
    const isNew = going.some(address => !before.some(each => sameAddress(each, address)));
    const mended = isNew ? ` (địa chỉ mới công bố, lúc mở kỳ là ${before.join(' và ')})` : '';
    return `${name}${always || isNew ? ` tới ${going.join(' và ')}` : ''}${mended}`;
  });
  return places.join('; ');
}
