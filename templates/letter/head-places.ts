import type { HeadCell } from '../../shared/domain/letter/letter.ts';
import { sum } from './sum.ts';

/** A cell of a head with the column that it begins in, from 0. */
export type PlacedCell = { cell: HeadCell; from: number };

/** How wide a cell of a head is: its columns together. */
export function widthAcross({ cell, from }: PlacedCell, widths: number[]): number {
  return sum(widths.slice(from, from + cell.columns));
}

/** Where the cells of a head stand: one that reaches down takes its columns from the rows below. */
export function placesOf(head: HeadCell[][]): PlacedCell[][] {
  /** For each column the row from which on it is free. */
  const freeFrom: number[] = [];
  return head.map((cells, row) => {
    let from = 0;
    return cells.map(cell => {
      while ((freeFrom[from] ?? 0) > row) from += 1;
      const placed = { cell, from };
      for (let column = from; column < from + cell.columns; column += 1) freeFrom[column] = row + cell.rows;
      from += cell.columns;
      return placed;
    });
  });
}
