import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';
import { halves, mutants, mutating } from './mutants.ts';

/** Says in one line what was said of each mutant by the tests that failed on it. */
const telling: Reporter = {
  onTestRunEnd: modules => {
    const told = modules.map(module => {
      const failed = [...module.children.allTests('failed')].flatMap(test => test.result().errors ?? []);
      const errors = [...module.errors(), ...failed];
      return [
        module.project.name,
        errors.map(({ name, stack, cause }) => `${name} ${stack} ${JSON.stringify(cause) ?? ''}`),
      ];
    });
    process.stdout.write(`\ntold ${JSON.stringify(Object.fromEntries(told))}\n`);
  },
};

const asked = halves[process.env.HALF ?? ''] ?? Object.keys(mutants);

/** Runs, for each mutant of the half that is asked for, the test that has to find it on a house with that fault. */
export default defineConfig({
  test: {
    reporters: [telling],
    silent: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: Object.entries(mutants)
      .filter(([name]) => asked.includes(name))
      .map(([name, mutant]) => ({
        plugins: [mutating(name, mutant)],
        extends: true as const,
        test: { name, include: [mutant.killedBy], setupFiles: 'test/trust/first-failure.ts', env: { MUTANT: name } },
      })),
  },
});
