import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { CalendarDate, instantAt, TimeOfDay } from '../../shared/domain/calendar/day.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { hindranceIn } from './hindrance.ts';
import { tryToWrite } from './whole-file.ts';

/** What is typed behind a command. What cannot be is said in a sentence to whoever typed it, and ends the command with 2. */

/** The options of a command, each with what is written behind it: `{ now: '2021-11-01T08:00' }`. */
export function typedOptions<Name extends string>(
  examples: Record<Name, string>,
  args = process.argv.slice(2),
): Partial<Record<Name, string>> {
  const names = Object.keys(examples) as Name[];
  try {
    const { values } = parseArgs({
      args,
      options: Object.fromEntries(names.map(name => [name, { type: 'string' as const }])),
    });
    return values as Partial<Record<Name, string>>;
  } catch (error) {
    const [, typed = ''] = /'([^']*)'/.exec((error as Error).message) ?? [];
    return refuse(`không đọc được "${typed}"; viết: ${names.map(name => `--${name} ${examples[name]}`).join(' ')}`);
  }
}

/** A port on which to be reached. */
export function portTyped(typed: string): number {
  if (/^\d{1,5}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 65_535) return Number(typed);
  return refuse(`--port "${typed}" không phải là cổng; viết một số từ 1 đến 65535, ví dụ 8021`);
}

const Instant = z.tuple([CalendarDate, TimeOfDay]);

/** An instant as a clock in Việt Nam shows it, "2021-11-01T08:00", or a day, which is begun at eight; milliseconds since 1970. */
export function instantTyped(typed: string): number {
  const read = Instant.safeParse(typed.includes('T') ? typed.split('T') : [typed, '08:00']);
  if (!read.success)
    return refuse(`--now "${typed}" không phải là ngày giờ có trong lịch; viết như 2021-11-01 hoặc 2021-11-01T08:00`);
  return instantAt(...read.data);
}

/**
 * From here on, what keeps the command from a folder ends it in a sentence, wherever it shows. Any other fault is told in the sentence
 * `otherwise`; without one it is of the program, and shows where it arose.
 */
export function tellHindrancesIn(folder: string, otherwise?: string): void {
  process.on('uncaughtException', error => {
    const sentence = hindranceIn(folder, error) ?? otherwise;
    if (sentence !== undefined) refuse(sentence);
    console.error(error);
    process.exit(1);
  });
}

/** A folder to write into, made when it is not there. */
export function folderTyped(option: string, typed: string): string {
  try {
    mkdirSync(typed, { recursive: true });
    tryToWrite(typed);
    return typed;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return refuse(hindranceIn(typed, error) ?? '');
    return refuse(
      `--${option} "${typed}" không phải là thư mục ghi được; hãy chỉ một thư mục, có hay chưa có cũng được`,
    );
  }
}

/** Says what is wrong and what would be right, and ends the command. */
export function refuse(sentence: string): never {
  console.error(`${capitalised(sentence)}.`);
  process.exit(2);
}
