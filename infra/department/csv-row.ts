/**
 * The cells of a row parted by commas, blanks around them aside. A spreadsheet may put a cell in quotation marks, with commas in it
 * and each mark of its own written twice. Undefined when a mark that opens is never closed.
 */
export function cellsOf(row: string): string[] | undefined {
  const cells: string[] = [];
  let rest = row;
  for (;;) {
    const [whole, quoted, plain = ''] = /^\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/.exec(rest) ?? [''];
    if (quoted === undefined && plain.startsWith('"')) return undefined;
    cells.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"').trim());
    if (whole.length === rest.length) return cells;
    rest = rest.slice(whole.length + 1);
  }
}
