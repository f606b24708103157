import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { MailAddress } from './mail-address.ts';

export const Role = z.enum(['coordinator', 'approver', 'clerk']);
export type Role = z.infer<typeof Role>;

/** Cán bộ: a named person with a role. */
export const Staff = z.strictObject({
  id: Id,
  name: Line,
  mail: MailAddress,
  roles: z.array(Role).check(z.minLength(1)),
});
export type Staff = z.infer<typeof Staff>;

/** Those who are told what a letter has come to: who answers for it, and who approves. */
export function toldOfLetters({ staff }: { staff: Staff[] }): Staff[] {
  return staff.filter(({ roles }) => roles.includes('coordinator') || roles.includes('approver'));
}

/** Those who answer for the letter, and are told what becomes of it. */
export function coordinatorsOf({ staff }: { staff: Staff[] }): Staff[] {
  return staff.filter(({ roles }) => roles.includes('coordinator'));
}
