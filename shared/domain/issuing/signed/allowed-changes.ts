import { type Area, annotationsOf, catalogOf, isWithin, pagesOf } from './areas.ts';
import {
  entriesOf,
  followed,
  isDict,
  isRef,
  nameIn,
  type PdfRef,
  type PdfValue,
  refsIn,
  written,
} from './pdf-value.ts';
import type { Revision, State } from './revisions.ts';

/** What a revision changes: the fields it fills, and whatever it changes besides, in words for who asked for a signature. */
export type Changes = { filled: number[]; besides: string[] };

/**
 * What a revision changes of a letter. Only these may change: fields of the form are filled or added, each within an area kept free;
 * the page lists them; the file says when it was changed, and holds what proves a signature later. Everything else is named.
 */
export function changesOf(revision: Revision, areas: Area[]): Changes {
  const { before, after, changed } = revision;
  const places = placesOf(before);
  const pages = pagesOf(before);
  const complaints = [
    ...changed.map(number => objectComplaint(revision, number, places.get(number))),
    written(pages) === written(pagesOf(after)) ? undefined : pagesTurned,
    ...formComplaints(revision),
    ...pages.flatMap((page, at) => widgetComplaints(revision, { page, at }, areas)),
    ...changed.map(number => (isDangling(after, after.get(number)) ? elsewhere : undefined)),
  ];
  return { filled: newlySigned(revision), besides: [...new Set(complaints.flatMap(words => words ?? []))] };
}

/** True of a revision that only keeps what proves the signatures before it: nothing in it is to be seen. */
export function onlyProves({ before, after, changed }: Revision): boolean {
  const root = before.trailer.entries.get('Root');
  return (
    changed.every(number => {
      return (isRef(root) && number === root.number) || before.get(number) === undefined;
    }) && onlyDiffer(catalogOf(before), catalogOf(after), ['DSS', 'Extensions'])
  );
}

/** An object that was there is changed only as its place allows; one that is made anew takes the place of none. */
function objectComplaint({ before, after }: Revision, number: number, place: Place | undefined): string | undefined {
  const was = before.get(number);
  const is = after.get(number);
  if (was === undefined) return number < before.size ? elsewhere : undefined;
  switch (place) {
    case 'catalog':
      return catalogComplaint(before, after);
    case 'form':
      return undefined;
    case 'list':
      return Array.isArray(is) ? undefined : elsewhere;
    case 'info':
      return onlyDiffer(was, is, ['ModDate', 'Producer']) ? undefined : elsewhere;
    case 'metadata':
      return nameIn(entriesOf(is).get('Type')) === 'Metadata' ? undefined : elsewhere;
    case 'page':
      return onlyDiffer(was, is, ['Annots']) ? undefined : pageChanged(pagesOf(before).indexOf(number) + 1);
    case 'field':
      return fieldComplaint(was, is);
    default:
      return nameIn(entriesOf(was).get('Type')) === 'Pages' ? pagesTurned : whereIs(before, number);
  }
}

/** The form is looked at wherever it is written, and of its fields those that are new or changed. */
function formComplaints(revision: Revision): (string | undefined)[] {
  const { before, after, changed } = revision;
  const [was, is] = [formOf(before), formOf(after)];
  if (was === undefined && is === undefined) return [];
  const old = new Set(fieldsOf(before));
  const looked = fieldsOf(after).filter(number => !old.has(number) || changed.includes(number));
  return [
    formComplaint(was, is),
    listComplaint(entriesOf(was).get('Fields'), entriesOf(is).get('Fields'), revision),
    ...looked.map(number => fieldKeysComplaint(after, number)),
  ];
}

