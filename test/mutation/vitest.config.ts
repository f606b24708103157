import { defineConfig } from 'vitest/config';
import { quick, quickAlone } from '../quick.ts';

/**
 * The tests that no mutant of `shared/` may survive: those that take milliseconds. They share one process, which each mutant
 * has to itself.
 */
export default defineConfig({
  test: {
    include: [...quick, ...quickAlone],
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
    isolate: false,
    testTimeout: 10_000,
  },
});
