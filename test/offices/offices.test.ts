import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { answersNamed, departmentIn, sampleNamed } from '../department/a-folder.ts';
import { paragraphsIn, readDocx } from '../templates/letter/read-docx.ts';
import { readPdf } from '../templates/letter/read-pdf.ts';
import { faultsIn } from '../templates/letter/validity.ts';

const root = join(import.meta.dirname, '..', '..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'co-quan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A letter as a person reads it: a line for each paragraph, and of a table one for each row, its cells joined by " | ". */
function goldenOf(office: string): string[] {
  const text = readFileSync(join(import.meta.dirname, `${office}.txt`), 'utf8');
  return text.split('\n').map(tidy).filter(Boolean);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every word and sign of it, whatever the order in which a page has them. */
function wordsOf(texts: string[]): string[] {
  return texts
    .flatMap(text => text.split(/[\s|]+/))
    .filter(Boolean)
    .sort();
}

/** The rows of the tables that have more columns than the letter's own frame. */
function rowsOf(rows: string[][]): string[] {
  return rows.filter(cells => cells.length > 2).map(cells => tidy(cells.join(' | ')));
}

function docxRows(document: string): string[][] {
  return [...document.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      paragraphsIn(cell)
        .map(({ text }) => text)
        .join(' '),
    ),
  );
}

function htmlRows(page: string): string[][] {
  return [...page.matchAll(/<tr[ >].*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  );
}

describe.each([
  ['so-cong-thuong-hoa-son', '2025-10'],
  ['so-nong-nghiep', '2025-09'],
  ['van-phong-ubnd', '2025-Q3'],
  ['so-xay-dung', '2025-10'],
])('the report of %s in %s, from the opening to the mailed letter', (office, term) => {
  const filed = (file: string) => readFileSync(join(folder, office, file));
  const golden = goldenOf(office);
  const tables = golden.filter(line => line.includes(' | '));

  beforeAll(() => {
    const folders = ['--department', sampleNamed(office), '--answers', answersNamed(office, term)];
    const options = [...folders, '--period', term, '--out', join(folder, office)];
    const run = spawnSync(process.execPath, [join(root, 'infra/local/month.ts'), ...options], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
  });

  it('is the letter word for word, and the annex cell by cell, in DOCX that fits its schema', async () => {
    const docx = readDocx(filed('letter.docx'));
    expect(wordsOf(docx.paragraphs.map(({ text }) => text))).toEqual(wordsOf(golden));
    expect(rowsOf(docxRows(docx.document))).toEqual(tables.map(tidy));
    expect(await faultsIn(filed('letter.docx'))).toEqual([]);
  });

  it('is so in HTML', () => {
    const page = filed('letter.html').toString();
    const paragraphs = golden.filter(line => !line.includes(' | '));
    const text = tidy(page.replace(/<(br|\/p|\/h\d|\/li|\/div)[^>]*>/g, ' ').replace(/<[^>]+>/g, ''));
    expect(paragraphs.filter(line => !text.includes(line))).toEqual([]);
    expect(rowsOf(htmlRows(page))).toEqual(tables.map(tidy));
  });

  it('has its annex in a workbook cell by cell, numbers as numbers', async () => {
    const annexes = departmentIn(sampleNamed(office)).reports.flatMap(({ tables: all = [] }) =>
      all.map(({ annex }) => annex),
    );
    expect(existsSync(join(folder, office, 'annexes.xlsx'))).toBe(annexes.includes(true));
    if (!annexes.includes(true)) return;
    const { sheets } = await readXlsx(filed('annexes.xlsx'));
    const rows = sheets.flatMap(sheet => sheet.rows.filter(row => row.filter(cell => cell !== null).length > 2));
    const numbered = rows.flat().filter(cell => typeof cell === 'string' && /^-?\d[\d.]*(,\d+)?$/.test(cell));
    expect(numbered).toEqual([]);
    const inWords = (cell: unknown) => tidy(typeof cell === 'number' ? writeNumeral(String(cell)) : String(cell ?? ''));
    const golden = tables.map(line => line.split('|').map(tidy).filter(Boolean).join(' | '));
    for (const row of rows.slice(-2)) expect(golden).toContain(row.map(inWords).filter(Boolean).join(' | '));
  });

  it('is so in a tagged PDF', async () => {
    const pdf = await readPdf(filed('letter.pdf'));
    const printed = tidy(pdf.pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''));
    const joined = (text: string) => text.replace(/[\s|]/g, '');
    const lacking = golden.flatMap(line => line.split(' | ')).filter(cell => !joined(printed).includes(joined(cell)));
    expect(lacking).toEqual([]);
    expect(pdf.tagged).toBe(true);
  });
});
