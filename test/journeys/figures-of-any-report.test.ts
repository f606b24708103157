import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../infra/local/browser.ts';
import { workbookRead } from '../../shared/xlsx.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { inWords } from './in-words.ts';
import { foundTown, type Town } from './town.ts';

const at = '/board/bao-cao-thang/2021-10';

/** Sown by each unit, with two plans and the year so far; what is left of it is computed; and a list that nobody has filled. */
const sown = {
  ...exports,
  code: 'gieo-cay',
  name: 'Diện tích gieo cấy',
  unitOfMeasure: 'ha',
  decimals: 1,
  kind: 'flow' as const,
  owner: [],
  owedBy: 'all' as const,
  yearToDate: {
    comparisons: [
      { with: 'same-month-last-year' as const, as: 'percent' as const, decimals: 1 },
      { with: 'plan' as const, as: 'ratio' as const, decimals: 1, says: 'bằng {mức} kế hoạch tỉnh giao' },
      {
        with: 'plan' as const,
        as: 'ratio' as const,
        decimals: 1,
        source: 'tw',
        says: 'bằng {mức} kế hoạch Trung ương giao',
      },
    ],
  },
};
const half = {
  ...exports,
  code: 'mot-nua',
  name: 'Một nửa',
  decimals: 1,
  owner: [],
  comparisons: [],
  formula: 'gieo-cay / 2',
};
const list = {
  id: 'du-an',
  name: 'Các dự án',
  owedBy: 'all' as const,
  columns: [{ code: 'ten', name: 'Tên', kind: 'text' as const }],
};

let town: Town;
let board: Browser;

beforeAll(async () => {
  const many = Array.from({ length: 55 }, (_, number) => ({
    ...exports,
    code: `so-${number}`,
    name: `Chỉ tiêu số ${number}`,
  }));
  const history = ['2020', '2021'].flatMap(year =>
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', ...(year === '2020' ? ['10'] : [])].flatMap(month =>
      ['phong-a', 'phong-b', 'phong-c'].map(unit => ({
        period: `${year}-${month}`,
        indicator: 'gieo-cay',
        unit,
        value: '10',
      })),
    ),
  );
  const plan = ['phong-a', 'phong-b', 'phong-c'].flatMap(unit => [
    { year: 2021, indicator: 'gieo-cay', unit, value: '200' },
    { year: 2021, indicator: 'gieo-cay', unit, source: 'tw', value: '100' },
  ]);
  const report = reportWith({ indicators: [sown, half, ...many], lists: [list], tasks: [], wording: 'xong' });
  town = await foundTown({ ...departmentWith(report), history, plan }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  const none = Object.fromEntries(many.map(({ code }) => [code, { state: 'none' as const }]));
  for (const [unit, value] of [
    ['phong-a', '20,5'],
    ['phong-b', '30'],
  ] as const)
    await town.handIn(`${unit}@so.example`, {
      figures: { 'gieo-cay': { state: 'estimated', value }, ...(unit === 'phong-a' ? none : {}) },
      outcomes: {},
    });
  board = await town.staffAt('tong-hop@so.example');
});
afterAll(() => town.leave());

