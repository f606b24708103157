import { statusNames } from '../../../shared/domain/collection/names.ts';
import { FigureState } from '../../../shared/domain/figures/figure.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { Explained, FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import { filteredKind, type Kind, kindOf, quoted, rowOf, type Scope, setKind, unquoted } from './wording-kinds.ts';
import { type Tag, tagsIn } from './wording-tags.ts';

/**
 * The names within loops, and what states are compared with. A letter of a trial passes by what stands in a branch not taken, and
 * a name that no row has is nothing to a filter: so these are read where they are written.
 */
export function loopNameFaults(definition: ReportDefinition, file: string): FolderFault[] {
  const scope: Scope = new Map();
  const loops: [string, Kind | undefined][] = [];
  let chosen: string | undefined;
  return tagsIn(definition.wording).flatMap(tag => {
    const faults: Explained[] = [];
    const told = (...found: Explained[]) => faults.push(...found);
    if (tag.name === 'for' || tag.name === 'tablerow') {
      const [, name = '', source = ''] = /^([\w-]+)\s+in\s+(\S+)/.exec(tag.rest) ?? [];
      told(...loopFaults(source, definition, scope));
      loops.push([name, scope.get(name)]);
      setKind(scope, name, rowOf(kindOf(source, definition, scope)));
    }
    if (tag.name === 'endfor' || tag.name === 'endtablerow') {
      const [name, before] = loops.pop() ?? ['', undefined];
      setKind(scope, name, before);
    }
    if (tag.name === 'case') chosen = tag.rest;
    if (tag.name === 'endcase') chosen = undefined;
    if (tag.name === 'when' && chosen !== undefined) {
      for (const [text] of tag.rest.matchAll(quoted)) told(...stateFaults(chosen, text.slice(1, -1)));
    }
    told(...nameFaults(tag, definition, scope), ...comparedFaults(tag));
    if (tag.name === 'assign') {
      const [, name = '', value = ''] = /^([\w-]+)\s*=\s*([\s\S]+)$/.exec(tag.rest) ?? [];
      setKind(scope, name, filteredKind(value, definition, scope));
    }
    return faults.map(explained => ({ file, line: tag.line, ...explained }));
  });
}

const name = '[a-z_][\\w-]*';
/** A filter with one text or two behind it. */
const filtered = new RegExp(`\\|\\s*(\\w+)\\s*:\\s*(${quoted.source})(?:\\s*,\\s*(${quoted.source}))?`, 'g');
const path = new RegExp(`(?<![\\w.-])${name}(?:\\.[\\w-]+)+`, 'gi');

function nameFaults({ rest }: Tag, definition: ReportDefinition, scope: Scope): Explained[] {
  const plain = [...unquoted(rest).matchAll(path)].flatMap(([written]) => pathFaults(written, scope));
  const head = /^(?:[\w-]+\s*=\s*)?([\w.-]+)/.exec(rest)?.[1] ?? '';
  const kind = kindOf(head, definition, scope);
  if (!kind) return plain;
  const within = [...rest.matchAll(filtered)].flatMap(([, filter = '', ...texts]) => {
    const [first = '', second = ''] = texts.map(text => text?.slice(1, -1));
    if (expressed.includes(filter)) {
      const inner: Scope = new Map([...scope, [first, { ...kind, rows: false }]]);
      return [...unquoted(second).matchAll(path)].flatMap(([written]) => pathFaults(written, inner));
    }
    return byColumn.includes(filter) ? cellFaults(first, first.split('.'), kind) : [];
  });
  return [...plain, ...within];
}

const expressed = ['where_exp', 'reject_exp', 'find_exp', 'find_index_exp', 'group_by_exp', 'has_exp'];
const byColumn = [
  'sum',
  'xep_tang',
  'xep_giam',
  'sort',
  'sort_natural',
  'map',
  'where',
  'reject',
  'group_by',
  'find',
  'has',
];

