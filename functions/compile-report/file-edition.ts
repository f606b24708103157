import { type Archive, file } from '../../shared/aws/archive.ts';
import { dateAt, instantAt } from '../../shared/domain/calendar/day.ts';
import { termInFileName } from '../../shared/domain/calendar/term.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Numbered } from '../../shared/domain/compilation/passage.ts';
import type { Replaces } from '../../shared/domain/compilation/replaces.ts';
import type { Report } from '../../shared/domain/compilation/report.ts';
import type { SealedHead } from '../../shared/domain/compilation/seal.ts';
import { waits } from '../../shared/domain/compilation/waits.ts';
import { addresseesOf } from '../../shared/domain/delivery/addressees.ts';
import { numberPrinted } from '../../shared/domain/issuing/numbers.ts';
import { passageBegun } from '../../shared/domain/issuing/passing.ts';
import { areSigned, isNumberedSigned } from '../../shared/domain/issuing/signing.ts';
import { attachedFigures } from '../../shared/domain/letter/attached-figures.ts';
import { changesTold } from '../../shared/domain/letter/changes-told.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { stepsOf } from '../../shared/domain/office/issuing.ts';
import { closesAt, type Period } from '../../shared/domain/office/period.ts';
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
  heads: Pick<SealedHead, 'unit' | 'revision' | 'receivedAt'>[];
  /** The letter that this one takes the place of. */
  replaced?: Replaced | undefined;
};

/** Which edition of its period it is, and when the last unit was fenced, milliseconds since 1970. */
export type Making = { number: number; at: number };

/**
 * Renders the letter and files it; the edition that comes back is still to be recorded. The letter bears the date of its
 * deadline, or of its extension's end, not of the hour it was made, so that a late tick makes the same bytes.
 */
export async function fileEdition(archive: Archive, compiled: Compiled, { number, at }: Making): Promise<Edition> {
  const { department, definition, period, report, replaced } = compiled;
  const closed = closesAt(period);
  const date = dateAt(closed);
  const steps = stepsOf(definition)?.map(({ step }) => step);
  const replaces = replaced && replacesOf(replaced, compiled);
  const [{ letter, pages, ...files }, ofReport] = await Promise.all([
    fileLetter(archive, compiled, { date, at: closed, replaces, undated: isNumberedSigned(steps ?? []) }),
    filing(archive, compiled)('json', 'application/json', `${JSON.stringify(report, null, 2)}\n`),
  ]);
  return {
    report: period.report,
    month: period.month,
    number,
    definition: period.definition,
    date,
    head: { ...headOf(letter), ...(definition.document && { document: definition.document }) },
    addressees: replaced?.reached ?? addresseesOf(department, definition, period.month),
    ...(replaces && { replaces }),
    files: { ...files, report: ofReport },
    pages,
    missing: report.missing,
    // Who passes a draft on, or decided that a letter is replaced, sees who is missing: it needs no letting go besides.
    held: !steps && !replaced && waits(definition, { units: period.units.length, missing: report.missing.length }),
    ...(steps && { passage: passageBegun(steps), turn: 0 }),
    at,
  };
}

function replacesOf({ edition, report: before }: Replaced, { definition, report: after }: Compiled): Replaces {
  const { number, date, head } = edition;
  return { number, ...(head.so && { so: head.so }), date, changes: changesTold(definition, { before, after }) };
}

/** Renders the letter of an edition with the number and the date it was given, and files it. */
export async function filePrinted(
  archive: Archive,
  compiled: Compiled,
  { number, date, replaces }: Numbered & Pick<Edition, 'replaces'>,
): Promise<NonNullable<Edition['printed']>> {
  const so = numberPrinted(number);
  const at = instantAt(date, '00:00');
  const { letter, ...filed } = await fileLetter(archive, compiled, { date, so, at, replaces });
  return { so, diaDanh: letter.diaDanh, ...filed };
}

/** The letter in each of its forms; `at` is the instant that its files tell of themselves. */
async function fileLetter(
  archive: Archive,
  compiled: Compiled,
  { at, ...dated }: { date: string; so?: string; undated?: boolean; at: number; replaces: Replaces | undefined },
) {
  const { department, definition, period, report, heads } = compiled;
  const letter = compose({ department, definition, report, window: period.window, ...dated });
  const properties = { title: letter.trichYeu, author: department.name, date: new Date(at).toISOString() };
  const handedIn = new Map(heads.filter(({ revision }) => revision > 0).map(head => [head.unit, told(head)]));
  const figures = attachedFigures({ department, definition, report, handedIn });
  const steps = stepsOf(definition)?.map(({ step }) => step) ?? [];
  const rendered = letterPdf(letter, properties, {
    attached: attachedTo(properties, figures),
    toBeSigned: areSigned(steps),
  });
  if (rendered.standard !== 'a-3a')
    log.warn('the letter is no PDF/A: a character is outside the font', { report: period.report });
  const filed = filing(archive, compiled);
  const annexes = await annexesXlsx(letter, properties);
  const [docx, pdf, html, xlsx] = await Promise.all([
    filed('docx', docxType, letterDocx(letter, properties)),
    filed('pdf', pdfType, rendered.bytes),
    filed('html', 'text/html; charset=utf-8', letterHtml(letter)),
    annexes && filed('xlsx', xlsxType, annexes, 'Phụ lục '),
  ]);
  return { letter, pages: rendered.pages, docx, pdf, ...(xlsx && { xlsx }), html };
}

function told({ revision, receivedAt }: Compiled['heads'][number]) {
  return { revision, receivedAt };
}

/** Files what is made of a period, under the name that people see. */
function filing(archive: Archive, { definition, period }: Compiled) {
  const folder = `editions/${period.report}/${period.month}`;
  const title = `${documentInWords(definition.document)} ${inFileName(definition.kyHieu)} ${termInFileName(period.month)}`;
  return (extension: string, mediaType: string, content: Uint8Array | string, opening = '') =>
    file(archive, {
      folder,
      name: `${capitalised(`${opening}${title}`)}.${extension}`,
      extension,
      mediaType,
      content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    });
}

function headOf({ coQuanBanHanh, soKyHieu, diaDanh, trichYeu, kinhGui }: Letter): Edition['head'] {
  return { coQuanBanHanh, kyHieu: soKyHieu.kyHieu, diaDanh, trichYeu, kinhGui };
}
