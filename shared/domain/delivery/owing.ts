import type { Department } from '../office/department.ts';
import type { Escalation } from '../office/escalation.ts';
import { among } from '../office/issuing.ts';
import type { Period } from '../office/period.ts';
import { type Notice, staffNotices } from './notices.ts';

/** An escalation of a period, and when it is due, milliseconds since 1970. */
export type Due = { at: number; to: Escalation['to'] };

/**
 * What is mailed above the units that still owe, "owing-2" of the second hour that the office wrote: each who heads one, of that one;
 * or some of the staff, of all of them. Once nobody owes, nobody is told.
 */
export function owingNotices(
  period: Pick<Period, 'report' | 'month'> & { units: { id: string; head?: string[] | undefined }[] },
  { owing, due, office }: { owing: ReadonlySet<string>; due: Due[]; office: Pick<Department, 'staff'> },
): Notice[] {
  if (owing.size === 0) return [];
  const { report, month } = period;
  return due.flatMap(({ to }, at) => {
    const step = `owing-${at + 1}`;
    if (to !== 'heads') return staffNotices(period, step, among(to, office.staff));
    return period.units.flatMap(({ id, head = [] }) =>
      (owing.has(id) ? head : []).map(address => ({
        ...{ report, month, step, address },
        to: { kind: 'unit' as const, unit: id },
      })),
    );
  });
}
