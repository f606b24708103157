import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { remarksOn } from '../../infra/department/remarks.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { change, copyOf, departmentIn, faultsOf, lineOf, sampleNamed } from './a-folder.ts';

const offices = {
  thang: { folder: 'so-cong-thuong-hoa-son', file: 'reports/thang/report.yaml' },
  vuMua: { folder: 'so-nong-nghiep', file: 'reports/vu-mua/report.yaml' },
  quy: { folder: 'van-phong-ubnd', file: 'reports/thu-tuc-hanh-chinh/report.yaml' },
  bangKe: { folder: 'so-xay-dung', file: 'reports/giai-ngan/report.yaml' },
};

let copy = '';
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** What is changed in an office's report, on the line with which words the fault is then found, and what it says. */
type Slip = [name: string, office: keyof typeof offices, from: string, to: string, at: string, says: string];

function findsEach(slips: Slip[]): void {
  it.each(slips)('%s', (_, office, from, to, at, says) => {
    const { folder, file } = offices[office];
    copy = copyOf(sampleNamed(folder));
    change(copy, file, [from, to]);
    const faults = faultsOf(copy);
    const told = faults.filter(fault => fault.includes(says));
    expect(told, faults.join('\n')).toHaveLength(1);
    expect(told[0]).toContain(`${file}:${lineOf(copy, file, at)}  `);
  });
}

it.each(Object.values(offices))('$folder is right as it stands', ({ folder }) => {
  expect(faultsOf(sampleNamed(folder))).toEqual([]);
});

describe('a formula is found that', () => {
  const balance = 'formula: xuat-khau - nhap-khau';
  const sum = 'formula: sum(du-an.ke-hoach-von)';
  findsEach([
    ['cannot be read', 'thang', balance, 'formula: xuat-khau - (nhap-khau', '(nhap-khau', 'không đọc được công thức'],
    [
      'names no indicator',
      'thang',
      balance,
      'formula: xuat-khau - nhap-khao',
      'nhap-khao',
      '"nhap-khao" → có phải "nhap-khau"?',
    ],
    [
      'needs its own result',
      'thang',
      balance,
      'formula: can-can + nhap-khau',
      'can-can +',
      'công thức đi vòng: can-can, rồi lại can-can',
    ],
    ['divides by nothing', 'thang', balance, 'formula: xuat-khau / 0', 'khau / 0', 'công thức chia cho 0'],
    [
      'asks a year so far that only a table has',
      'thang',
      balance,
      'formula: xuat-khau.plan',
      'khau.plan',
      'chỉ viết được trong cột của bảng',
    ],
    [
      'takes a column of many rows for a number',
      'bangKe',
      sum,
      'formula: du-an.ke-hoach-von',
      'formula: du-an.ke',
      'gộp các dòng lại: sum(du-an.ke-hoach-von)',
    ],
    ['takes a list for a number', 'bangKe', sum, 'formula: du-an * 2', 'du-an * 2', '"du-an" là một bảng kê'],
    ['sums words', 'bangKe', sum, 'formula: sum(du-an.ten)', 'sum(du-an.ten)', 'cột "du-an.ten" không phải là số'],
    [
      'sums what is computed row by row',
      'bangKe',
      sum,
      'formula: sum(du-an.ty-le)',
      'sum(du-an.ty-le)',
      'tính từ các cột khác',
    ],
    ['names no column', 'bangKe', sum, 'formula: sum(du-an.ke-hoach-von-a)', 'von-a', 'có phải "du-an.ke-hoach-von"?'],
    [
      'goes over units of what is computed',
      'vuMua',
      'formula: san-luong / thu-hoach * 10',
      'formula: sum(ty-le-thu-hoach)',
      'sum(ty-le',
      'là chỉ tiêu tính ra',
    ],
  ]);
});

