import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { letterDocx } from '../../templates/letter/docx.ts';
import { fontPaths } from '../../templates/letter/fonts.ts';
import { properties, letter as whole } from '../templates/letter/a-letter.ts';
import { packed } from './bundles.ts';
import { medianRatio, quantile, type Row, sideBySide } from './sampling.ts';

/** The letter without its annexes: what both kinds of template can be asked for in one loop. */
const letter: Letter = { ...whole, phuLuc: [] };
const said = { body: letter.body.map(block => ('runs' in block ? block.runs.map(({ text }) => text).join('') : '')) };
const loops = { paragraphs: said.body.map(text => ({ text })) };

/** A template that holds the letter's frame, made by ourselves, with the loop of its body in the syntax of a library. */
function template(open: string, close: string): Uint8Array {
  const lines = [open, '{text}', close];
  const body = lines.map(text => ({ kind: 'paragraph' as const, runs: [{ text }] }));
  return letterDocx({ ...letter, body }, properties);
}

/** The DOCX of the letter beside the faster of two libraries that fill a template: warm, and from an empty process. */
export async function templated(): Promise<Row[]> {
  const forDocxtemplater = template('{#paragraphs}', '{/paragraphs}');
  const forEasy = Buffer.from(template('{#paragraphs}', '{/}'));
  const fill = () => {
    const filled = new Docxtemplater(new PizZip(forDocxtemplater), { paragraphLoop: true });
    filled.render(loops);
    return filled.toBuffer();
  };
  const ours = () => letterDocx(letter, properties);
  const handler = new TemplateHandler();
  const times = { times: 15, warm: 5 };
  const warm = [
    await sideBySide(ours, fill, times),
    await sideBySide(ours, () => handler.process(forEasy, loops), times),
  ];
  return [
    {
      ratio: 'the letter’s DOCX, warm / the faster of two template libraries',
      target: 1,
      value: slower(warm.map(medianRatio)),
    },
    {
      ratio: 'the letter’s DOCX, cold / the faster of two template libraries',
      target: 1,
      value: cold(forDocxtemplater, forEasy),
    },
  ];
}

/** The ratio to the faster of the others is the greater of the two. */
function slower(ratios: number[]): number {
  return Math.max(...ratios);
}

/** Medians of the milliseconds from an empty process to the letter, each library bundled by itself. */
function cold(forDocxtemplater: Uint8Array, forEasy: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bench-'));
  writeFileSync(join(folder, 'docxtemplater.docx'), forDocxtemplater);
  writeFileSync(join(folder, 'easy.docx'), forEasy);
  const read = (name: string) => `readFileSync(${JSON.stringify(join(folder, name))})`;
  const files = {
    ours: packed(
      folder,
      'ours',
      `import { letterDocx } from './templates/letter/docx.ts';
      export const make = () => letterDocx(${JSON.stringify(letter)}, ${JSON.stringify(properties)});`,
    ),
    docxtemplater: packed(
      folder,
      'docxtemplater',
      `import { readFileSync } from 'node:fs'; import Docxtemplater from 'docxtemplater'; import PizZip from 'pizzip';
      export const make = () => {
        const filled = new Docxtemplater(new PizZip(${read('docxtemplater.docx')}), { paragraphLoop: true });
        filled.render(${JSON.stringify(loops)});
        return filled.toBuffer();
      };`,
    ),
    easy: packed(
      folder,
      'easy',
      `import { readFileSync } from 'node:fs'; import { TemplateHandler } from 'easy-template-x';
      export const make = () => new TemplateHandler().process(${read('easy.docx')}, ${JSON.stringify(loops)});`,
    ),
  };
  for (const { name, path } of fontPaths()) cpSync(path, join(folder, 'ours', 'fonts', name));
  const samples = { ours: [] as number[], docxtemplater: [] as number[], easy: [] as number[] };
  for (let round = 0; round < 7; round += 1)
    for (const name of ['ours', 'docxtemplater', 'easy'] as const) samples[name].push(timeToLetter(files[name]));
  rmSync(folder, { recursive: true, force: true });
  const median = (name: keyof typeof samples) => quantile(samples[name], 0.5);
  return slower([median('ours') / median('docxtemplater'), median('ours') / median('easy')]);
}

function timeToLetter(file: string): number {
  const script =
    "const from = performance.now(); const { make } = await import('./index.mjs'); await make(); console.log(performance.now() - from);";
  const run = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: dirname(file) });
  return Number(run.toString().trim());
}
