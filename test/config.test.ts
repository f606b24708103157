import { afterEach, describe, expect, it, vi } from 'vitest';
import { config, type Environment } from '../shared/config.ts';

const told: Environment = {
  TABLE: 't',
  ARCHIVE: 'a',
  BASE_URL: 'https://bao-cao.so.example',
  SENDER: 'a@b',
  CONFIGURATION_SET: 'c',
  FEEDBACK_TOPIC: 'f',
  FEEDBACK_SIGNER: 'https://sns.so.example',
};
const names = Object.keys(told) as (keyof Environment)[];
const tell = (environment: Partial<Environment>) => {
  for (const name of names) vi.stubEnv(name, environment[name]);
};
afterEach(() => vi.unstubAllEnvs());

describe('what a function is told', () => {
  it('is what it asks for, and no more', () => {
    tell(told);
    expect(config(...names)).toEqual(told);
    expect(config('TABLE')).toEqual({ TABLE: 't' });
  });

  it.each(names)('fails loudly where it is not told %s: a deployment fault', name => {
    tell({ ...told, [name]: undefined });
    expect(() => config(name)).toThrow();
    tell({ ...told, [name]: '' });
    expect(() => config(name)).toThrow();
  });

  it.each([
    'https://so.example/',
    'https://so.example/noi',
    'ftp://so.example',
    'so.example',
    'https://',
    'x https://a',
  ])('is where people reach the pages, and no other address: %s', BASE_URL => {
    tell({ BASE_URL });
    expect(() => config('BASE_URL')).toThrow();
  });

  it('may be a machine of its own, without TLS', () => {
    tell({ BASE_URL: 'http://127.0.0.1:8021' });
    expect(config('BASE_URL').BASE_URL).toBe('http://127.0.0.1:8021');
  });
});
