import { styleText } from 'node:util';
import { mailsOf } from '../../../shared/aws/ledger.ts';
import { termInWords } from '../../../shared/domain/calendar/term.ts';
import type { Edition } from '../../../shared/domain/compilation/edition.ts';
import { reportNamed, unitsOwing } from '../../../shared/domain/office/owing.ts';
import type { Asked } from './asked.ts';
import { table } from './out.ts';

/** Says what was just done. */
export function step(text: string): void {
  console.log(`${styleText('green', '✓')} ${text}`);
}

/** Says, for each report, who handed in, whom the letter reached, and how to check its files. */
export async function summary({ department, month }: Asked, editions: Edition[]): Promise<void> {
  for (const edition of editions) {
    const { report, number, missing, addressees, held, pages, files } = edition;
    const definition = reportNamed(department, report);
    const owing = definition ? unitsOwing(department, definition, month).length : 0;
    const letters = await mailsOf(table(), edition, `edition-${number}`);
    const delivered = letters.filter(({ state }) => state === 'delivered').length;
    const rows = {
      'Đơn vị đã nộp': `${owing - missing.length}/${owing}`,
      'Còn thiếu': missing.map(({ name }) => name).join(', ') || 'không',
      'Nơi nhận': `${delivered}/${addressees.length} địa chỉ${held ? ' (giữ lại, chờ cho gửi)' : ''}`,
      'Số trang': String(pages),
      'letter.docx': files.docx.sha256,
      'letter.pdf': files.pdf.sha256,
      ...(files.xlsx && { 'annexes.xlsx': files.xlsx.sha256 }),
      'report.json': files.report.sha256,
    };
    console.log(`\n${styleText('bold', `${definition?.name ?? report}, ${termInWords(month)}`)}`);
    for (const [name, value] of Object.entries(rows)) console.log(`  ${name.padEnd(16)}${value}`);
  }
}
