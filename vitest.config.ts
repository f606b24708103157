import { defineConfig } from 'vitest/config';
import { mutating } from './test/trust/mutants.ts';

const { MUTANT } = process.env;

export default defineConfig({
  plugins: MUTANT === undefined ? [] : [mutating(MUTANT)],
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
