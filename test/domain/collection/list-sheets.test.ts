import { describe, expect, it } from 'vitest';
import { listOfSheet, sheetNamesOf } from '../../../shared/domain/collection/list-sheets.ts';
import { projects } from '../a-list.ts';

const named = (...names: string[]) => sheetNamesOf(names.map((name, at) => ({ id: `bang-${at}`, name })));

describe('the sheet of a list', () => {
  it('bears its name as far as Excel takes it, or its code where two would be alike', () => {
    expect(named('Các dự án: quý I/2025 [ước]', 'Hồ sơ')).toEqual(['Các dự án  quý I 2025  ước', 'Hồ sơ']);
    const long = 'Danh mục dự án đầu tư công năm 2025';
    expect(named(`${long}, đợt 1`, `${long}, đợt 2`)).toEqual(['bang-0', 'bang-1']);
  });

  it('is found by that name, or by the columns that it names; another is of none', () => {
    const other = {
      ...projects,
      id: 'khac',
      name: 'Khác',
      columns: [{ code: 'ho-so', name: 'Hồ sơ', kind: 'text' as const }],
    };
    const lists = [projects, other];
    const of = (name: string, ...rows: string[][]) => listOfSheet({ name, rows }, lists)?.id;
    expect(of('CÁC DỰ ÁN', ['a'])).toBe('du-an');
    expect(of('Sheet1', ['Bảng'], ['STT', 'Dự án', 'Đã giải ngân'])).toBe('du-an');
    expect(of('Sheet1', ['Hồ sơ'])).toBe('khac');
    expect(of('Số liệu', ['Mã', 'Chỉ tiêu', 'Số liệu'])).toBeUndefined();
  });
});
