import { readFileSync, statSync } from 'node:fs';
import { isNode, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type * as z from 'zod/mini';
import type { FolderFault } from './fault.ts';

/** A file of an office is a page or two; more is a slip, or mischief. Bytes. */
const largestFile = 1_000_000;

/**
 * A YAML file an office wrote. Every scalar is text: "1.0", "no" and "08:00" mean what they say, and the schema decides.
 * `lineOf` finds the line of a value by its path.
 */
export type YamlFile = { file: string; content: unknown; lineOf: (path: PropertyKey[]) => number };

/** Reads a YAML file; its faults are pushed to `faults`, and then there is no content. `file` is how it is named to people. */
export function readYaml(path: string, file: string, faults: FolderFault[]): YamlFile | undefined {
  const text = readText(path, file, faults);
  if (text === undefined) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    faults.push(...document.errors.map(error => faultOf(error, file)));
    return undefined;
  }
  const lineOf = (whole: PropertyKey[]) => {
    for (let length = whole.length; length > 0; length -= 1) {
      const node = document.getIn(whole.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { file, content: contentOf(() => document.toJS({ maxAliasCount: 50 }), file, faults), lineOf };
}

/** Reads text in NFC, with "\n" for line ends. */
export function readText(path: string, file: string, faults: FolderFault[]): string | undefined {
  try {
    if (statSync(path).size > largestFile) {
      faults.push({
        file,
        line: 1,
        message: 'tệp lớn hơn 1 MB',
        hint: 'kiểm tra lại tệp; một tệp thường chỉ vài trang',
      });
      return undefined;
    }
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .normalize('NFC');
  } catch {
    faults.push({
      file,
      line: 1,
      message: 'không có tệp này',
      hint: `tạo tệp ${file} theo mẫu trong templates/departments`,
    });
    return undefined;
  }
}

/** Checks a file's content against a schema; each fault is pushed with the line of the value it is about. */
export function checkedFile<Schema extends z.ZodMiniType>(
  { file, content, lineOf }: YamlFile,
  schema: Schema,
  faults: FolderFault[],
): z.infer<Schema> | undefined {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { path, message, hint } of explained(issue, content))
      faults.push({ file, line: lineOf(path), message, hint });
  }
  return undefined;
}

type Explained = { path: PropertyKey[]; message: string; hint: string };

function explained(issue: z.core.$ZodIssue, content: unknown): Explained[] {
  const name = issue.path.map(String).join('.') || 'tệp';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: [...issue.path, key],
      message: `"${[...issue.path.map(String), key].join('.')}" không phải là một mục`,
      hint: 'bỏ mục này hoặc sửa lại tên theo docs/huong-dan.md',
    }));
  }
  if (issue.code === 'invalid_type' && valueAt(content, issue.path) === undefined) {
    return [{ path: issue.path, message: `thiếu mục "${name}"`, hint: 'thêm mục này; xem docs/huong-dan.md' }];
  }
  if (issue.code === 'invalid_value') {
    return [
      { path: issue.path, message: `"${name}" không nhận giá trị này`, hint: `chỉ nhận: ${issue.values.join(', ')}` },
    ];
  }
  if (issue.code === 'invalid_type') {
    return [
      { path: issue.path, message: `"${name}" sai kiểu`, hint: `cần ${kinds[issue.expected] ?? issue.expected}` },
    ];
  }
  return [{ path: issue.path, message: `"${name}" chưa đúng`, hint: issue.message }];
}

function valueAt(content: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    content,
  );
}

const kinds: Record<string, string> = {
  string: 'một dòng chữ',
  array: 'một danh sách ("- …")',
  object: 'các mục con',
  int: 'một số nguyên',
  number: 'một số nguyên',
};

function contentOf(toJs: () => unknown, file: string, faults: FolderFault[]): unknown {
  try {
    return toJs();
  } catch {
    faults.push({ file, line: 1, message: 'dùng quá nhiều neo (&, *)', hint: 'viết thẳng giá trị, không dùng neo' });
    return undefined;
  }
}

function faultOf({ message, linePos }: YAMLError, file: string): FolderFault {
  const what = message.includes('unique') ? 'một mục viết hai lần' : `YAML không đọc được (${message.split('\n')[0]})`;
  return {
    file,
    line: linePos?.[0].line ?? 1,
    message: what,
    hint: 'kiểm tra thụt lề, dấu ":" và dấu ngoặc kép ở dòng này',
  };
}
