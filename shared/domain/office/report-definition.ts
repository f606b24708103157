import * as z from 'zod/mini';
import { DayOfMonth, TimeOfDay } from '../calendar/day.ts';
import { Cadence, Term } from '../calendar/term.ts';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { DocumentKind } from './document-kind.ts';
import { Escalation } from './escalation.ts';
import { Indicator } from './indicator.ts';
import { Issuing, IssuingStep, StepKind } from './issuing.ts';
import { List } from './list.ts';
import { MailAddress } from './mail-address.ts';
import { Recipient } from './recipient.ts';
import { Rule } from './rule.ts';
import { Saying } from './saying.ts';
import { Table } from './table.ts';
import { Task } from './task.ts';

/** Names of the house's own in places where a report's name stands: its ledger of sign-in mails. */
const reserved = ['sign-in'];

/** A period opens and closes about its end, however long it is. */
const NearTheEnd = z.extend(DayOfMonth, { month: z.int().check(z.minimum(-1), z.maximum(3)) });

/** Mẫu báo cáo: one report of an office, what it asks of whom, and how its letter is worded. */
export const ReportDefinition = z.strictObject({
  id: Id.check(z.refine(id => !reserved.includes(id), 'mã này dành cho hệ thống; hãy chọn mã khác')),
  name: Line,
  /** The periods this report exists in. */
  first: Term,
  last: z.optional(Term),
  /** Of each month, where nothing else is said. */
  cadence: z.optional(Cadence),
  /** The month that years begin in, for an office that counts by crop or school years; January where nothing is said. */
  yearBegins: z.optional(z.int().check(z.minimum(1), z.maximum(12))),
  /** The days the figures and results cover (NĐ 09/2019/NĐ-CP, Điều 12: from the 15th to the 14th, unless a law says otherwise). */
  window: z.strictObject({ from: DayOfMonth, to: DayOfMonth }),
  opening: z.strictObject({ ...NearTheEnd.shape, at: TimeOfDay }),
  deadline: z.strictObject({ ...NearTheEnd.shape, at: TimeOfDay, onDayOff: z.enum(['next', 'previous', 'keep']) }),
  reminders: z.array(z.strictObject({ workingDaysBefore: z.int().check(z.minimum(0), z.maximum(20)), at: TimeOfDay })),
  /** Who above them is told that units still owe. */
  escalation: z.optional(z.array(Escalation).check(z.maxLength(5))),
  whenMissing: z.enum(['issue', 'hold']),
  /** Fewer units than this, and the letter waits whatever `whenMissing` says; 1 where nothing is said. */
  atLeast: z.optional(z.int().check(z.minimum(0))),
  /** Whether the letter goes out by itself, and else the steps it goes through, in their order. */
  issuing: z.optional(Issuing),
  steps: z.optional(z.array(IssuingStep).check(z.minLength(1), z.maxLength(StepKind.options.length))),
  /** Whether who edited units' words may approve the draft that says so; nobody's own edit where nothing is said. */
  approvesOwnEdits: z.optional(z.boolean()),
  /** What the document is: a công văn, or one with a name of its kind (NĐ 30/2020, Điều 7). */
  document: z.optional(DocumentKind),
  kyHieu: Line,
  trichYeu: Line,
  addressees: z.array(z.strictObject({ name: Line, mail: z.array(MailAddress) })),
  basis: z.array(Line),
  recipients: z.array(Recipient).check(z.minLength(1)),
  signer: z.strictObject({ quyenHan: z.optional(Line), chucVu: Line, nguoiKy: Line }),
  doKhan: z.optional(z.enum(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'])),
  nguoiSoan: z.optional(Line),
  indicators: z.array(Indicator),
  tasks: z.array(Task),
  lists: z.optional(z.array(List)),
  /** What has to hold among the figures of each unit. */
  rules: z.optional(z.array(Rule)),
  tables: z.optional(z.array(Table)),
  saying: z.optional(Saying),
  /** letter.md: Markdown with Liquid. */
  wording: z.string(),
});
export type ReportDefinition = z.infer<typeof ReportDefinition>;
