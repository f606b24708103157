import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../../infra/department/answers.ts';
import { faultLine } from '../../infra/department/fault.ts';
import { readDepartment } from '../../infra/department/folder.ts';
import { owedBy, unitsOwing } from '../../shared/domain/department.ts';
import { sentence } from '../../shared/domain/letter/sentence.ts';
import { compile } from '../../shared/domain/report.ts';
import { seriesOf } from '../../shared/domain/series.ts';
import { accept } from '../../shared/domain/submission.ts';

const templates = join(import.meta.dirname, '..', '..', 'templates');
const sample = join(templates, 'departments', 'so-cong-thuong');
const sampleAnswers = join(templates, 'answers', 'so-cong-thuong', '2021-10');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'co-quan-'));
  cpSync(sample, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const report = 'reports/bao-cao-thang/report.yaml';
const wording = 'reports/bao-cao-thang/letter.md';

/** Changes a file of the folder and says what is then wrong, a line for each fault. */
function faultsAfter(file: string, from: string | RegExp, to: string): string[] {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text, `${file} has what is to be changed`).toMatch(from);
  writeFileSync(path, text.replace(from, to));
  const read = readDepartment(folder);
  return 'faults' in read ? read.faults.map(faultLine) : [];
}

/** The line of a file on which some words stand, counted from 1. */
function lineOf(file: string, words: string): number {
  return (
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .findIndex(line => line.includes(words)) + 1
  );
}

function officeIn(directory: string) {
  const read = readDepartment(directory);
  if ('faults' in read) throw new Error(read.faults.map(faultLine).join('\n'));
  return read.department;
}

describe('the sample department', () => {
  it('is right: eight units, two reports, three units in the smaller', () => {
    const department = officeIn(sample);
    expect(department.units).toHaveLength(8);
    const [main, small] = department.reports;
    expect(main && unitsOwing(department, main, '2021-10')).toHaveLength(8);
    expect(small && unitsOwing(department, small, '2021-10')).toHaveLength(3);
  });

  it('says the four sentences of October 2021 word for word, from figures and history', () => {
    const department = officeIn(sample);
    const definition = department.reports.find(({ id }) => id === 'bao-cao-thang');
    const given = readAnswers(sampleAnswers, department);
    if (!definition || 'faults' in given) throw new Error('the sample is not right');
    const submissions = new Map(
      [...given.answers].map(([unit, byReport]) => {
        const answers = byReport.get('bao-cao-thang') ?? { figures: {}, outcomes: {} };
        const verdict = accept(answers, owedBy(definition, unit, '2021-10'));
        if (verdict.kind === 'refused') throw new Error(JSON.stringify(verdict.faults));
        return [unit, verdict.submission] as const;
      }),
    );
    const compiled = compile({
      department,
      definition,
      month: '2021-10',
      submissions,
      series: seriesOf(department.history, []),
    });
    const sentences = compiled.figures.map(figure => {
      const indicator = definition.indicators.find(({ code }) => code === figure.code);
      return indicator && sentence(indicator, figure, '2021-10');
    });
    expect(sentences).toEqual([
      'Chỉ số sản xuất công nghiệp tháng 10/2021 giảm 2,26% so với tháng 9/2021.',
      'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 10/2021 đạt 3.781 tỷ đồng, tăng 4,9% so với tháng 9/2021, giảm 2,1% so với tháng 10/2020.',
      'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021, tăng 17,4% so với tháng 10/2020.',
      'Kim ngạch nhập khẩu tháng 10 đạt 215 triệu USD, giảm 1% so với tháng 9/2021, tăng 72% so với tháng 10/2020.',
    ]);
    expect(compiled.missing).toEqual([]);
  });

  it('is the same department each time it is read, whatever its line ends and composition of letters', () => {
    const first = JSON.stringify(officeIn(sample));
    for (const file of ['department.yaml', 'history.csv', report, wording]) {
      const text = readFileSync(join(folder, file), 'utf8');
      writeFileSync(join(folder, file), `\ufeff${text.normalize('NFD').replaceAll('\n', '\r\n')}`);
    }
    expect(JSON.stringify(officeIn(folder))).toBe(first);
  });
});

