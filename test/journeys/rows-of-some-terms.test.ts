import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { projects } from '../domain/a-list.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  const lists = [{ ...projects, months: [10, 12] }];
  const wording = '{{ so_lieu.xuat-khau }}\n';
  town = await foundTown(departmentWith(reportWith({ indicators: [exports], lists, tasks: [], wording })), [
    '2021-11-01',
    '08:00',
  ]);
});
afterAll(() => town.leave());

const formOf = async () => (await browserAt(town.address).post(await town.linkOf('phong-a@so.example'))).text;

describe('a list that is not asked for in every term', () => {
  it('carries over from the last term in which it was', async () => {
    await town.at('2021-11-01', '08:00');
    const rows = [{ ten: 'Cầu số 1', 'ke-hoach-von': '1.200', 'da-giai-ngan': '600' }];
    const figures = { 'xuat-khau': { state: 'reported' as const, value: '100' } };
    await town.handIn('phong-a@so.example', { figures, outcomes: {}, lists: { 'du-an': rows } });
    await town.at('2021-12-01', '08:00');
    expect(await formOf()).not.toContain('Bảng kê</h2>');
    await town.at('2022-01-01', '08:00');
    const form = await formOf();
    expect(form).toContain('Các dòng của tháng 10/2021 đã được điền sẵn');
    expect(form).toContain('name="lists.du-an.0.ten" value="Cầu số 1"');
  });
});
