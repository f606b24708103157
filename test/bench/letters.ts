import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { letterDocx } from '../../templates/letter/docx.ts';
import { fontOf } from '../../templates/letter/fonts.ts';
import { letterPdf } from '../../templates/letter/pdf.ts';
import { letter, properties } from '../templates/letter/a-letter.ts';
import { medianRatio, type Row, sideBySide } from './sampling.ts';

/** How an annex grows, and the PDF beside LibreOffice making one of the DOCX, where it is installed. */
export async function letters(): Promise<Row[]> {
  const [short, long] = [withRows(500), withRows(5_000)];
  const docx = await sideBySide(
    () => letterDocx(long, properties),
    () => letterDocx(short, properties),
    { times: 5, warm: 2 },
  );
  const pdf = await sideBySide(
    () => letterPdf(long, properties),
    () => letterPdf(short, properties),
    { times: 5, warm: 2 },
  );
  return [
    { ratio: 'an annex of 5,000 rows / 500 rows, DOCX', target: 11, value: medianRatio(docx) },
    { ratio: 'an annex of 5,000 rows / 500 rows, PDF', target: 11, value: medianRatio(pdf) },
    await besidePdfKit(),
    await besideLibreOffice(),
  ];
}

/** PDFKit with the same words in the same faces, left-aligned on plain pages: no head in columns, no tags, no PDF/A. */
async function besidePdfKit(): Promise<Row> {
  const plain = { ...letter, phuLuc: [] };
  const words = [
    ...plain.body.map(block => ('runs' in block ? block.runs.map(({ text }) => text).join('') : '')),
    ...plain.noiNhan,
  ];
  const draw = () =>
    new Promise(resolve => {
      const document = new PDFDocument({ size: 'A4' });
      document.registerFont('body', fontOf('400Regular')).font('body').fontSize(14);
      for (const text of words) document.text(text, { indent: 36 });
      document
        .on('data', () => {})
        .on('end', resolve)
        .end();
    });
  const samples = await sideBySide(() => letterPdf(plain, properties), draw, { times: 9, warm: 3 });
  return { ratio: 'the letter’s PDF / PDFKit on the same words', target: 0.3, value: medianRatio(samples) };
}

async function besideLibreOffice(): Promise<Row> {
  const row = { ratio: 'the letter’s PDF / LibreOffice on its DOCX', target: 0.02 };
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bench-'));
  const plain = { ...letter, phuLuc: [] };
  writeFileSync(join(folder, 'letter.docx'), letterDocx(plain, properties));
  const convert = () =>
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'letter.docx')], {
      stdio: 'ignore',
    });
  try {
    const samples = await sideBySide(() => letterPdf(plain, properties), convert, { times: 3, warm: 1 });
    return { ...row, value: medianRatio(samples) };
  } catch {
    return { ...row, missing: 'LibreOffice is not installed' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withRows(count: number): Letter {
  const columns = [{ align: 'center' as const }, { align: 'left' as const }, { align: 'decimal' as const }];
  const head = [['TT', 'Chỉ tiêu', 'Giá trị'].map(text => ({ text, columns: 1, rows: 1 }))];
  const rows = Array.from({ length: count }, (_, at) => ({ cells: [String(at + 1), `Chỉ tiêu ${at + 1}`, '138,8'] }));
  const table = { kind: 'table' as const, columns, head, rows, notes: [] };
  return { ...letter, phuLuc: [{ tieuDe: 'BẢNG', kemTheo: '(Kèm theo)', body: [table] }] };
}
