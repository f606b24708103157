import { beforeAll, describe, expect, it, vi } from 'vitest';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { Department } from '../../shared/domain/office/department.ts';
import { longestAddress, longestId, longestLine } from '../aws/longest.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { environment, memoryHouse, nothingKept, putInPlace } from './memory-house.ts';

const services = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../shared/aws/client.ts', () => ({ once: (service: string) => services.get(service) }));
vi.mock('../../shared/aws/pace.ts', () => ({
  paced: async <Item>(items: Item[], _: number, act: (item: Item) => Promise<unknown>) => {
    for (const item of items) await act(item);
    return items.length;
  },
}));

beforeAll(() => {
  Object.assign(process.env, environment);
});

/** 300 units, each with one of the longest addresses; with those that the letter's own lines name, 1,000 in all. */
const units = Array.from({ length: 300 }, (_, at) => ({
  id: longestId(at),
  name: longestLine(at),
  mail: [longestAddress(at)],
}));
const others = Array.from({ length: 700 }, (_, at) => longestAddress(1_000 + at));
const name = { report: longestId(9_000), month: '2021-10' };

const office = Department.parse({
  ...departmentWith(
    reportWith({
      id: name.report,
      recipients: [
        { id: 'don-vi', line: longestLine(1), to: 'units', mail: [] },
        { id: 'khac', line: longestLine(2), mail: [...others, ...units.map(({ mail: [first = ''] }) => first)] },
        { id: 'luu', line: longestLine(3), mail: [] },
      ],
      indicators: [],
      tasks: units.map(({ id }, at) => ({ id: `viec-${at}`, text: 'Việc', group: 'chung', owner: [{ unit: id }] })),
      // It prints nothing of them: a letter of megabytes, a thousand times, is for nobody's memory.
      wording: '{{ co_quan }} báo cáo.\n',
    }),
  ),
  units,
});

describe('a letter to 1,000 addresses, of 300 units that are all missing, everything named as long as it may be,', () => {
  it('is mailed once to each, and issued', async () => {
    const house = memoryHouse(nothingKept(), () => () => undefined);
    putInPlace(house, services);
    await publish(house.archive, office);
    await house.tickAt(instantAt('2021-11-01', '08:00'));
    expect(house.outbox).toHaveLength(units.length + 1);
    await house.tickAt(instantAt('2021-11-16', '16:00'));

    const letters = house.outbox.filter(({ tags }) => tags.step === 'edition-1').map(({ destinations: [to] }) => to);
    expect(new Set(letters)).toEqual(new Set([...others, ...units.flatMap(({ mail }) => mail)]));
    expect(letters).toHaveLength(1_000);
    expect((await periodNamed(house.table, name))?.state).toBe('issued');
    const [edition] = await editionsOf(house.table, name);
    expect([edition?.addressees.length, edition?.missing.length]).toEqual([1_000, 300]);
    expect((await mailsOf(house.table, name)).every(({ state }) => state === 'sent')).toBe(true);
  });
});
