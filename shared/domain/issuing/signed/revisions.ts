import {
  blanksAfter,
  dictAt,
  expect,
  isBlank,
  objectAt,
  type ReadObject,
  startsWith,
  unreadable,
  wholeAt,
} from './pdf-reading.ts';
import { isRef, isStream, type Objects, type PdfDict, type PdfValue, written } from './pdf-value.ts';

/** A state of a file: its objects, the numbers they may have, and where its table of them stands. */
export type State = Objects & { trailer: PdfDict; size: number; tableAt: number };

/** What was appended at once: the objects that it makes or replaces, and where it ends. */
export type Revision = { before: State; after: State; changed: number[]; end: number };

/** More than the signatures and stamps of any letter. */
const mostRevisions = 20;
/** More objects than a signature, its picture and what proves it have. */
const mostObjects = 2_000;

/** The state in which a file of ours stands, by its own tables. */
export function stateOf(file: Uint8Array): State {
  const offsets = new Map<number, number>();
  const seen = new Set<number>();
  const tableAt = lastTable(file);
  let trailer: PdfDict | undefined;
  for (let at: number | undefined = tableAt; at !== undefined; ) {
    if (seen.has(at)) throw unreadable(at);
    seen.add(at);
    const table = readTable(file, at);
    for (const [number, offset] of table.offsets) if (!offsets.has(number)) offsets.set(number, offset);
    trailer ??= table.trailer;
    const previous = table.trailer.entries.get('Prev');
    at = typeof previous === 'number' ? previous : undefined;
  }
  const read = new Map<number, PdfValue>();
  const get = (number: number) => {
    const at = offsets.get(number);
    if (at === undefined || at === free) return undefined;
    if (!read.has(number)) read.set(number, numbered(objectAt(file, at), number).value);
    return read.get(number);
  };
  return { get, trailer: trailer as PdfDict, size: sizeIn(trailer as PdfDict, tableAt), tableAt };
}

/**
 * What was appended to a file of ours, piece by piece. Every byte is accounted for: objects, the table that lists just these, its
 * trailer, and so on; whatever lies between, or is listed elsewhere, is refused.
 * @throws at whatever is written in another way
 */
export function revisionsAfter(frozen: Uint8Array, file: Uint8Array): Revision[] {
  const revisions: Revision[] = [];
  let before = stateOf(frozen);
  for (let at = blanksAfter(file, frozen.length); at < file.length; at = blanksAfter(file, at)) {
    if (revisions.length === mostRevisions) throw unreadable(at);
    const revision = revisionAt(file, at, before);
    revisions.push(revision);
    before = revision.after;
    at = revision.end;
  }
  // A viewer looks for the last table from the end of the file, in a remark too: behind the last one stands none.
  const end = revisions.at(-1)?.end ?? frozen.length;
  if (file.subarray(end).some(byte => !isBlank(byte))) throw unreadable(end);
  return revisions;
}

function revisionAt(file: Uint8Array, from: number, before: State): Revision {
  const objects = new Map<number, ReadObject>();
  let at = from;
  while (!startsWith(file, at, 'xref')) {
    const object = objectAt(file, at);
    if (objects.has(object.number) || objects.size === mostObjects) throw unreadable(at);
    objects.set(object.number, object);
    at = blanksAfter(file, object.end);
  }
  const table = readTable(file, at);
  const { trailer } = table;
  listsJust(objects, table.offsets, at);
  goesOnFrom(before, trailer, at);
  const end = endAfter(file, table.end, at);
  const get = (number: number) => objects.get(number)?.value ?? before.get(number);
  for (const { value, from } of objects.values()) if (!isAsLong(value, get)) throw unreadable(from);
  const size = Math.max(before.size, sizeIn(trailer, at));
  return {
    before,
    after: { get, trailer: withInfoOf(before, trailer), size, tableAt: at },
    changed: [...objects.keys()],
    end,
  };
}

