import { defineConfig } from 'vitest/config';

/**
 * The tests that no mutant of `shared/` may survive: those that take milliseconds. They share one process, which each mutant
 * has to itself.
 */
export default defineConfig({
  test: {
    include: [
      'test/{aws,domain,http}/**/*.test.ts',
      'test/{batches,config,token,xlsx}.test.ts',
      'test/templates/letter/charset.test.ts',
    ],
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    isolate: false,
    testTimeout: 10_000,
  },
});
