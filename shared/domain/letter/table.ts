import type { Report } from '../compilation/report.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { TableColumn, Table as TableDefinition } from '../office/table.ts';
import { standsIn } from '../office/validity.ts';
import { type Column, columnFrom } from './column.ts';
import { headRows } from './head-rows.ts';
import { indicatorRows } from './indicator-rows.ts';
import type { Table, TableRow } from './letter.ts';
import { listRows } from './list-rows.ts';
import { filledPhrase } from './phrase.ts';
import type { Tabled } from './tabled.ts';
import { unitRows } from './unit-rows.ts';

/** A table of a letter, every cell in words; undefined when it has no rows, or does not stand in this term. */
export function tableOf(table: TableDefinition, tabled: Tabled): Table | undefined {
  const { definition, report } = tabled;
  if (!standsIn(table, report.month)) return undefined;
  const columns = table.columns.filter(column => standsIn(column, report.month)).map(columnFrom);
  const rows = rowsOf(table.rows, columns, tabled);
  if (rows.length === 0) return undefined;
  const worded = (text: string) => filledPhrase(text, report.month, definition.yearBegins);
  return {
    kind: 'table',
    columns: columns.map(column => {
      const align = alignOf(column, table, definition);
      const numbers = align === 'decimal' || column.shows === 'number';
      return { align: column.align ?? align, ...(numbers ? { numbers } : {}) };
    }),
    head: headRows(columns, worded),
    rows,
    notes: (table.notes ?? []).flatMap(note => notesFrom(worded(note), report)),
  };
}

function rowsOf(rows: TableDefinition['rows'], columns: Column[], tabled: Tabled): TableRow[] {
  if (rows.of === 'indicators') return indicatorRows(columns, rows.groups, tabled);
  return rows.of === 'units' ? unitRows(columns, rows.total, tabled) : listRows(columns, rows, tabled);
}

/** A note with "{thiếu}" names the units that are missing, and is not said when none is. */
function notesFrom(note: string, { missing }: Report): string[] {
  if (!note.includes('{thiếu}')) return [note];
  return missing.length > 0 ? [note.replaceAll('{thiếu}', missing.map(({ name }) => name).join(', '))] : [];
}

/** Words stand left, numbers at their comma, counters and units of measure in the middle. */
function alignOf(
  { shows }: TableColumn,
  { rows }: TableDefinition,
  { lists = [] }: ReportDefinition,
): Table['columns'][number]['align'] {
  if (shows === 'number' || shows === 'unit-of-measure') return 'center';
  if (shows === 'name' || shows === 'note' || shows === 'unit') return 'left';
  const list = rows.of === 'list' ? lists.find(({ id }) => id === rows.list) : undefined;
  const column = list?.columns.find(({ code }) => code === shows);
  return column && column.kind !== 'number' ? 'left' : 'decimal';
}
