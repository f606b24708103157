import * as z from 'zod/mini';
import { CalendarDate } from './day.ts';
import { Id } from './id.ts';
import { Month } from './month.ts';

/** A plain address, "phong@so.gov.vn": ASCII, one of it, no display name, so that nothing can be smuggled into a header. */
export const MailAddress = z
  .string()
  .check(
    z.maxLength(254, 'địa chỉ thư dài quá 254 ký tự'),
    z.regex(
      /^[A-Za-z0-9_'+-]+(?:\.[A-Za-z0-9_'+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
      'phải là một địa chỉ thư điện tử, ví dụ phong@so.gov.vn',
    ),
  );

/** Names of the house's own in places where a report's name stands: its ledger of sign-in mails. */
const reserved = ['sign-in'];

/** One line of text for people; it may stand in a mail's header, so it holds no control character. */
export const Line = z.string().check(
  z.trim(),
  z.minLength(1, 'không được để trống'),
  z.maxLength(500, 'dài quá 500 ký tự'),
  z.refine(line => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(line), 'chỉ được một dòng, không có ký tự điều khiển'),
  z.overwrite(line => line.normalize('NFC')),
);

/** Offices merge and are renamed: what has these months exists only between them, both included. */
const Validity = { validFrom: z.optional(Month), validTo: z.optional(Month) };

/** "08:00". */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'phải là giờ:phút, ví dụ 16:00'));

/** Phòng, trung tâm: who hands in. A unit outside its months owes nothing. */
export const Unit = z.strictObject({
  id: Id,
  name: Line,
  mail: z.array(MailAddress).check(z.minLength(1)),
  ...Validity,
});
export type Unit = z.infer<typeof Unit>;

export const Role = z.enum(['coordinator', 'approver', 'clerk']);
export type Role = z.infer<typeof Role>;

/** Cán bộ: a named person with a role. */
export const Staff = z.strictObject({
  id: Id,
  name: Line,
  mail: MailAddress,
  roles: z.array(Role).check(z.minLength(1)),
});
export type Staff = z.infer<typeof Staff>;

/** Who owes an indicator or a task: one unit, or one after another when it is handed over. */
const Owner = z.array(z.strictObject({ unit: Id, from: z.optional(Month) })).check(z.minLength(1));

/** With what a figure is compared; `as` percent of the base, or points where the figure is itself a percentage. */
export const Comparison = z.strictObject({
  with: z.enum(['previous-month', 'same-month-last-year']),
  as: z.enum(['percent', 'points']),
  decimals: z.int().check(z.minimum(0), z.maximum(6)),
});
export type Comparison = z.infer<typeof Comparison>;

const Decimal = z.string().check(z.regex(/^-?\d{1,15}(\.\d{1,9})?$/, 'phải là số, ví dụ 1000 hoặc -12.5'));

const Percent = z.string().check(z.regex(/^\d{1,6}(\.\d{1,3})?$/, 'phải là phần trăm, ví dụ 50'));

/**
 * Chỉ tiêu. `phrase` opens the sentence; in it "{tháng}" stands for "10" and "{tháng/năm}" for "10/2021".
 * `shows` level: "… đạt 3.781 tỷ đồng, tăng …"; change: only the change is printed.
 * `limits`: what a figure is taken beyond only with an explanation; `change` is percent of the unit's own history.
 */
export const Indicator = z.strictObject({
  code: Id,
  name: Line,
  phrase: Line,
  unitOfMeasure: z.string().check(z.maxLength(40)),
  decimals: z.int().check(z.minimum(0), z.maximum(9)),
  shows: z.enum(['level', 'change']),
  owner: Owner,
  comparisons: z.array(Comparison),
  limits: z.strictObject({ least: z.optional(Decimal), most: z.optional(Decimal), change: z.optional(Percent) }),
  ...Validity,
});
export type Indicator = z.infer<typeof Indicator>;

/** Nhiệm vụ. `group` says where in the letter its outcome stands; tasks of a group keep the order of the file. */
export const Task = z.strictObject({ id: Id, text: Line, group: Id, owner: Owner, ...Validity });
export type Task = z.infer<typeof Task>;

/** A day and hour counted from the period's month: `month` 1 is the month after; day 31 means the last day. */
const DayOfMonth = z.strictObject({
  month: z.int().check(z.minimum(-1), z.maximum(3)),
  day: z.int().check(z.minimum(1), z.maximum(31)),
});
export type DayOfMonth = z.infer<typeof DayOfMonth>;

/** A line of "Nơi nhận": what it prints, and to whom it goes. Without `to` and `mail` it prints and mails nobody. */
export const Recipient = z.strictObject({
  id: Id,
  line: Line,
  to: z.optional(z.enum(['addressees', 'units', 'approvers', 'coordinators', 'clerks'])),
  mail: z.array(MailAddress),
  ...Validity,
});
export type Recipient = z.infer<typeof Recipient>;

export const ReportDefinition = z.strictObject({
  id: Id.check(z.refine(id => !reserved.includes(id), 'mã này dành cho hệ thống; hãy chọn mã khác')),
  name: Line,
  /** The periods this report exists in. */
  first: Month,
  last: z.optional(Month),
  /** The days the figures and results cover (NĐ 09/2019/NĐ-CP, Điều 12: from the 15th to the 14th, unless a law says otherwise). */
  window: z.strictObject({ from: DayOfMonth, to: DayOfMonth }),
  opening: z.strictObject({ ...DayOfMonth.shape, at: TimeOfDay }),
  deadline: z.strictObject({ ...DayOfMonth.shape, at: TimeOfDay, onDayOff: z.enum(['next', 'previous', 'keep']) }),
  reminders: z.array(z.strictObject({ workingDaysBefore: z.int().check(z.minimum(0), z.maximum(20)), at: TimeOfDay })),
  whenMissing: z.enum(['issue', 'hold']),
  kyHieu: Line,
  trichYeu: Line,
  addressees: z.array(z.strictObject({ name: Line, mail: z.array(MailAddress) })).check(z.minLength(1)),
  basis: z.array(Line),
  recipients: z.array(Recipient).check(z.minLength(1)),
  signer: z.strictObject({ quyenHan: z.optional(Line), chucVu: Line, nguoiKy: Line }),
  doKhan: z.optional(z.enum(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'])),
  nguoiSoan: z.optional(Line),
  indicators: z.array(Indicator),
  tasks: z.array(Task),
  /** letter.md: Markdown with Liquid. */
  wording: z.string(),
});
export type ReportDefinition = z.infer<typeof ReportDefinition>;

/** A figure of a month before the first period; `value` is a plain decimal. */
export const HistoricFigure = z.strictObject({ period: Month, indicator: Id, value: Decimal });
export type HistoricFigure = z.infer<typeof HistoricFigure>;

/** The office, as published: what a period pins when it opens. */
export const Department = z.strictObject({
  id: Id,
  name: Line,
  coQuanChuQuan: Line,
  coQuanBanHanh: Line,
  diaDanh: Line,
  diaChi: z.optional(Line),
  timeZone: z.literal('Asia/Ho_Chi_Minh'),
  units: z.array(Unit).check(z.minLength(1)),
  staff: z.array(Staff).check(z.minLength(1)),
  /** Days off beyond the law's holidays, compensatory ones too. */
  daysOff: z.array(CalendarDate),
  /** Weekend days that are worked, in exchange for another day. */
  daysWorked: z.array(CalendarDate),
  history: z.array(HistoricFigure),
  reports: z.array(ReportDefinition).check(z.minLength(1)),
});
export type Department = z.infer<typeof Department>;
