import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-10-31', '09:00']);
});
afterAll(() => town.leave());

const tickAt = (scheduledAt: string, ...names: ('open-periods' | 'compile-report' | 'deliver-report')[]) =>
  Promise.all(names.map(name => town.invoke(name, { scheduledAt })));

const everything = ['open-periods', 'compile-report', 'deliver-report'] as const;

describe('the clock only wakes; the calendar decides', () => {
  it('a tick that comes hours late opens the period late, once', async () => {
    await town.at('2021-11-01', '14:35');
    expect(town.outbox.map(({ tags }) => tags.step)).toEqual(['opening', 'opening', 'opening']);
  });

  it('two ticks at once, and one again, mail nothing twice', async () => {
    const at = '2021-11-11T01:00:00Z';
    await Promise.all([tickAt(at, ...everything), tickAt(at, ...everything)]);
    await tickAt(at, ...everything);
    await town.quiet();
    expect(town.outbox.filter(({ tags }) => tags.step === 'reminder-1')).toHaveLength(2);
    expect(town.outbox.filter(({ tags }) => tags.step === 'opening')).toHaveLength(3);
  });

  it('a tick of the past does nothing', async () => {
    const before = town.outbox.length;
    await tickAt('2021-10-01T00:00:00Z', ...everything);
    await town.quiet();
    expect(town.outbox).toHaveLength(before);
  });

  it('a deadline whose ticks were all missed is closed at the next one; the letter bears the deadline’s date', async () => {
    const at = '2021-11-19T02:05:00Z';
    await Promise.all([tickAt(at, ...everything), tickAt(at, ...everything)]);
    await town.quiet();
    await tickAt('2021-11-19T02:10:00Z', ...everything);
    await town.quiet();
    const editions = await town.editions('bao-cao-thang', '2021-10');
    expect(editions).toHaveLength(1);
    expect(editions[0]?.head.diaDanh).toBe('Tỉnh Mẫu, ngày 16 tháng 11 năm 2021');
    expect(town.outbox.filter(({ tags }) => tags.step === 'edition-1')).toHaveLength(1);
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('issued');
  });

  it('a month whose whole span was missed is not opened: nobody could have handed in', async () => {
    await town.at('2022-01-20', '08:00');
    expect(await town.period('bao-cao-thang', '2021-11')).toBeUndefined();
    expect(await town.period('bao-cao-thang', '2021-12')).toBeUndefined();
  });
});