/** What is new or changed on a page, by its object and its place, first 0. */
function widgetComplaints(
  revision: Revision,
  { page, at }: { page: number; at: number },
  areas: Area[],
): (string | undefined)[] {
  const { before, after, changed } = revision;
  const [had, has] = [before, after].map(state => entriesOf(state.get(page)).get('Annots'));
  if (listComplaint(had, has, revision)) return [pageChanged(at + 1)];
  const old = annotationsOf(before, page).length;
  return annotationsOf(after, page)
    .filter(({ number }, index) => index >= old || changed.includes(number))
    .map(({ number }) => widgetComplaint(after, number, { areas, page: at + 1 }));
}

function newlySigned({ before, after }: Revision): number[] {
  const onPages = pagesOf(after).flatMap(page => annotationsOf(after, page).map(({ number }) => number));
  const fields = new Set([...onPages, ...fieldsOf(after)]);
  return [...fields].filter(number => isFilledSignature(after, number) && !isFilledSignature(before, number));
}

const pagesTurned = 'Số trang hoặc thứ tự các trang đã đổi.';
const elsewhere = 'Một phần khác của tệp đã bị sửa hoặc thêm vào.';
const pageChanged = (page: number) => `Nội dung trang ${page} đã bị sửa.`;

type Place = 'catalog' | 'form' | 'list' | 'info' | 'metadata' | 'page' | 'field';

/** What the objects that may change are, by their numbers. */
function placesOf(state: State): Map<number, Place> {
  const places = new Map<number, Place>();
  const put = (value: PdfValue | undefined, place: Place) => isRef(value) && places.set(value.number, place);
  const catalog = entriesOf(catalogOf(state));
  put(catalog.get('Metadata'), 'metadata');
  put(state.trailer.entries.get('Info'), 'info');
  const form = catalog.get('AcroForm');
  put(entriesOf(followed(state, form)).get('Fields'), 'list');
  for (const number of fieldsOf(state)) places.set(number, 'field');
  for (const page of pagesOf(state)) {
    put(entriesOf(state.get(page)).get('Annots'), 'list');
    places.set(page, 'page');
  }
  put(form, 'form');
  put(state.trailer.entries.get('Root'), 'catalog');
  return places;
}

function formOf(state: State): PdfValue | undefined {
  return followed(state, entriesOf(catalogOf(state)).get('AcroForm'));
}

function fieldsOf(state: State): number[] {
  const fields = followed(state, entriesOf(formOf(state)).get('Fields'));
  return Array.isArray(fields) ? fields.filter(isRef).map(({ number }) => number) : [];
}

/** The form is looked at by itself, wherever it is written. */
function catalogComplaint(before: State, after: State): string | undefined {
  const [was, is] = [catalogOf(before), catalogOf(after)];
  if (!onlyDiffer(was, is, ['AcroForm', 'DSS', 'Extensions', 'Perms', 'Version'])) return elsewhere;
  const permissions = [...entriesOf(followed(after, entriesOf(is).get('Perms'))).keys()];
  return permissions.every(name => name === 'DocMDP') ? undefined : elsewhere;
}

/** A form that a program fills anew, or that is drawn by another description, shows other than what was signed. */
function formComplaint(was: PdfValue | undefined, is: PdfValue | undefined): string | undefined {
  const allowed = ['Fields', 'SigFlags', 'DA', 'DR', 'Q', 'NeedAppearances'];
  const form = entriesOf(is);
  const anew = form.get('NeedAppearances') ?? false;
  if ([...form.keys()].some(name => !allowed.includes(name)) || anew !== false) return elsewhere;
  return onlyDiffer(was, is, allowed) ? undefined : elsewhere;
}

/** More fields than any letter has. */
const mostFields = 200;

/** A list of fields may only grow, and what stands in it stands elsewhere: what is written into it is seen, and was not looked at. */
function listComplaint(
  was: PdfValue | undefined,
  is: PdfValue | undefined,
  { before, after }: Pick<Revision, 'before' | 'after'>,
): string | undefined {
  const [old, young] = [followed(before, was) ?? [], followed(after, is) ?? []];
  if (!Array.isArray(old) || !Array.isArray(young) || young.length > mostFields) return elsewhere;
  const numbers = young.flatMap(each => (isRef(each) ? [each.number] : []));
  const isPlain = new Set(numbers).size === young.length;
  return isPlain && old.every((each, at) => written(each) === written(young[at])) ? undefined : elsewhere;
}

