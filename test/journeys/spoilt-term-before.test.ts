import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { keyOf } from '../../shared/aws/heads.ts';
import { update } from '../../shared/aws/table.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const october = keyOf({ report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 });
let town: Town;

/** What Phòng A handed in for October is spoilt once November is open. */
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {} });
  await town.at('2021-12-01', '08:00');
  const condition = 'attribute_exists(pk)';
  await update(town.table, october, { set: ['submission = :x'], condition, values: { ':x': '{' } });
});
afterAll(() => town.leave());

describe('a record of the term before that cannot be read', () => {
  it('shuts no unit out of the form of this term', async () => {
    const form = await browserAt(town.address).post(await town.linkOf('phong-a@so.example'));
    expect([form.status, form.text.includes('name="figures.xuat-khau.value"')]).toEqual([200, true]);
  });

  it('hides nothing of this term at the board', async () => {
    const board = await town.staffAt('tong-hop@so.example');
    const page = await board.get('/board/bao-cao-thang/2021-11/units/phong-a');
    expect([page.status, page.text.includes('Đơn vị phải báo cáo')]).toEqual([200, true]);
  });
});
