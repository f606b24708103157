import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { check } from 'recheck';
import { expect, it } from 'vitest';
import { moduleFrom } from '../architecture/module.ts';

// The checker that is the same on every machine: the others need Java or a binary.
process.env.RECHECK_BACKEND = 'pure';

// By the clock alone a checker on a busy machine would give up, and say that it does not know.
const unhurried = { timeout: null, attackTimeout: null, incubationTimeout: null };

const root = join(import.meta.dirname, '../..');
const paths = globSync('{functions,shared,templates,infra}/**/*.{ts,mjs}', { cwd: root });
const patterns = paths
  .map(path => path.split(sep).join('/'))
  .flatMap(path => {
    const { patterns } = moduleFrom(path, readFileSync(join(root, path), 'utf8'));
    return patterns.map(({ pattern, flags, line }) => ({ pattern, flags, place: `${path}:${line}` }));
  });

/** True of a pattern that is linear by its looks: nothing repeats in it, or one character does, and it begins where the text does. */
function isPlain(pattern: string, flags: string): boolean {
  const bare = pattern.replace(/\\u[\da-f]{4}|\\.|\[(?:\\.|[^\\\]])*\]/gi, 'x');
  // What looks around or refers back, a group that repeats, and many things that may be there or not are for the checker.
  if (/\(\?[^:]|\)[*+{]|(\?.*){4}/.test(bare) || /\\[1-9k]/.test(pattern)) return false;
  const repeating = bare.match(/[*+]|\{\d+,\d*\}/g) ?? [];
  const begins = /^\^[^|]*$/.test(withoutGroups(bare)) && !flags.includes('m');
  return repeating.length === 0 || (repeating.length === 1 && begins);
}

function withoutGroups(pattern: string): string {
  const without = pattern.replace(/\([^()]*\)/g, '');
  return without === pattern ? pattern : withoutGroups(without);
}

async function statusOf(pattern: string, flags = ''): Promise<string> {
  return isPlain(pattern, flags) ? 'safe' : (await check(pattern, flags, unhurried)).status;
}

it('no regular expression of the house takes more than linear time, whatever it is tried on', async () => {
  expect(patterns.length).toBeGreaterThan(80);
  const unsafe: string[] = [];
  for (const [written, [each]] of Map.groupBy(patterns, ({ pattern, flags }) => `/${pattern}/${flags}`)) {
    const status = each && (await statusOf(each.pattern, each.flags));
    if (status !== 'safe') unsafe.push(`${each?.place} ${written}: ${status}`);
  }
  expect(unsafe).toEqual([]);
}, 900_000);

it.each(['(\\s|\\u00a0)*$', '^(([a-z])+.)+[A-Z]([a-z])+$', '\\s+$', '^x|\\s+$', '^(a|a)*$'])(
  'the checker knows /%s/ for slow',
  async pattern => {
    expect(await statusOf(pattern)).toBe('vulnerable');
  },
);
