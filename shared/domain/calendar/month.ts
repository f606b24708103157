import * as z from 'zod/mini';

/** A calendar month, "2021-10". Months in this form sort as text. */
export const Month = z.string().check(z.regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'phải là năm-tháng, ví dụ 2021-10'));
export type Month = z.infer<typeof Month>;

/** The month that lies `count` months after `month`; before it when `count` is negative. */
export function monthsAfter(month: Month, count: number): Month {
  const months = yearOf(month) * 12 + numberOf(month) - 1 + count;
  return `${Math.floor(months / 12)}-${padded((months % 12) + 1)}`;
}

/** True while `month` lies between `validFrom` and `validTo`, both included; a missing end is open. */
export function within(valid: { validFrom?: Month | undefined; validTo?: Month | undefined }, month: Month): boolean {
  return (valid.validFrom ?? month) <= month && month <= (valid.validTo ?? month);
}

/** "tháng 10/2021" is written "10/2021"; months 1 and 2 get a 0, as in the date line (NĐ 30/2020, Phụ lục I, ô 4). */
export function monthAndYear(month: Month): string {
  return `${monthNumber(month)}/${yearOf(month)}`;
}

/** "10"; months 1 and 2 get a 0. */
export function monthNumber(month: Month): string {
  const number = numberOf(month);
  return number < 3 ? padded(number) : String(number);
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

function numberOf(month: Month): number {
  return Number(month.slice(5));
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