/** A field is filled once: what was signed, or entered before a signature, stands. */
function fieldComplaint(was: PdfValue | undefined, is: PdfValue | undefined): string | undefined {
  const mayDiffer = ['V', 'AP', 'Rect', 'P', 'DA', 'MK', 'Lock', 'SV', 'M', 'Ff', 'F'];
  if (isFilled(was) && written(was) !== written(is)) return 'Một ô đã ký hoặc đã điền bị sửa lại.';
  return onlyDiffer(was, is, mayDiffer) ? undefined : elsewhere;
}

const keysOfFields = [
  ...['Type', 'Subtype', 'FT', 'T', 'TU', 'TM', 'V', 'DV', 'Ff', 'F', 'P', 'Rect', 'AP', 'AS', 'MK', 'BS', 'Border'],
  ...['DA', 'DR', 'Q', 'MaxLen', 'Lock', 'SV', 'M', 'NM', 'StructParent', 'Contents'],
];

function fieldKeysComplaint(state: State, number: number): string | undefined {
  const field = entriesOf(state.get(number));
  const kind = nameIn(field.get('FT'));
  const isKnown = [...field.keys()].every(name => keysOfFields.includes(name));
  return isKnown && (kind === 'Sig' || kind === 'Tx') ? undefined : elsewhere;
}

/** A field on a page is drawn within one of the areas and does nothing when it is pressed. */
function widgetComplaint(state: State, number: number, on: { areas: Area[]; page: number }): string | undefined {
  const field = entriesOf(state.get(number));
  if (nameIn(field.get('Subtype')) !== 'Widget') return `Trang ${on.page} có hình hoặc chữ được thêm vào.`;
  const within = isWithin(on.areas, on.page, field.get('Rect'));
  return within ? fieldKeysComplaint(state, number) : `Trang ${on.page} có hình chữ ký vẽ ra ngoài ô để trống cho nó.`;
}

function isFilled(field: PdfValue | undefined): boolean {
  const value = entriesOf(field).get('V');
  return value !== undefined && value !== null && written(value) !== '()';
}

function isFilledSignature(state: State, number: number): boolean {
  const field = state.get(number);
  return nameIn(entriesOf(field).get('FT')) === 'Sig' && isFilled(field);
}

/** True of two dictionaries that are the same but for some entries; what is none has to be the same altogether. */
function onlyDiffer(was: PdfValue | undefined, is: PdfValue | undefined, names: string[]): boolean {
  if (!isDict(is) || (was !== undefined && !isDict(was))) return written(was) === written(is);
  const [old, young] = [entriesOf(was), entriesOf(is)];
  return [...new Set([...old.keys(), ...young.keys()])]
    .filter(name => !names.includes(name))
    .every(name => written(old.get(name)) === written(young.get(name)));
}

/** True of what leads to an object that a later revision could still put in its place. */
function isDangling(state: State, value: PdfValue | undefined): boolean {
  return refsIn(value).some(({ number }) => state.get(number) === undefined);
}

/** The page that an object is seen on, in words. */
function whereIs(state: State, wanted: number): string {
  const at = pagesOf(state).findIndex(page => leadsTo(state, { kind: 'ref', number: page }, wanted));
  return at < 0 ? elsewhere : pageChanged(at + 1);
}

function leadsTo(state: State, from: PdfRef, wanted: number): boolean {
  const seen = new Set<number>();
  const open = [from.number];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (number === wanted) return true;
    if (seen.has(number)) continue;
    seen.add(number);
    const value = state.get(number);
    const inner = [...entriesOf(value)].filter(([name]) => name !== 'Parent' && name !== 'P').map(([, each]) => each);
    open.push(...(Array.isArray(value) ? value : inner).flatMap(refsIn).map(each => each.number));
  }
  return false;
}
