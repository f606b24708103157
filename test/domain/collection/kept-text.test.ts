import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readKept, textToKeep } from '../../../shared/domain/collection/kept-text.ts';

const cell = fc.stringMatching(/^[a-c]{1,2}$/);
const row = fc.dictionary(cell, fc.string(), { noNullPrototype: true });

it('what is kept is read back the same, rows of lists cell by cell, empty ones too', () => {
  fc.assert(
    fc.property(fc.dictionary(cell, fc.array(row), { noNullPrototype: true }), fc.string(), (lists, further) => {
      const said = { figures: {}, outcomes: {}, further, lists };
      expect(readKept(textToKeep(said))).toEqual(said);
    }),
  );
});

it('names a column once', () => {
  const rows = [{ ten: 'Cầu', 'ke-hoach': '1' }, { ten: 'Đường' }];
  expect(textToKeep({ lists: { 'du-an': rows } })).toBe(
    '{"lists":{"du-an":{"columns":["ke-hoach","ten"],"rows":[["1","Cầu"],[0,"Đường"]]}}}',
  );
});

it('is what it always was where there are no lists, and reads lists that lie row by row', () => {
  expect(textToKeep({ figures: {}, further: 'a' })).toBe('{"figures":{},"further":"a"}');
  expect(readKept('{"lists":{"du-an":[{"ten":"Cầu"}]}}')).toEqual({ lists: { 'du-an': [{ ten: 'Cầu' }] } });
});

it('of rows that name more columns than any list has takes no more room than they do', () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => ({ [`c${at}`]: 'x' }));
  expect(textToKeep({ lists: { a: rows } })).toBe(JSON.stringify({ lists: { a: rows } }));
});
