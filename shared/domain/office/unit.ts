import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { MailAddress } from './mail-address.ts';
import { Validity } from './validity.ts';

/** Phòng, trung tâm: who hands in. A unit outside its months owes nothing. */
export const Unit = z.strictObject({
  id: Id,
  name: Line,
  mail: z.array(MailAddress).check(z.minLength(1)),
  /** Where whoever heads it is told that it owes, if the office wants that. */
  head: z.optional(z.array(MailAddress)),
  ...Validity,
});
export type Unit = z.infer<typeof Unit>;

/** What a unit is called; its id where the office has it no more. */
export function unitName({ units }: { units: Pick<Unit, 'id' | 'name'>[] }, unit: string): string {
  return units.find(({ id }) => id === unit)?.name ?? unit;
}

/** The same of every unit, by its id: for who asks of many. */
export function unitNames({ units }: { units: Pick<Unit, 'id' | 'name'>[] }): ReadonlyMap<string, string> {
  return new Map(units.map(({ id, name }) => [id, name]));
}
