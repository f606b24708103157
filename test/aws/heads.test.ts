import { describe, expect, it } from 'vitest';
import { createHead, headFrom, headOf, headsOf, keyOf } from '../../shared/aws/heads.ts';
import { handIn } from '../../shared/aws/submissions.ts';
import { putOnce } from '../../shared/aws/table.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { aTable, handing, openTable, unit } from './a-unit.ts';

const units = ['phong-a', 'phong-b', 'phong-c', 'phong-d'];
const period = (shards: number): Period => ({
  ...{ report: unit.report, month: unit.month, state: 'open', definition: '', opensAt: 0, deadline: 0, reminders: [] },
  ...{ window: { from: '', to: '' }, units: [], shards },
});

describe('the head of a unit', () => {
  it('is made with the period: nothing handed in, and nobody let in', async () => {
    const table = aTable();
    await createHead(table, unit);
    const { shards: _, ...name } = unit;
    expect(await headOf(table, unit)).toEqual({ ...name, revision: 0, access: {} });
  });

  it('keeps what was handed in when the opening runs once more', async () => {
    const table = await openTable();
    const revision = await handIn(table, handing());
    await createHead(table, unit);
    expect(await headOf(table, unit)).toMatchObject({ ...revision });
  });

  it('lies at a key that stays what it is: what was written last year is found by it', () => {
    expect(keyOf(unit)).toEqual({ pk: 'PERIOD#bao-cao-thang#2021-10', sk: 'UNIT#phong-a' });
    const places = units.map(id => keyOf({ ...unit, unit: id, shards: 3 }).pk);
    const [first, second] = ['PERIOD#bao-cao-thang#2021-10#1', 'PERIOD#bao-cao-thang#2021-10#2'];
    expect(places).toEqual([first, second, 'PERIOD#bao-cao-thang#2021-10', first]);
  });
});

describe('the heads of a period', () => {
  it.each([1, 3])('are all found, by unit, over %d partitions, and none of another month', async shards => {
    const table = aTable();
    for (const id of units) await createHead(table, { ...unit, unit: id, shards });
    await createHead(table, { ...unit, month: '2021-11', unit: 'phong-x', shards });
    await putOnce(table, { pk: 'PERIOD#bao-cao-thang#2021-10', sk: 'PERIOD' });
    const heads = await headsOf(table, period(shards));
    expect([...heads.keys()].sort()).toEqual(units);
    expect(heads.get('phong-b')).toEqual(await headOf(table, { ...unit, unit: 'phong-b', shards }));
  });
});

describe('an item that is no head', () => {
  it.each([
    ['a field of another kind', { revision: 'secret' }],
    ['text that is no JSON', { submission: '{"secret' }],
  ])('with %s is named by its key, and what it holds is not told: what is thrown is logged', (_, spoilt) => {
    const { shards: __, ...name } = unit;
    const item = { ...keyOf(unit), ...name, revision: 0, access: {}, ...spoilt };
    expect(() => headFrom(item)).toThrow(new Error('not as it was written: PERIOD#bao-cao-thang#2021-10 UNIT#phong-a'));
  });
});
