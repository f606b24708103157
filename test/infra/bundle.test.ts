import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { functions } from '../../infra/manifest.ts';
import { pages, pdfOf, streamOf } from '../domain/issuing/signed/a-pdf.ts';
import { names, synthesized } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bundles-'));
const { bundleOf } = synthesized({ folder });
afterAll(() => rmSync(folder, { recursive: true }));

function sourcesIn(map: string): string[] {
  return (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources;
}

/** Compares a PDF with itself: what differs is nothing, once its text was read. */
const reading = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
const [path, part] = process.argv.slice(1);
const content = readFileSync(path);
const filed = { key: 'a', sha256: createHash('sha256').update(content).digest('hex') };
const client = { send: async () => ({ Body: { transformToByteArray: async () => new Uint8Array(content) } }) };
const { textsApart } = await import(part);
console.log(JSON.stringify((await textsApart({ client, bucket: 'a' }, { sent: filed, returned: filed })) ?? null));`;

describe('what is deployed', () => {
  it.each(names)('as %s is that function and no other', name => {
    const entries = sourcesIn(join(bundleOf(name), 'index.mjs.map')).flatMap(
      source => /\/functions\/([^/]+)\.ts$/.exec(source)?.[1] ?? [],
    );
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

  it('carries what reads signatures, and any PDF, only where files come back from signing, and reads it only then', () => {
    for (const name of names) {
      const reads = /node_modules\/(pkijs|asn1js|pdfjs-dist)\//;
      const parts = readdirSync(bundleOf(name)).filter(file => file.endsWith('.mjs.map'));
      const reading = parts.filter(file => sourcesIn(join(bundleOf(name), file)).some(source => reads.test(source)));
      expect([name, reading.length > 0, reading.includes('index.mjs.map')]).toEqual([name, name === 'board', false]);
    }
  });

  it('as board reads the text of a PDF with nothing beside it', () => {
    const isReader = (source: string) => source.endsWith('functions/board/texts-apart.ts');
    const part = readdirSync(bundleOf('board')).find(
      file => file.endsWith('.mjs.map') && sourcesIn(join(bundleOf('board'), file)).some(isReader),
    );
    const pdf = join(folder, 'a.pdf');
    writeFileSync(
      pdf,
      pdfOf({
        ...pages,
        3: pages[3]?.replace('/Resources << >>', '/Resources << /Font << /F 11 0 R >> >>') ?? '',
        5: streamOf('BT /F 12 Tf 72 700 Td (Xuat khau 138,8 trieu USD) Tj ET'),
        11: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      }),
    );
    const said = execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', reading, pdf, `./${part?.slice(0, -4)}`],
      {
        cwd: bundleOf('board'),
      },
    );
    expect(JSON.parse(String(said).trim().split('\n').at(-1) ?? '')).toEqual({ places: [], more: 0 });
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
