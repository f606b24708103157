import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { handInByApi, handInByForm } from './an-office-at-work.ts';
import { foundTown, type Town } from './town.ts';

describe('a figure ten times its past, of an office that has set no limits', () => {
  let town: Town;
  beforeAll(async () => {
    const department = departmentWith(reportWith({ indicators: [{ ...exports, limits: {} }] }));
    department.history = [{ period: '2021-09', indicator: 'xuat-khau', value: '138.8' }];
    town = await foundTown(department, ['2021-11-01', '08:00']);
    await town.at('2021-11-01', '08:00');
  });
  afterAll(() => town.leave());

  const address = 'phong-a@so.example';
  const question = 'Gấp 10 lần tháng 9/2021 (138,8). Hãy kiểm tra lại; nếu đúng, ghi giải trình ở đây rồi nộp.';
  const given = (value: string, note?: string) => ({
    figures: { 'xuat-khau': { state: 'reported' as const, value, ...(note === undefined ? {} : { note }) } },
    outcomes: {},
  });

  it('is asked about by the form, which keeps what was typed', async () => {
    const refused = await handInByForm(town, address, { 'figures.xuat-khau.value': '1.388' });
    expect(refused.text).toContain('id="faults"');
    expect(refused.text).toContain('Gấp 10 lần tháng 9/2021 (138,8).');
    expect(refused.text).toContain('value="1.388"');
  });

  it('is asked about by the API at the note, and taken with one; what is near its past is not', async () => {
    expect(await handInByApi(town, address, given('1.388'))).toMatchObject({
      status: 422,
      body: { faults: [{ field: 'figures.xuat-khau.note', message: question }] },
    });
    expect((await handInByApi(town, address, given('1.388', 'một lô hàng lớn'))).status).toBe(200);
  });
});
