import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/domain/collection/edit.ts';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { withEdits } from '../../../shared/domain/compilation/edited.ts';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { compose } from '../../../shared/domain/letter/compose.ts';
import { departmentWith, reportWith } from '../an-office.ts';

const definition = reportWith({
  indicators: [],
  tasks: [
    { id: 'viec', text: 'Việc một', group: 'chung', owner: [{ unit: 'phong-b' }] },
    { id: 'viec-hai', text: 'Việc hai', group: 'chung', owner: [{ unit: 'phong-c' }] },
  ],
  wording: '{{ ket_qua.viec }}\n\n{{ ket_qua.viec-hai }}\n\n{{ ngoai_ra }}\n\nHết./.\n',
});
const department = departmentWith(definition);
const handedIn = (outcomes: Record<string, string>, further = ''): Submission => ({ figures: {}, outcomes, further });
const submissions = new Map([
  ['phong-b', handedIn({ viec: 'B làm' }, 'B thêm')],
  ['phong-c', handedIn({ 'viec-hai': 'C làm' }, 'C thêm')],
]);
const month = '2021-10';
const report = compile({ department, definition, month, submissions, known: knownFrom([]) });
const edit = (part: string, changes: Partial<Edit>): Edit => ({
  ...{ report: definition.id, month, number: 1, unit: 'phong-b', part, called: 'x', madeOn: 'B làm', text: 'Sửa' },
  ...{ who: 'tong-hop', at: 1, ...changes },
});

function bodyOf(edits: Edit[]): string[] {
  const window = { from: '2021-10-01', to: '2021-10-31' };
  const letter = compose({ department, definition, report: withEdits(report, edits), window, date: '2021-11-16' });
  return letter.body.flatMap(block => ('runs' in block ? [block.runs.map(({ text }) => text).join('')] : []));
}

describe('the letter of an edited report', () => {
  it('is what it was where nothing is edited, to the letter of its JSON', () => {
    expect(JSON.stringify(withEdits(report, []))).toBe(JSON.stringify(report));
  });

  it('says the edit in place of the words it was made on, and the report keeps both', () => {
    const edits = [
      edit('outcomes.viec', {}),
      edit('further', { unit: 'phong-c', madeOn: 'C thêm', text: '- một\n- hai' }),
    ];
    expect(bodyOf(edits)).toEqual(['Sửa', 'C làm', 'B thêm', 'một', 'hai', 'Hết./.']);
    expect(withEdits(report, edits).outcomes[0]).toMatchObject({ text: 'B làm', edited: { text: 'Sửa' } });
  });

  it('says the unit’s words where they are others than the edit was made on', () => {
    expect(bodyOf([edit('outcomes.viec', { madeOn: 'B đã làm' })])).toEqual(bodyOf([]));
  });

  it('takes a text to another place, behind what stands there, and leaves out what was merged', () => {
    expect(bodyOf([edit('outcomes.viec', { place: 'outcomes.viec-hai' })])).toEqual([
      ...['C làm', 'Sửa', 'B thêm', 'C thêm', 'Hết./.'],
    ]);
    expect(bodyOf([edit('further', { madeOn: 'B thêm', text: '' })])).toEqual(['B làm', 'C làm', 'C thêm', 'Hết./.']);
    expect(bodyOf([edit('further', { madeOn: 'B thêm', place: 'outcomes.viec' })])[1]).toBe('Sửa');
  });

  it('says of a task that is not reported that it is not, whatever was edited', () => {
    const none = compile({
      department,
      definition,
      month,
      submissions: new Map([['phong-b', undefined]]),
      known: knownFrom([]),
    });
    expect(withEdits(none, [edit('outcomes.viec', { madeOn: '' })])).toEqual(none);
  });
});
