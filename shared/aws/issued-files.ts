import * as z from 'zod/mini';
import type { Edition } from '../domain/compilation/edition.ts';
import { filesOfLetter } from '../domain/compilation/given-out.ts';
import { formsOf } from '../domain/issuing/issued-edition.ts';
import { Period } from '../domain/office/period.ts';
import { editionsOf } from './editions.ts';
import { allPeriods, type PeriodName } from './periods.ts';
import { get, putOnce, type Table } from './table.ts';

/** Of which period a file is that recipients are given, by its hash. What became of it there is asked of the period's editions. */
export const IssuedFile = z.pick(Period, { report: true, month: true });

/** Enters the files of an edition, with its number and without, signed and not, by their hashes: whoever has one can ask for it. Entering again changes nothing. */
export async function enterFiles(table: Table, edition: Edition): Promise<void> {
  const { report, month } = edition;
  const files = new Set(
    formsOf(edition)
      .flatMap(filesOfLetter)
      .map(({ sha256 }) => sha256),
  );
  await Promise.all([...files].map(sha256 => putOnce(table, { ...fileKey(sha256), report, month })));
}

/** The editions of the period that a file of this hash was compiled for, oldest first; none when it is no file of ours. */
export async function editionsWith(table: Table, sha256: string): Promise<Edition[]> {
  const name =
    (await periodOf(table, sha256)) ?? ((await enterThoseOfBefore(table)) ? await periodOf(table, sha256) : undefined);
  return name ? editionsOf(table, name) : [];
}

/** Where a file of a hash is entered. */
export function fileKey(sha256: string) {
  return { pk: `FILE#${sha256}`, sk: 'FILE' };
}

/** Says that the files of all editions from before they were entered have been. */
const allEntered = { pk: 'FILE#ALL', sk: 'ENTERED' };

async function periodOf(table: Table, sha256: string): Promise<PeriodName | undefined> {
  const item = await get(table, fileKey(sha256));
  return item && IssuedFile.parse(item);
}

/** Enters the files of editions that were recorded before files were entered, once for all; false when that was done before. */
async function enterThoseOfBefore(table: Table): Promise<boolean> {
  if (await get(table, allEntered)) return false;
  for (const name of await allPeriods(table)) {
    for (const edition of await editionsOf(table, name)) await enterFiles(table, edition);
  }
  return putOnce(table, allEntered);
}
