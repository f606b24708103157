import { cadenceOf } from '../../shared/domain/calendar/term.ts';
import { courseTerms, figureRows, withCourses } from '../../shared/domain/compilation/figures-table.ts';
import { toldList } from '../../shared/domain/letter/told-list.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, download } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { courseSheet, termSheet } from '../../templates/figures-sheet.ts';
import { listSheet } from '../../templates/list-sheet.ts';
import { csv, type Sheet, xlsx, xlsxType } from '../../templates/sheet.ts';
import { type CompiledNow, compiledNow } from './compiled-now.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

const writers: Record<string, { mediaType: string; write: (sheet: Sheet) => Promise<Uint8Array> | Uint8Array }> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: sheet => new TextEncoder().encode(csv(sheet)) },
  xlsx: { mediaType: xlsxType, write: xlsx },
};

/** GET /board/{report}/{month}/tables/{file}: "thang", "chuoi" or "bang-ke-" with a list's id, as .csv or .xlsx. */
export async function sendTable(room: Room, request: Request): Promise<Answer> {
  await atTheBoard(room, request, 'see what units hand in');
  const period = await periodAsked(room, request);
  const [, which = '', kind = ''] = /^([a-z0-9-]+)\.(csv|xlsx)$/.exec(request.parameters.file ?? '') ?? [];
  const writer = writers[kind];
  if (!writer) throw problem.notFound();
  const reported = await compiledNow(room, period, term => ({ terms: courseTerms(term), of: 'no unit' }));
  const sheet = sheetOf(which, reported);
  if (!sheet) throw problem.notFound();
  const { report, month } = reported.report;
  const name = `${which === 'thang' && cadenceOf(month) !== 'month' ? 'so-lieu' : which}-${report}-${month}.${kind}`;
  return download(await writer.write(sheet), { name, mediaType: writer.mediaType });
}

function sheetOf(which: string, reported: CompiledNow): Sheet | undefined {
  if (which === 'thang') return termSheet(figureRows(reported), reported.report.month);
  if (which === 'chuoi') return courseSheet(withCourses(figureRows(reported), reported));
  const list = which.startsWith('bang-ke-') ? toldList(reported, which.slice('bang-ke-'.length)) : undefined;
  return list && listSheet(list);
}
