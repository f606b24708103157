import * as z from 'zod/mini';
import { Term } from '../../shared/domain/calendar/term.ts';
import { Answers, HandIn } from '../../shared/domain/collection/answers.ts';
import { Submission } from '../../shared/domain/collection/submission.ts';
import { Id } from '../../shared/domain/text/id.ts';

/** A list, with the columns of its rows. What is `computed` is none of a program's; the others have a cell each where `required`. */
const AskedList = z.object({
  id: Id,
  name: z.string(),
  /** As many rows as are taken. */
  most: z.number(),
  columns: z.array(
    z.object({
      code: Id,
      name: z.string(),
      kind: z.enum(['text', 'number', 'date', 'choice']),
      unitOfMeasure: z.optional(z.string()),
      decimals: z.optional(z.number()),
      choices: z.optional(z.array(z.string())),
      required: z.boolean(),
      computed: z.boolean(),
      /** Plain decimals; beyond them a row has to be explained. */
      limits: z.optional(z.object({ least: z.optional(z.string()), most: z.optional(z.string()) })),
    }),
  ),
  rules: z.array(z.object({ rule: z.string(), otherwise: z.enum(['refuse', 'explain']) })),
});

/** What GET /api/submission tells. Instants are ISO 8601 in UTC. */
const SubmissionState = z.object({
  report: Id,
  reportName: z.string(),
  month: Term,
  unit: Id,
  unitName: z.string(),
  window: z.object({ from: z.string(), to: z.string() }),
  deadline: z.iso.datetime(),
  closed: z.boolean(),
  revision: z.number(),
  indicators: z.array(
    z.object({
      code: Id,
      name: z.string(),
      unitOfMeasure: z.string(),
      decimals: z.number(),
      shows: z.enum(['level', 'change']),
      /** `base`: the figure issued, where the office has one; the change is then computed, and none may be handed in. */
      comparisons: z.array(
        z.object({
          with: z.enum(['previous-month', 'same-month-last-year']),
          as: z.enum(['percent', 'points', 'ratio', 'amount']),
          against: Term,
          base: z.optional(z.string()),
        }),
      ),
    }),
  ),
  tasks: z.array(z.object({ id: Id, text: z.string() })),
  lists: z.array(AskedList),
  answers: z.optional(Answers),
});
export type SubmissionState = z.infer<typeof SubmissionState>;

/** `table`: the rows of a list, their cells as the letter writes them. */
const Item = z.object({
  field: z.string(),
  label: z.string(),
  text: z.string(),
  table: z.optional(z.object({ heads: z.array(z.string()), rows: z.array(z.array(z.string())) })),
});

const Receipt = z.object({
  key: z.string(),
  hash: z.string(),
  revision: z.number(),
  receivedAt: z.iso.datetime(),
  submission: z.optional(Submission),
  items: z.array(Item),
  /** Once the letter is compiled: that it was made of this one, by a tree of hashes (RFC 9162, 2.1). */
  proof: z.optional(
    z.object({
      leaf: z.string(),
      index: z.number(),
      size: z.number(),
      path: z.array(z.string()),
      root: z.string(),
    }),
  ),
});

const ProblemDocument = z.object({
  type: z.string(),
  status: z.number(),
  title: z.string(),
  detail: z.string(),
  /** `readings`: what a numeral may have meant, or what would be right of it, each as it can be sent. */
  faults: z.optional(
    z.array(z.object({ field: z.string(), message: z.string(), readings: z.optional(z.array(z.string())) })),
  ),
  retryAfter: z.optional(z.number()),
});

const whatIsRefused = [
  'key: mỗi mã chỉ một nội dung, mãi mãi, dù basedOn là gì; gửi lại cùng nội dung thì nhận lại biên nhận đầu tiên, kể cả sau khi chốt; nội dung khác thì 409 key-reused.',
  'answers: tối đa 128 KB, tính theo UTF-8 của JSON gọn, tên cột của bảng kê chỉ tính một lần (413).',
  'Không nhận điều mà văn bản của cơ quan không dùng tới (422, nêu từng trường).',
  'value, restates, changes: để trống khi state là none hoặc missing.',
  'outcomes: để trống khi statuses của nhiệm vụ là none (không phát sinh); để trống mà không có none thì văn bản ghi nhiệm vụ là chưa có báo cáo.',
  'changes: chỉ cho so sánh có trong comparisons; để trống khi có value và cơ quan có số gốc (base, hoặc restates), vì mức tăng, giảm do cơ quan tính.',
  'restates: chỉ khi có value, có so sánh với kỳ trước (previous-month), và khác số đã phát hành.',
  'statuses: tiến độ theo mã nhiệm vụ, chỉ gửi mục đã rõ.',
  'lists: theo mã bảng kê, mỗi dòng là các ô theo mã cột, viết như người gõ: số kiểu Việt Nam, ngày "31/10/2025" hoặc "2025-10-31", lựa chọn có trong choices; ô để trống thì bỏ; cột computed không gửi; ô "giai-trinh" của dòng là giải trình khi vượt limits hoặc trái rules. Mỗi lần nộp thay trọn bản trước: không gửi một bảng kê là bảng kê ấy không có dòng nào.',
  'Biên nhận: items là điều văn bản sẽ ghi, submission là nội dung đã lưu, hash là SHA-256 của nó.',
].join(' ');

/** The JSON API as an OpenAPI 3.1 document, made from the schemas that check the requests. */
export function openApiDocument(baseUrl: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tổng hợp: nộp báo cáo định kỳ',
      version: '1.0.0',
      description:
        'Bearer token là phần cuối của đường dẫn trong thư gửi đơn vị. Số liệu viết kiểu Việt Nam: "3.781", "138,8".',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: baseUrl }],
    security: [{ link: [] }],
    paths: {
      '/api/submission': {
        get: {
          operationId: 'getSubmission',
          summary: 'Kỳ này đơn vị phải báo cáo gì, và đã nộp gì',
          responses: { 200: content(SubmissionState, 'Kỳ báo cáo của đơn vị'), ...problems(401, 403, 404, 429) },
        },
        put: {
          operationId: 'handIn',
          summary: 'Nộp báo cáo; gửi lại cùng một mã thì không nộp hai lần',
          description: whatIsRefused,
          requestBody: { required: true, content: { 'application/json': { schema: schemaOf(HandIn, 'input') } } },
          responses: { 200: content(Receipt, 'Biên nhận'), ...problems(400, 401, 403, 409, 413, 415, 422, 429) },
        },
      },
      '/api/receipt/{key}': {
        get: {
          operationId: 'getReceipt',
          summary: 'Biên nhận của một lần nộp, kể cả khi chưa nhận được trả lời',
          parameters: [{ name: 'key', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: content(Receipt, 'Biên nhận'), ...problems(401, 403, 404, 429) },
        },
      },
    },
    components: {
      securitySchemes: { link: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(ProblemDocument) },
    },
  };
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output' = 'output') {
  const { $schema: _, ...document } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return document;
}

function content(schema: z.ZodMiniType, description: string) {
  return { description, content: { 'application/json': { schema: schemaOf(schema) } } };
}

function problems(...statuses: number[]) {
  const schema = { $ref: '#/components/schemas/Problem' };
  return Object.fromEntries(
    statuses.map(status => [status, { description: 'RFC 9457', content: { 'application/problem+json': { schema } } }]),
  );
}
