import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../shared/domain/calendar/day.ts';
import { unitsOwing } from '../../../shared/domain/office/owing.ts';
import { collectsFrom, isLate, Period, type PeriodState, shardOf } from '../../../shared/domain/office/period.ts';
import { opened, termsToOpen, timetable } from '../../../shared/domain/office/timetable.ts';
import { departmentWith, exports, reportWith } from '../an-office.ts';

const office = { daysOff: [], daysWorked: [] };
const iso = (instant: number) => new Date(instant).toISOString();

describe('the timetable of a period', () => {
  it('opens, reminds and closes by the office’s working days', () => {
    const times = timetable(office, reportWith(), '2021-10');
    expect(iso(times.opensAt)).toBe('2021-11-01T01:00:00.000Z');
    expect(times.reminders.map(iso)).toEqual(['2021-11-11T01:00:00.000Z', '2021-11-15T01:00:00.000Z']);
    expect(iso(times.deadline)).toBe('2021-11-16T09:00:00.000Z');
    expect(times.window).toEqual({ from: '2021-10-01', to: '2021-10-31' });
  });

  it('moves a deadline in Tết to the first working day after, or before, or not, as the report says', () => {
    const dueInTet = (onDayOff: 'next' | 'previous' | 'keep') =>
      iso(timetable(office, reportWith({ deadline: { month: 1, day: 1, at: '16:00', onDayOff } }), '2022-01').deadline);
    expect(dueInTet('next')).toBe('2022-02-07T09:00:00.000Z');
    expect(dueInTet('previous')).toBe('2022-01-28T09:00:00.000Z');
    expect(dueInTet('keep')).toBe('2022-02-01T09:00:00.000Z');
  });

  it('heeds compensatory days, which are announced every year', () => {
    const report = reportWith({ deadline: { month: 1, day: 13, at: '16:00', onDayOff: 'next' } });
    expect(iso(timetable({ daysOff: [], daysWorked: ['2021-11-13'] }, report, '2021-10').deadline)).toBe(
      '2021-11-13T09:00:00.000Z',
    );
    expect(iso(timetable({ daysOff: ['2021-11-15'], daysWorked: [] }, report, '2021-10').deadline)).toBe(
      '2021-11-16T09:00:00.000Z',
    );
  });

  it('reminds in the order of the hours, and only between opening and deadline', () => {
    const reminders = [
      { workingDaysBefore: 1, at: '08:00' },
      { workingDaysBefore: 3, at: '08:00' },
      { workingDaysBefore: 0, at: '15:59' },
      { workingDaysBefore: 0, at: '16:00' },
      { workingDaysBefore: 11, at: '08:00' },
      { workingDaysBefore: 11, at: '08:01' },
      { workingDaysBefore: 20, at: '08:00' },
    ];
    expect(timetable(office, reportWith({ reminders }), '2021-10').reminders.map(iso)).toEqual([
      '2021-11-01T01:01:00.000Z',
      '2021-11-11T01:00:00.000Z',
      '2021-11-15T01:00:00.000Z',
      '2021-11-16T08:59:00.000Z',
    ]);
  });

  it('keeps the window of NĐ 09/2019 over the turn of the year', () => {
    const report = reportWith({ window: { from: { month: -1, day: 15 }, to: { month: 0, day: 14 } } });
    expect(timetable(office, report, '2022-01').window).toEqual({ from: '2021-12-15', to: '2022-01-14' });
  });
});

describe('a period as it is kept', () => {
  const kept = {
    report: 'bao-cao-thang',
    month: '2021-10',
    state: 'open',
    definition: 'a',
    opensAt: 0,
    deadline: 1,
    reminders: [],
    window: { from: '2021-10-01', to: '2021-10-31' },
    units: [{ id: 'phong-a', name: 'Phòng A', mail: ['a@so.example'] }],
    shards: 1,
  };

  it.each(['open', 'closing', 'closed', 'compiled', 'held', 'issued'])('is read whole in the state "%s"', state => {
    expect(Period.parse({ ...kept, state })).toEqual({ ...kept, state });
  });

  it.each([
    { state: '' },
    { window: { from: '2021-10-01', to: '31/10/2021' } },
    { units: [{ id: 'phong-a', name: 'Phòng A' }] },
    { deadline: '1' },
  ])('is refused when it is none: %j', changed => {
    expect(Period.safeParse({ ...kept, ...changed }).success).toBe(false);
  });

  it('finds a unit’s head where it was made: the partition of a name never changes', () => {
    const names = ['phong-a', 'phong-b', 'van-phong', 'thanh-tra', 'trung-tam-khuyen-cong'];
    expect(names.map(name => shardOf(name, 7))).toEqual([6, 0, 0, 3, 5]);
  });
});

