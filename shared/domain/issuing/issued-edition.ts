import type { Edition } from '../compilation/edition.ts';

/** True of an edition that may go out: it needs no steps, or has gone through all of them and bears the number it was given. */
export function mayGoOut({ passage, numbered, printed }: Edition): boolean {
  if (passage === undefined) return true;
  return passage.stands === 'through' && (numbered === undefined || printed !== undefined);
}

/** The edition as it is issued: with its number, its date, and the files that bear them, where it has them. */
export function asIssued(edition: Edition): Edition {
  const { numbered, printed, files, head } = edition;
  if (!numbered || !printed) return edition;
  const { so, diaDanh, pages, ...bearing } = printed;
  return { ...edition, pages, date: numbered.date, head: { ...head, so, diaDanh }, files: { ...files, ...bearing } };
}
