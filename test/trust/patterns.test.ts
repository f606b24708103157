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

it('no regular expression of the house takes more than linear time, whatever it is tried on', async () => {
  expect(patterns.length).toBeGreaterThan(80);
  const unsafe: string[] = [];
  for (const { pattern, flags, place } of patterns) {
    const { status } = await check(pattern, flags, unhurried);
    if (status !== 'safe') unsafe.push(`${place} /${pattern}/${flags}: ${status}`);
  }
  expect(unsafe).toEqual([]);
}, 900_000);

it.each(['(\\s|\\u00a0)*$', '^(([a-z])+.)+[A-Z]([a-z])+$', '\\s+$'])(
  'the checker knows /%s/ for slow',
  async pattern => {
    expect((await check(pattern, '')).status).toBe('vulnerable');
  },
);
