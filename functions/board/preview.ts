import { dateAt, inWords } from '../../shared/domain/calendar/day.ts';
import { someOf } from '../../shared/domain/compilation/figures-table.ts';
import type { Report } from '../../shared/domain/compilation/report.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { closesAt } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, download, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { docxType, type Properties, pdfType } from '../../templates/letter/layout.ts';
import { type PreviewPage, previewPage } from '../../templates/pages/preview.ts';
import { compiledNow } from './compiled-now.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/preview: the letter as it would be if the period closed now, what is missing marked. */
export async function showPreview(room: Room, request: Request): Promise<Answer> {
  return page(previewPage(await previewAsked(room, request)));
}

/** GET /board/{report}/{month}/preview/{file}: the same as "docx" or "pdf". */
export async function sendPreview(room: Room, request: Request): Promise<Answer> {
  const { department, period, letter } = await previewAsked(room, request);
  const kind = request.parameters.file ?? '';
  const writer = Object.hasOwn(writers, kind) ? writers[kind] : undefined;
  if (!writer) throw problem.notFound();
  const date = new Date(request.receivedAt).toISOString();
  const content = await writer.write(letter, { title: letter.trichYeu, author: department, date });
  return download(content, { name: `xem-truoc-${period.report}-${period.month}.${kind}`, mediaType: writer.mediaType });
}

type Writer = { mediaType: string; write: (letter: Letter, properties: Properties) => Promise<Uint8Array> };

/** Loaded when one is asked for: every other page starts without the typesetter. */
const writers: Record<string, Writer> = {
  docx: {
    mediaType: docxType,
    write: async (...letter) => (await import('../../templates/letter/docx.ts')).letterDocx(...letter),
  },
  pdf: {
    mediaType: pdfType,
    write: async (...letter) => (await import('../../templates/letter/pdf.ts')).letterPdf(...letter).bytes,
  },
};

async function previewAsked(room: Room, request: Request): Promise<PreviewPage> {
  await atTheBoard(room, request, 'see what units hand in');
  const period = await periodAsked(room, request);
  const { department, definition, report } = await compiledNow(room, period);
  const letter = compose({
    department,
    definition,
    report,
    window: period.window,
    date: dateAt(closesAt(period)),
    banXemTruoc: noteOn(report, request.receivedAt),
  });
  return { department: department.name, period, document: documentInWords(definition.document), letter };
}

function noteOn({ missing, outcomes }: Report, now: number): string {
  const names = missing.map(({ name }) => name);
  const still = names.length > 0 ? `Còn thiếu: ${someOf(names, 8)}.` : 'Các đơn vị đã nộp đủ.';
  const absent = new Set(missing.map(({ id }) => id));
  const empty = outcomes.filter(outcome => outcome.missing && !absent.has(outcome.unit ?? ''));
  const unanswered = empty.length > 0 ? ` ${empty.length} nhiệm vụ chưa có kết quả dù đơn vị đã nộp.` : '';
  return `Bản xem trước, nếu chốt lúc ${inWords(now)}. ${still}${unanswered}`;
}
