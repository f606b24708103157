import type * as z from 'zod/mini';
import { heaviestAnswers } from '../domain/collection/weight.ts';
import { type Fault, problem } from '../domain/problem.ts';
import { jsonFrom } from './json.ts';
import { partsOf } from './multipart.ts';
import { header, type Request } from './request.ts';

/** Bytes of a form with a few fields. */
const largestBody = 64 * 1024;

/**
 * Bytes of what a program sends of a unit: a letter of three bytes takes six as JSON may write it, and each cell of a list has its
 * name beside it. How much of it there may be is asked of what comes out (shared/domain/collection/weight.ts), so that each way takes
 * as much as the others.
 */
const largestTyped = 8 * heaviestAnswers;

/** The fields of a posted form, each once. @throws Problem 400, 413, 415 */
export function formOf(request: Request): URLSearchParams {
  return fieldsOf(request, largestBody);
}

/** Bytes of the form that a unit fills in, as it comes: more than it may type, so that what is too much can be given back. */
const largestForm = 2 * 1024 * 1024;

/** Bytes of the same with a file: all that Lambda lets through, so that what was typed beside a file too large is given back. */
const largestUpload = 6 * 1024 * 1024;

export type Posted = { fields: URLSearchParams; file: Uint8Array | undefined };

/** Whether a form came the way files come. */
export function bringsFile(request: Request): boolean {
  return isOf(header(request, 'content-type'), 'multipart/form-data');
}

/**
 * A posted form that may bring a file, by whichever way a browser sends it. No field and no file is there twice: which of two
 * would count? @throws Problem 400, 413, 415
 */
export function postedBy(request: Request): Posted {
  if (!bringsFile(request)) return { fields: fieldsOf(request, largestForm), file: undefined };
  const parts = partsOf(bytesOf(request, largestUpload), header(request, 'content-type') ?? '');
  if (!parts) throw problem.malformed('Không đọc được tệp gửi lên; hãy chọn lại tệp rồi gửi lại.');
  const texts = parts.filter(({ file }) => !file);
  const files = parts.filter(({ file, content }) => file && content.length > 0);
  if (texts.reduce((sum, { content }) => sum + content.length, 0) > largestForm) throw problem.tooLarge();
  if (files.length > 1) throw problem.malformed('Mỗi lần chỉ gửi được một tệp; hãy chọn lại một tệp rồi gửi lại.');
  const fields = texts.map(({ name, content }): [string, string] => [name, content.toString('utf8')]);
  const [file] = files.map(({ content: { buffer, byteOffset, length } }) => new Uint8Array(buffer, byteOffset, length));
  return { fields: eachOnce(new URLSearchParams(fields)), file };
}

function fieldsOf(request: Request, most: number): URLSearchParams {
  if (!isOf(header(request, 'content-type'), 'application/x-www-form-urlencoded')) throw problem.wrongMediaType();
  return eachOnce(new URLSearchParams(textOf(request, most)));
}

function eachOnce(fields: URLSearchParams): URLSearchParams {
  const known = new Set<string>();
  for (const name of fields.keys()) {
    if (known.has(name)) throw problem.malformed(`Trường "${name.slice(0, 100)}" có hai lần.`);
    known.add(name);
  }
  return fields;
}

/** The JSON a program sent, checked against a schema. @throws Problem 400, 413, 415 */
export function jsonOf<Schema extends z.ZodMiniType>(request: Request, schema: Schema): z.infer<Schema> {
  if (!isOf(header(request, 'content-type'), 'application/json')) throw problem.wrongMediaType();
  return checked(jsonFrom(textOf(request, largestTyped)), schema);
}

/** Checks what came from outside; every fault is named by its field. @throws Problem 400 */
export function checked<Schema extends z.ZodMiniType>(value: unknown, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (!result.success) throw problem.unknownFields(result.error.issues.flatMap(faultsOf));
  return result.data;
}

/** What is wrong with the shape of a value, by field; nothing when it is sound. */
export function faultsIn(value: unknown, schema: z.ZodMiniType): Fault[] {
  return schema.safeParse(value).error?.issues.flatMap(faultsOf) ?? [];
}

function isOf(mediaType: string | undefined, wanted: string): mediaType is string {
  return mediaType?.toLowerCase().split(';')[0] === wanted;
}

function textOf(request: Request, most: number): string {
  return bytesOf(request, most).toString('utf8');
}

function bytesOf({ event }: Request, most: number): Buffer<ArrayBuffer> {
  const body = event.body ?? '';
  const encoding = event.isBase64Encoded ? 'base64' : 'utf8';
  // Measured before it is decoded: what is too large is refused in no time.
  if (Buffer.byteLength(body, encoding) > most) throw problem.tooLarge();
  return Buffer.from(body, encoding);
}

function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ field: [field, key].filter(Boolean).join('.'), message: 'Không có trường này.' }));
  }
  return [{ field, message: messageOf(issue) }];
}

/** Our own messages are Vietnamese already; the library's defaults are not. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `Thiếu hoặc sai kiểu; cần ${issue.expected}.`;
  if (issue.code === 'invalid_value') return `Chỉ nhận: ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_key') return 'Tên mục không hợp lệ.';
  return issue.message === 'Invalid input' ? 'Giá trị không hợp lệ.' : `Giá trị không hợp lệ: ${issue.message}.`;
}
