import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { headsOf } from '../../shared/aws/heads.ts';
import {
  agenda,
  allPeriods,
  crossOffAgenda,
  everyPeriod,
  movePeriod,
  periodNamed,
  putOnAgenda,
  recordPeriod,
} from '../../shared/aws/periods.ts';
import { putBackOnAgenda } from '../../shared/aws/put-back.ts';
import { putOnce, query } from '../../shared/aws/table.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { aTable } from './a-unit.ts';
import { longestAddress, longestId, longestLine } from './longest.ts';

const october = { report: 'bao-cao-thang', month: '2021-10' };
const november = { report: 'bao-cao-thang', month: '2021-11' };
const period: Period = {
  ...{ ...october, state: 'open', definition: 'h', opensAt: 1, deadline: 2, reminders: [1], shards: 1 },
  window: { from: '2021-10-01', to: '2021-10-31' },
  units: [{ id: 'phong-a', name: 'Phòng A', mail: ['a@so.example'] }],
};

describe('a period', () => {
  it('is read back as it was recorded, and recorded once: what opened it first stands', async () => {
    const table = aTable();
    expect(await periodNamed(table, october)).toBeUndefined();
    expect(await recordPeriod(table, period)).toBe(true);
    expect(await recordPeriod(table, { ...period, definition: 'khác' })).toBe(false);
    expect(await periodNamed(table, october)).toEqual(period);
  });

  it('of 10,000 units with the longest names and addresses is recorded whole, in items of 400 KB', async () => {
    const table = aTable();
    const units = Array.from({ length: 10_000 }, (_, at) => ({
      id: longestId(at),
      name: longestLine(at),
      mail: [longestAddress(2 * at), longestAddress(2 * at + 1)],
    }));
    expect(await recordPeriod(table, { ...period, units })).toBe(true);
    expect(await recordPeriod(table, { ...period, units: [] })).toBe(false);
    // Not by toEqual, which takes seconds to compare so much.
    expect(isDeepStrictEqual((await periodNamed(table, october))?.units, units)).toBe(true);
    expect(await movePeriod(table, october, ['open'], 'closing')).toBe(true);
    expect(await headsOf(table, { ...period, units })).toEqual(new Map());
  });

  it('of 10,000 units with usual names takes the one item it always took', async () => {
    const table = aTable();
    const units = Array.from({ length: 10_000 }, (_, at) => ({
      id: `don-vi-${at}`,
      name: `Đơn vị số ${at}`,
      mail: [`${at}@so.example`],
    }));
    await recordPeriod(table, { ...period, units });
    const items = await query(table, 'PERIOD#bao-cao-thang#2021-10');
    expect(items.map(({ sk }) => sk)).toEqual(['PERIOD']);
    expect(items[0]?.units).toBeInstanceOf(Uint8Array);
    expect((await periodNamed(table, october))?.units).toEqual(units);
  });

  it('of a table from before the units were packed is read all the same', async () => {
    const table = aTable();
    await putOnce(table, { pk: 'PERIOD#bao-cao-thang#2021-10', sk: 'PERIOD', ...period });
    expect(await periodNamed(table, october)).toEqual(period);
  });

  it('is moved on by one of those who try, and only from the states they name', async () => {
    const table = aTable();
    await recordPeriod(table, period);
    const moves = await Promise.all([1, 2].map(() => movePeriod(table, october, ['open'], 'closing')));
    expect(moves.filter(Boolean)).toHaveLength(1);
    expect(await movePeriod(table, october, ['open', 'compiled'], 'issued')).toBe(false);
    expect(await periodNamed(table, october)).toEqual({ ...period, state: 'closing' });
    expect(await movePeriod(table, october, ['open', 'closing'], 'closed')).toBe(true);
  });

  it('that is not there is not moved, and not made', async () => {
    const table = aTable();
    expect(await movePeriod(table, october, ['open'], 'closing')).toBe(false);
    expect(await periodNamed(table, october)).toBeUndefined();
  });
});

describe('the agenda', () => {
  it('holds what is in hand, oldest first, each once', async () => {
    const table = aTable();
    for (const name of [november, october, october]) await putOnAgenda(table, name);
    expect(await agenda(table)).toEqual([
      { ...october, putBack: 0 },
      { ...november, putBack: 0 },
    ]);
  });

  it('loses what is crossed off, and gets back what is put back', async () => {
    const table = aTable();
    await putOnAgenda(table, october);
    await crossOffAgenda(table, { ...october, putBack: 0 });
    expect(await agenda(table)).toEqual([]);
    await putBackOnAgenda(table, october);
    expect(await agenda(table)).toEqual([{ ...october, putBack: 1 }]);
  });

  it('keeps what was put back since whoever crosses it off has read it: there is new work', async () => {
    const table = aTable();
    await putOnAgenda(table, october);
    await putBackOnAgenda(table, october);
    await crossOffAgenda(table, { ...october, putBack: 0 });
    expect(await agenda(table)).toEqual([{ ...october, putBack: 1 }]);
  });

  it('gets nothing by putting back that it never held', async () => {
    const table = aTable();
    await putBackOnAgenda(table, october);
    expect(await allPeriods(table)).toEqual([]);
  });

  it('is put on whole, whatever else its period holds', async () => {
    const table = aTable();
    await putOnAgenda(table, period);
    expect(await agenda(table)).toEqual([{ ...october, putBack: 0 }]);
  });
});

describe('all periods there ever were', () => {
  it('are those crossed off too, newest first', async () => {
    const table = aTable();
    for (const name of [october, november]) await putOnAgenda(table, name);
    await crossOffAgenda(table, { ...october, putBack: 0 });
    expect(await allPeriods(table)).toEqual([november, october]);
  });

  it('are read whole without one that was only begun to be made', async () => {
    const table = aTable();
    for (const name of [october, november]) await putOnAgenda(table, name);
    await recordPeriod(table, period);
    expect(await everyPeriod(table)).toEqual([period]);
  });
});
