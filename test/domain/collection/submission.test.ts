import { describe, expect, it } from 'vitest';
import type { TypedFigure } from '../../../shared/domain/collection/answers.ts';
import { figureFrom } from '../../../shared/domain/collection/figure-from.ts';
import { accept } from '../../../shared/domain/collection/submission.ts';
import { exports, index, reportWith } from '../an-office.ts';

const owed = { indicators: [exports], tasks: reportWith().tasks };

const verdictOn = (typed: Partial<TypedFigure> | undefined, outcome = 'Đã làm', indicator = exports) =>
  accept(
    {
      figures: typed ? { [indicator.code]: { state: 'reported', ...typed } } : {},
      outcomes: { 'nhiem-vu': outcome },
    },
    { ...owed, indicators: [indicator] },
  );

const faultsOf = (verdict: ReturnType<typeof verdictOn>) =>
  verdict.kind === 'refused' ? verdict.faults.map(({ field, message }) => `${field}: ${message}`) : [];

describe('a submission', () => {
  it('takes numerals down as decimals and text as NFC', () => {
    const verdict = verdictOn({ value: ' 1.234,5 ' }, 'Đa\u0303 la\u0300m\r\n- xong  ');
    expect(verdict).toEqual({
      kind: 'accepted',
      submission: {
        figures: {
          'xuat-khau': {
            state: 'reported',
            value: '1234.5',
            restates: undefined,
            changes: { 'previous-month': undefined, 'same-month-last-year': undefined },
            note: undefined,
          },
        },
        outcomes: { 'nhiem-vu': 'Đã làm\n- xong' },
        further: '',
      },
    });
  });

  it.each([
    [undefined, 'figures.xuat-khau.value: Chưa nhập'],
    [{ value: '' }, 'figures.xuat-khau.value: Chưa nhập'],
    [{ value: '138.8' }, 'figures.xuat-khau.value: "138.8" có thể hiểu nhiều cách. Hãy chọn hoặc gõ lại: "138,8".'],
    [{ value: 'nhiều' }, 'figures.xuat-khau.value: "nhiều" không phải là số'],
    [{ value: '1,2345' }, 'figures.xuat-khau.value: Chỉ tiêu này lấy tối đa 2 chữ số thập phân; đã nhập 4.'],
    [{ value: '-1.001' }, 'figures.xuat-khau.note: Nhỏ hơn mức thường gặp (-1.000).'],
    [{ value: '100.001' }, 'figures.xuat-khau.note: Lớn hơn mức thường gặp (100.000).'],
    [{ value: '1', restates: 'x' }, 'figures.xuat-khau.restates: "x" không phải là số'],
    [
      { value: '1', changes: { 'previous-month': '2.5' } },
      'figures.xuat-khau.changes.previous-month: "2.5" có thể hiểu',
    ],
    [{ state: 'none', value: '5' } as const, 'figures.xuat-khau.value: Đã chọn không phát sinh'],
    [
      { value: '1', note: 'xem 👀' },
      'figures.xuat-khau.note: Văn bản không in được các ký tự sau, hãy thay hoặc bỏ: 👀 (U+1F440)',
    ],
  ])('names the field, what is wrong and what would be right: %j', (typed, fault) => {
    const faults = faultsOf(verdictOn(typed));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it.each([
    ['chữ\u0000ẩn', 'U+0000'],
    ['đảo \u202e chữ', 'U+202E'],
    ['\ufffe', 'U+FFFE'],
    ['lẻ \ud800', 'U+D800'],
    ['riêng \ue000', 'U+E000'],
  ])('refuses what cannot be seen in a letter: %j', (text, point) => {
    expect(faultsOf(verdictOn({ value: '1' }, text))[0]).toContain(point);
  });

  it('refuses a word that overflows the page, and more lines than a letter has', () => {
    expect(faultsOf(verdictOn({ value: '1' }, 'a'.repeat(101)))[0]).toContain('từ dài quá 100 ký tự');
    expect(faultsOf(verdictOn({ value: '1' }, 'a\n'.repeat(201)))[0] ?? '').toContain('Quá 200 dòng');
  });

  it('needs no level where the unit hands in the change and only the change is shown', () => {
    expect(verdictOn({ changes: { 'previous-month': '-2,26' } }, '', index).kind).toBe('accepted');
    expect(verdictOn({ changes: { 'previous-month': '-2,26' } }).kind).toBe('refused');
    const other = { ...index, comparisons: exports.comparisons };
    expect(verdictOn({ changes: { 'same-month-last-year': '5' } }, '', other).kind).toBe('accepted');
    // One that the indicator is not compared by stands for nothing.
    expect(verdictOn({ changes: { 'same-month-last-year': '5' } }, '', index).kind).toBe('refused');
  });

  it('names in each field what its text may not hold, and keeps the status of a task', () => {
    const typed = { figures: { 'xuat-khau': { state: 'none' as const } } };
    const outcomes = { 'nhiem-vu': 'xong 👀' };
    expect(faultsOf(accept({ ...typed, outcomes }, owed))[0]).toMatch(/^outcomes\.nhiem-vu: Văn bản không in được/);
    const further = accept({ ...typed, outcomes: {}, further: 'thêm 👀' }, owed);
    expect(faultsOf(further)[0]).toMatch(/^further: Văn bản không in được/);
    const statuses = { 'nhiem-vu': 'done' as const };
    expect(accept({ ...typed, outcomes: {}, statuses }, owed)).toMatchObject({ submission: { statuses } });
    expect(faultsOf(accept({ ...typed, outcomes: {}, statuses: { khac: 'done' } }, owed))).toEqual([
      'statuses.khac: Đơn vị không được giao mục này trong kỳ; hãy bỏ mục này.',
    ]);
  });

  it('takes down a figure that nobody typed as missing', () => {
    expect(figureFrom(undefined, exports).figure.state).toBe('missing');
  });

  it('takes spaces for nothing, and as many decimals as the indicator has', () => {
    expect(faultsOf(verdictOn({ value: '  ' }))[0]).toContain('Chưa nhập');
    expect(faultsOf(verdictOn({ state: 'none', value: '  ' }))).toEqual([]);
    expect(verdictOn({ value: '1,25', restates: ' ' }).kind).toBe('accepted');
    expect(faultsOf(verdictOn({ value: ' 1,234 ' }))[0]).toContain(
      '"1,234" có thể hiểu nhiều cách. Hãy chọn hoặc gõ lại: "1.234" hoặc "1,23".',
    );
    expect(faultsOf(verdictOn({ value: ' x ' }))[0]).toContain('"x" không phải là số');
    const change = (text: string) => verdictOn({ changes: { 'previous-month': text } }, '', index);
    expect(change(' ').kind).toBe('refused');
    const both = { 'previous-month': '1', 'same-month-last-year': 'x' };
    expect(faultsOf(verdictOn({ value: '1', changes: both }))).toEqual([
      expect.stringMatching(/^figures\.xuat-khau\.changes\.same-month-last-year: "x" không phải là số/),
    ]);
  });

  it('is not asked of what another unit owes, nor of an inherited name', () => {
    const verdict = accept(
      { figures: { constructor: { state: 'none' as const } }, outcomes: { khac: '' } },
      { indicators: [], tasks: [] },
    );
    expect(verdict).toMatchObject({ faults: [{ field: 'figures.constructor' }, { field: 'outcomes.khac' }] });
    const inherited = { ...exports, code: 'constructor' };
    expect(faultsOf(accept({ figures: {}, outcomes: {} }, { indicators: [inherited], tasks: [] }))[0]).toContain(
      'Chưa nhập',
    );
  });
});
