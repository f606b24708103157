import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { functions } from '../../infra/manifest.ts';
import { names } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bundles-'));

beforeAll(() => {
  for (const name of names) bundle(name, join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a bundle', () => {
  it.each(names)('of %s starts by itself, with nothing of this house around it', name => {
    const started = "import('./index.mjs').then(({ handler }) => process.stdout.write(typeof handler))";
    const said = execFileSync(process.execPath, ['--enable-source-maps', '--eval', started], {
      cwd: join(folder, name),
    });
    expect(String(said)).toBe('function');
  });

  it.each(names)('of %s carries its source map, so that a fault in the log names a line of ours', name => {
    expect(readdirSync(join(folder, name))).toContain('index.mjs.map');
  });

  it('carries the files its pages load, where pages are served', () => {
    expect(readdirSync(join(folder, 'collect/assets')).sort()).toEqual(['house.css', 'pico.css']);
  });

  it('carries what a letter is set with, where letters are set', () => {
    expect(readdirSync(join(folder, 'compile-report'))).toContain('letter.typ');
    expect(readdirSync(join(folder, 'compile-report/fonts'))).toHaveLength(4);
  });

  it.each(names)("of %s carries the typesetter as Lambda's machines need it only if it compiles", name => {
    const library = 'node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
    expect(existsSync(join(folder, name, library))).toBe(functions[name].compiles);
  });
});
