import { describe, expect, it } from 'vitest';
import { askedOnly } from '../../../shared/domain/collection/draft.ts';
import { accept } from '../../../shared/domain/collection/submission.ts';
import { heaviestAnswers, heaviestSubmission, weightOf } from '../../../shared/domain/collection/weight.ts';
import { exports } from '../an-office.ts';

const tasks = Array.from({ length: 30 }, (_, at) => ({
  ...{ id: `viec-${at}`, text: 'Nhiệm vụ', group: 'chung', owner: [{ unit: 'phong-a' }] },
}));
const owed = { indicators: [exports], tasks };
const figures = { 'xuat-khau': { state: 'none' as const } };

describe('the weight of what is kept', () => {
  it('is counted in bytes as stored: three for ệ, two for a quotation mark, six for a control character', () => {
    expect(['a', 'ệ', '"', '\n', '\u0001', '😀'].map(text => weightOf(text) - 2)).toEqual([1, 3, 2, 2, 6, 4]);
  });

  it('of what is taken down never comes to what it may be, out of answers that are not too heavy, NFC or not', () => {
    // Of all that the letter can be set in, this doubles in NFC.
    const outcomes = Object.fromEntries(tasks.slice(0, 5).map(({ id }) => [id, '\ufb2c '.repeat(2_500).trimEnd()]));
    const answers = { figures, outcomes, further: '\ufb2c '.repeat(2_500).trimEnd() };
    expect(weightOf(answers)).toBeLessThan(heaviestAnswers);
    const verdict = accept(answers, owed);
    expect(verdict.kind).toBe('accepted');
    if (verdict.kind === 'accepted') {
      expect(weightOf(verdict.submission)).toBeGreaterThan(1.6 * weightOf(answers));
      expect(weightOf(verdict.submission)).toBeLessThan(heaviestSubmission);
    }
  });

  it('leaves room for 500 rows of eight columns, of which one is words', () => {
    const columns = Array.from({ length: 7 }, (_, at) => ({ code: `cot-so-lieu-${at}`, name: `Cột ${at}` }));
    const list = {
      ...{ id: 'cong-trinh', name: 'Công trình' },
      columns: [
        { code: 'ten', name: 'Tên', kind: 'text' as const },
        ...columns.map(column => ({ ...column, kind: 'number' as const })),
      ],
    };
    const cells = Object.fromEntries(columns.map(({ code }) => [code, '123.456.789,25']));
    const row = { ten: 'Đường nối Quốc lộ 6 với trung tâm xã Hòa Bình', ...cells };
    const answers = { figures: {}, outcomes: {}, lists: { 'cong-trinh': Array.from({ length: 500 }, () => row) } };
    expect(weightOf(answers)).toBeLessThan(heaviestAnswers);
    expect(accept(answers, { indicators: [], tasks: [], lists: [list] }).kind).toBe('accepted');
  });

  it('of what is taken down is refused past its limit, in whatever way it came to it', () => {
    const outcomes = Object.fromEntries(tasks.map(({ id }) => [id, 'ệ '.repeat(2_500).trimEnd()]));
    expect(weightOf(outcomes)).toBeGreaterThan(heaviestSubmission);
    expect(accept({ figures, outcomes }, owed)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'further', message: expect.stringContaining('192 KB') }],
    });
  });
});

describe('what is never kept', () => {
  it.each(['138,8\u000b', '\u000c138,8', '138,8\u0000'])(
    'is a control character at the edge of a numeral: %j',
    value => {
      const answers = { figures: { 'xuat-khau': { state: 'reported' as const, value } }, outcomes: {} };
      expect(accept(answers, { ...owed, tasks: [] })).toMatchObject({
        kind: 'refused',
        faults: [{ field: 'figures.xuat-khau.value', message: expect.stringContaining('ký tự điều khiển') }],
      });
    },
  );

  it('is what the unit is not asked: figures, results, how far they are, rows of lists', () => {
    const foreign = { khac: { state: 'none' as const } };
    const answers = {
      figures: { ...figures, ...foreign },
      outcomes: { 'viec-1': 'một', khac: 'x' },
      statuses: { 'viec-1': 'done' as const, khac: 'done' as const },
      further: 'thêm',
      lists: { khac: [{ cot: 'x' }] },
    };
    expect(askedOnly(answers, owed)).toEqual({
      figures,
      outcomes: { 'viec-1': 'một' },
      statuses: { 'viec-1': 'done' },
      further: 'thêm',
      lists: {},
    });
    const refused = accept(answers, owed);
    expect(refused.kind === 'refused' && refused.faults.map(({ field }) => field)).toEqual([
      'figures.khac',
      'outcomes.khac',
      'statuses.khac',
      'lists.khac',
    ]);
  });
});
