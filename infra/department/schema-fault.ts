import type * as z from 'zod/mini';
import { markOf } from './entry-named.ts';
import type { FolderFault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import type { YamlFile } from './yaml-file.ts';

/** Checks a file's content against a schema; each fault is pushed with the line of the value it is about. */
export function checkedFile<Schema extends z.ZodMiniType>(
  { file, content, lineOf }: YamlFile,
  schema: Schema,
  faults: FolderFault[],
): z.infer<Schema> | undefined {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { path, message, hint } of explained(issue, content, schema)) {
      faults.push({ file, line: lineOf(path), message, hint });
    }
  }
  return undefined;
}

type Explained = { path: PropertyKey[]; message: string; hint: string };

function explained(issue: z.core.$ZodIssue, content: unknown, schema: z.core.$ZodType): Explained[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => unknownKey([...path, key], { known: keysAt(schema, path, content), content }));
  }
  if (path.length === 0) {
    return [{ path, message: 'tệp trống, hoặc không gồm các mục "tên: giá trị"', hint: 'xem mẫu trong templates' }];
  }
  const name = nameOf(path, content);
  const value = valueAt(content, path);
  if (value === undefined || value === null || value === '') {
    return [{ path, message: `thiếu mục "${name}"`, hint: 'thêm mục này; xem docs/huong-dan.md' }];
  }
  if (issue.code === 'invalid_value') return [notAmong(path, content, issue.values.map(String))];
  if (issue.code === 'invalid_union') return ofNoKind(issue, content, schema);
  if (issue.code === 'invalid_type') {
    return [
      { path, message: `"${name}" sai kiểu`, hint: kinds[issue.expected] ? `cần ${kinds[issue.expected]}` : manual },
    ];
  }
  return [{ path, message: `"${name}" chưa đúng`, hint: boundOf(issue) ?? messageOf(issue) }];
}

function notAmong(path: PropertyKey[], content: unknown, allowed: string[]): Explained {
  const hint = didYouMean(String(valueAt(content, path)), allowed, `chỉ nhận: ${allowed.join(', ')}`);
  return { path, message: `"${nameOf(path, content)}" không nhận giá trị này`, hint };
}

/** What may be written in several ways and is written in none: told of the way that it comes nearest to. */
function ofNoKind(issue: z.core.$ZodIssueInvalidUnion, content: unknown, schema: z.core.$ZodType): Explained[] {
  const { path, errors } = issue;
  const options = schemasAt(schema, path.slice(0, -1), content).flatMap(({ _zod }) => optionsOf(_zod.def));
  const kinds = options.flatMap(option => literalsOf(shapeOf(option)[String(path.at(-1))]));
  if (kinds.length > 0) return [notAmong(path, content, kinds)];
  const within = errors.find(way => way.every(each => each.path.length > 0 || each.code === 'too_small'));
  const way = within ?? errors.find(each => each.every(({ code }) => code === 'invalid_value')) ?? errors[0] ?? [];
  return way.flatMap(each => explained({ ...each, path: [...path, ...each.path] }, content, schema));
}

function unknownKey(path: PropertyKey[], { known, content }: { known: string[]; content: unknown }): Explained {
  const key = String(path.at(-1));
  const name = nameOf(path, content);
  const torn = 'chữ có dấu phẩy đứng trong { } hay [ ] thì đặt trong ngoặc kép';
  const hint = /\s/.test(key) ? torn : didYouMean(key, known, `bỏ mục này; các mục ở đây: ${known.join(', ')}`);
  return { path, message: `"${name}" không phải là một mục`, hint };
}

/** The keys a schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: PropertyKey[], content: unknown): string[] {
  return [...new Set(schemasAt(schema, path, content).flatMap(found => Object.keys(shapeOf(found))))];
}

/** The schemas at a path, through lists, optional parts and unions; of a union told apart by a key, the one that the content says. */
function schemasAt(schema: z.core.$ZodType, path: PropertyKey[], content: unknown): z.core.$ZodType[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & Inner;
  if (def.innerType) return schemasAt(def.innerType, path, content);
  const [part, ...rest] = path;
  if (def.options && part !== undefined) {
    return chosen(def, content).flatMap(option => schemasAt(option, path, content));
  }
  if (part === undefined) return def.options ? [schema, ...chosen(def, content)] : [schema];
  const inner = def.element ?? def.valueType ?? def.shape?.[String(part)];
  return inner ? schemasAt(inner, rest, valueAt(content, [part])) : [];
}

function chosen({ options = [], discriminator = '' }: Inner, content: unknown): z.core.$ZodType[] {
  const kind = valueAt(content, [discriminator]);
  const said = options.filter(option => literalsOf(shapeOf(option)[discriminator]).includes(String(kind)));
  return said.length > 0 ? said : [...options];
}

function optionsOf(def: z.core.$ZodTypeDef & Inner): readonly z.core.$ZodType[] {
  return def.options ?? [];
}

function shapeOf({ _zod }: z.core.$ZodType): Record<string, z.core.$ZodType> {
  return (_zod.def as Inner).shape ?? {};
}

function literalsOf(schema: z.core.$ZodType | undefined): string[] {
  return ((schema?._zod.def as Inner | undefined)?.values ?? []).map(String);
}

/** What may lie within a schema: of an object, a list, a record, an optional part, a union, a literal. */
type Inner = Partial<
  Pick<z.core.$ZodObjectDef, 'shape'> &
    Pick<z.core.$ZodArrayDef, 'element'> &
    Pick<z.core.$ZodRecordDef, 'valueType'> &
    Pick<z.core.$ZodOptionalDef, 'innerType'> &
    Pick<z.core.$ZodDiscriminatedUnionDef, 'options' | 'discriminator'> &
    Pick<z.core.$ZodLiteralDef<z.core.util.Literal>, 'values'>
>;

function boundOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  if (issue.origin === 'string' && issue.message !== unsaid) return undefined;
  const bound = issue.code === 'too_small' ? `ít nhất ${issue.minimum}` : `nhiều nhất ${issue.maximum}`;
  return `cần ${bound}${counted[issue.origin] ?? ''}`;
}

const counted: Record<string, string> = { array: ' mục', string: ' ký tự' };

function messageOf(issue: z.core.$ZodIssue): string {
  const said = (issue.code === 'invalid_key' ? issue.issues : [issue]).filter(({ message }) => message !== unsaid);
  return said.map(({ message }) => message).join('; ') || manual;
}

const manual = 'xem docs/huong-dan.md';

/** What zod says where a schema gives no message of its own. */
const unsaid = 'Invalid input';

/** A path as people are told it: an entry of a list by its id, "indicators.ban-le.decimals", else by its place, counted from 1. */
function nameOf(path: PropertyKey[], content: unknown): string {
  return path
    .map((part, at) => {
      if (typeof part !== 'number') return String(part);
      return markOf(valueAt(content, path.slice(0, at + 1))) ?? String(part + 1);
    })
    .join('.');
}

function valueAt(content: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? Reflect.get(value, part) : undefined,
    content,
  );
}

const kinds: Record<string, string> = {
  string: 'một dòng chữ',
  array: 'một danh sách ("- …")',
  object: 'các mục con',
  record: 'các mục con',
  int: 'một số nguyên',
  number: 'một số nguyên',
  boolean: 'true hoặc false (có, không)',
};
