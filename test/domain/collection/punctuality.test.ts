import { describe, expect, it } from 'vitest';
import { type TermOfYear, yearByUnit } from '../../../shared/domain/collection/punctuality.ts';

const unit = (id: string) => ({ id, name: id, mail: [] });
const month = (
  name: string,
  units: string[],
  heads: Record<string, { revision: number; lateAt?: number }> = {},
): TermOfYear => ({
  month: name,
  period: { deadline: 100, units: units.map(unit) },
  heads: new Map(Object.entries(heads)),
});

describe('the year of a unit', () => {
  it('tells of each month how it stood', () => {
    const months: TermOfYear[] = [
      { month: '2021-01', heads: new Map() },
      month('2021-02', ['a'], { a: { revision: 2, lateAt: 130 } }),
      month('2021-03', ['a'], { a: { revision: 0, lateAt: 130 } }),
      month('2021-04', ['a'], { a: { revision: 0 } }),
      month('2021-05', ['a']),
      month('2021-06', ['b']),
    ];
    const [, a] = yearByUnit(months, 100);
    expect(a?.standings).toEqual(['not opened', 'on time', 'late', 'missing', 'missing', 'not owing']);
    expect([a?.onTime, a?.due]).toEqual([1, 4]);
  });

  it('holds nothing against a unit that still has time, and counts for nobody what is not over', () => {
    const months = [month('2021-10', ['a', 'b'], { a: { revision: 1 }, b: { revision: 0 } })];
    expect(yearByUnit(months, 99).map(({ standings, onTime, due }) => [standings, onTime, due])).toEqual([
      [['on time'], 0, 0],
      [['awaited'], 0, 0],
    ]);
  });

  it('is told in the newest period’s order and by its names, a unit that no longer owes at the end', () => {
    const months = [month('2021-09', ['c', 'a', 'b']), month('2021-10', ['b', 'a'])];
    expect(yearByUnit(months, 100).map(({ unit: { id } }) => id)).toEqual(['b', 'a', 'c']);
    const renamed = { ...month('2021-11', []), period: { deadline: 1, units: [{ ...unit('a'), name: 'Tên mới' }] } };
    expect(yearByUnit([...months, renamed], 100)[0]?.unit.name).toBe('Tên mới');
    expect(yearByUnit([{ month: '2021-12', heads: new Map() }], 100)).toEqual([]);
  });
});
