import type * as z from 'zod/mini';
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
    return issue.keys.map(key => unknownKey([...path, key], keysAt(schema, path)));
  }
  if (path.length === 0) {
    return [{ path, message: 'tệp trống, hoặc không gồm các mục "tên: giá trị"', hint: 'xem mẫu trong templates' }];
  }
  const name = path.map(String).join('.');
  const value = valueAt(content, path);
  if (value === undefined || value === null || value === '') {
    return [{ path, message: `thiếu mục "${name}"`, hint: 'thêm mục này; xem docs/huong-dan.md' }];
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const hint = didYouMean(String(value), allowed, `chỉ nhận: ${allowed.join(', ')}`);
    return [{ path, message: `"${name}" không nhận giá trị này`, hint }];
  }
  if (issue.code === 'invalid_type') {
    return [{ path, message: `"${name}" sai kiểu`, hint: `cần ${kinds[issue.expected] ?? issue.expected}` }];
  }
  return [{ path, message: `"${name}" chưa đúng`, hint: boundOf(issue) ?? messageOf(issue) }];
}

function unknownKey(path: PropertyKey[], known: string[]): Explained {
  const key = String(path.at(-1));
  const name = path.map(String).join('.');
  const torn = 'chữ có dấu phẩy đứng trong { } hay [ ] thì đặt trong ngoặc kép';
  const hint = /\s/.test(key) ? torn : didYouMean(key, known, `bỏ mục này; các mục ở đây: ${known.join(', ')}`);
  return { path, message: `"${name}" không phải là một mục`, hint };
}

/** The keys a schema knows at a path, through its lists and its optional parts. */
function keysAt(schema: z.core.$ZodType, path: PropertyKey[]): string[] {
  const def = schema._zod.def as z.core.$ZodTypeDef & Inner;
  if (def.innerType) return keysAt(def.innerType, path);
  const [part, ...rest] = path;
  if (part === undefined) return Object.keys(def.shape ?? {});
  const inner = def.element ?? def.valueType ?? def.shape?.[String(part)];
  return inner ? keysAt(inner, rest) : [];
}

/** What may lie within a schema: of an object, of a list, of a record, of an optional part. */
type Inner = Partial<
  Pick<z.core.$ZodObjectDef, 'shape'> &
    Pick<z.core.$ZodArrayDef, 'element'> &
    Pick<z.core.$ZodRecordDef, 'valueType'> &
    Pick<z.core.$ZodOptionalDef, 'innerType'>
>;

function boundOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  if (issue.origin === 'string' && issue.message !== unsaid) return undefined;
  const bound = issue.code === 'too_small' ? `ít nhất ${issue.minimum}` : `nhiều nhất ${issue.maximum}`;
  return `cần ${bound}${counted[issue.origin] ?? ''}`;
}

const counted: Record<string, string> = { array: ' mục', string: ' ký tự' };

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => message).join('; ');
  return issue.message === unsaid ? 'xem docs/huong-dan.md' : issue.message;
}

/** What zod says where a schema gives no message of its own. */
const unsaid = 'Invalid input';

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
};
