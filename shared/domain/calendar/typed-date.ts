import { isCalendarDate } from './day.ts';

/**
 * A date as people type it, "31/10/2025", "31-10-2025", "31.10.2025", on a keyboard of digits "31102025", or as programs do,
 * "2025-10-31": as "2025-10-31". Undefined where it is none; the day always stands before the month, and a year has four digits, so
 * that nothing is guessed: eight digits are no date of this kind the other way round, as no month is the 19th or the 20th.
 */
export function readDate(typed: string): string | undefined {
  const text = typed.trim();
  const byPeople = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text) ?? /^(\d\d)()(\d\d)((?:19|20)\d\d)$/.exec(text);
  const [, day = '', , month = '', year = ''] = byPeople ?? [];
  const date = byPeople ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isCalendarDate(date) ? date : undefined;
}
