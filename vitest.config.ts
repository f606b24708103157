import { defineConfig } from 'vitest/config';
import { mutating } from './test/trust/mutants.ts';

export default defineConfig({
  plugins: [mutating()],
  test: {
    env: { POWERTOOLS_LOG_LEVEL: 'WARN' },
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // One for each core: by itself it leaves one idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
