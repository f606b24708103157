import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Founding, filesOf } from './founding.ts';
import { isRefusal, type Question, questions } from './questions.ts';

/** Asks a question and gives what was typed; undefined when nobody answers any more. */
export type Ask = (question: Question, told: Told) => Promise<string | undefined>;
type Told = { refused?: string; otherwise: string | undefined };

/** What is known of a folder to be made: what was typed behind the command, who can be asked for the rest, and the day. */
export type Asked = { typed: Partial<Record<keyof Founding, string>>; ask?: Ask | undefined; today: string };

/** All that a folder begins with, or a line for each thing that is wrong with what was typed, or that nobody said. */
export async function foundingAsked({
  typed,
  ask,
  today,
}: Asked): Promise<{ founding: Founding } | { faults: string[] }> {
  const so: Partial<Founding> = {};
  const faults: string[] = [];
  for (const question of questions) {
    const { option } = question;
    const otherwise = question.otherwise?.(so, today);
    const given = typed[option];
    const readOf = (answer: string | undefined) =>
      answer === undefined ? undefined : question.read(answer.trim() || (otherwise ?? ''));
    let read = readOf(given ?? (ask ? await ask(question, { otherwise }) : otherwise));
    while (isRefusal(read) && ask && given === undefined) {
      read = readOf(await ask(question, { refused: read.refused, otherwise }));
    }
    if (read === undefined) faults.push(`thiếu --${option} → ${question.asks}: --${option} "${question.example}"`);
    else if (isRefusal(read)) faults.push(`--${option}: ${read.refused} → viết như "${question.example}"`);
    else Object.assign(so, { [option]: read });
  }
  return faults.length > 0 ? { faults } : { founding: so as Founding };
}

/** Why a folder cannot be made there; undefined when it can: nothing that stands there is ever written over. */
export function whyNot(directory: string): string | undefined {
  if (!existsSync(directory)) return undefined;
  if (!statSync(directory).isDirectory()) return `"${directory}" là một tệp → chọn tên khác cho thư mục mới`;
  return readdirSync(directory).length > 0 ? `"${directory}" đã có tệp bên trong → chọn một thư mục mới` : undefined;
}

/** Writes a new folder. */
export function writeFolder(directory: string, founding: Founding): void {
  for (const [file, text] of Object.entries(filesOf(founding))) {
    const path = join(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  }
}
