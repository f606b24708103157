import { numbersOf } from '../../../shared/domain/letter/numbers.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';

/** What a name stands for: rows or one of them, told by what a row of them has; of a unit's own also its figures. */
export type Kind = { rows: boolean; has: string[]; figures?: Record<string, string[]> };
export type Scope = Map<string, Kind>;

export function setKind(scope: Scope, name: string, kind: Kind | undefined): void {
  if (kind) scope.set(name, kind);
  else scope.delete(name);
}

/** One of the rows. */
export function rowOf(kind: Kind | undefined): Kind | undefined {
  return kind?.rows ? { ...kind, rows: false } : undefined;
}

/** The names of `so.<mã>`, of an indicator. */
export function numberNames(definition: ReportDefinition, code: string): string[] {
  const indicator = definition.indicators.find(each => each.code === code);
  if (!indicator) return [];
  return Object.keys(
    numbersOf({ indicator, figure: { code, state: 'missing', changes: [] } }, { term: definition.first }),
  );
}

/** The columns of a list's rows, as letter.md names them. */
function rowNames({ lists = [] }: ReportDefinition, id: string): string[] | undefined {
  const list = lists.find(each => each.id === id);
  return list && ['don_vi', 'ma_don_vi', ...list.columns.map(({ code }) => code)];
}

/** What a path stands for, where it is rows, or one of them that a loop or a filter has given a name. */
export function kindOf(path: string, definition: ReportDefinition, scope: Scope): Kind | undefined {
  const [first = '', second = '', third] = path.split('.');
  const known = scope.get(first);
  if (known) return second === '' ? known : /^(first|last)$/.test(second) ? rowOf(known) : undefined;
  if (first === 'bang_ke') {
    const has = rowNames(definition, second);
    return has && { rows: true, has };
  }
  if (first === 'so' && third === 'don_vi') {
    return { rows: true, has: [...numberNames(definition, second), 'ma'] };
  }
  if (path !== 'cac_don_vi') return undefined;
  const codes = definition.indicators.map(({ code }) => code);
  const figures = Object.fromEntries(codes.map(code => [code, numberNames(definition, code)]));
  return { rows: true, has: ['ma', 'ten', 'so'], figures };
}

/** What is left of rows after filters: rows, one of them, or something else. */
export function filteredKind(value: string, definition: ReportDefinition, scope: Scope): Kind | undefined {
  const [head = '', ...filters] = unquoted(value)
    .split('|')
    .map(each => each.trim());
  return filters.reduce<Kind | undefined>(
    (kind, filter) => {
      const name = /^\w+/.exec(filter)?.[0] ?? '';
      if (keepRows.includes(name)) return kind;
      return /^(first|last|find|find_exp)$/.test(name) ? rowOf(kind) : undefined;
    },
    kindOf(head, definition, scope),
  );
}

const keepRows = [
  ...['where', 'where_exp', 'reject', 'reject_exp', 'sort', 'sort_natural', 'xep_tang', 'xep_giam'],
  ...['reverse', 'slice', 'uniq', 'compact', 'concat'],
];

/** A text of a command, in quotes of either kind. */
export const quoted = /"[^"]*"|'[^']*'/g;

/** The same length, with nothing in the quotes. */
export function unquoted(text: string): string {
  return text.replace(quoted, each => each[0] + ' '.repeat(each.length - 2) + each[0]);
}
