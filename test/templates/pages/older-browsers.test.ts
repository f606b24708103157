import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildClient } from '../../../infra/client.ts';
import { filledIn } from '../../../templates/pages/client/older-browsers.ts';

/** What came to the browsers after iOS 15.0 or Chrome 100, as it is called. */
const newer = [
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'groupBy', 'groupByToMap'],
  ...['fromAsync', 'hasOwn', 'isWellFormed', 'toWellFormed', 'withResolvers', 'getOrInsert', 'getOrInsertComputed'],
  ...['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom'],
  ...['structuredClone', 'requestSubmit', 'randomUUID', 'toArray', 'timeout', 'canParse', 'showPicker'],
  ...[
    'showModal',
    'showPopover',
    'hidePopover',
    'togglePopover',
    'requestIdleCallback',
    'checkVisibility',
    'moveBefore',
  ],
  ...['setHTML', 'sumPrecise', 'toHex', 'toBase64', 'replaceSync', 'transferControlToOffscreen'],
];
const called = new RegExp(`(?<![\\w$])(${newer.join('|')})\\(`, 'g');

const others: [what: string, sign: RegExp][] = [
  ['who sent the form', /\.submitter\b/],
  ['looking behind in a pattern', /\(\?<[=!]/],
  ['the v flag of a pattern', /\/[dgimsuy]*v[dgimsuy]*[.,;)\]]/],
  [
    'the methods of iterators',
    /\.(values|keys|entries|matchAll)\(\)\.(map|filter|flatMap|some|every|find|reduce|forEach)\(/,
  ],
  ['iterators made of anything', /\bIterator\b/],
];

/** The names of methods newer than the oldest browsers that a script calls and nobody fills in, and whatever else of it is. */
function newerIn(script: string): string[] {
  const filled = filledIn.flatMap(([, methods]) => Object.keys(methods));
  const methods = [...script.matchAll(called)].flatMap(([, name = '']) => (filled.includes(name) ? [] : [name]));
  return [...new Set(methods), ...others.flatMap(([what, sign]) => (sign.test(script) ? [what] : []))];
}

describe('the form’s script', () => {
  it('has nothing that phones of some years lack', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tong-hop-script-'));
    buildClient(folder);
    const script = readFileSync(join(folder, 'form.js'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(newerIn(script)).toEqual([]);
  });

  it.each([
    ['a.toReversed()', ['toReversed']],
    ['let b=structuredClone(a)', ['structuredClone']],
    ['Promise.withResolvers().promise', ['withResolvers']],
    ['f(event.submitter)', ['who sent the form']],
    ['/(?<=a)b/', ['looking behind in a pattern']],
    ['x=/[a&&b]/v;', ['the v flag of a pattern']],
    ['m.values().map(f)', ['the methods of iterators']],
    ['a.at(-1).with=b.find(f)', []],
  ])('would be noticed to have it: %s', (script, found) => {
    expect(newerIn(script)).toEqual(found);
  });
});

describe('what is filled in', () => {
  type Methods = Record<string, (...given: unknown[]) => unknown>;
  const [ofArrays, ofTexts, ofObjects, ofMaps] = filledIn.map(([, methods]) => methods as Methods);

  it.each([
    [[1, 2, 3], 'at', ofArrays, [-1]],
    [[1, 2, 3], 'at', ofArrays, [1]],
    [[], 'at', ofArrays, [-1]],
    [[1, 2, 3, 4], 'findLast', ofArrays, [(each: number) => each % 2 === 1]],
    [[2], 'findLast', ofArrays, [(each: number) => each % 2 === 1]],
    [[1, 2, 3, 4], 'findLastIndex', ofArrays, [(each: number) => each % 2 === 1]],
    [[2], 'findLastIndex', ofArrays, [(each: number) => each % 2 === 1]],
    [[3, 1, 2], 'toSorted', ofArrays, []],
    [[3, 1, 2], 'toSorted', ofArrays, [(one: number, other: number) => other - one]],
    ['a\ud800b\udc00 \ud83d\ude00', 'toWellFormed', ofTexts, []],
    [Object, 'hasOwn', ofObjects, [{ a: 1 }, 'a']],
    [Object, 'hasOwn', ofObjects, [{ a: 1 }, 'constructor']],
    [Map, 'groupBy', ofMaps, [[1, 2, 3], (each: number) => each % 2]],
  ])('does as the language does: %j %s', (of, name, methods, given) => {
    expect(methods?.[name]?.apply(of, given)).toEqual((of as unknown as Methods)[name]?.(...given));
  });
});
