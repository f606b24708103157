import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt } from '../../infra/local/browser.ts';
import { workbookRead } from '../../shared/xlsx.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const at = '/board/bao-cao-thang/2021-10';

let town: Town;
let board: Browser;

beforeAll(async () => {
  const history = [
    { period: '2020-10', indicator: 'xuat-khau', value: '118.2' },
    { period: '2021-06', indicator: 'xuat-khau', value: '125' },
    { period: '2021-09', indicator: 'xuat-khau', value: '130.7' },
  ];
  town = await foundTown({ ...departmentWith(reportWith()), history }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  const note = '=HYPERLINK("http://x")';
  await town.handIn('phong-a@so.example', {
    figures: { 'xuat-khau': { state: 'reported', value: '138,8', note } },
    outcomes: {},
  });
  board = await town.staffAt('tong-hop@so.example');
});
afterAll(() => town.leave());

describe('the figures at the board', () => {
  it('stand beside those they are compared with, each change as the letter says it', async () => {
    const { text } = await board.get(`${at}/figures`);
    expect(text).toContain('138,8');
    expect(text).toMatch(/130,7<br><small><span aria-hidden="true">▲<\/span> tăng 6,2%/);
    expect(text).toMatch(/118,2<br><small><span aria-hidden="true">▲<\/span> tăng 17,4%/);
    expect(text).toContain('Giải trình: =HYPERLINK');
  });

  it('have a chart that says the same in words, with gaps where nothing is known', async () => {
    const { text } = await board.get(`${at}/figures`);
    expect(text).toContain('aria-label="Kim ngạch xuất khẩu, 13 tháng. 10/2020: 118,2; 11/2020: không có;');
    expect(text.match(/<circle/g)).toHaveLength(4);
    // Three stretches: two points alone, and one line.
    expect(text.match(/<path d="([^"]+)"/)?.[1]?.split('M')).toHaveLength(4);
  });

  it('can be had as CSV: numbers stay numbers, and no text becomes a formula', async () => {
    const { text } = await board.get(`${at}/tables/thang.csv`);
    expect(text.split('\r\n')[1]).toBe(
      `xuat-khau;Kim ngạch xuất khẩu;triệu USD;Phòng A;báo cáo;138,8;130,7;tăng 6,2%;118,2;tăng 17,4%;"'=HYPERLINK(""http://x"")";;;;`,
    );
    const course = (await board.get(`${at}/tables/chuoi.csv`)).text.split('\r\n');
    expect(course[0]).toMatch(/;10\/2020;.*;10\/2021$/);
    expect(course[1]).toBe('xuat-khau;Kim ngạch xuất khẩu;triệu USD;118,2;;;;;;;;125;;;130,7;138,8');
  });

  it('can be had as a workbook, text as text', async () => {
    expect((await board.get(`${at}/tables/khac.xlsx`)).status).toBe(404);
    const { bytes } = await board.get(`${at}/tables/thang.xlsx`);
    const [, row = []] = (await workbookRead(bytes)).sheets[0]?.rows ?? [];
    expect(row).toContain('=HYPERLINK("http://x")');
    expect(row).toContain('138,8');
  });

  it('are shown to nobody who does not see what units hand in', async () => {
    expect((await browserAt(town.address).get(`${at}/figures`)).status).toBe(401);
    expect((await browserAt(town.address).get(`${at}/figures/xuat-khau`)).status).toBe(401);
    expect((await browserAt(town.address).get(`${at}/tables/thang.csv`)).status).toBe(401);
  });
});
