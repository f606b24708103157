import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { mutants } from './mutants.ts';

/** By the very test that has to find it, in as many schedules: it ends with the first that does, the rarest after some 1,500. */
describe('a fault put in on purpose is found', () => {
  it.each(Object.entries(mutants))(
    '%s',
    (name, { killedBy }) => {
      const { status, stdout, stderr } = spawnSync('vitest', ['run', killedBy, '--bail=1'], {
        env: { ...process.env, MUTANT: name, VITEST: undefined, NO_COLOR: '1' },
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      expect(stdout).toMatch(/Tests .*[1-9]\d* failed/);
      expect(stderr).toContain('AssertionError');
      expect(status).toBe(1);
    },
    300_000,
  );
});
