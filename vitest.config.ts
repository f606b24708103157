import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { alone, quick } from './test/quick.ts';
import { slowest } from './test/slowest.ts';

/** What Node has compiled of the packages is found again by each command that a test runs: there are some two hundred. */
const compiled = join(tmpdir(), 'tong-hop-compiled');

export default defineConfig({
  test: {
    env: { POWERTOOLS_LOG_LEVEL: 'WARN', NODE_COMPILE_CACHE: compiled },
    pool: 'forks',
    // One more than there are cores: some of what is tested waits.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page is waited for to say, on a machine that has other things to do.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', slowest],
    globalSetup: 'test/client-built.ts',
    // In the order of their names.
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      { extends: true, test: { name: 'quick', include: quick, isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [...quick, ...alone],
          isolate: false,
          setupFiles: 'test/afresh.ts',
        },
      },
    ],
  },
});
