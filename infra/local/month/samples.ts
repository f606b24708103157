import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Term } from '../../../shared/domain/calendar/term.ts';

const departments = join(import.meta.dirname, '..', '..', '..', 'templates', 'departments');

/** What is run where nothing is asked for. */
export const firstSample = join(departments, 'so-cong-thuong');

/** Where the answers to a department's folder lie that come with it: "answers/<name>/<term>", beside "departments/<name>". */
export function answersBeside(department: string): string {
  const folder = resolve(department);
  return join(dirname(dirname(folder)), 'answers', basename(folder));
}

/** The newest term that a folder of answers has some for; undefined where it has none. */
export function newestTermIn(answers: string): Term | undefined {
  if (!statSync(answers, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return readdirSync(answers)
    .filter(name => Term.safeParse(name).success)
    .sort()
    .at(-1);
}
