import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

it('docs/security.md names no test that is not there', () => {
  const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const named = [...new Set(text.match(/test\/[\w/-]+\.test\.ts/g))];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(file => !existsSync(join(root, file)))).toEqual([]);
});
