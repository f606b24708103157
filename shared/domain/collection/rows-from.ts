import { readDate } from '../calendar/typed-date.ts';
import type { ListRow } from '../figures/asking.ts';
import { formulasIn, type Listed, numberIn } from '../figures/row-numbers.ts';
import { namesIn } from '../office/formula-names.ts';
import { choiceMeant, columnsAsked, type List, type ListColumn, mostRows, rowNote } from '../office/list.ts';
import { readRule } from '../office/rule.ts';
import type { Fault } from '../problem.ts';
import { capitalised } from '../text/capitalised.ts';
import { narrativeFrom } from '../text/narrative.ts';
import { own } from '../text/own.ts';
import type { TypedRow } from './answers.ts';
import { beyondLimits } from './beyond-limits.ts';
import { breachInWords } from './breach-in-words.ts';
import { decimalFrom, quoted, type Report } from './decimal-from.ts';

/**
 * Takes the rows of a list down. Rows in which nothing stands are passed over; each fault names its cell,
 * "lists.du-an.3.da-giai-ngan", and says it in words, "dòng 4, cột Đã giải ngân". Cells keep the order of their columns' codes.
 */
export function rowsFrom(typed: TypedRow[], list: List): { rows: ListRow[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const { id, name, most = mostRows } = list;
  const count = typed.filter(row => !isBlank(row)).length;
  if (count > most) {
    const message = `${name}: được tối đa ${most} dòng, đã nhập ${count}; hãy bỏ bớt ${count - most} dòng, hoặc gộp các dòng nhỏ.`;
    return { rows: [], faults: [{ field: `lists.${id}`, message }] };
  }
  const formulas = formulasIn(list);
  const rows = typed.flatMap((row, at) => {
    if (isBlank(row)) return [];
    const taken = rowFrom(row, { list, formulas }, at);
    faults.push(...taken.faults);
    return [taken.row];
  });
  return { rows, faults };
}

/** Whether nothing stands in a row. */
export function isBlank(row: TypedRow): boolean {
  return Object.values(row).every(cell => cell.trim() === '');
}

/** What a fault of a row says where its cell can be seen: without the list, the row and the cell that it names. */
export function besideCell({ field, message }: Fault, list: List): string {
  const [, , at, code] = field.split('.');
  const { words } = placeOf(list, Number(at));
  const column = list.columns.find(each => each.code === code);
  const places = [`${words}, cột ${column?.name}: `, `${words}, giải trình: `, `${words}: `, `${words}, `];
  return capitalised(message.slice(places.find(place => message.startsWith(place))?.length ?? 0));
}

/** Where a row stands: the begin of its fields' names, and in words. */
type Place = { field: string; words: string };

function placeOf({ id, name }: List, at: number): Place {
  return { field: `lists.${id}.${at}`, words: `${name}, dòng ${at + 1}` };
}

/** "Các dự án, dòng 3, cột Dự án" of the field of a cell; undefined of any other field, or one of no list or column of the unit. */
export function cellInWords(field: string, lists: List[]): string | undefined {
  const [kind, id, at, code] = field.split('.');
  const list = kind === 'lists' ? lists.find(each => each.id === id) : undefined;
  if (!list) return undefined;
  const { words } = placeOf(list, Number(at));
  const column = list.columns.find(each => each.code === code);
  if (column) return `${words}, cột ${column.name}`;
  return code === rowNote ? `${words}, giải trình` : undefined;
}

/** Takes one row down, the one that stands at `nth` of its list. */
export function rowFrom(typed: TypedRow, { list, formulas }: Listed, nth: number): { row: ListRow; faults: Fault[] } {
  const at = placeOf(list, nth);
  const faults: Fault[] = [];
  const asked = columnsAsked(list);
  const cells = new Map<string, string>();
  for (const column of asked) {
    const report: Report = (message, readings) => {
      const told = `${at.words}, cột ${column.name}: ${message}`;
      faults.push({ field: `${at.field}.${column.code}`, message: told, ...(readings ? { readings } : {}) });
    };
    const cell = cellFrom(own(typed, column.code) ?? '', column, report);
    if (cell) cells.set(column.code, cell);
  }
  const note = narrativeFrom(typed[rowNote] ?? '', message => {
    faults.push({ field: `${at.field}.${rowNote}`, message: `${at.words}, giải trình: ${message}` });
  });
  if (note) cells.set(rowNote, note.replaceAll('\n', ' '));
  faults.push(...notAsked(typed, list, at));
  const row = Object.fromEntries([...cells].sort(([one], [other]) => (one < other ? -1 : 1)));
  return { row, faults: [...faults, ...standingOut(row, { list, formulas }, at)] };
}

/** A cell as it is kept; "" where it may be left empty, and was. */
function cellFrom(typed: string, column: ListColumn, report: Report): string {
  const text = narrativeFrom(typed, report).replaceAll('\n', ' ').trim();
  if (text === '') {
    if (column.required !== false) report('chưa nhập; hãy nhập, hoặc bỏ cả dòng.');
    return '';
  }
  // Of a number the blanks count: one that breaks no line groups digits.
  return readers[column.kind](column.kind === 'number' ? typed : text, column, report);
}

type Reader = (text: string, column: ListColumn, report: Report) => string;

const readers: Record<ListColumn['kind'], Reader> = {
  text: text => text,
  number: (text, { unitOfMeasure, decimals = Number.POSITIVE_INFINITY }, report) =>
    decimalFrom(text, { of: 'Cột này', unitOfMeasure, decimals }, report) ?? '',
  date: (text, _, report) => {
    const date = readDate(text);
    if (date === undefined) report(`${quoted(text)} không phải là ngày. Hãy gõ ngày/tháng/năm, như 31/10/2025.`);
    return date ?? '';
  },
  choice: (text, { choices = [] }, report) => {
    const chosen = choiceMeant(text, choices);
    if (chosen === undefined) report(`${quoted(text)} không có trong danh mục. Hãy chọn: ${choices.join('; ')}.`);
    return chosen ?? '';
  },
};

function notAsked(typed: TypedRow, list: List, at: Place): Fault[] {
  const asked = new Set([...columnsAsked(list).map(({ code }) => code), rowNote]);
  return Object.entries(typed).flatMap(([code, cell]) => {
    if (asked.has(code) || cell.trim() === '') return [];
    const computed = list.columns.find(column => column.code === code);
    const message = computed
      ? `cột ${computed.name}: hệ thống tính cột này; hãy để trống.`
      : `bảng kê không có cột "${code}"; hãy bỏ.`;
    return [{ field: `${at.field}.${code}`, message: `${at.words}, ${message}` }];
  });
}

/** What of a row breaks a rule, or lies beyond its limits and is taken only with the row's own explanation. */
function standingOut(row: ListRow, { list, formulas }: Listed, at: Place): Fault[] {
  const field = `${at.field}.${rowNote}`;
  const explained = row[rowNote] !== undefined;
  const beyond = columnsAsked(list).flatMap(column => {
    const cell = column.kind === 'number' && !explained ? own(row, column.code) : undefined;
    const said = cell && beyondLimits(cell, column.limits ?? {});
    return said ? [{ field, message: `${at.words}, cột ${column.name}: ${said} ${toExplain}` }] : [];
  });
  const broken = (list.rules ?? []).flatMap(rule => {
    const said = breachInWords(rule, {
      value: name => numberIn(formulas, row, name),
      over: () => [],
      nameOf: name => list.columns.find(({ code }) => code === name)?.name ?? name,
    });
    if (said === undefined || (rule.otherwise === 'explain' && explained)) return [];
    const explain = rule.otherwise === 'explain';
    const place = explain ? field : `${at.field}.${firstColumnOf(rule.rule, list)}`;
    return [{ field: place, message: `${at.words}: ${said}. ${explain ? toExplain : toMend}` }];
  });
  return [...beyond, ...broken];
}

/** Where a rule that does not hold is mended: at the first column of it that is filled in. */
function firstColumnOf(rule: string, list: List): string {
  const read = readRule(rule);
  const names = 'left' in read ? [...namesIn(read.left), ...namesIn(read.right)] : [];
  const asked = columnsAsked(list);
  return asked.find(({ code }) => names.includes(code))?.code ?? asked[0]?.code ?? rowNote;
}

export const toExplain = 'Hãy kiểm tra lại; nếu đúng, ghi giải trình ở đây rồi nộp.';
export const toMend = 'Hãy sửa một trong các số này.';
