import type { Edition } from '../compilation/edition.ts';
import { takenOf } from './signing.ts';

/** True of an edition that may go out: it needs no steps, or has gone through all of them and bears the number it was given. */
export function mayGoOut({ passage, numbered, printed }: Edition): boolean {
  if (passage === undefined) return true;
  return passage.stands === 'through' && (numbered === undefined || printed !== undefined);
}

/** The edition as it is issued: with its number and its date, the files that bear them, and the signed PDF, where it has them. */
export function asIssued(edition: Edition): Edition {
  const signed = takenOf(edition).at(-1);
  const numbered = withNumber(edition);
  return signed ? { ...numbered, files: { ...numbered.files, pdf: signed.file } } : numbered;
}

/** An edition as it was compiled, as it was printed with its number, and as it is issued: each has files that are looked for. */
export function formsOf(edition: Edition): Edition[] {
  return [edition, withNumber(edition), asIssued(edition)];
}

function withNumber(edition: Edition): Edition {
  const { numbered, printed, files, head } = edition;
  if (!numbered || !printed) return edition;
  const { so, diaDanh, pages, ...bearing } = printed;
  return { ...edition, pages, date: numbered.date, head: { ...head, so, diaDanh }, files: { ...files, ...bearing } };
}
