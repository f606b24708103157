import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { change, copyOf, departmentIn, faultsOf, remarksIn, sampleNamed, withoutLine } from './a-folder.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const monthly = () => {
  folder = copyOf(sampleNamed('so-cong-thuong'));
};
const yearToDate = () => {
  folder = copyOf(sampleNamed('so-cong-thuong-hoa-son'));
};
const byUnits = () => {
  folder = copyOf(sampleNamed('so-nong-nghiep'));
};
const quarterly = () => {
  folder = copyOf(sampleNamed('van-phong-ubnd'));
};

/** The one fault of a folder, without its line's number. */
function onlyFault(): string {
  const faults = faultsOf(folder);
  expect(faults, faults.join('\n')).toHaveLength(1);
  return withoutLine(faults[0] ?? '');
}

const add = (file: string, rows: string) => appendFileSync(join(folder, file), `\n${rows}\n`);
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
/** A row of a file, whatever it is, in place of what it was. */
const rowOf = (file: string, starts: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .find(row => row.startsWith(starts)) ?? '';

describe('a number with more decimals than its indicator has is a fault that tells every reading', () => {
  it('of history.csv', () => {
    monthly();
    change(folder, 'history.csv', ['2021-09,ban-le,3604', '2021-09,ban-le,3.604']);
    expect(onlyFault()).toBe(
      'history.csv: 2021-09: "3.604" có 3 chữ số thập phân mà "ban-le" lấy 0 (decimals: 0) → ' +
        'nếu là nghìn, viết 3604; nếu là số lẻ, làm tròn còn 0 chữ số, hoặc sửa decimals',
    );
  });

  it('of plan.csv', () => {
    yearToDate();
    change(folder, 'plan.csv', ['2025,ban-le,52400', '2025,ban-le,52.400']);
    expect(onlyFault()).toContain('nếu là nghìn, viết 52400; nếu là số lẻ');
  });

  it('and of a wide spreadsheet', () => {
    yearToDate();
    write('plan.csv', 'indicator,2024,2025\nban-le,48.100,52400\n');
    expect(onlyFault()).toContain('plan.csv: năm 2024: "48.100" có 3 chữ số thập phân');
  });

  it('but noughts that say nothing are none', () => {
    yearToDate();
    change(folder, 'plan.csv', ['2025,ban-le,52400', '2025,ban-le,52400.00']);
    expect(faultsOf(folder)).toEqual([]);
  });

  it.each([
    ['1.234.567', 'viết 1234567 ('],
    ['"130,7"', 'viết 130.7 ('],
    ['"1.234,5"', 'viết 1234.5 ('],
    ['"1,234.5"', 'viết 1234.5 ('],
    ['3 604', 'viết 3604 ('],
    ['ba nghìn', 'viết số như 3604 hoặc 130.7'],
  ])('%s, which is no plain decimal, is told as what is to be written', (value, says) => {
    yearToDate();
    change(folder, 'plan.csv', ['2025,ban-le,52400', `2025,ban-le,${value}`]);
    expect(onlyFault()).toContain(says);
  });
});

describe('a number far from the others of its indicator is told, and taken', () => {
  it.each([
    [
      'a thousandth',
      '2025-05,ban-le,4260',
      '2025-05,ban-le,4.3',
      '2025-05 ban-le: 4.3 nhỏ hơn các dòng khác cùng chỉ tiêu khoảng 920 lần',
    ],
    [
      'a thousandfold',
      '2025-05,ban-le,4260',
      '2025-05,ban-le,4260000',
      '2025-05 ban-le: 4260000 lớn hơn các dòng khác cùng chỉ tiêu khoảng 1070 lần',
    ],
    [
      'a sum of months',
      '2025-01..2025-09,xi-mang,282.6',
      '2025-01..2025-09,xi-mang,282600',
      '2025-01..2025-09 xi-mang: 282600 lớn',
    ],
  ])('%s in history.csv', (_, from, to, says) => {
    yearToDate();
    change(folder, 'history.csv', [from, to]);
    expect(remarksIn(folder)).toEqual([expect.stringContaining(says)]);
  });

  it('a plan beside the figures of history.csv', () => {
    yearToDate();
    change(folder, 'plan.csv', ['2025,ban-le,52400', '2025,ban-le,52.4']);
    expect(remarksIn(folder)).toEqual([expect.stringContaining('2025 ban-le: 52.4 nhỏ hơn các dòng khác')]);
  });

  it('one outside the limits of the report', () => {
    monthly();
    change(folder, 'history.csv', ['2021-09,xuat-khau,130.7', '2021-09,xuat-khau,13070']);
    expect(remarksIn(folder)).toEqual([
      expect.stringMatching(/^history\.csv:\d+ {2}2021-09 xuat-khau: 13070 lớn hơn most 10000/),
    ]);
  });

  it('and none of a sample', () => {
    for (const open of [monthly, yearToDate, byUnits, quarterly]) {
      open();
      expect(remarksIn(folder)).toEqual([]);
      rmSync(folder, { recursive: true });
    }
  });
});

describe('whose figure it is', () => {
  it.each([
    ['of no unit there is', '2024-08,kv9,gieo-cay,100', 'không có đơn vị "kv9" → có phải "kv1"?'],
    ['of a unit where one owes it', '2024-08,kv1,gieo-cay,100', ''],
  ])('%s', (_, row, says) => {
    byUnits();
    add('history.csv', row);
    if (says === '') expect(faultsOf(folder)).toEqual([]);
    else expect(onlyFault()).toContain(says);
  });

  it('a unit that does not owe, in history and plan', () => {
    byUnits();
    change(folder, 'reports/vu-mua/report.yaml', [
      'unitOfMeasure: ha\n    owedBy: all',
      'unitOfMeasure: ha\n    owedBy: [kv1, kv2, kv3, kv4]',
    ]);
    expect(faultsOf(folder).map(fault => fault.replace(/ → .*/, ''))).toEqual([
      'history.csv:6  2024-09: đơn vị "kv5" không nợ chỉ tiêu "gieo-cay"',
      'plan.csv:6  năm 2025: đơn vị "kv5" không nợ chỉ tiêu "gieo-cay"',
    ]);
  });

  it('a unit of what only the whole office has', () => {
    yearToDate();
    write('plan.csv', 'year,indicator,unit,value\n2025,ban-le,thuong-mai,52400\n');
    expect(onlyFault()).toContain('không báo theo từng đơn vị → để trống ô unit');
  });

  it('a unit that ended before the year of its plan', () => {
    byUnits();
    change(folder, 'department.yaml', ['id: kv5,', 'id: kv5, validTo: 2024-12,']);
    expect(onlyFault()).toContain('plan.csv: năm 2025: đơn vị "kv5" không còn hoặc chưa có trong năm này');
  });
});

describe('plan.csv', () => {
  it.each([
    ['a code nobody asks for', '2025,ban-lee,1,', 'có phải "ban-le"?'],
    [
      'a month outside its year',
      '2025,bia,250,2026-07',
      'kế hoạch có hiệu lực từ 2026-07 là ngoài năm → viết tháng từ 2025-01 đến 2025-12',
    ],
    ['no such year', '25,bia,250,', 'cột year là "25" → viết năm như 2025'],
    ['no such month', '2025,bia,250,tháng bảy', 'cột from là "tháng bảy" → viết tháng'],
    ['nothing', '2025,bia,,', 'thiếu value → viết như 2025,ban-le,52400'],
    ['the same twice', '2025,xi-mang,1,2025-07\n2025,xi-mang,2,2025-07', '2025 xi-mang 2025-07 đã có ở dòng'],
  ])('has %s', (_, row, says) => {
    yearToDate();
    change(folder, 'plan.csv', ['year,indicator,value', 'year,indicator,value,from']);
    add('plan.csv', row);
    expect(onlyFault()).toContain(says);
  });

  it('names a source that no comparison tells', () => {
    yearToDate();
    write('plan.csv', 'year,indicator,value,source\n2025,ban-le,52400,tinh-giao\n');
    expect(onlyFault()).toContain('không phép so sánh nào của "ban-le" nói kế hoạch "tinh-giao"');
  });

  it.each([
    ['2019,bia,230,', '2019 bia: không kỳ nào của báo cáo rơi vào năm 2019'],
    ['2052,bia,230,', 'không kỳ nào của báo cáo rơi vào năm 2052'],
    ['2026,bia,240,2026-07', 'kế hoạch điều chỉnh từ 2026-07 mà chưa có kế hoạch đầu năm'],
  ])('is told where %s is seldom meant', (row, says) => {
    yearToDate();
    change(folder, 'plan.csv', ['year,indicator,value', 'year,indicator,value,from']);
    add('plan.csv', row);
    expect(remarksIn(folder)).toEqual([expect.stringContaining(says)]);
  });
});

describe('a spreadsheet with a column for each time', () => {
  it('is read as the same figures', () => {
    byUnits();
    const { history, plan } = departmentIn(folder);
    write(
      'history.csv',
      ['indicator,unit,T9/2024,2024-10', ...history.map(({ unit, value }) => `gieo-cay,${unit},${value},`)].join('\n'),
    );
    write(
      'plan.csv',
      ['indicator,unit,2025', ...(plan ?? []).map(({ unit, value }) => `gieo-cay,${unit},${value}`)].join('\n'),
    );
    expect(departmentIn(folder)).toMatchObject({ history, plan });
  });

  it('may have quarters, and sums of months', () => {
    quarterly();
    write('history.csv', 'indicator,quý II/2025,Q1/2025\nda-giai-quyet,2381,2400\n');
    expect(departmentIn(folder).history.map(({ period, value }) => `${period} ${value}`)).toEqual([
      '2025-Q2 2381',
      '2025-Q1 2400',
    ]);
    rmSync(folder, { recursive: true });
    yearToDate();
    write('history.csv', 'indicator,2025-01..2025-09,2025-09\nxi-mang,282.6,34.2\n');
    expect(departmentIn(folder).history).toEqual([
      { period: '2025-09', since: '2025-01', indicator: 'xi-mang', value: '282.6' },
      { period: '2025-09', indicator: 'xi-mang', value: '34.2' },
    ]);
  });

  it.each([
    ['indicator,2025-08,Jan-24', 'cột "Jan-24" không phải là một kỳ → ghi đầu cột như 2021-09'],
    ['indicator,2025-08,2025-08', 'cột "2025-08" có hai lần ở dòng đầu'],
    ['indicator,2025-08,ghi chú', 'cột "ghi chú" không phải là một kỳ'],
  ])('headed %s is faulted by its column', (head, says) => {
    yearToDate();
    write('history.csv', `${head}\nbia,1,2\n`);
    expect(onlyFault()).toContain(says);
  });

  it('says of which cell it cannot read', () => {
    yearToDate();
    write('history.csv', 'indicator,2025-08,2025-09\nbia,18.1,"19,4"\n');
    expect(onlyFault()).toContain('"2025-09: 19,4" không đọc được: cột value là "19,4" → viết 19.4');
  });
});

describe('history.csv', () => {
  it.each([
    ['2025-Q3,bia,60,', 'kỳ 2025-Q3 không phải là kỳ của báo cáo hỏi "bia" → viết kỳ theo tháng, như 2025-10'],
    ['2025-09..2025-01,bia,60,', 'kết thúc trước khi bắt đầu → viết 2025-01..2025-09'],
    ['2025-13,bia,60,', 'cột period là "2025-13" → viết kỳ như'],
    ['2025-08,bia,60,uoc', 'cột state là "uoc" → ghi estimated'],
    ['2025-08,bia,"60,', 'thiếu dấu ngoặc kép đóng'],
  ])('faults %s', (row, says) => {
    yearToDate();
    add('history.csv', row);
    expect(onlyFault()).toContain(says);
  });

  it('takes a month as a spreadsheet shows it', () => {
    yearToDate();
    const row = rowOf('history.csv', '2025-05,bia') || '2025-05,ban-le,4260';
    change(folder, 'history.csv', [row, row.replace('2025-05', '05/2025')]);
    expect(faultsOf(folder)).toEqual([]);
  });
});
