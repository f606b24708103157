import type { Block, Letter, Paragraph, PhuLuc, Table } from '../../shared/domain/letter/letter.ts';
import { roomAfter } from './at-the-comma.ts';
import { evenLines } from './even-lines.ts';
import { formLines } from './form-head.ts';
import { placesOf, widthAcross } from './head-places.ts';
import { keptWithSignature } from './kept.ts';
import { layout, middleOfForm, type Orientation, pointsOf } from './layout.ts';
import { isPart } from './part.ts';
import { breaksWords, faceOf, isTall, layoutOf, roomOn, type TableLayout } from './table-layout.ts';

/**
 * What Typst is told of a letter: its tables with their widths, type and indents decided, and which titles are those of parts. A
 * cell is its text where there is no more to say of it.
 */
export function typesetting(letter: Letter): unknown {
  const blocks = (all: Block[], orientation?: Orientation) =>
    all.map(one => (one.kind === 'table' ? tableOf(one, orientation) : paragraphOf(one)));
  const phuLuc = letter.phuLuc.map(annex => annexOf(annex, blocks));
  const kept = keptWithSignature(letter.body);
  return { ...letter, body: blocks(letter.body), kept, phuLuc, even: evenLinesOf(letter) };
}

/** Of the parts of the head that need several lines, how wide those are. */
function evenLinesOf({ coQuanChuQuan, coQuanBanHanh, tenLoai, trichYeu }: Letter) {
  const column = pointsOf(layout.head.left);
  const { size } = layout.coQuan;
  return {
    coQuanChuQuan: evenLines(coQuanChuQuan, { face: '400Regular', size }, column),
    coQuanBanHanh: evenLines(coQuanBanHanh, { face: '700Bold', size }, column),
    trichYeu: tenLoai && evenLines(trichYeu, { face: '700Bold', size: layout.tenLoai.size }, roomOn('portrait').width),
  };
}

function annexOf(annex: PhuLuc, blocks: (all: Block[], orientation: Orientation) => unknown[]) {
  const { form, orientation = 'portrait' } = annex;
  const lines = form && { ...formLines(form), foot: form.foot ?? [] };
  const { titleSize, noteSize } = layout.phuLuc;
  const { width } = roomOn(orientation);
  const middle = form ? width * middleOfForm : width;
  const even = {
    tieuDe: evenLines(annex.tieuDe, { face: '700Bold', size: titleSize }, middle),
    kemTheo: evenLines(annex.kemTheo, { face: '400Regular_Italic', size: noteSize }, width),
  };
  return { ...annex, orientation, even, body: blocks(annex.body, orientation), ...(lines ? { form: lines } : {}) };
}

function paragraphOf(one: Paragraph) {
  return one.kind === 'heading' ? { ...one, isPart: isPart(one.runs) } : one;
}

function tableOf(table: Table, orientation: Orientation) {
  const set = layoutOf(table, orientation);
  const { size, inset, widths, repeats } = set;
  return {
    kind: 'table',
    ...{ size, inset, widths, repeats },
    align: table.columns.map(({ align }) => (align === 'decimal' ? 'right' : align)),
    head: placesOf(table.head).map(cells =>
      cells.map(placed => {
        const room = widthAcross(placed, widths) - 2 * inset;
        return { ...placed.cell, breaks: breaksWords(placed.cell.text, '700Bold', { size, room }) };
      }),
    ),
    rows: table.rows.map(row => ({
      bold: row.weight !== undefined,
      splits: isTall(row, set, orientation),
      cells: table.columns.map((_, at) => cellOf(row, { at, set })),
    })),
    notes: table.notes,
  };
}

function cellOf(
  { cells, weight }: Table['rows'][number],
  { at, set: { size, inset, widths, fractions } }: { at: number; set: TableLayout },
) {
  const text = cells[at] ?? '';
  const after = roomAfter(text, fractions[at]) * size;
  const breaks = breaksWords(text, faceOf(weight), { size, room: (widths[at] ?? 0) - 2 * inset - after });
  return after > 0 || breaks ? { text, after, breaks } : text;
}
