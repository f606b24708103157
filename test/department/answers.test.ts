import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../../infra/department/answers.ts';
import { faultLine } from '../../infra/department/fault.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { answersNamed, departmentIn, sample, sampleNamed } from './a-folder.ts';

const department = departmentIn(sample);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tra-loi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a unit answers each report, its file holding these lines. */
function answersOf(unit: string, ...lines: string[]) {
  return answersTo(department, unit, ...lines);
}

function answersTo(office: Department, unit: string, ...lines: string[]) {
  writeFileSync(join(folder, `${unit}.yaml`), lines.join('\n'));
  const read = readAnswers(folder, office);
  if ('faults' in read) throw new Error(read.faults.map(faultLine).join('\n'));
  return Object.fromEntries(read.answers.get(unit) ?? []);
}

function faultsOf(file: string, ...lines: string[]): string[] {
  return faultsFor(department, file, ...lines);
}

function faultsFor(office: Department, file: string, ...lines: string[]): string[] {
  writeFileSync(join(folder, file), lines.join('\n'));
  const read = readAnswers(folder, office);
  return 'faults' in read ? read.faults.map(faultLine) : [];
}

describe('the answers of a unit', () => {
  it('may be written short, in the words of the form, as numerals or in full', () => {
    const { 'bao-cao-thang': answers } = answersOf(
      'thuong-mai',
      'figures:',
      '  ban-le: 3.781',
      '  xuat-khau: { state: ước, value: "138,8", note: số ước }',
      '  nhap-khau: Không phát sinh',
    );
    expect(answers?.figures).toEqual({
      'ban-le': { state: 'reported', value: '3.781' },
      'xuat-khau': { state: 'estimated', value: '138,8', note: 'số ước' },
      'nhap-khau': { state: 'none' },
    });
  });

  it('say how far a task has come in the words of the form', () => {
    const { 'bao-cao-thang': answers } = answersOf('thuong-mai', 'statuses:', '  thi-truong: Không phát sinh');
    expect(answers?.statuses).toEqual({ 'thi-truong': 'none' });
  });

  it('serve every report that asks the unit; further work goes to the first', () => {
    const answers = answersOf(
      'cong-nghiep',
      'outcomes: { ban-chi-dao: Đã họp., dien-khu-cong-nghiep: Ổn định. }',
      'further: Việc khác.',
    );
    expect(answers).toEqual({
      'bao-cao-thang': { figures: {}, outcomes: { 'ban-chi-dao': 'Đã họp.' }, further: 'Việc khác.' },
      'cap-dien-thang': { figures: {}, outcomes: { 'dien-khu-cong-nghiep': 'Ổn định.' }, further: undefined },
    });
  });

  it('may hold a part for one report', () => {
    const answers = answersOf(
      'cong-nghiep',
      'outcomes: { dien-khu-cong-nghiep: Ổn định. }',
      'reports:',
      '  cap-dien-thang:',
      '    outcomes: { dien-khu-cong-nghiep: Ổn định cả tháng. }',
      '    further: Việc về điện.',
    );
    expect(answers['cap-dien-thang']).toEqual({
      figures: {},
      outcomes: { 'dien-khu-cong-nghiep': 'Ổn định cả tháng.' },
      further: 'Việc về điện.',
    });
  });

  it('may be an empty file: the unit hands in, and says nothing', () => {
    expect(answersOf('thanh-tra')).toEqual({
      'bao-cao-thang': { figures: {}, outcomes: {}, further: undefined },
    });
  });

  it('are none where the unit has no file', () => {
    expect(readAnswers(folder, department)).toEqual({ answers: new Map() });
  });
});

