import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { uncovered } from '../shared/domain/inspection/uncovered.ts';

const root = join(import.meta.dirname, '..');

it('docs/security.md names no test that is not there', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const named = [...new Set(text.match(/test\/[\w/-]+\.test\.ts/g))];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(file => !existsSync(join(root, file)))).toEqual([]);
});

it('docs/security.md tells all that the audit does not see', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const told = /<!-- uncovered -->\n([\s\S]*?)<!-- \/uncovered -->/.exec(text)?.[1];
  const rows = uncovered.map(({ kind, what, why, on }) => `| ${kind} | ${what}${on ? ` (${on})` : ''} | ${why} |\n`);
  expect(told).toBe(`| kind | what | why |\n|---|---|---|\n${rows.join('')}`);
});