describe('the months to open', () => {
  const at = (date: string, time: string) => termsToOpen(office, reportWith(), instantAt(date, time));

  it('are those between their opening and their deadline', () => {
    expect(at('2021-11-01', '07:59')).toEqual([]);
    expect(at('2021-11-01', '08:00')).toEqual(['2021-10']);
    expect(at('2021-11-16', '15:59')).toEqual(['2021-10']);
    expect(at('2021-11-16', '16:00')).toEqual([]);
  });

  it('keep to the report’s first and last month', () => {
    const report = reportWith({ first: '2021-10', last: '2021-10' });
    expect(termsToOpen(office, report, instantAt('2021-11-05', '08:00'))).toEqual(['2021-10']);
    expect(termsToOpen(office, report, instantAt('2021-10-05', '08:00'))).toEqual([]);
    expect(termsToOpen(office, report, instantAt('2021-12-05', '08:00'))).toEqual([]);
  });

  it('may be many: one may open in the month before its own, and be due three months after', () => {
    const opening = { month: -1, day: 1, at: '08:00' };
    const long = reportWith({ opening, deadline: { month: 3, day: 31, at: '16:00', onDayOff: 'next' } });
    expect(termsToOpen(office, long, instantAt('2021-10-05', '08:00'))).toEqual([
      ...['2021-07', '2021-08', '2021-09', '2021-10', '2021-11'],
    ]);
  });

  it('may be two at once where periods overlap', () => {
    const long = reportWith({ deadline: { month: 2, day: 16, at: '16:00', onDayOff: 'next' } });
    expect(termsToOpen(office, long, instantAt('2021-12-05', '08:00'))).toEqual(['2021-10', '2021-11']);
  });
});

describe('a period', () => {
  it('asks the units that owe something in that month, and no other', () => {
    const handedOver = { ...exports, owner: [{ unit: 'phong-a' }, { unit: 'phong-c', from: '2021-10' }] };
    const report = reportWith({ indicators: [handedOver] });
    const department = departmentWith(report);
    expect(unitsOwing(department, report, '2021-09').map(({ id }) => id)).toEqual(['phong-a', 'phong-b']);
    expect(opened(department, 'hash', report, '2021-10').units.map(({ id }) => id)).toEqual(['phong-b', 'phong-c']);
  });

  it('begins open, by the department as it was published, its heads over a partition for each thousand units', () => {
    const report = reportWith();
    const office = departmentWith(report);
    const { report: id, month, state, definition } = opened(office, 'hash', report, '2021-10');
    expect({ id, month, state, definition }).toEqual({
      ...{ id: 'bao-cao-thang', month: '2021-10', state: 'open', definition: 'hash' },
    });
    const shards = (count: number) => {
      const units = Array.from({ length: count }, (_, at) => ({ id: `u-${at}`, name: 'U', mail: ['u@so.example'] }));
      const tasks = units.map(({ id: unit }) => ({ id: unit, text: 'Việc', group: 'chung', owner: [{ unit }] }));
      return opened({ ...office, units }, 'hash', { ...report, tasks }, '2021-10').shards;
    };
    expect([shards(0), shards(1), shards(1_000), shards(1_001)]).toEqual([1, 1, 1, 2]);
  });

  it('leaves out a unit that no longer exists, and what is no longer asked', () => {
    const report = reportWith({ indicators: [{ ...exports, validTo: '2021-09' }] });
    const department = departmentWith(report);
    expect(opened(department, 'hash', report, '2021-10').units.map(({ id }) => id)).toEqual(['phong-b']);
    const merged = {
      ...department,
      units: department.units.map(unit => (unit.id === 'phong-b' ? { ...unit, validTo: '2021-09' } : unit)),
    };
    expect(opened(merged, 'hash', report, '2021-10').units).toEqual([]);
  });

  it('is late from the stroke of the deadline on', () => {
    expect(isLate({ deadline: 1_000 }, 999)).toBe(false);
    expect(isLate({ deadline: 1_000 }, 1_000)).toBe(true);
  });

  it('collects from each unit while it is open, up to that stroke; extended, from those named, up to their hour', () => {
    const report = reportWith();
    const period = { ...opened(departmentWith(report), 'hash', report, '2021-10'), deadline: 1_000 };
    const [unit = ''] = period.units.map(({ id }) => id);
    const from = (state: PeriodState, now: number, named: string[]) => {
      const extension = { number: 1, units: named, until: 2_000, reason: 'Chờ Phòng A', who: 'tong-hop', at: 1_500 };
      return collectsFrom(unit, { ...period, state, extension }, now);
    };
    expect([from('open', 999, []), from('open', 1_000, []), from('closing', 999, [])]).toEqual([true, false, false]);
    const extended = [from('extended', 1_999, [unit]), from('extended', 2_000, [unit]), from('extended', 1_999, [])];
    expect(extended).toEqual([true, false, false]);
  });

  it('spreads ten thousand heads evenly over its shards', () => {
    const counts = new Array<number>(10).fill(0);
    for (let at = 0; at < 10_000; at += 1)
      counts[shardOf(`don-vi-${at}`, 10)] = (counts[shardOf(`don-vi-${at}`, 10)] ?? 0) + 1;
    for (const count of counts) expect(count).toBeLessThan(1_300);
  });
});
