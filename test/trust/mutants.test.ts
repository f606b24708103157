import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { halves } from './mutants.ts';

/** By the very test that has to find it, in as many schedules: it ends with the first that does, the rarest after some 1,500. */
describe.each(Object.entries(halves))('a fault put in on purpose is found, %s half', (half, mutants) => {
  let found: Record<string, string[]>;

  beforeAll(() => {
    const { stdout, stderr } = spawnSync('vitest', ['run', '--config', 'test/trust/mutants.config.ts'], {
      env: { ...process.env, VITEST: undefined, NO_COLOR: '1', HALF: half },
      encoding: 'utf8',
      maxBuffer: 100 * 1024 * 1024,
      shell: process.platform === 'win32',
    });
    const told = /^told (.*)$/m.exec(stdout)?.[1];
    if (!told) throw new Error(`${stdout.slice(-2_000)} ${stderr.slice(-2_000)}`);
    found = JSON.parse(told);
  }, 300_000);

  it.each(mutants)('%s', name => {
    expect(found[name]?.join('\n')).toContain('AssertionError');
  });
});
