import Holidays from 'date-holidays';
import { dateAt, daysAfter, midnight } from './day.ts';

/** The days an office works beyond the law: days off it announces, weekend days it works in exchange. */
export type OfficeDays = { daysOff: string[]; daysWorked: string[] };

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
    holidays.getHolidays(year).flatMap(({ start, end }) => {
      const days = (end.getTime() - start.getTime()) / 86_400_000;
      return Array.from({ length: days }, (_, at) => daysAfter(dateAt(start.getTime()), at));
    }),
  );
}

/** `date` itself when it is worked, else the next or the previous day that is; `keep` leaves it as it is. */
export function movedOffDaysOff(office: OfficeDays, date: string, onDayOff: 'next' | 'previous' | 'keep'): string {
  if (onDayOff === 'keep') return date;
  return worked(office, date, onDayOff === 'next' ? 1 : -1);
}

/** The day that lies `count` working days before `date`. */
export function workingDaysBefore(office: OfficeDays, date: string, count: number): string {
  let moved = date;
  for (let left = count; left > 0; left -= 1) {
    moved = worked(office, daysAfter(moved, -1), -1);
  }
  return moved;
}

/** The first day that is worked, from `date` on or back. */
function worked(office: OfficeDays, date: string, step: 1 | -1): string {
  let moved = date;
  while (isDayOff(office, moved)) moved = daysAfter(moved, step);
  return moved;
}
