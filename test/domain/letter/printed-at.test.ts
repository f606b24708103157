import { expect, it } from 'vitest';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { isPrintedAt } from '../../../shared/domain/letter/printed-at.ts';
import { departmentWith, reportWith } from '../an-office.ts';

const tasks = ['viec', 'viec-hai', 'viec-ba'].map(id => ({
  ...{ id, text: id, group: id === 'viec-ba' ? 'rieng' : 'chung', owner: [{ unit: 'phong-b' }] },
}));
const definition = reportWith({ indicators: [], tasks, wording: '{{ ket_qua.viec }}\n\n{{ nhom.rieng }}\n\nHết./.\n' });
const department = departmentWith(definition);
const month = '2021-10';
const report = compile({ department, definition, month, submissions: new Map(), known: knownFrom([]) });
const letter = { department, definition, report, window: { from: '2021-10-01', to: '2021-10-31' }, date: '2021-11-16' };

it('tells where the office’s wording prints what is put there: by a task, by its group, and nowhere else', () => {
  const places = [...tasks.map(({ id }) => `outcomes.${id}`), 'further'];
  expect(places.filter(place => isPrintedAt(place, letter))).toEqual(['outcomes.viec', 'outcomes.viec-ba']);
});
