import * as z from 'zod/mini';
import { type Month, monthsAfter } from './month.ts';
import { lastMonthOf, type Term } from './term.ts';

/**
 * Days and hours in Việt Nam, which has kept UTC+7 without summer time since 1975. A date is "2021-11-16", an instant is
 * milliseconds since 1970 in UTC.
 */
const hoursAheadOfUtc = 7;
const hour = 3_600_000;
const day = 24 * hour;

const dated = /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** "2021-09-02". */
export const CalendarDate = z.string().check(
  z.regex(dated, 'phải là năm-tháng-ngày, ví dụ 2021-09-02'),
  z.refine(date => isCalendarDate(date), 'ngày này không có trong lịch'),
);

/** Whether a text is a day of the calendar as programs write it, "2021-09-02": also where nothing is parsed, in a browser. */
export function isCalendarDate(date: string): boolean {
  if (!dated.test(date)) return false;
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/** "08:00". */
export const TimeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'phải là giờ:phút, ví dụ 16:00'));

/** A day counted from the month a period ends in: `month` 1 is the month after; day 31 means the last day. */
export const DayOfMonth = z.strictObject({
  month: z.int().check(z.minimum(-12), z.maximum(3)),
  day: z.int().check(z.minimum(1), z.maximum(31)),
});
export type DayOfMonth = z.infer<typeof DayOfMonth>;

/** The date a rule such as "the 16th of the month after" means for a term; day 31 is the last day of any month. */
export function dateOf(rule: DayOfMonth, term: Term): string {
  const ruled = monthsAfter(lastMonthOf(term), rule.month);
  const lastDay = Number(daysAfter(`${monthsAfter(ruled, 1)}-01`, -1).slice(8));
  return `${ruled}-${String(Math.min(rule.day, lastDay)).padStart(2, '0')}`;
}

/** The instant a clock in Việt Nam shows `time`, "16:00", on `date`. */
export function instantAt(date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return midnight(date) + (hours - hoursAheadOfUtc) * hour + minutes * 60_000;
}

/** The date in Việt Nam at an instant. */
export function dateAt(instant: number): string {
  return new Date(instant + hoursAheadOfUtc * hour).toISOString().slice(0, 10);
}

/** The month in Việt Nam at an instant. */
export function monthAt(instant: number): Month {
  return dateAt(instant).slice(0, 7);
}

/** The time of day in Việt Nam at an instant, "16:00". */
export function timeAt(instant: number): string {
  return new Date(instant + hoursAheadOfUtc * hour).toISOString().slice(11, 16);
}

/** "16:00 ngày 16/11/2021", as mails and pages say it. */
export function inWords(instant: number): string {
  return `${timeAt(instant)} ngày ${dateInDigits(dateAt(instant))}`;
}

/** "16 giờ 00, thứ Ba ngày 16/11/2021": an hour that is not to be missed. */
export function hourAndWeekday(instant: number): string {
  const date = dateAt(instant);
  return `${timeAt(instant).replace(':', ' giờ ')}, ${weekdays[new Date(midnight(date)).getUTCDay()]} ngày ${dateInDigits(date)}`;
}

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** "còn 3 ngày 4 giờ", "còn 25 phút", "đã hết hạn": how long until an instant, in the two greatest units. */
export function timeLeft(until: number, now: number): string {
  if (now >= until) return 'đã hết hạn';
  const minutes = Math.ceil((until - now) / 60_000);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1_440), 'ngày'],
    [Math.floor(minutes / 60) % 24, 'giờ'],
    [minutes % 60, 'phút'],
  ];
  const told = parts.filter(([count]) => count > 0).slice(0, 2);
  return `còn ${told.map(([count, unit]) => `${count} ${unit}`).join(' ')}`;
}

/** "16/11/2021". */
export function dateInDigits(date: string): string {
  const [year, month, dayOfMonth] = date.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** "16/11/2021", "04/02/2025", "14/9/2025": as letters write it, days below 10 and months 1, 2 with a 0. */
export function dateWithSlashes(date: string): string {
  const [year, month, dayOfMonth] = date.split('-') as [string, string, string];
  return `${dayOfMonth}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** "ngày 16 tháng 11 năm 2021"; days below 10 and months 1, 2 get a 0 (NĐ 30/2020, Phụ lục I, ô 4). */
export function dateLine(date: string): string {
  const [year, month, dayOfMonth] = date.split('-') as [string, string, string];
  return `ngày ${dayOfMonth} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

/** The date that lies `count` days after `date`. */
export function daysAfter(date: string, count: number): string {
  return new Date(midnight(date) + count * day).toISOString().slice(0, 10);
}

/** Midnight of a date in UTC: for counting days, not for telling the hour. */
export function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
