/// <reference lib="dom" />

/** The rows of a sheet that were not used, each on a line, as form/excel.ts tells those of a file. */
export function unusedRows(rows: string[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'typed unused';
  list.tabIndex = 0;
  for (const row of rows) list.appendChild(document.createElement('li')).textContent = row;
  return list;
}
