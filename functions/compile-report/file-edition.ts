import { type Archive, file } from '../../shared/aws/archive.ts';
import type { Fenced } from '../../shared/aws/heads.ts';
import { dateAt } from '../../shared/domain/calendar/day.ts';
import { termInFileName } from '../../shared/domain/calendar/term.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Replaces } from '../../shared/domain/compilation/replaces.ts';
import type { Report } from '../../shared/domain/compilation/report.ts';
import { waits } from '../../shared/domain/compilation/waits.ts';
import { addresseesOf } from '../../shared/domain/delivery/addressees.ts';
import { attachedFigures } from '../../shared/domain/letter/attached-figures.ts';
import { changesTold } from '../../shared/domain/letter/changes-told.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { closesAt, type Period, timesBegunAnew } from '../../shared/domain/office/period.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { inFileName } from '../../shared/domain/text/file-name.ts';
import { log } from '../../shared/log.ts';
import { annexesXlsx } from '../../templates/letter/annexes-xlsx.ts';
import { attachedTo } from '../../templates/letter/attached.ts';
import { letterDocx } from '../../templates/letter/docx.ts';
import { letterHtml } from '../../templates/letter/html.ts';
import { docxType, pdfType } from '../../templates/letter/layout.ts';
import { letterPdf } from '../../templates/letter/pdf.ts';
import { xlsxType } from '../../templates/sheet.ts';
import type { Replaced } from './replaced.ts';

export type Compiled = {
  department: Department;
  definition: ReportDefinition;
  period: Period;
  report: Report;
  /** What the close found each unit to have handed in. */
  heads: Fenced[];
  /** When the last unit was fenced, milliseconds since 1970. */
  at: number;
  /** The letter that this one takes the place of. */
  replaced?: Replaced | undefined;
};

/**
 * Renders the letter and files it; the edition that comes back is still to be recorded. The letter bears the date of its
 * deadline, or of its extension's end, not of the hour it was made, so that a late tick makes the same bytes.
 */
export async function fileEdition(archive: Archive, compiled: Compiled): Promise<Edition> {
  const { department, definition, period, report, heads, at, replaced } = compiled;
  const closed = closesAt(period);
  const date = dateAt(closed);
  const replaces = replaced && replacesOf(replaced, compiled);
  const letter = compose({ department, definition, report, window: period.window, date, replaces });
  const properties = { title: letter.trichYeu, author: department.name, date: new Date(closed).toISOString() };

  const docx = letterDocx(letter, properties);
  const handedIn = new Map(heads.filter(({ revision }) => revision > 0).map(head => [head.unit, told(head)]));
  const figures = attachedFigures({ department, definition, report, handedIn });
  const pdf = letterPdf(letter, properties, { attached: attachedTo(properties, figures) });
  if (pdf.standard !== 'a-3a')
    log.warn('the letter is no PDF/A: a character is outside the font', { report: period.report });

  const folder = `editions/${period.report}/${period.month}`;
  const title = `${documentInWords(definition.document)} ${inFileName(definition.kyHieu)} ${termInFileName(period.month)}`;
  const filed = (extension: string, mediaType: string, content: Uint8Array | string, name = capitalised(title)) =>
    file(archive, {
      folder,
      name: `${name}.${extension}`,
      extension,
      mediaType,
      content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    });
  const annexes = await annexesXlsx(letter, properties);
  const [ofDocx, ofPdf, ofHtml, ofReport, ofAnnexes] = await Promise.all([
    filed('docx', docxType, docx),
    filed('pdf', pdfType, pdf.bytes),
    filed('html', 'text/html; charset=utf-8', letterHtml(letter)),
    filed('json', 'application/json', `${JSON.stringify(report, null, 2)}\n`),
    annexes && filed('xlsx', xlsxType, annexes, `Phụ lục ${title}`),
  ]);
  return {
    report: period.report,
    month: period.month,
    number: 1 + timesBegunAnew(period),
    definition: period.definition,
    date,
    head: { ...headOf(letter), ...(definition.document && { document: definition.document }) },
    addressees: replaced?.reached ?? addresseesOf(department, definition, period.month),
    ...(replaces && { replaces }),
    files: { docx: ofDocx, pdf: ofPdf, ...(ofAnnexes && { xlsx: ofAnnexes }), html: ofHtml, report: ofReport },
    pages: pdf.pages,
    missing: report.missing,
    // Whoever decided that a letter is replaced has seen who is missing in it.
    held: !replaced && waits(definition, { units: period.units.length, missing: report.missing.length }),
    at,
  };
}

function replacesOf({ edition, report: before }: Replaced, { definition, report: after }: Compiled): Replaces {
  return { number: edition.number, date: edition.date, changes: changesTold(definition, { before, after }) };
}

function told({ revision, receivedAt }: Fenced) {
  return { revision, receivedAt };
}

function headOf({ coQuanBanHanh, soKyHieu, diaDanh, trichYeu, kinhGui }: Letter): Edition['head'] {
  return { coQuanBanHanh, kyHieu: soKyHieu.kyHieu, diaDanh, trichYeu, kinhGui };
}
