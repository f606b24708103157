import { describe, expect, it } from 'vitest';
import { linesApart } from '../../../shared/domain/issuing/lines-apart.ts';

const of = (text: string) => text.split('');

describe('two texts', () => {
  it.each([
    ['abc', 'abc', []],
    ['abc', 'axc', [['b', 'x']]],
    ['abc', 'ac', [['b', '']]],
    ['ac', 'abc', [['', 'b']]],
    [
      'abcde',
      'xbcdy',
      [
        ['a', 'x'],
        ['e', 'y'],
      ],
    ],
    ['', 'ab', [['', 'ab']]],
    ['ab', '', [['ab', '']]],
    ['aab', 'ab', [['a', '']]],
    [
      'abcabc',
      'cab',
      [
        ['ab', ''],
        ['c', ''],
      ],
    ],
  ])('%s and %s differ at %j', (sent, returned, places) => {
    const told = linesApart(of(sent), of(returned)).places.map(place => [place.sent.join(''), place.returned.join('')]);
    expect(told).toEqual(places);
  });

  it('that differ everywhere are told in part, and how much more there is', () => {
    const lines = Array.from({ length: 60 }, (_, at) => [`${at}`, 'giống']).flat();
    const { places, more } = linesApart(
      lines,
      lines.map(line => (line === 'giống' ? line : `${line}x`)),
    );
    expect([places.length, more]).toEqual([20, 40]);
    const long = Array.from({ length: 5_000 }, (_, at) => `${at}`);
    const [place, ...others] = linesApart(
      long,
      long.map(line => `${line}x`),
    ).places;
    expect([place?.sent.length, place?.returned.length, others]).toEqual([8, 8, []]);
  });
});
