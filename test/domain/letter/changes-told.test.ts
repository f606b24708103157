import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { changesTold } from '../../../shared/domain/letter/changes-told.ts';
import { departmentWith, exports, index, reportWith } from '../an-office.ts';

const definition = reportWith({ indicators: [exports, index] });
const department = departmentWith(definition);

function reportOf(value: string | undefined, text: string, further = '') {
  const figure = value === undefined ? { state: 'none' as const } : { state: 'reported' as const, value };
  const missing = { state: 'missing' as const, changes: {} };
  const submission: Submission = {
    figures: { 'xuat-khau': { ...figure, changes: {} }, 'chi-so': missing },
    ...{ outcomes: {}, further },
  };
  const other: Submission = { figures: {}, outcomes: { 'nhiem-vu': text }, further: '' };
  const submissions = new Map([
    ['phong-a', submission],
    ['phong-b', other],
  ]);
  return compile({ department, definition, month: '2021-10', submissions, known: knownFrom([]) });
}

describe('what a letter says otherwise than the one it takes the place of', () => {
  it('is nothing where both say the same', () => {
    expect(changesTold(definition, { before: reportOf('138.8', 'Xong.'), after: reportOf('138.8', 'Xong.') })).toEqual(
      [],
    );
  });

  it('is a figure with its unit of measure, and a text on one line, old and new', () => {
    const changes = changesTold(definition, {
      before: reportOf('138.8', 'Xong.'),
      after: reportOf('139.2', 'Đã\nxong.', 'Thêm'),
    });
    expect(changes).toEqual([
      { label: 'Kim ngạch xuất khẩu', before: '138,8 triệu USD', after: '139,2 triệu USD' },
      { label: 'Nhiệm vụ được giao', before: 'Xong.', after: 'Đã xong.' },
      { label: 'Việc khác', before: '', after: 'Thêm' },
    ]);
  });

  it('is a sentence where there was no figure', () => {
    const [change] = changesTold(definition, { before: reportOf(undefined, ''), after: reportOf('1', '') });
    expect(change?.before).toContain('không phát sinh');
    expect(change?.after).toBe('1 triệu USD');
  });

  it('is as much of a long text as tells which it is', () => {
    const [change] = changesTold(definition, { before: reportOf('1', ''), after: reportOf('1', 'x'.repeat(5_000)) });
    expect(change?.after).toHaveLength(300);
  });

  it('names the unit where several answer the same, and tells a text as it was edited', () => {
    const owedByAll = { id: 'chung', text: 'Việc chung', group: 'chung', owner: [], owedBy: 'all' as const };
    const many = reportWith({ indicators: [], tasks: [owedByAll] });
    const say = (text: string) => {
      const submissions = new Map([['phong-b', { figures: {}, outcomes: { chung: text }, further: '' } as Submission]]);
      return compile({
        department: departmentWith(many),
        definition: many,
        month: '2021-10',
        submissions,
        known: knownFrom([]),
      });
    };
    const [before, after] = [say('Cũ.'), say('Mới.')];
    expect(changesTold(many, { before, after })).toEqual([
      { label: 'Việc chung, Phòng B', before: 'Cũ.', after: 'Mới.' },
    ]);
    const edited = { ...before, outcomes: before.outcomes.map(each => ({ ...each, edited: { text: 'Gọn.' } })) };
    expect(changesTold(many, { before: edited, after })[0]?.before).toBe('Gọn.');
  });
});