/** A trailer that says nothing of the file's properties leaves them as they were. */
function withInfoOf({ trailer }: State, next: PdfDict): PdfDict {
  const info = trailer.entries.get('Info');
  if (info === undefined || next.entries.has('Info')) return next;
  return { kind: 'dict', entries: new Map([...next.entries, ['Info', info]]) };
}

/** The table of a revision names each of its objects where it is, frees none, and names no other. */
function listsJust(objects: Map<number, ReadObject>, listed: Map<number, number>, at: number): void {
  const named = [...listed].filter(([number, offset]) => number !== 0 || offset !== free);
  if (named.length !== objects.size) throw unreadable(at);
  for (const [number, offset] of named) if (objects.get(number)?.from !== offset) throw unreadable(at);
}

function goesOnFrom(before: State, trailer: PdfDict, at: number): void {
  const is = (name: string, state: PdfDict) => written(state.entries.get(name));
  if (trailer.entries.get('Prev') !== before.tableAt) throw unreadable(at);
  if (is('Root', trailer) !== is('Root', before.trailer)) throw unreadable(at);
  if (trailer.entries.has('Info') && is('Info', trailer) !== is('Info', before.trailer)) throw unreadable(at);
  if (trailer.entries.has('Encrypt') || trailer.entries.has('XRefStm')) throw unreadable(at);
}

/** "startxref", the place of the table, "%%EOF" and at most the end of its line. */
function endAfter(file: Uint8Array, from: number, tableAt: number): number {
  const place = wholeAt(file, blanksAfter(file, expect(file, blanksAfter(file, from), 'startxref')));
  if (place.value !== tableAt) throw unreadable(from);
  let at = place.end;
  while (file[at] === 0x0a || file[at] === 0x0d || file[at] === 0x20) at++;
  at = expect(file, at, '%%EOF');
  if (file[at] === 0x0d) at++;
  if (file[at] === 0x0a) at++;
  return at;
}

/** A length that stands in an object of its own is right. */
function isAsLong(value: PdfValue, get: Objects['get']): boolean {
  if (!isStream(value)) return true;
  const length = value.dict.entries.get('Length');
  return typeof length === 'number' || (isRef(length) && get(length.number) === value.data.length);
}

const free = -1;

type Table = { offsets: Map<number, number>; trailer: PdfDict; end: number };

/** A table of objects (ISO 32000-1, 7.5.4) and its trailer. */
function readTable(file: Uint8Array, from: number): Table {
  const offsets = new Map<number, number>();
  let at = blanksAfter(file, expect(file, from, 'xref'));
  while (!startsWith(file, at, 'trailer')) {
    const first = wholeAt(file, at);
    const count = wholeAt(file, blanksAfter(file, first.end));
    at = blanksAfter(file, count.end);
    for (let index = 0; index < count.value; index++) {
      const offset = wholeAt(file, at);
      const generation = wholeAt(file, blanksAfter(file, offset.end));
      const mark = blanksAfter(file, generation.end);
      const number = first.value + index;
      const isUsed = startsWith(file, mark, 'n');
      if (offsets.has(number) || (!isUsed && !startsWith(file, mark, 'f'))) throw unreadable(at);
      offsets.set(number, isUsed ? offset.value : free);
      at = blanksAfter(file, mark + 1);
    }
  }
  const trailer = dictAt(file, blanksAfter(file, expect(file, at, 'trailer')), 0);
  return { offsets, trailer: trailer.value, end: trailer.end };
}

function lastTable(file: Uint8Array): number {
  const word = 'startxref';
  for (let at = file.length - word.length; at >= Math.max(0, file.length - 2_000); at--)
    if (startsWith(file, at, word)) return wholeAt(file, blanksAfter(file, at + word.length)).value;
  throw unreadable(file.length);
}

function sizeIn(trailer: PdfDict, at: number): number {
  const size = trailer.entries.get('Size');
  if (typeof size !== 'number' || !Number.isInteger(size)) throw unreadable(at);
  return size;
}

function numbered(object: ReadObject, number: number): ReadObject {
  if (object.number !== number) throw unreadable(object.from);
  return object;
}
