import type { Table } from '../../shared/domain/letter/letter.ts';

/** The share of the width that each column takes, by its longest word and its longest text: together 1. */
export function columnShares({ columns, head, rows }: Table): number[] {
  const texts = columns.map((_, at) => [...headsOver(head, at), ...rows.map(({ cells }) => cells[at] ?? '')]);
  const wanted = texts.map(all => {
    const word = Math.max(...all.flatMap(text => text.split(/\s+/).map(part => part.length)));
    const body = Math.max(...all.map(text => text.length));
    return Math.max(word, Math.min(body, 12 + Math.sqrt(body) * 2)) + 2;
  });
  const sum = wanted.reduce((total, each) => total + each, 0);
  return wanted.map(each => each / sum);
}

/** The heads that stand over one column alone. */
function headsOver(head: Table['head'], column: number): string[] {
  return head.flatMap(cells => {
    let at = 0;
    for (const { text, columns } of cells) {
      if (at === column && columns === 1) return [text];
      at += columns;
    }
    return [];
  });
}
