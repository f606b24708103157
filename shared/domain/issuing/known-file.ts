import type { Edition } from '../compilation/edition.ts';
import { type FileKind, filesGivenTo } from '../compilation/given-out.ts';
import { isRecalled } from '../compilation/recall.ts';
import { asIssued, mayGoOut } from './issued-edition.ts';

/** What can be told anybody who has a file: whether it is one of a letter that went out, whether that was recalled, and whether another took its place. */
export type KnownFile =
  | { kind: 'unknown' }
  | { kind: 'genuine'; file: FileKind; edition: Edition; recalled?: boolean; replacedBy?: Edition | undefined };

/**
 * Looks for a file by its hash among the editions of its period, oldest first. Only what recipients are given is known: of a letter
 * that is held back or not through its steps, of one without the number it bears, and of what is no letter, nobody learns that it is there.
 */
export function knownFile(sha256: string, made: Edition[]): KnownFile {
  const editions = made.filter(mayGoOut).map(asIssued);
  const found = editions.findLast(edition => kindOf(sha256, edition));
  const file = found && kindOf(sha256, found);
  if (!file) return { kind: 'unknown' };
  return {
    kind: 'genuine',
    file,
    edition: found,
    recalled: isRecalled(found),
    replacedBy: replacedBy(found, editions),
  };
}

/** The letter that took the place of another, the newest that went out; undefined where that stands. */
export function replacedBy({ number }: Pick<Edition, 'number'>, editions: Edition[]): Edition | undefined {
  const newest = editions.findLast(edition => mayGoOut(edition) && filesGivenTo(['recipient'], edition).length > 0);
  return newest && newest.number !== number ? asIssued(newest) : undefined;
}

function kindOf(sha256: string, edition: Edition): FileKind | undefined {
  return filesGivenTo(['recipient'], edition).find(kind => edition.files[kind]?.sha256 === sha256);
}

/** The hash that somebody typed or pasted, however it is spaced and in either case; undefined when it is none. */
export function hashTyped(typed: string): string | undefined {
  const hash = typed.replace(/[\s:-]/g, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}
