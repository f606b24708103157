import { defineConfig } from 'vitest/config';

/** The tests that mutants of the domain must not survive: one process, and no further than the first that fails. */
export default defineConfig({
  test: {
    include: ['test/domain/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    bail: 1,
    reporters: ['dot'],
    testTimeout: 10_000,
  },
});