function pathFaults(written: string, scope: Scope): Explained[] {
  const [first = '', ...more] = written.split('.');
  const kind = first === 'forloop' ? { rows: false, has: loopNames } : scope.get(first);
  if (!kind) return [];
  if (!kind.rows) return cellFaults(written, more, kind);
  const [second = '', ...deeper] = more;
  if (second === 'size') return [];
  if (second === 'first' || second === 'last') return deeper.length > 0 ? cellFaults(written, deeper, kind) : [];
  const hint = 'đi qua từng dòng bằng {% for dong in … %}, hoặc dùng size, first, last';
  return [{ message: `"${first}" là nhiều dòng nên không có "${written}"`, hint }];
}

const loopNames = ['first', 'last', 'index', 'index0', 'rindex', 'rindex0', 'length', 'name'];

/** What a row has under a name, and of a unit under `so.<mã>.…`. */
function cellFaults(written: string, [first = '', code, number]: string[], { has, figures }: Kind): Explained[] {
  const before = written.slice(0, written.lastIndexOf(first));
  const unknown = (typed: string, known: string[], lead: string) => {
    const hint = didYouMean(typed, known, `dùng một trong: ${known.join(', ')}`).replace('"', `"${lead}`);
    return [{ message: `không có "${written}"`, hint }];
  };
  if (!has.includes(first)) return unknown(first, has, before);
  if (first !== 'so' || !figures || code === undefined) return [];
  const numbers = figures[code];
  if (!numbers) return unknown(code, Object.keys(figures), `${before}so.`);
  return number === undefined || numbers.includes(number) ? [] : unknown(number, numbers, `${before}so.${code}.`);
}

/** Families of names, and those that are one value: there is nothing in them to go through. */
const single =
  /^(co_quan|ngoai_ra|can_cu|(ky|so_lieu|gia_tri|trang_thai|ket_qua|tien_do|nhom|bang)(\.[\w-]+)?|so(\.[\w-]+)?|bang_ke)$/;

function loopFaults(source: string, definition: ReportDefinition, scope: Scope): Explained[] {
  const [first = '', second = '', third = ''] = source.split('.');
  const ofAFigure = first === 'so' && third !== '' && !['don_vi', 'thieu'].includes(third);
  const cell =
    scope.get(first)?.rows === false && second !== '' && !['don_vi', 'thieu'].includes(source.split('.').at(-1) ?? '');
  if (!single.test(source) && !ofAFigure && !cell) return [];
  const { lists = [], indicators } = definition;
  const many = indicators.find(({ owedBy }) => owedBy);
  const loops = [
    'con_thieu',
    'cac_don_vi',
    ...lists.map(({ id }) => `bang_ke.${id}`),
    ...(many ? [`so.${many.code}.don_vi`] : []),
  ];
  return [{ message: `"${source}" không phải là danh sách để lặp`, hint: `lặp được: ${loops.join(', ')}` }];
}

const word = new RegExp(`${quoted.source}|==|!=|[\\w.-]+`, 'g');

/** A name beside a text, on either side of what compares them. */
function comparedFaults({ rest }: Tag): Explained[] {
  const words = [...rest.matchAll(word)].map(([written]) => written);
  return words.flatMap((comparing, at) => {
    if (!['==', '!=', 'contains'].includes(comparing)) return [];
    const [left = '', right = ''] = [words[at - 1], words[at + 1]];
    if (isText(right) && !isText(left)) return stateFaults(left, right.slice(1, -1));
    return isText(left) && comparing !== 'contains' ? stateFaults(right, left.slice(1, -1)) : [];
  });
}

function isText(written: string): boolean {
  return /^["']/.test(written);
}

/** A state that no figure has is never true; so is a state of a task in other words than it prints. */
function stateFaults(of: string, word: string): Explained[] {
  const states = statesOf(of);
  if (!states || states.includes(word)) return [];
  const hint = didYouMean(word, states, `dùng một trong: ${states.join(', ')}`);
  return [{ message: `"${of}" không bao giờ là "${word}"`, hint }];
}

function statesOf(of: string): readonly string[] | undefined {
  if (/^trang_thai\.|\.trang_thai$/.test(of)) return FigureState.options;
  return of.startsWith('tien_do.') ? Object.values(statusNames) : undefined;
}