describe('the figures of a report that many units make', () => {
  it('are a total that names who is missing, with the year so far and its share of each plan', async () => {
    const text = inWords((await board.get(`${at}/figures`)).text);
    expect(text).toContain('Chưa chốt. Chưa nộp: Phòng C.');
    expect(text).toContain('Diện tích gieo cấy tổng các đơn vị; chưa gồm 1/3 đơn vị: Phòng C');
    expect(text).toContain('ước 50,5');
    // Of the two that reported: 9 × 20 + 50,5; planned 400 and 200.
    expect(text).toContain('230,5 ▲ tăng 15,3%');
    expect(text).toContain('400 Kế hoạch tỉnh giao đạt 57,6% 200 Kế hoạch Trung ương giao đạt 115,3%');
    expect(text).toContain('Một nửa tính từ chỉ tiêu khác');
  });

  it('come in parts that a phone loads in a second, each indicator in one of them', async () => {
    const [first, second] = await Promise.all([board.get(`${at}/figures`), board.get(`${at}/figures?phan=2`)]);
    const told = [first, second].map(
      ({ text }) => (text.match(/<svg class="spark"|chưa có số liệu<\/small>/g) ?? []).length,
    );
    expect(told).toEqual([50, 7]);
    expect(second.text).toContain('aria-current="page">Phần 2');
    expect((await board.get(`${at}/figures?phan=99`)).text).toContain('aria-current="page">Phần 1');
  });

  it('have each a page: the year beside the year before, the plans as lines, and a table that says the same', async () => {
    const { text } = await board.get(`${at}/figures/gieo-cay`);
    expect(text.match(/<line class="plan"/g)).toHaveLength(4);
    expect(text).toContain('>Kế hoạch tỉnh giao 400</text>');
    expect(text).toContain('>T12</text>');
    expect(text).toContain(
      'aria-label="Biểu đồ Diện tích gieo cấy, lũy kế (ha). 2021: thấp nhất 30, cao nhất 270, T10 là 230,5; 2020: thấp nhất 30, cao nhất 300, T10 là 300; Kế hoạch tỉnh giao: 400; Kế hoạch Trung ương giao: 200. Bảng bên dưới có đủ các số."',
    );
    expect(inWords(text)).toContain('T9 30 30 270 270 T10 ◦ 50,5 30 ◦ 230,5 300');
  });

  it('stand there by unit, the most first and who is missing last, each with its own plan', async () => {
    const text = inWords((await board.get(`${at}/figures/gieo-cay`)).text).split('Theo đơn vị')[1] ?? '';
    expect(text.match(/Phòng [ABC]/g)).toEqual(['Phòng B', 'Phòng A', 'Phòng C']);
    expect(text).toMatch(/Phòng C chưa báo cáo 10 10 /);
    expect(text).toMatch(/Tổng các đơn vị ước 50,5/);
  });

  it('are told with what they are computed from, by name', async () => {
    const text = inWords((await board.get(`${at}/figures/mot-nua`)).text);
    expect(text).toContain('tính từ chỉ tiêu khác: Diện tích gieo cấy / 2');
    expect((await board.get(`${at}/figures/khong-co`)).status).toBe(404);
  });

  it('can be had as a table of units, totals, year to date and plans, numbers as numbers', async () => {
    const { text } = await board.get(`${at}/tables/thang.csv`);
    const [head = '', whole = '', unit = ''] = text.split('\r\n');
    expect(head.split(';').slice(11)).toEqual([
      ...['Lũy kế', 'Lũy kế cùng kỳ năm trước', 'Lũy kế so với cùng kỳ'],
      ...['Kế hoạch tỉnh giao', 'Đạt kế hoạch tỉnh giao (%)'],
      ...['Kế hoạch Trung ương giao', 'Đạt kế hoạch Trung ương giao (%)', 'Đơn vị chưa báo cáo'],
    ]);
    expect(whole).toBe(
      'gieo-cay;Diện tích gieo cấy;ha;tổng các đơn vị;ước;50,5;20;tăng 152,5%;20;tăng 152,5%;;230,5;200;tăng 15,3%;400;57,6;200;115,3;Phòng C',
    );
    expect(unit).toMatch(
      /^gieo-cay;Diện tích gieo cấy;ha;Phòng A;ước;20,5;10;.*;110,5;100;tăng 10,5%;200;55,3;100;110,5;$/,
    );
    const { sheets } = await workbookRead((await board.get(`${at}/tables/thang.xlsx`)).bytes);
    const rows = sheets[0]?.rows ?? [];
    expect(rows[1]?.slice(11, 13)).toEqual(['230,5', '200']);
  });

  it('have their lists beside them, on the page and as a table', async () => {
    const { text } = await board.get(`${at}/lists/du-an`);
    expect(inWords(text)).toContain('Các dự án, tháng 10/2021 0 dòng. Chưa nộp: Phòng C.');
    expect((await board.get(`${at}/tables/bang-ke-du-an.csv`)).text).toBe('Đơn vị;Tên\r\n');
    expect((await board.get(`${at}/lists/khong-co`)).status).toBe(404);
    expect((await board.get(`${at}/tables/bang-ke-khong-co.csv`)).status).toBe(404);
  });
});
