import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../shared/domain/collection/answers.ts';
import { merged, partsThatDiffer } from '../../../shared/domain/collection/merged.ts';
import { partInWords } from '../../../shared/domain/collection/typed-part.ts';
import { exports, index } from '../an-office.ts';

const task = (id: string) => ({ id, text: `Nhiệm vụ ${id}`, group: 'chung', owner: [{ unit: 'phong-a' }] });
const list = { id: 'du-an', name: 'Dự án', columns: [{ code: 'ten', name: 'Tên', kind: 'text' as const }], owner: [] };
const owed = { indicators: [exports, index], tasks: [task('mot'), task('hai')], lists: [list] } as never;
const value = (text: string) => ({ state: 'reported' as const, value: text });
const base: Answers = {
  figures: { 'xuat-khau': value('1'), 'chi-so': value('2') },
  outcomes: { mot: 'Một', hai: '' },
  statuses: { mot: 'done' },
  further: '',
  lists: { 'du-an': [{ ten: 'Cầu' }] },
};

describe('answers that two people changed', () => {
  it('are put together part by part: what one alone changed is taken from them', () => {
    const theirs: Answers = {
      ...base,
      figures: { ...base.figures, 'chi-so': value('3') },
      outcomes: { mot: 'Một, đã sửa', hai: '' },
      statuses: {},
      lists: { 'du-an': [{ ten: 'Cầu' }, { ten: 'Đường' }] },
    };
    const mine = { ...base, figures: { ...base.figures, 'xuat-khau': value('9') }, further: 'Việc khác' };
    expect(merged(owed, { base, theirs, mine })).toEqual({
      answers: { ...theirs, figures: { 'xuat-khau': value('9'), 'chi-so': value('3') }, further: 'Việc khác' },
      taken: ['figures.chi-so', 'lists.du-an', 'outcomes.mot'],
      clashing: [],
    });
  });

  it('stay as typed here where both changed them otherwise, and are named; the same change is no clash', () => {
    const theirs = { ...base, figures: { 'xuat-khau': value('5'), 'chi-so': value('7') }, further: 'Của họ' };
    const mine = { ...base, figures: { 'xuat-khau': value('6'), 'chi-so': value('7') }, further: ' ' };
    const { answers, taken, clashing } = merged(owed, { base, theirs, mine });
    expect(answers).toEqual({ ...mine, further: 'Của họ' });
    expect([taken, clashing]).toEqual([['further'], ['figures.xuat-khau']]);
  });

  it('are taken whole where they began with nothing, and lose what the others took out', () => {
    const nothing: Answers = { figures: {}, outcomes: {} };
    expect(merged(owed, { base: nothing, theirs: base, mine: nothing }).answers).toEqual({
      ...{ ...base, outcomes: { mot: 'Một' }, further: undefined },
    });
    const without: Answers = { ...base, figures: { 'xuat-khau': value('1') }, lists: {} };
    expect(merged(owed, { base, theirs: without, mine: base }).answers).toEqual(without);
  });
});

it('two answers differ in nothing by blanks, by empty rows, or by a state that is taken for granted', () => {
  const same: Answers = {
    ...base,
    outcomes: { mot: ' Một\n' },
    lists: { 'du-an': [{ ten: 'Cầu' }, {}] },
  };
  expect(partsThatDiffer(owed, base, same)).toEqual([]);
  const empty: Answers = { figures: { 'xuat-khau': { state: 'reported' } }, outcomes: {} };
  expect(partsThatDiffer(owed, empty, { figures: {}, outcomes: { mot: '' } })).toEqual([]);
});

it('a part is told by its name and as it was typed', () => {
  const told = (field: string, answers = base) => partInWords(owed, { answers, field, term: '2021-10' });
  expect(told('figures.xuat-khau')).toEqual({ label: 'Kim ngạch xuất khẩu', text: '1' });
  expect(told('figures.xuat-khau', { figures: { 'xuat-khau': { state: 'reported' } }, outcomes: {} }).text).toBe('');
  expect(told('figures.xuat-khau', { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {} }).text).toBe(
    'không phát sinh',
  );
  expect(told('outcomes.mot')).toEqual({ label: 'Nhiệm vụ mot', text: '[đã hoàn thành]\nMột' });
  expect(told('lists.du-an').text).toContain('Cầu');
  expect(told('further')).toEqual({ label: 'Ngoài ra', text: '' });
});
