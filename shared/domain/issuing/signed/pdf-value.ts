/** What a PDF is made of (ISO 32000-1, 7.3); of strings and streams also where in the file they lie. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfValue[] | PdfDict | PdfStream;
export type PdfName = { kind: 'name'; name: string };
/** `from` and `to` take in the brackets. */
export type PdfString = { kind: 'string'; bytes: Uint8Array; from: number; to: number };
export type PdfRef = { kind: 'ref'; number: number };
export type PdfDict = { kind: 'dict'; entries: ReadonlyMap<string, PdfValue> };
export type PdfStream = { kind: 'stream'; dict: PdfDict; data: Uint8Array };

/** The objects of a file by their numbers; undefined where there is none. */
export type Objects = { get(number: number): PdfValue | undefined };

/** What a value says where it stands, a reference followed once; undefined where it leads nowhere. */
export function followed(objects: Objects, value: PdfValue | undefined): PdfValue | undefined {
  return isRef(value) ? objects.get(value.number) : value;
}

export function isRef(value: PdfValue | undefined): value is PdfRef {
  return isKind(value, 'ref');
}

export function isString(value: PdfValue | undefined): value is PdfString {
  return isKind(value, 'string');
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return isKind(value, 'dict');
}

/** The entries of a dictionary, or of a stream's; none of what is neither. */
export function entriesOf(value: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
  if (isKind(value, 'stream')) return (value as PdfStream).dict.entries;
  return isKind(value, 'dict') ? (value as PdfDict).entries : new Map();
}

export function nameIn(value: PdfValue | undefined): string | undefined {
  return isKind(value, 'name') ? (value as PdfName).name : undefined;
}

export function isStream(value: PdfValue | undefined): value is PdfStream {
  return isKind(value, 'stream');
}

/** The numbers of an array; undefined when it is none, or holds anything else. */
export function numbersIn(value: PdfValue | undefined): number[] | undefined {
  return Array.isArray(value) && value.every(each => typeof each === 'number') ? (value as number[]) : undefined;
}

/** Every reference in a value, however deep. */
export function refsIn(value: PdfValue | undefined): PdfRef[] {
  if (isRef(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(refsIn);
  return [...entriesOf(value).values()].flatMap(refsIn);
}

/** The same value is written the same, wherever it lay and in whatever order its entries stood. */
export function written(value: PdfValue | undefined): string {
  if (value === undefined || value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (value.kind === 'name') return `/${JSON.stringify(value.name)}`;
  if (value.kind === 'ref') return `${value.number} R`;
  if (value.kind === 'string') return `(${value.bytes.join(' ')})`;
  if (value.kind === 'stream') return `${written(value.dict)}stream ${value.data.join(' ')}`;
  return `<<${[...value.entries]
    .map(([name, each]) => `${JSON.stringify(name)} ${written(each)}`)
    .sort()
    .join(' ')}>>`;
}

function isKind(value: PdfValue | undefined, kind: string): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === kind;
}
