import { html } from 'hono/html';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { letterSheets } from '../letter/html.ts';
import { waysFrom } from './board/ways.ts';
import { framed } from './frame.ts';

export type PreviewPage = {
  department: string;
  period: Pick<Period, 'report' | 'month'>;
  /** What it is called within a sentence. */
  document: string;
  letter: Letter;
};

/** The letter as it would be now, on its sheets within the house: what is missing is marked, and sentences lead to their figures. */
export function previewPage({ department, period, document, letter }: PreviewPage): string {
  const at = `/board/${period.report}/${period.month}`;
  return framed({
    title: `Xem trước ${document}, ${termInWords(period.month)}`,
    heading: `Xem trước ${document}`,
    department,
    ways: waysFrom(period),
    stylesheets: ['letter.css'],
    main: [
      html`<p>${letter.banXemTruoc}</p>
<p class="links no-print">Tải về: <a href="${at}/preview/docx">DOCX</a> <a href="${at}/preview/pdf">PDF</a></p>`,
      letterSheets(letter, `${at}/figures`),
    ],
  });
}
