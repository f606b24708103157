import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  change,
  copyOf,
  departmentIn,
  faultsOf,
  remarksIn,
  report,
  sampleNamed,
  withoutLine,
  wording,
} from './a-folder.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function spoilt(office: string, file: string, ...changes: [from: string, to: string][]): string {
  folder = copyOf(sampleNamed(office));
  for (const each of changes) change(folder, file, each);
  return folder;
}

function remarks(): string[] {
  return remarksIn(folder).map(withoutLine);
}

describe('is told, and let pass', () => {
  const end = '{{ so_lieu.ban-le }}';
  it.each([
    [
      'a table that would be printed as it is',
      wording,
      end,
      `${end}\n\n| a | b |`,
      'letter.md: bảng viết bằng dấu "|" in ra nguyên văn',
    ],
    [
      'a percent sign apart from its number',
      wording,
      end,
      `${end} Đạt 71,2 % dung tích.`,
      'letter.md: dấu % đứng cách số: "2 %" → viết liền',
    ],
    ['one apart from a value', wording, end, `${end} Đạt {{ so.ban-le.gia_tri }} %.`, 'dấu % đứng cách số: "}} %"'],
    [
      'a subject with a capital',
      report,
      'trichYeu: báo cáo',
      'trichYeu: Báo cáo',
      'report.yaml: trích yếu in thành "V/v Báo cáo',
    ],
    [
      'a subject that says V/v itself',
      report,
      'trichYeu: báo cáo',
      'trichYeu: V/v báo cáo',
      'bỏ "V/v": chữ V/v có sẵn',
    ],
  ])('%s', (_, file, from, to, says) => {
    spoilt('so-cong-thuong', file, [from, to]);
    expect(remarks()).toEqual([expect.stringContaining(says)]);
  });

  it('a list that no part of the letter tells of', () => {
    const list =
      'lists:\n  - { id: vuong-mac, name: Vướng mắc, owedBy: all, columns: [{ code: ten, name: Tên }] }\nindicators:';
    spoilt('so-cong-thuong', report, ['indicators:', list]);
    expect(remarks()).toEqual([expect.stringContaining('công văn không in bảng kê "vuong-mac" → đi qua các dòng')]);
    change(folder, report, ['trichYeu: báo cáo', 'document: bao-cao\ntrichYeu: báo cáo']);
    expect(remarks()).toContainEqual(expect.stringContaining('báo cáo không in bảng kê "vuong-mac"'));
  });

  it('and a percent sign before the end of a command is none, nor is a subject in capitals', () => {
    spoilt('so-cong-thuong', wording, [end, `${end}{% if ngoai_ra %}5%{% endif %}`]);
    change(folder, report, ['trichYeu: báo cáo', 'trichYeu: UBND tỉnh báo cáo']);
    expect(remarks()).toEqual([]);
  });
});

describe('the letterhead', () => {
  it('breaks where the office says, and stays as it is where nothing is said', () => {
    spoilt('so-nong-nghiep', 'department.yaml', [
      'coQuanBanHanh: SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      'coQuanBanHanh: "SỞ NÔNG NGHIỆP | VÀ MÔI TRƯỜNG"',
    ]);
    const parts = ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG'].map(part => part.replaceAll(' ', '\u00a0'));
    expect(departmentIn(folder).coQuanBanHanh).toBe(parts.join(' '));
    expect(departmentIn(sampleNamed('so-nong-nghiep')).coQuanBanHanh).toBe('SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG');
  });
});

describe('a fault names the entry it is in', () => {
  it.each([
    ['least: "0", most: "10000"', 'least: "5", most: "1"', 'chỉ tiêu "xuat-khau": least 5 lớn hơn most 1'],
    ['decimals: 1\n', 'decimals: x\n', '"indicators.xuat-khau.decimals" sai kiểu'],
    ['code: xuat-khau', 'code: xuat-khau\n    decimalz: 1', '"indicators.xuat-khau.decimalz" không phải là một mục'],
    [
      '- { line: UBND tỉnh (b/c),',
      '- { lines: UBND tỉnh (b/c),',
      '"recipients.noi-nhan-2.lines" không phải là một mục',
    ],
  ])('%s', (from, to, says) => {
    spoilt('so-cong-thuong', report, [from, to]);
    const faults = faultsOf(folder);
    expect(
      faults.filter(fault => fault.includes(says)),
      faults.join('\n'),
    ).toHaveLength(1);
  });
});
