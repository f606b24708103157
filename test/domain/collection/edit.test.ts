import { describe, expect, it } from 'vitest';
import { type Edit, editsOn, standingEdits, textsToEdit, toConfirmIn } from '../../../shared/domain/collection/edit.ts';
import { editTyped } from '../../../shared/domain/collection/edit-typed.ts';
import type { Submission } from '../../../shared/domain/collection/submission.ts';

const submission: Submission = { figures: {}, outcomes: { viec: 'Đã làm' }, further: '' };
const made: Edit = {
  ...{ report: 'r', month: '2021-10', number: 1, unit: 'phong-b', part: 'outcomes.viec', called: 'Việc một' },
  ...{ madeOn: 'Đã làm', text: 'Đã hoàn thành.', who: 'tong-hop', at: 1 },
};
const other = (changes: Partial<Edit>): Edit => ({ ...made, ...changes });

describe('the edits of a period', () => {
  it('count by the newest of each text', () => {
    const newer = other({ number: 2, text: 'Xong.' });
    const elsewhere = other({ number: 3, unit: 'phong-c' });
    expect(standingEdits([made, newer, elsewhere])).toEqual([newer, elsewhere]);
  });

  it('are none once they are taken back; moving a text as it is is one', () => {
    expect(standingEdits([made, other({ number: 2, text: 'Đã làm' })])).toEqual([]);
    const moved = other({ number: 2, text: 'Đã làm', place: 'further' });
    expect(standingEdits([made, moved])).toEqual([moved]);
  });

  it('stand on the words they were made on, and await confirmation on others', () => {
    expect(editsOn([made], 'phong-b', submission)).toEqual({ standing: [made], toConfirm: [] });
    const since = { ...submission, outcomes: { viec: 'Làm rồi' } };
    expect(editsOn([made], 'phong-b', since)).toEqual({ standing: [], toConfirm: [made] });
    expect(editsOn([made], 'phong-a', submission)).toEqual({ standing: [], toConfirm: [] });
    expect(editsOn([made], 'phong-b', undefined)).toEqual({ standing: [], toConfirm: [made] });
  });
});

it('the edits that await confirmation are those of words that their units have replaced', () => {
  const edits = [made, other({ number: 2, unit: 'phong-c' }), other({ number: 3, unit: 'phong-d' })];
  const heads = new Map([
    ['phong-b', { submission }],
    ['phong-c', { submission: { ...submission, outcomes: { viec: 'Làm rồi' } } }],
  ]);
  expect(toConfirmIn(edits, heads)).toBe(2);
});

describe('the texts of a unit that may be edited', () => {
  const owed = {
    indicators: [],
    tasks: [
      { id: 'viec', text: 'Việc một', group: 'chung', owner: [{ unit: 'phong-b' }] },
      { id: 'viec-hai', text: 'Việc hai', group: 'chung', owner: [{ unit: 'phong-b' }] },
    ],
  };

  it('are those it wrote, by the names of the form, never a figure', () => {
    expect(textsToEdit(owed, { ...submission, further: 'Kiến nghị' }, [])).toEqual([
      { part: 'outcomes.viec', name: 'Việc một', words: 'Đã làm', edit: undefined, newest: 0 },
      { part: 'further', name: 'Việc khác', words: 'Kiến nghị', edit: undefined, newest: 0 },
    ]);
  });

  it('are those too that it left empty after they were edited', () => {
    const [, left] = textsToEdit(owed, submission, [made, other({ number: 2, part: 'outcomes.viec-hai' })]);
    expect(left).toMatchObject({ part: 'outcomes.viec-hai', words: '', newest: 2, edit: { number: 2 } });
  });
});

describe('a wording as typed', () => {
  it('is tidied as a unit’s own is', () => {
    expect(editTyped('  Đã  xong \r\n– một ')).toEqual({ text: expect.stringContaining('\n- một'), faults: [] });
  });

  it.each([
    ['a'.repeat(10_001), 'Dài quá 10.000 ký tự'],
    ['\u0007', 'ký tự điều khiển'],
    ['日', 'không in được'],
  ])('is refused where the letter cannot carry it', (typed, message) => {
    expect(editTyped(typed).faults.join(' ')).toContain(message);
  });
});
