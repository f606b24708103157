import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { functions } from '../../infra/manifest.ts';
import { names, synthesized } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bundles-'));
const { bundleOf } = synthesized({ folder });
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is deployed', () => {
  it.each(names)('as %s is that function and no other', name => {
    const { sources } = JSON.parse(readFileSync(join(bundleOf(name), 'index.mjs.map'), 'utf8')) as {
      sources: string[];
    };
    const entries = sources.flatMap(source => /\/functions\/([^/]+)\.ts$/.exec(source)?.[1] ?? []);
    expect(entries).toEqual([name]);
  });

  it.each(names)('as %s starts by itself, with nothing of this house around it', name => {
    const start = "import('./index.mjs').then(({ handler }) => process.stdout.write(typeof handler))";
    const said = execFileSync(process.execPath, ['--enable-source-maps', '--eval', start], { cwd: bundleOf(name) });
    expect(String(said)).toBe('function');
  });

  it.each(names)("as %s carries the typesetter as Lambda's machines need it only if it compiles", name => {
    const library = 'node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
    expect(existsSync(join(bundleOf(name), library))).toBe(functions[name].compiles);
  });

  it.each(['compile-report', 'board'] as const)('as %s carries what a letter is set with', name => {
    expect(readdirSync(bundleOf(name))).toContain('letter.typ');
    expect(readdirSync(join(bundleOf(name), 'fonts'))).toHaveLength(4);
  });

  it('keeps the form’s script under 40 KB as it travels: a clerk may be on a phone', () => {
    const script = readFileSync(join(bundleOf('collect'), 'assets', 'form.js'));
    expect(gzipSync(script).byteLength).toBeLessThan(40_000);
  });

  it('carries the files its pages load, where pages are served', () => {
    expect(readdirSync(join(bundleOf('collect'), 'assets')).sort()).toEqual([
      'figures.css',
      'form.js',
      'house.css',
      'pico.css',
    ]);
  });
});
