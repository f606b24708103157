import { dateAt, inWords } from '../../shared/domain/calendar/day.ts';
import type { Report } from '../../shared/domain/compilation/report.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import type { Letter } from '../../shared/domain/letter/letter.ts';
import { closesAt } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, download, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { letterHtml } from '../../templates/letter/html.ts';
import { docxType, type Properties, pdfType } from '../../templates/letter/layout.ts';
import { compiledNow } from './compiled-now.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/preview: the letter as it would be if the period closed now, what is missing marked. */
export async function showPreview(room: Room, request: Request): Promise<Answer> {
  const { letter } = await previewAsked(room, request);
  const { report, month } = request.parameters;
  const back = { to: `/board/${report}/${month}`, name: 'Về kỳ báo cáo' };
  const figures = `/board/${report}/${month}/figures`;
  return page(letterHtml(letter, { stylesheet: '/assets/letter.css', back, figures }));
}

/** GET /board/{report}/{month}/preview/{file}: the same as "docx" or "pdf". */
export async function sendPreview(room: Room, request: Request): Promise<Answer> {
  const { letter, properties } = await previewAsked(room, request);
  const kind = request.parameters.file ?? '';
  const writer = Object.hasOwn(writers, kind) ? writers[kind] : undefined;
  if (!writer) throw problem.notFound();
  const { report, month } = request.parameters;
  const content = await writer.write(letter, properties);
  return download(content, { name: `xem-truoc-${report}-${month}.${kind}`, mediaType: writer.mediaType });
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

async function previewAsked(room: Room, request: Request): Promise<{ letter: Letter; properties: Properties }> {
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
  const date = new Date(request.receivedAt).toISOString();
  return { letter, properties: { title: letter.trichYeu, author: department.name, date } };
}

function noteOn({ missing, outcomes }: Report, now: number): string {
  const still =
    missing.length > 0 ? `Còn thiếu: ${missing.map(({ name }) => name).join(', ')}.` : 'Các đơn vị đã nộp đủ.';
  const absent = new Set(missing.map(({ id }) => id));
  const empty = outcomes.filter(outcome => outcome.missing && !absent.has(outcome.unit ?? ''));
  const unanswered = empty.length > 0 ? ` ${empty.length} nhiệm vụ chưa có kết quả dù đơn vị đã nộp.` : '';
  return `Bản xem trước, nếu chốt lúc ${inWords(now)}. ${still}${unanswered}`;
}
