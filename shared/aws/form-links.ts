import type { Period } from '../domain/office/period.ts';
import { newToken, sha256 } from '../token.ts';
import { epochOf, type Session } from './access.ts';
import { headOf } from './heads.ts';
import { linkOf, recordLink } from './links.ts';
import type { Table } from './table.ts';

/** A new link to a unit's form, good until an instant in milliseconds, or until the unit is shut out: its token. */
export function linkToForm(table: Table, unit: string, period: Period, until: number): Promise<string> {
  return made(table, { unit, period, until });
}

/** The same to a form that is closed: it leads to what is in the letter, and nothing is handed in by it. */
export function linkToClosedForm(table: Table, unit: string, period: Period, until: number): Promise<string> {
  return made(table, { unit, period, until, afterTheClose: true });
}

type Making = { unit: string; period: Period; until: number; afterTheClose?: true };

async function made(table: Table, { unit, period, until, ...more }: Making): Promise<string> {
  const token = newToken();
  const name = { report: period.report, month: period.month, unit, shards: period.shards };
  const head = await headOf(table, name);
  const expiresAt = Math.floor(until / 1_000);
  await recordLink(table, token, { opens: 'form', ...name, epoch: head ? epochOf(head) : 0, expiresAt, ...more });
  return token;
}

/** Who comes by a link, and whether it opens a form that is closed. */
export type ByLink = Session & { afterTheClose?: boolean };

/** Whom a link to a form makes of its bearer: a program may hand in with its token. Undefined when it is no such link. */
export async function sessionByLink(table: Table, token: string, now: number): Promise<ByLink | undefined> {
  const link = await linkOf(table, token, now);
  if (link?.opens !== 'form') return undefined;
  const { report, month, unit, shards, epoch, expiresAt, afterTheClose } = link;
  const head = { report, month, unit, shards };
  if (epoch === undefined) return { head, digest: sha256(token) };
  return { head, epoch, until: expiresAt * 1_000, ...(afterTheClose && { afterTheClose }) };
}
