import { expect, it } from 'vitest';
import { rowsOf } from '../../../shared/domain/collection/cells.ts';
import { typedText } from '../../../shared/domain/collection/typed-text.ts';
import { handedInChanges } from '../../../shared/domain/figures/figure.ts';

it('what was typed is given back whole, each change of a figure too', () => {
  const changes = Object.fromEntries(handedInChanges.map((each, at) => [each, `-${at + 1},5`]));
  const figures = {
    'xuat-khau': { state: 'estimated' as const, value: '138,8', restates: '130', note: 'vì mưa', changes },
  };
  const text = typedText({
    figures,
    outcomes: {},
    lists: { 'du-an': [{ ten: 'Cầu' }, {}, { ten: 'Kè', von: '1,2' }] },
  });
  for (const typed of ['138,8', '130', 'vì mưa', ...Object.values(changes), 'Cầu\t', 'Kè\t1,2'])
    expect(text).toContain(typed);
});

it('a list of it is pasted back cell by cell, one in which a line breaks too', () => {
  const lists = { 'du-an': [{ ten: 'Cầu\tsố\n1', von: '5' }] };
  const [, ...rows] = rowsOf(typedText({ figures: {}, outcomes: {}, lists }));
  expect(rows).toEqual([
    ['ten', 'von'],
    ['Cầu số 1', '5'],
  ]);
});