describe('the answers of a unit to any report', () => {
  const works = departmentIn(sampleNamed('so-xay-dung'));

  it('hold the rows of a list, each cell as typed', () => {
    const rows = [
      { ten: 'Cầu Phú Mỹ', 'ke-hoach-von': '120.000', 'da-giai-ngan': '54.000,5' },
      { ten: 'Kè sông Vệ', 'ke-hoach-von': '40.000', 'da-giai-ngan': '0' },
    ];
    const answers = answersTo(
      works,
      'ban-1',
      'lists:',
      '  du-an:',
      '    - { ten: Cầu Phú Mỹ, ke-hoach-von: "120.000", da-giai-ngan: "54.000,5" }',
      '    - ten: Kè sông Vệ',
      '      ke-hoach-von: 40.000',
      '      da-giai-ngan: 0',
    );
    expect(answers['giai-ngan']?.lists).toEqual({ 'du-an': rows });
  });

  it.each<[string, string, string[], unknown[]]>([
    [
      'a row by itself is a list of one',
      'lists: { du-an: { ten: Một, ke-hoach-von: 5, da-giai-ngan: 4 } }',
      [],
      [{ ten: 'Một', 'ke-hoach-von': '5', 'da-giai-ngan': '4' }],
    ],
    ['a list with nothing after it has no row', 'lists:', ['  du-an:'], []],
  ])('%s', (_, first, more, rows) => {
    expect(answersTo(works, 'ban-1', first, ...more)['giai-ngan']?.lists).toEqual({ 'du-an': rows });
  });

  it('hold its figures of what every unit owes, or some', () => {
    const farms = departmentIn(sampleNamed('so-nong-nghiep'));
    for (const unit of ['kv1', 'kv4'])
      expect(answersTo(farms, unit, 'figures: { gieo-cay: "5" }')['vu-mua']?.figures).toEqual({
        'gieo-cay': { state: 'reported', value: '5' },
      });
  });

  it('name a change as report.yaml names its comparison', () => {
    const industry = departmentIn(sampleNamed('so-cong-thuong-hoa-son'));
    const changes = '{ previous-period: "3,2", same-month-last-year: "9,8", year-to-date: "-8,5" }';
    const answers = answersTo(industry, 'cong-nghiep', `figures: { iip: { state: ước, changes: ${changes} } }`);
    expect(answers.thang?.figures.iip).toEqual({
      state: 'estimated',
      changes: { 'previous-month': '3,2', 'same-month-last-year': '9,8', 'year-to-date': '-8,5' },
    });
  });

  it.each<[string, string, string[], string]>([
    [
      'a list nobody asks for',
      'so-xay-dung',
      ['lists:', '  du-ann: []'],
      ':2  không báo cáo nào hỏi "du-ann" → có phải "du-an"?',
    ],
    [
      'a figure that is computed',
      'so-xay-dung',
      ['figures: { tong-von: "5" }'],
      ':1  "tong-von" được tính từ các số khác → bỏ mục này; không ai nhập nó',
    ],
    [
      'a row half filled, on its own line',
      'so-xay-dung',
      [
        'lists:',
        '  du-an:',
        '    - { ten: Một, ke-hoach-von: 5, da-giai-ngan: 4 }',
        '    - { ten: Hai, ke-hoach-von: 5 }',
      ],
      ':4  "lists.du-an.1.da-giai-ngan" không được nhận → Các dự án, dòng 2, cột Đã giải ngân: chưa nhập',
    ],
    [
      'a cell too long, on the line of its row',
      'so-xay-dung',
      ['lists:', '  du-an:', '    - { ten: Một }', `    - { ten: ${'x'.repeat(2_001)} }`],
      ':4  "lists.du-an.1.ten" không được nhận → Các dự án, dòng 2, cột Dự án: dài quá 2.000 ký tự',
    ],
    [
      'rows that are no rows',
      'so-xay-dung',
      ['lists:', '  du-an: [Một]'],
      ':2  "lists.du-an.1" sai kiểu → cần các mục con',
    ],
  ])('are refused: %s', (_, office, lines, says) => {
    const faults = faultsFor(departmentIn(sampleNamed(office)), 'ban-1.yaml', ...lines);
    expect(faults[0]).toContain(`ban-1.yaml${says}`);
  });

  it.each([
    ['so-cong-thuong-hoa-son', '2025-10', 2],
    ['so-nong-nghiep', '2025-09', 4],
    ['van-phong-ubnd', '2025-Q3', 4],
    ['so-xay-dung', '2025-10', 2],
  ])('of %s in %s are whole', (office, term, units) => {
    const read = readAnswers(answersNamed(office, term), departmentIn(sampleNamed(office)), term);
    expect('faults' in read ? read.faults : read.answers.size).toEqual(units);
  });
});

