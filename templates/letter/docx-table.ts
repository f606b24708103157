import type { Table, TableRow } from '../../shared/domain/letter/letter.ts';
import { roomAfter } from './at-the-comma.ts';
import { gap } from './docx-frame.ts';
import { bordered, cell, paragraph, row, run, table, thin, throughout, type Xml } from './docx-markup.ts';
import { points } from './docx-measures.ts';
import { type PlacedCell, placesOf, widthAcross } from './head-places.ts';
import { layout, type Orientation } from './layout.ts';
import { isTall, layoutOf, type TableLayout } from './table-layout.ts';

export type Standing = {
  orientation?: Orientation;
  /** Stays on the page of what follows. */
  keepNext: boolean;
  /** Nothing follows in its part of the document. */
  isLast: boolean;
};

/** A table, and below it its notes. */
export function tableOf(one: Table, { orientation, keepNext, isLast }: Standing): Xml[] {
  const set = layoutOf(one, orientation);
  const widths = set.widths.map(points);
  const style = { widths, borders: bordered(thin, throughout, throughout), margin: points(set.inset), headed: true };
  const rows = one.rows.map((each, at) => {
    const last = at === one.rows.length - 1;
    const keeps =
      each.weight === 'group' || one.rows[at + 1]?.weight === 'total' || (last && (keepNext || one.notes.length > 0));
    return rowOf(one, each, {
      set,
      widths,
      keepNext: keeps && !(last && isLast && one.notes.length === 0),
      splits: isTall(each, set, orientation),
    });
  });
  const notes = one.notes.map((note, at) =>
    paragraph([run(note, { size: layout.table.size, italic: true })], {
      align: 'left',
      ...(at === 0 ? { before: points(layout.body.betweenPoints) } : {}),
      ...(at === one.notes.length - 1 ? { after: points(layout.body.betweenPoints) } : {}),
      keepNext: keepNext || at < one.notes.length - 1,
    }),
  );
  // Word joins a table and the one after it, and sets a paragraph close to it.
  const apart = notes.length > 0 || isLast ? notes : [gap({ after: points(layout.body.betweenPoints), keepNext })];
  return [table(style, [...headOf(one, set, widths), ...rows]), ...apart];
}

/** The rows of its head, repeated on each page: a cell that reaches down is one in each of its rows. */
function headOf({ head, columns }: Table, { size, repeats }: TableLayout, widths: number[]): Xml[] {
  const places = placesOf(head);
  return head.map((_, level) => {
    const covering = places.flatMap((placed, from) =>
      placed
        .filter(({ cell: { rows } }) => from <= level && level < from + rows)
        .map(each => ({ ...each, level: from })),
    );
    const cells = covering
      .toSorted((one, other) => one.from - other.from)
      .map(({ level: begun, ...placed }) => {
        const begins = begun === level;
        const joined = placed.cell.rows === 1 ? undefined : begins ? ('begins' as const) : ('goes on' as const);
        return headCell(placed, { size, widths, text: begins ? placed.cell.text : '', joined });
      });
    return row(cells, { heading: repeats && columns.length > 0, splits: !repeats });
  });
}

type HeadStyle = { size: number; widths: number[]; text: string; joined: 'begins' | 'goes on' | undefined };

function headCell(placed: PlacedCell, { size, widths, text, joined }: HeadStyle): Xml {
  const { columns } = placed.cell;
  const words = paragraph([run(text, { size, bold: true })], { align: 'center', ...around, keepNext: true });
  return cell(widthAcross(placed, widths), [words], { middle: true, columns, ...(joined ? { joined } : {}) });
}

type RowStanding = { set: TableLayout; widths: number[]; keepNext: boolean; splits: boolean };

function rowOf({ columns }: Table, { cells, weight }: TableRow, { set, widths, keepNext, splits }: RowStanding): Xml {
  return row(
    columns.map(({ align }, at) => {
      const text = cells[at] ?? '';
      const right = points(roomAfter(text, set.fractions[at]) * set.size);
      return cell(
        widths[at] ?? 0,
        [
          paragraph([run(text, { size: set.size, bold: weight !== undefined })], {
            align: align === 'decimal' ? 'right' : align,
            ...around,
            ...(right > 0 ? { indent: { right } } : {}),
            keepNext,
          }),
        ],
        { middle: true },
      );
    }),
    { splits },
  );
}

const around = { before: points(layout.table.insetPoints), after: points(layout.table.insetPoints) };
