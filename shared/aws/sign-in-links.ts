import { signInServes } from '../domain/delivery/sign-in.ts';
import { newCode, newToken, sha256 } from '../token.ts';
import { type Bound, countOneMore } from './counted.ts';
import { type Link, linkOf, recordLink, useUp } from './links.ts';
import type { Table } from './table.ts';

/** A code has a million values: to try ten is to be let in once in a hundred thousand times, and by who has the link itself. */
const triedCodes: Bound = { kind: 'ASKED', most: 10, lasts: signInServes };

/**
 * Makes a link by which a member of staff signs in, and the code that stands beside it in the mail. `asker` is the digest of the
 * secret of the browser that asked for it; undefined when that is not known.
 */
export async function makeSignInLink(
  table: Table,
  { staff, asker }: { staff: string; asker: string | undefined },
  now: number,
): Promise<{ token: string; code: string }> {
  const [token, code] = [newToken(), newCode()];
  const expiresAt = Math.floor((now + signInServes) / 1_000);
  await recordLink(table, token, { opens: 'sign-in', staff, code: digestOf(token, code), asker, expiresAt });
  return { token, code };
}

/** What shows that a person follows a link, and no program that opens every link of a mail and presses what it finds. */
export type Shown = { asker: string | undefined; code: string | undefined };

/**
 * Uses up a link to sign in: whose it is. `unshown` of one that serves still, to whom shows neither the browser that asked nor
 * the code; undefined of one that does not. A link from before there were codes, and one of this machine's desk, ask for neither.
 */
export async function signInBy(
  table: Table,
  token: string,
  shown: Shown & { now: number },
): Promise<{ staff: string } | 'unshown' | undefined> {
  const link = await linkOf(table, token, shown.now);
  if (link?.opens !== 'sign-in') return undefined;
  if (!(await isShown(table, token, link, shown))) return 'unshown';
  return (await useUp(table, token, shown.now)) && { staff: link.staff };
}

/** Whether a link serves in any browser by the button alone: one from before there were codes, or of this machine's desk. */
export async function opensAnywhere(table: Table, token: string, now: number): Promise<boolean> {
  const link = await linkOf(table, token, now);
  return link?.opens === 'sign-in' && link.code === undefined;
}

type SignInLink = Extract<Link, { opens: 'sign-in' }>;

async function isShown(
  table: Table,
  token: string,
  link: SignInLink,
  { asker, code, now }: Shown & { now: number },
): Promise<boolean> {
  if (link.code === undefined) return true;
  if (asker !== undefined && link.asker === sha256(asker)) return true;
  if (code === undefined || (await countOneMore(table, triedCodes, { who: `code ${sha256(token)}`, now })))
    return false;
  return link.code === digestOf(token, code);
}

/** With the token, which is not kept: of the code alone each value could be tried. */
function digestOf(token: string, code: string): string {
  return sha256(`${token} ${code}`);
}
