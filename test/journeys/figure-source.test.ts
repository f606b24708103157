import { afterAll, beforeAll, expect, it } from 'vitest';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const wording = '- {{ so_lieu.xuat-khau }}\n\nTrân trọng./.\n';
const limits = { least: '0', most: '100' };
const given = (value: string, note = '') => ({
  figures: { 'xuat-khau': { state: 'reported' as const, value, note } },
  outcomes: {},
});
let town: Town;

beforeAll(async () => {
  const indicators = [{ ...exports, limits }];
  town = await foundTown(departmentWith(reportWith({ indicators, tasks: [], wording })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', given('5'));
  await town.at('2021-11-16', '16:00');
  await town.at('2021-12-01', '08:00');
  await town.handIn('phong-a@so.example', given('6'));
  await town.handIn('phong-a@so.example', given('120', 'có lô hàng lớn'));
});
afterAll(() => town.leave());

it('a number of the letter leads to where it came from, and back: unit, revision, hour, explanation, what it is compared with', async () => {
  const staff = await town.staffAt('tong-hop@so.example');
  const at = '/board/bao-cao-thang/2021-11';
  const preview = (await staff.get(`${at}/preview`)).text;
  expect(preview).toContain(`<a id="xuat-khau" href="${at}/figures/xuat-khau">Kim ngạch xuất khẩu tháng 11 đạt 120`);
  const page = (await staff.get(`${at}/figures/xuat-khau`)).text;
  expect(page).toContain(`href="${at}/preview#xuat-khau"`);
  expect(page).toContain(`<a href="${at}/units/phong-a">Phòng A, lần 2</a>, lúc 08:00 ngày 01/12/2021`);
  expect(page).toContain('có lô hàng lớn');
  const before = '/board/bao-cao-thang/2021-10/figures/xuat-khau';
  expect(page).toContain(`<a href="${before}">tháng 10/2021: 5</a>, theo bản 1 ngày 16/11/2021`);
  expect((await staff.get(before)).text).toContain('Phòng A, lần 1');
});

it('an issued letter says the same words without leading anywhere', async () => {
  const staff = await town.staffAt('tong-hop@so.example');
  const { text } = await staff.get('/board/bao-cao-thang/2021-10/1/html');
  expect(text).toContain('Kim ngạch xuất khẩu tháng 10 đạt 5');
  expect(text).not.toContain('/figures/');
});