describe('a fault of the folder is named with its file, its line, and what would be right', () => {
  it.each<[string, string, RegExp | string, string, string, string]>([
    [
      'a unit nobody knows',
      report,
      'owner: cong-nghiep',
      'owner: cong-nghjep',
      'owner: cong-nghjep',
      'không có đơn vị "cong-nghjep" → dùng một mã đơn vị trong department.yaml: ke-hoach',
    ],
    ['a key nobody knows', report, 'kyHieu:', 'kyHieux:', 'kyHieux:', '"kyHieux" không phải là một mục'],
    [
      'a mail that is none',
      'department.yaml',
      'phong-qltm@',
      'phong-qltm(a)',
      'phong-qltm(a)',
      'phải là một địa chỉ thư điện tử',
    ],
    [
      'two mails in one',
      'department.yaml',
      'phong-qltm@so-cong-thuong.example',
      'a@b.example,c@d.example',
      'a@b.example,c@d',
      'phải là một địa chỉ thư điện tử',
    ],
    [
      'a mail with a line break',
      'department.yaml',
      'mail: phong-qltm@so-cong-thuong.example',
      'mail: "a@b.example\\r\\nBcc: x@y.example"',
      'Bcc',
      'phải là một địa chỉ thư điện tử',
    ],
    [
      'a name of two lines',
      'department.yaml',
      'name: Thanh tra Sở',
      'name: "Thanh tra\\nSở"',
      'Thanh tra\\nSở',
      'chỉ được một dòng',
    ],
    ['a unit twice', 'department.yaml', 'id: thanh-tra', 'id: van-phong', '', 'mã "van-phong" trùng với mục ở dòng'],
    ['a day that is not', 'department.yaml', '2021-09-03', '2021-09-31', '2021-09-31', 'ngày này không có trong lịch'],
    ['an hour that is not', report, 'at: "16:00"', 'at: "25:00"', '25:00', 'phải là giờ:phút, ví dụ 16:00'],
    [
      'a comparison that is not',
      report,
      'comparisons: [previous-month, same-month-last-year]',
      'comparisons: [last-week]',
      'last-week',
      'chỉ nhận: previous-month, same-month-last-year',
    ],
    [
      'a deadline before the opening',
      report,
      'deadline: { month: 1, day: 16',
      'deadline: { month: 0, day: 16',
      'deadline:',
      'hạn nộp không sau lúc mở kỳ',
    ],
    [
      'a reminder before the opening',
      report,
      'workingDaysBefore: 3',
      'workingDaysBefore: 15',
      'workingDaysBefore: 15',
      'có lần nhắc rơi trước lúc mở kỳ',
    ],
    [
      'a group without an address',
      report,
      '{ line: Như trên, to: addressees }',
      '{ line: Như trên, to: clerks }',
      'line: Như trên',
      'gửi tới "clerks" nhưng nhóm này không có địa chỉ nào',
    ],
    [
      'a character the letter cannot carry',
      wording,
      'kính báo cáo',
      'kính báo cáo 📈',
      '📈',
      'công văn không in được: 📈 (U+1F4C8)',
    ],
    [
      'an indicator letter.md invents',
      wording,
      'so_lieu.xuat-khau',
      'so_lieu.xuat-khao',
      'xuat-khao',
      'undefined variable',
    ],
    ['Liquid that is none', wording, '{% endif %}', '', '{% if ngoai_ra %}', 'not closed'],
    [
      'a history of nobody',
      'history.csv',
      '2021-09,ban-le',
      '2021-09,ban-si',
      'period',
      'chỉ tiêu "ban-si" mà không báo cáo nào hỏi',
    ],
    [
      'a history twice',
      'history.csv',
      '2021-09,ban-le',
      '2021-08,ban-le',
      '2021-08,ban-le,3604',
      '2021-08 ban-le đã có ở dòng',
    ],
    ['a history with a comma for a point', 'history.csv', '130.7', '130,7', '130,7', 'dấu chấm thập phân'],
    ['YAML that is none', report, 'kyHieu: SCT', 'kyHieu: "SCT', 'kyHieu', 'YAML không đọc được'],
    [
      'a key twice',
      report,
      'whenMissing: issue',
      'kyHieu: X\nwhenMissing: issue',
      'kyHieu: SCT',
      'một mục viết hai lần',
    ],
    ['a word for a number', report, 'decimals: 2', 'decimals: hai', 'decimals: hai', 'cần một số nguyên'],
    [
      '__proto__',
      report,
      'whenMissing: issue',
      '__proto__: { a: b }\nwhenMissing: issue',
      '__proto__',
      'không phải là một mục',
    ],
  ])('%s', (_, file, from, to, at, message) => {
    if (message.includes('clerks')) faultsAfter('department.yaml', 'roles: [clerk]', 'roles: [approver]');
    const faults = faultsAfter(file, from, to);
    expect(faults.join('\n')).toContain(message);
    const named = faults.find(fault => fault.includes(message)) ?? '';
    expect(named).toMatch(new RegExp(`^${file.replaceAll('.', '\\.')}:\\d+  .+ → .+`));
    if (at) expect(Number(/:(\d+)/.exec(named)?.[1])).toBe(lineOf(file, at));
  });

  it('finds all of them at once, not the first alone', () => {
    faultsAfter('department.yaml', 'phong-qltm@', 'phong-qltm(a)');
    const faults = faultsAfter(report, 'kyHieu:', 'kyHieux:');
    expect(faults.length).toBeGreaterThanOrEqual(3);
  });

  it('survives a bomb of anchors and a file of ten megabytes', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`;
    expect(faultsAfter(report, /[\s\S]*/, bomb).join()).toContain('neo');
    expect(faultsAfter(report, /[\s\S]*/, 'a'.repeat(10_000_000)).join()).toContain('lớn hơn 1 MB');
  });

  it('names a file that is missing', () => {
    rmSync(join(folder, wording));
    const read = readDepartment(folder);
    expect('faults' in read && read.faults.map(faultLine).join()).toContain(`${wording}:1  không có tệp này`);
  });
});

describe('the answers of the units', () => {
  it('name a file and a code nobody asks for', () => {
    const department = officeIn(sample);
    const answers = mkdtempSync(join(tmpdir(), 'tra-loi-'));
    writeFileSync(join(answers, 'phong-la.yaml'), 'figures: {}\n');
    writeFileSync(join(answers, 'thuong-mai.yaml'), 'figures:\n  ban-le: "3.781"\n  ban-si: "5"\n');
    const read = readAnswers(answers, department);
    rmSync(answers, { recursive: true });
    const faults = 'faults' in read ? read.faults.map(faultLine) : [];
    expect(faults).toHaveLength(2);
    expect(faults[0]).toContain('phong-la.yaml:1  không có đơn vị "phong-la"');
    expect(faults[1]).toContain('thuong-mai.yaml:3  không báo cáo nào hỏi "ban-si"');
  });
});
