import { expect, it } from 'vitest';
import type { TaskStatus } from '../../../shared/domain/collection/answers.ts';
import { progressOf } from '../../../shared/domain/letter/progress.ts';

const told = (...statuses: (TaskStatus | undefined)[]) =>
  progressOf(
    statuses.map(status => ({ task: 'viec', unit: 'phong-a', unitName: 'Phòng A', missing: false, text: '', status })),
  );

it('is what its unit says of a task that one unit owes', () => {
  expect([told('done'), told('under-way'), told('not-begun')]).toEqual([
    'đã hoàn thành',
    'đang thực hiện',
    'chưa thực hiện',
  ]);
});

it('is that of all units together where many owe it, whichever comes last', () => {
  expect(told('done', 'done')).toBe('đã hoàn thành');
  expect(told('not-begun', 'not-begun')).toBe('chưa thực hiện');
  expect(told('done', 'not-begun')).toBe('đang thực hiện');
  expect(told('not-begun', 'done')).toBe('đang thực hiện');
  expect([told('none', 'done'), told('none', 'none')]).toEqual(['đã hoàn thành', 'không phát sinh']);
});

it('is not known while a unit has not said', () => {
  expect([told(undefined, 'done'), told('done', undefined), told()]).toEqual([null, null, null]);
});