describe('what nobody would read is a fault, with its line', () => {
  it.each<[string, string, string[], string]>([
    [
      'a unit nobody knows',
      'thuong-maii.yaml',
      ['figures: {}'],
      ':1  không có đơn vị "thuong-maii" → có phải "thuong-mai"?',
    ],
    [
      'a file whose ending a desktop hid',
      'thuong-mai.yaml.txt',
      ['figures: {}'],
      ':1  tệp này không được đọc → đổi tên tệp thành thuong-mai.yaml',
    ],
    [
      'a code nobody asks for',
      'thuong-mai.yaml',
      ['figures:', '  ban-le: "3.781"', '  ban-si: "5"'],
      ':3  không báo cáo nào hỏi "ban-si" → có phải "ban-le"?',
    ],
    [
      'a task of another unit',
      'thuong-mai.yaml',
      ['outcomes:', '  vuong-mac: Không có.'],
      ':2  "vuong-mac" giao cho đơn vị thanh-tra → chuyển sang tệp thanh-tra.yaml',
    ],
    [
      'a report nobody knows',
      'thuong-mai.yaml',
      ['reports:', '  bao-cao-nam: { further: x }'],
      ':2  không có báo cáo "bao-cao-nam" → có phải "bao-cao-thang"?',
    ],
    [
      'a code another report asks for',
      'nang-luong.yaml',
      ['reports:', '  bao-cao-thang:', '    figures: { dien-thuong-pham: "162,4" }'],
      ':3  không báo cáo nào hỏi "dien-thuong-pham"',
    ],
    [
      'a state there is not',
      'thuong-mai.yaml',
      ['figures:', '  ban-le: { state: ước chừng, value: "3" }'],
      ':2  "figures.ban-le.state" không nhận giá trị này',
    ],
    [
      'a key there is not',
      'thuong-mai.yaml',
      ['figure: { ban-le: "3" }'],
      ':1  "figure" không phải là một mục → có phải "figures"?',
    ],
    [
      'a code that is none',
      'thuong-mai.yaml',
      ['figures:', '  Bán lẻ: "3"'],
      ':2  "figures.Bán lẻ" chưa đúng → mã chỉ gồm chữ thường không dấu',
    ],
  ])('%s', (_, file, lines, says) => {
    expect(faultsOf(file, ...lines)).toEqual([expect.stringContaining(`${file}${says}`)]);
  });

  it.each<[string, string[], string]>([
    [
      'a numeral that may be read in two ways',
      ['figures:', '  xuat-khau: "138,8"', '  ban-le: "1,234"'],
      ':3  "figures.ban-le.value" không được nhận → "1,234" có thể hiểu nhiều cách.',
    ],
    [
      'a text too long',
      [`further: ${'x'.repeat(10_001)}`],
      ':1  "further" không được nhận → Dài quá 10.000 ký tự (đang có 10.001)',
    ],
    [
      'a figure beyond its limits, over several lines',
      ['figures:', '  ban-le:', '    value: "200.000"', '    note: ""'],
      ':4  "figures.ban-le.note" không được nhận → Lớn hơn',
    ],
    [
      'a character the letter cannot carry, in the part for one report',
      ['outcomes: { thi-truong: Ổn. }', 'reports:', '  bao-cao-thang:', '    outcomes: { thi-truong: Tăng 📈 }'],
      ':4  "outcomes.thi-truong" không được nhận → Văn bản không in được',
    ],
  ])('what the form would refuse: %s', (_, lines, says) => {
    expect(faultsOf('thuong-mai.yaml', ...lines)).toEqual([expect.stringContaining(`thuong-mai.yaml${says}`)]);
  });

  it('what a unit owes and does not answer, once the month is known', () => {
    writeFileSync(join(folder, 'thuong-mai.yaml'), 'figures:\n  ban-le: "3.781"\n  xuat-khau: "138,8"\n');
    expect(readAnswers(folder, department)).toHaveProperty('answers');
    const read = readAnswers(folder, department, '2021-10');
    expect('faults' in read && read.faults.map(faultLine)).toEqual([
      expect.stringContaining('thuong-mai.yaml:1  "figures.nhap-khau.value" không được nhận → Chưa nhập số liệu.'),
    ]);
  });

  it('two files of one unit', () => {
    writeFileSync(join(folder, 'thuong-mai.yaml'), '');
    expect(faultsOf('thuong-mai.yml', '')).toEqual([expect.stringContaining('đơn vị "thuong-mai" có hai tệp')]);
  });

  it('a folder above those of the terms', () => {
    mkdirSync(join(folder, '2025-Q3'));
    const read = readAnswers(folder, department);
    expect('faults' in read && read.faults.map(faultLine)).toEqual([
      expect.stringMatching(/chứa thư mục của từng kỳ → chỉ thư mục của một kỳ: .*2025-Q3/),
    ]);
  });

  it('a folder that is not there', () => {
    rmSync(folder, { recursive: true });
    const read = readAnswers(folder, department);
    expect('faults' in read && read.faults.map(faultLine)).toEqual([expect.stringContaining('không có thư mục này')]);
  });
});
