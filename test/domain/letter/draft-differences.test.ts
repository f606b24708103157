import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { draftDifferences } from '../../../shared/domain/letter/draft-differences.ts';
import { departmentWith, exports, index, reportWith } from '../an-office.ts';

const indicators = [exports, { ...index, comparisons: [] }].map(indicator => ({ ...indicator, comparisons: [] }));
const definition = reportWith({ indicators, wording: '- {{ so_lieu.xuat-khau }}\n- {{ so_lieu.chi-so }}\n' });
const department = departmentWith(definition);

function draft(value: string, outcome: string) {
  const figures = { 'xuat-khau': { state: 'reported' as const, value, changes: {} } };
  const submissions = new Map<string, Submission>([
    ['phong-a', { figures, outcomes: {}, further: '' }],
    ['phong-b', { figures: {}, outcomes: { 'nhiem-vu': outcome }, further: '' }],
  ]);
  return compile({ department, definition, month: '2021-10', submissions, known: knownFrom([], []) });
}

describe('a draft beside the one before it', () => {
  it('tells each figure that differs in both sentences, and whose result is another', () => {
    const { figures, results } = draftDifferences(department, {
      before: draft('138.8', 'Đang làm'),
      now: draft('140', 'Đã xong'),
    });
    expect(figures).toEqual([
      { before: expect.stringContaining('138,8 triệu USD'), now: expect.stringContaining('140 triệu USD') },
    ]);
    expect(results).toEqual([{ task: 'Nhiệm vụ được giao', unit: 'Phòng B' }]);
  });

  it('tells nothing of what is as it was', () => {
    const same = draft('138.8', 'Đang làm');
    expect(draftDifferences(department, { before: same, now: same })).toEqual({ figures: [], results: [] });
  });
});
