import { inALine, rowsOf } from '../../shared/domain/collection/cells.ts';
import { nameOfField } from '../../shared/domain/collection/field-names.ts';
import { fieldsFilled, foundTold, withPasted } from '../../shared/domain/collection/filling.ts';
import { fillsIn, fillsOf } from '../../shared/domain/collection/fills.ts';
import { figuresPasted } from '../../shared/domain/collection/pasted.ts';
import { Problem, problem } from '../../shared/domain/problem.ts';
import type { SheetRead, WorkbookRead } from '../../shared/xlsx.ts';
import { type Acting, type Again, again, type Done } from './acting.ts';
import { listsFilled } from './list-sheets.ts';
import type { Room } from './room.ts';

/**
 * The acts that fill fields: from cells that were pasted, from a workbook, with a reading that was chosen. Nothing is handed in by them:
 * the clerk sees how each numeral was understood.
 */

export async function fillFromPasted(_: Room, acting: Acting): Promise<Done> {
  return filled(acting, rowsOf(acting.pasted));
}

export async function fillFromFile(_: Room, acting: Acting): Promise<Done> {
  const { answers, key } = acting.handing;
  try {
    if (!acting.file) throw problem.unreadableSheet();
    const { workbookRead } = await import('../../shared/xlsx.ts');
    return filledFrom(acting, await workbookRead(acting.file));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return again(answers, { problem: error.details }, key);
  }
}

/** What a button carries was filled in with what was typed, and is only told here. */
export async function tellFilled(_: Room, { asked, handing, about }: Acting): Promise<Done> {
  const told = fillsIn(`fill ${about[0]}`).flatMap(([field, text]) =>
    field.endsWith('.state') ? [] : [`${nameOfField(field, asked.owed)} ${text}`.trim()],
  );
  return again(handing.answers, { notice: `Đã điền ${told.join('; ')}; chưa nộp, hãy xem lại.` }, handing.key);
}

/** The sheets of lists give rows; of the others figures come. */
function filledFrom(acting: Acting, { sheets, hidden }: WorkbookRead): Done {
  const { indicators, lists = [] } = acting.asked.owed;
  const filledIn = listsFilled(acting.handing.answers, sheets, lists);
  const unseen = hidden.length > 0 ? ` Không đọc trang tính ẩn: ${hidden.join('; ')}.` : '';
  if (filledIn.others.length === sheets.length) return figuresFrom(acting, sheets, unseen);
  const { answers, told, unused, others } = filledIn;
  const hiddenRows = sheets
    .filter(sheet => !others.includes(sheet))
    .map(hiddenIn)
    .join('');
  const { handing } = acting;
  const rest = others.length > 0 && indicators.length > 0;
  const done = rest
    ? figuresFrom({ ...acting, handing: { ...handing, answers } }, others, unseen)
    : again(answers, { notice: unseen.trim() }, handing.key);
  const strange = rest ? [] : others.flatMap(({ name, rows }) => rows.map(row => `${name}: ${inALine(row)}`));
  const { notice = '' } = done.said;
  const all = [...unused, ...strange, ...(done.said.unused ?? [])];
  return { ...done, said: { ...done.said, notice: `${told}${hiddenRows} ${notice}`.trim(), unused: all } };
}

/** From the one sheet that is seen; of several, one is asked for. What is hidden was not read, and that is told. */
function figuresFrom(acting: Acting, sheets: SheetRead[], unseen: string): Again {
  const { answers, key } = acting.handing;
  const { indicators } = acting.asked.owed;
  const [sheet, ...others] = sheets;
  if (others.length === 0) return filled(acting, sheet?.rows ?? [], hiddenIn(sheet) + unseen);
  const offered = sheets.map(({ name, rows, ...sheet }) => {
    const pasted = figuresPasted(rows, indicators);
    const { offer, unread } = foundTold(pasted, indicators, answers.figures);
    const fills = pasted.values.size > 0 ? fillsOf(fieldsFilled(answers.figures, pasted.values)) : undefined;
    return { name, told: offer + hiddenIn(sheet), unused: unread, fills };
  });
  return again(answers, { notice: `Chưa điền gì.${unseen}`, sheets: offered }, key);
}

function hiddenIn(sheet: Pick<SheetRead, 'hidden'> | undefined): string {
  return sheet && sheet.hidden > 0 ? ` Không đọc ${sheet.hidden} dòng hoặc cột ẩn.` : '';
}

function filled({ asked, handing }: Acting, rows: string[][], more = ''): Again {
  const { indicators } = asked.owed;
  const { answers, key } = handing;
  const pasted = figuresPasted(rows, indicators);
  const { notice, unread } = foundTold(pasted, indicators, answers.figures);
  const figures = withPasted(answers.figures, pasted.values);
  return again({ ...answers, figures }, { notice: notice + more, unused: unread }, key);
}