describe('an indicator comes from one place, and is told as its kind can be', () => {
  const yields = 'formula: san-luong / thu-hoach * 10';
  const harvested = 'phrase: Diện tích thu hoạch, kind: stock, unitOfMeasure: ha, owedBy: all';
  findsEach([
    [
      'from a formula and a unit',
      'vuMua',
      yields,
      `${yields}, owner: kv1`,
      yields,
      'có cả owner (một đơn vị báo) và formula',
    ],
    [
      'from nowhere',
      'vuMua',
      `, owedBy: all }\n  - { code: san-luong`,
      ' }\n  - { code: san-luong',
      'code: thu-hoach',
      'không ai báo và không tính từ đâu',
    ],
    [
      'from a unit nobody knows',
      'vuMua',
      harvested,
      harvested.replace('all', '[kv1, kv22]'),
      'kv22',
      'không có đơn vị "kv22" → có phải "kv2"?',
    ],
    [
      'from a way of owing there is not',
      'vuMua',
      harvested,
      harvested.replace('all', '[Kv1]'),
      '[Kv1]',
      '"indicators.thu-hoach.owedBy.1" chưa đúng → mã chỉ gồm',
    ],
    [
      'a total of one unit’s',
      'thang',
      'code: gtsx',
      'code: gtsx\n    total: sum',
      'total: sum',
      'total không có nghĩa khi một đơn vị báo',
    ],
    [
      'a sum of rates',
      'vuMua',
      harvested,
      harvested.replace('stock', 'rate, total: sum'),
      'total: sum',
      'cộng các tỷ lệ với nhau',
    ],
    [
      'a year so far of a rate',
      'vuMua',
      harvested,
      harvested.replace('stock', 'rate, yearToDate: plan'),
      'yearToDate: plan',
      'không cộng dồn được',
    ],
    [
      'a year so far beside the term before',
      'thang',
      'yearToDate: [same-period-last-year, plan] #',
      'yearToDate: [previous-period] #',
      '[previous-period] #',
      'lũy kế không so được với kỳ trước',
    ],
    [
      'a part of what there is not',
      'thang',
      'partOf: iip #',
      'partOf: iiq #',
      'iiq',
      'không có chỉ tiêu "iiq" → có phải "iip"?',
    ],
    ['a part of itself', 'thang', 'partOf: iip #', 'partOf: iip-khai-khoang #', 'partOf: iip-khai', 'câu của chính nó'],
    [
      'another report’s that there is not',
      'thang',
      'formula: xuat-khau - nhap-khau',
      'source: { report: nam, indicator: a }',
      'report: nam',
      'không có báo cáo "nam"',
    ],
  ]);
});

describe('rules and lists', () => {
  const rule = '- phai-giai-quyet = da-giai-quyet + dang-giai-quyet';
  const rate = 'kind: number, decimals: 1, formula';
  const most = '{ rule: da-giai-ngan <= ke-hoach-von';
  findsEach([
    ['a rule that is none', 'quy', rule, '- phai-giai-quyet', '- phai-giai-quyet', 'không phải là ràng buộc'],
    [
      'a rule over what there is not',
      'quy',
      rule,
      '- phai-giai-quyet = da-giai-quyeta',
      'quyeta',
      'có phải "da-giai-quyet"?',
    ],
    [
      'a rule that no unit could be asked',
      'thang',
      '\ntasks:',
      '\nrules: [gtsx <= ban-le]\ntasks:',
      'rules: [',
      'không bao giờ được xét',
    ],
    [
      'a rule of rows over no column',
      'bangKe',
      most,
      most.replace('von', 'vonn'),
      'vonn',
      'không có cột số "ke-hoach-vonn"',
    ],
    [
      'a column twice',
      'bangKe',
      'code: da-giai-ngan,',
      'code: ke-hoach-von,',
      'Đã giải ngân, kind',
      'hai cột mã "ke-hoach-von"',
    ],
    [
      'a computed column that is text',
      'bangKe',
      rate,
      'formula',
      'code: ty-le, name: Tỷ lệ (%), formula',
      'có formula nên là một số',
    ],
    [
      'a choice of nothing',
      'bangKe',
      '{ code: ten, name: Dự án }',
      '{ code: ten, name: Dự án, kind: choice }',
      'kind: choice',
      'không có gì để chọn',
    ],
    ['more rows than are taken', 'bangKe', 'carriesOver: true', 'most: 501', 'most: 501', 'cần nhiều nhất 500'],
  ]);
});

