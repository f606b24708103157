import type { Role, Staff } from './staff.ts';

/**
 * What staff may do at the board, and in which role: the coordinator answers for the letter, the approver looks on and approves
 * and signs it, the clerk (văn thư) sees to its form, its number, the office's seal and what was issued. Who approves gives no
 * number, and who gives numbers approves and signs nothing.
 */
const roles = {
  'look on': ['coordinator', 'approver', 'clerk'],
  'see what units hand in': ['coordinator', 'approver'],
  'send again': ['coordinator', 'clerk'],
  coordinate: ['coordinator'],
  'check content': ['coordinator', 'approver'],
  'check form': ['clerk'],
  approve: ['approver'],
  number: ['clerk'],
  sign: ['approver'],
  stamp: ['clerk'],
} as const satisfies Record<string, Role[]>;

export type Act = keyof typeof roles;

export function may(staff: Pick<Staff, 'roles'>, act: Act): boolean {
  const allowed: readonly Role[] = roles[act];
  return staff.roles.some(role => allowed.includes(role));
}
