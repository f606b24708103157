import { createInterface } from 'node:readline/promises';
import { dateAt } from '../../../shared/domain/calendar/day.ts';
import { typedOptions } from '../../local/command-line.ts';
import { type Ask, foundingAsked, whyNot, writeFolder } from './found.ts';
import type { Founding } from './founding.ts';
import { questions } from './questions.ts';

/** `npm run department -- new DIR`: asks at a terminal for what no option says, and writes the folder. False when it was not made. */
export async function makeNew(directory: string, options: string[]): Promise<boolean> {
  const examples = Object.fromEntries(questions.map(({ option, example }) => [option, `"${example}"`]));
  const typed = typedOptions(examples as Record<keyof Founding, string>, options);
  const taken = whyNot(directory);
  if (taken !== undefined) return told(taken);
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const asked = await foundingAsked({ typed, ask: terminal && asking(terminal), today: dateAt(Date.now()) });
  terminal?.close();
  if ('faults' in asked) return told(...asked.faults);
  try {
    writeFolder(directory, asked.founding);
  } catch {
    return told(`"${directory}" không ghi được → chọn một thư mục ghi được`);
  }
  console.log(
    `Đã tạo ${directory}. Mở các tệp trong đó để viết tiếp; sửa xong chạy: npm run department -- check ${directory}`,
  );
  return true;
}

function asking(terminal: ReturnType<typeof createInterface>): Ask {
  return async ({ asks, example }, { refused, otherwise }) => {
    if (refused !== undefined) console.log(`  ${refused}`);
    const usual = otherwise === undefined ? `ví dụ ${example}` : `bỏ trống là ${otherwise}`;
    try {
      return await terminal.question(`${asks} (${usual}): `);
    } catch {
      return undefined;
    }
  };
}

function told(...faults: string[]): false {
  for (const fault of faults) console.error(fault);
  return false;
}
