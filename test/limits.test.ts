import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const rows = readFileSync(join(root, 'docs/limits.md'), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| service '))
  .map(line => line.slice(2, -2).split(' | '));

describe('docs/limits.md', () => {
  it('says of each limit where it is met, what keeps it, and which test shows it', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(cells => cells.length !== 5 || cells.some(cell => cell.trim() === ''))).toEqual([]);
    const ways = ['by construction', 'split', 'check', 'told'];
    expect(rows.filter(([, , , kept = '']) => !ways.includes(kept))).toEqual([]);
  });

  it('names tests that are there, and each limit of a stand-in by its test', () => {
    const named = rows.map(([, limit, , , tests = '']) => [limit, tests.split(', ')] as const);
    expect(named.filter(([, tests]) => tests.some(test => !existsSync(join(root, test))))).toEqual([]);
    const all = new Set(named.flatMap(([, tests]) => tests));
    for (const test of ['dynamodb-limits', 'files-and-mails-limits', 'lambda-limits'])
      expect(all).toContain(`test/local/${test}.test.ts`);
  });
});
