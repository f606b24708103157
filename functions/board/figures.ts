import { cadenceOf } from '../../shared/domain/calendar/term.ts';
import { courseTerms, figureRows } from '../../shared/domain/compilation/figures-table.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, download, page } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { courseSheet, termSheet } from '../../templates/figures-sheet.ts';
import { figuresPage } from '../../templates/pages/figures.ts';
import { csv, type Sheet, xlsx } from '../../templates/sheet.ts';
import { type CompiledNow, compiledNow } from './compiled-now.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/figures. */
export async function showFigures(room: Room, request: Request): Promise<Answer> {
  const { department, definition, ...reported } = await figuresAsked(room, request);
  const { report, month } = reported.report;
  const rows = figureRows({ department, definition, ...reported });
  return page(figuresPage({ department: department.name, report, name: definition.name, month, rows }));
}

const sheets: Record<string, (reported: CompiledNow) => Sheet> = {
  thang: reported => termSheet(figureRows(reported), reported.report.month),
  chuoi: reported => courseSheet(figureRows(reported)),
};

const writers: Record<string, { mediaType: string; write: (sheet: Sheet) => Promise<Uint8Array> | Uint8Array }> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: sheet => new TextEncoder().encode(csv(sheet)) },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsx },
};

/** GET /board/{report}/{month}/tables/{file}: "thang" or "chuoi", as .csv or .xlsx. */
export async function sendTable(room: Room, request: Request): Promise<Answer> {
  const reported = await figuresAsked(room, request);
  const [, which = '', kind = ''] = /^(thang|chuoi)\.(csv|xlsx)$/.exec(request.parameters.file ?? '') ?? [];
  const [sheet, writer] = [sheets[which], writers[kind]];
  if (!sheet || !writer) throw problem.notFound();
  const { report, month } = reported.report;
  const name = `${which === 'thang' && cadenceOf(month) !== 'month' ? 'so-lieu' : which}-${report}-${month}.${kind}`;
  return download(await writer.write(sheet(reported)), { name, mediaType: writer.mediaType });
}

async function figuresAsked(room: Room, request: Request): Promise<CompiledNow> {
  await atTheBoard(room, request, 'see what units hand in');
  const period: Period = await periodAsked(room, request);
  return compiledNow(room, period, courseTerms(period.month));
}
