import { describe, expect, it } from 'vitest';
import { notYet } from '../../infra/department/checks/not-yet.ts';
import { exports, reportWith } from '../domain/an-office.ts';

const toldOf = (changes: Parameters<typeof reportWith>[0]) =>
  notYet(reportWith(changes)).map(({ message, hint }) => `${message}: ${hint}`);

describe('what nothing acts on yet', () => {
  it('is told of an office that would rely on it: figures of another report', () => {
    const source = { report: 'khac', indicator: 'xuat-khau' };
    expect(toldOf({ indicators: [{ ...exports, source }] })).toEqual([
      expect.stringContaining('"xuat-khau" lấy từ báo cáo khác (source) chưa được tính'),
    ]);
  });

  it('is not told of one that does without', () => {
    expect(toldOf({})).toEqual([]);
  });
});
