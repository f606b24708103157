import { afterAll, vi } from 'vitest';

/**
 * Before a file of tests that shares its process with others: the house is loaded anew, and its packages are not, which take the
 * most time. After it nothing of what it set in the environment is left.
 */
vi.resetModules();

const before = { ...process.env };

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
