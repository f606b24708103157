import { describe, expect, it } from 'vitest';
import { bundledIn, type Correction, correctable, corrected } from '../../../shared/domain/collection/correction.ts';
import { exports, index } from '../an-office.ts';

const task = { id: 'nhiem-vu', text: 'Nhiệm vụ', group: 'chung', owner: [{ unit: 'phong-b' }] };
const owed = { indicators: [exports, index], tasks: [task] };
const typed = {
  figures: {
    'xuat-khau': { state: 'estimated' as const, value: '138,8', note: 'đã giải trình' },
    'chi-so': { state: 'reported' as const, changes: { 'previous-month': '-2,26' } },
  },
  outcomes: { 'nhiem-vu': 'Xong.' },
  statuses: { 'nhiem-vu': 'done' as const },
};
const change = (field: string, after: string) => ({ field, after, reason: 'nhầm' });

describe('what can be corrected of a unit’s answers', () => {
  it('is each figure, each change that was handed in, each text, with what stands there', () => {
    expect(correctable(owed, typed).map(({ field, before }) => [field, before])).toEqual([
      ['figures.xuat-khau.value', '138,8'],
      ['figures.chi-so.changes.previous-month', '-2,26'],
      ['outcomes.nhiem-vu', 'Xong.'],
      ['further', ''],
    ]);
  });

  it('is a figure of which nothing was said, too', () => {
    const fields = correctable(owed, { figures: {}, outcomes: {} }).map(({ field }) => field);
    expect(fields).toContain('figures.xuat-khau.value');
    expect(fields).toContain('figures.chi-so.value');
  });
});

describe('answers with corrections', () => {
  it('have them in the place of what was typed, and nothing else changed', () => {
    const now = corrected(typed, [
      change('figures.xuat-khau.value', '139'),
      change('figures.chi-so.changes.previous-month', '1'),
      change('further', 'Thêm.'),
    ]);
    expect(now).toEqual({
      ...typed,
      figures: {
        'xuat-khau': { state: 'estimated', value: '139', note: 'đã giải trình' },
        'chi-so': { state: 'reported', changes: { 'previous-month': '1' }, note: 'nhầm' },
      },
      further: 'Thêm.',
    });
  });

  it('say of what had not arisen that it was reported, and keep no status that says there is nothing', () => {
    const none = {
      figures: { 'xuat-khau': { state: 'none' as const } },
      outcomes: {},
      statuses: { 'nhiem-vu': 'none' as const },
    };
    expect(corrected(none, [change('figures.xuat-khau.value', '1'), change('outcomes.nhiem-vu', 'Có.')])).toEqual({
      figures: { 'xuat-khau': { state: 'reported', value: '1', note: 'nhầm' } },
      outcomes: { 'nhiem-vu': 'Có.' },
      statuses: {},
    });
    expect(corrected(typed, [change('outcomes.nhiem-vu', 'Có.')]).statuses).toEqual({ 'nhiem-vu': 'done' });
  });
});

it('a decision names corrections by unit and number', () => {
  const corrections = [1, 2].map(number => ({ unit: 'phong-a', number }) as Correction);
  expect(
    bundledIn(corrections, {
      corrections: [
        { unit: 'phong-a', number: 2 },
        { unit: 'phong-b', number: 1 },
      ],
    }),
  ).toEqual(corrections.slice(1));
});
