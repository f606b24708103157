import Holidays from 'date-holidays';
import type { DayOfMonth, Department } from './department.ts';
import { type Month, monthsAfter } from './month.ts';

/**
 * Days and hours in Việt Nam, which has kept UTC+7 without summer time since 1975. A date is "2021-11-16", an instant is
 * milliseconds since 1970 in UTC.
 */
const hoursAheadOfUtc = 7;
const hour = 3_600_000;
const day = 24 * hour;

/** The days an office works beyond the law: days off it announces, weekend days it works in exchange. */
export type OfficeDays = Pick<Department, 'daysOff' | 'daysWorked'>;

/** The holidays of Bộ luật Lao động 2019, Điều 112, Tết by the lunar calendar; their substitutes are announced each year. */
const holidays = new Holidays('VN', { types: ['public'], timezone: 'Asia/Ho_Chi_Minh' });

/** True on weekends, public holidays and the office's days off, but not on weekend days that are worked in exchange. */
export function isDayOff(office: OfficeDays, date: string): boolean {
  if (office.daysWorked.includes(date)) return false;
  return office.daysOff.includes(date) || isWeekend(date) || isHoliday(date);
}

function isWeekend(date: string): boolean {
  const weekday = new Date(midnight(date)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

const holidayDates = new Map<number, Set<string>>();

function isHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4));
  const known = holidayDates.get(year) ?? datesOfHolidays(year);
  holidayDates.set(year, known);
  return known.has(date);
}

/** A holiday near the year's end may begin in the year before, so that its days are counted one by one. */
function datesOfHolidays(year: number): Set<string> {
  return new Set(
    holidays.getHolidays(year).flatMap(holiday => {
      const dates: string[] = [];
      for (let at = holiday.start.getTime(); at < holiday.end.getTime(); at += day) dates.push(dateAt(at));
      return dates;
    }),
  );
}

/** `date` itself when it is worked, else the next or the previous day that is; `keep` leaves it as it is. */
export function movedOffDaysOff(office: OfficeDays, date: string, onDayOff: 'next' | 'previous' | 'keep'): string {
  if (onDayOff === 'keep') return date;
  const step = onDayOff === 'next' ? 1 : -1;
  let moved = date;
  while (isDayOff(office, moved)) moved = daysAfter(moved, step);
  return moved;
}

/** The day that lies `count` working days before `date`. */
export function workingDaysBefore(office: OfficeDays, date: string, count: number): string {
  let moved = date;
  for (let left = count; left > 0; left -= 1) {
    moved = movedOffDaysOff(office, daysAfter(moved, -1), 'previous');
  }
  return moved;
}

/** The date a rule such as "the 16th of the month after" means for a month; day 31 is the last day of any month. */
export function dateOf(rule: DayOfMonth, month: Month): string {
  const ruled = monthsAfter(month, rule.month);
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

/** The time of day in Việt Nam at an instant, "16:00". */
export function timeAt(instant: number): string {
  return new Date(instant + hoursAheadOfUtc * hour).toISOString().slice(11, 16);
}

/** "16:00 ngày 16/11/2021", as mails and pages say it. */
export function inWords(instant: number): string {
  return `${timeAt(instant)} ngày ${dateInDigits(dateAt(instant))}`;
}

/** "16/11/2021". */
export function dateInDigits(date: string): string {
  const [year, month, dayOfMonth] = date.split('-');
  return `${dayOfMonth}/${month}/${year}`;
}

/** "ngày 16 tháng 11 năm 2021"; days below 10 and months 1, 2 get a 0 (NĐ 30/2020, Phụ lục I, ô 4). */
export function dateLine(date: string): string {
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  return `ngày ${dayOfMonth} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

function daysAfter(date: string, count: number): string {
  return new Date(midnight(date) + count * day).toISOString().slice(0, 10);
}

function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
