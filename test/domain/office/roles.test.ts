import { expect, it } from 'vitest';
import { type Act, may } from '../../../shared/domain/office/roles.ts';

it.each<[Act, boolean[]]>([
  ['look on', [true, true, true]],
  ['see what units hand in', [true, true, false]],
  ['send again', [true, false, true]],
  ['coordinate', [true, false, false]],
  ['check content', [true, true, false]],
  ['check form', [false, false, true]],
  ['approve', [false, true, false]],
  ['number', [false, false, true]],
])('coordinator, approver and clerk may "%s": %j', (act, each) => {
  const roles = ['coordinator', 'approver', 'clerk'] as const;
  expect(roles.map(role => may({ roles: [role] }, act))).toEqual(each);
  expect([may({ roles: [] }, act), may({ roles: [...roles] }, act)]).toEqual([false, true]);
});
