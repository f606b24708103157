import { expect, it } from 'vitest';
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
