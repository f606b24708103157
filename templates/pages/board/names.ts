import type { Period } from '../../../shared/domain/office/period.ts';
import type { Staff } from '../../../shared/domain/office/staff.ts';

/** How units, staff and the house's own hands are called, by their ids. */
export type Names = ReadonlyMap<string, string>;

const hands = ['open-periods', 'compile-report', 'deliver-report', 'track-delivery'];

export function namesOf({ units }: Pick<Period, 'units'>, staff: Pick<Staff, 'id' | 'name'>[]): Names {
  return new Map([
    ...hands.map(hand => [hand, 'hệ thống'] as const),
    ...[...units, ...staff].map(({ id, name }) => [id, name] as const),
  ]);
}

/** A list of ids, as the trail keeps it, in names. */
export function namedIn(names: Names, list: string): string {
  return list
    .split(', ')
    .map(id => names.get(id) ?? id)
    .join(', ');
}