describe('tables', () => {
  const units = 'rows: { of: units, total: Tổng cộng }';
  const list = 'rows: { of: list, list: du-an,';
  findsEach([
    [
      'rows of no kind, with the one that was meant',
      'vuMua',
      units,
      units.replace('units', 'unit'),
      'of: unit,',
      '"tables.theo-khu-vuc.rows.of" không nhận giá trị này → có phải "units"?',
    ],
    [
      'a key of rows nobody knows',
      'vuMua',
      units,
      units.replace('total', 'totl'),
      'totl',
      '"tables.theo-khu-vuc.rows.totl" không phải là một mục → có phải "total"?',
    ],
    ['rows of no list', 'bangKe', list, list.replace('list: du-an', 'list: du-ann'), 'du-ann', 'có phải "du-an"?'],
    ['rows of no indicator', 'thang', '[xi-mang,', '[xi-mang-a,', 'xi-mang-a', 'có phải "xi-mang"?'],
    [
      'an empty group',
      'thang',
      'indicators: [xi-mang, duong, bia, dien]',
      'indicators: []',
      'indicators: []',
      'cần ít nhất 1 mục',
    ],
    [
      'a measure of indicators there is not',
      'thang',
      'shows: year-to-date }',
      'shows: year-to-dat }',
      'year-to-dat }',
      'có phải "year-to-date"?',
    ],
    [
      'an indicator of units there is not',
      'vuMua',
      'shows: gieo-cay.plan',
      'shows: gieo-cayy.plan',
      'gieo-cayy',
      'không có chỉ tiêu "gieo-cayy"',
    ],
    [
      'a column of rows there is not',
      'bangKe',
      'shows: ke-hoach-von',
      'shows: ke-hoach',
      'shows: ke-hoach }',
      'không có cột "ke-hoach"',
    ],
    [
      'a cell that cannot be read',
      'thang',
      'shows: value / previous * 100',
      'shows: value // previous',
      'value //',
      'không đọc được công thức',
    ],
  ]);
});

describe('words and terms', () => {
  findsEach([
    [
      'a place that a phrase has not',
      'thang',
      'phrase: Kim ngạch xuất khẩu tháng {tháng}',
      'phrase: Kim ngạch xuất khẩu tháng {thang}',
      '{thang}',
      '"{thang}" → có phải "{tháng}"?',
    ],
    [
      'a place that the head of a form has not',
      'thang',
      'orientation: landscape\n',
      'orientation: landscape\n    form: { bieuSo: 01/BC, banHanhTheo: Thông tư 1, kyBaoCao: "Tháng {thang}" }\n',
      '{thang}',
      '"{thang}" → có phải "{tháng}"?',
    ],
    [
      'a place that a way of saying has not',
      'thang',
      'previous: so với tháng trước',
      'previous: so với {mức}',
      '{mức}',
      'không có chỗ "{mức}"',
    ],
    [
      'a month for a quarter',
      'quy',
      'first: 2025-Q3',
      'first: 2025-09',
      'first: 2025-09',
      'báo cáo theo quý mà first là "2025-09"',
    ],
    [
      'months in which no quarter ends',
      'quy',
      'code: qua-han,',
      'code: qua-han, months: [4],',
      'months: [4]',
      'không kỳ nào của báo cáo kết thúc vào tháng 4',
    ],
    [
      'a year that begins within a quarter',
      'quy',
      'cadence: quarter',
      'yearBegins: 9\ncadence: quarter',
      'yearBegins: 9',
      'ở giữa một kỳ',
    ],
  ]);
});

it.each([
  [
    'a công văn to nobody',
    'bangKe',
    '  - { name: Sở Tài chính, mail: so-tai-chinh@hoa-son.example }',
    ' []',
    'không có nơi Kính gửi',
  ],
  ['a named document under another’s symbol', 'quy', 'kyHieu: BC-VP', 'kyHieu: TTr-VP', 'không mở đầu bằng BC'],
] as const)('remarks on %s, and refuses it not', (_, office, from, to, says) => {
  const { folder, file } = offices[office];
  copy = copyOf(sampleNamed(folder));
  change(copy, file, [from, to]);
  if (office === 'bangKe') change(copy, file, ['line: Như trên, to: addressees', 'line: Như trên, mail: a@b.example']);
  const before = remarksOn(departmentIn(sampleNamed(folder)), 0).map(({ message }) => message);
  const told = remarksOn(departmentIn(copy), 0).map(({ message }) => message);
  expect(told.filter(message => !before.includes(message))).toEqual([expect.stringContaining(says)]);
});

it('remarks on a year that is compared with the year before twice', () => {
  const told = (report: Parameters<typeof reportWith>[0]) =>
    remarksOn(departmentWith(reportWith(report)), 0).map(({ message }) => message);
  const twice = expect.stringContaining('so với kỳ trước và cùng kỳ, mà ở báo cáo này hai kỳ ấy là một');
  expect(told({ cadence: 'year', first: '2021' })).toContainEqual(twice);
  expect(told({ cadence: 'half-year', first: '2021-S1' })).not.toContainEqual(twice);
});
