import { exchange } from '../../shared/aws/access.ts';
import { type Head, type HeadName, headOf } from '../../shared/aws/heads.ts';
import { linkOf } from '../../shared/aws/links.ts';
import type { Table } from '../../shared/aws/table.ts';
import { Month } from '../../shared/domain/calendar/month.ts';
import { mostSessions } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { Id } from '../../shared/domain/text/id.ts';
import { bearer, type Request } from '../../shared/http/request.ts';
import { log } from '../../shared/log.ts';
import { newToken, sha256 } from '../../shared/token.ts';

/**
 * Who is asking: one unit in one period, and the digest of the secret it came with. The head itself says whether the
 * secret opens it, in the same write that hands in, so a revoked link is shut out at once.
 */
export type Session = { head: HeadName; digest: string };

export const cookieName = '__Host-phien';

/** A session lasts as long as a working day, milliseconds. */
const longest = 12 * 3_600_000;

/** Exchanges a link's token for a session: its cookie. @throws Problem when the link no longer opens anything */
export async function sessionFor(table: Table, token: string, now: number): Promise<string> {
  const link = await linkOf(table, token, now);
  if (link?.opens !== 'form') throw problem.unknownLink();
  const secret = newToken();
  const session = { digest: sha256(secret), until: now + longest };
  const head = await exchange(table, link, { link: sha256(token), session, now });
  if (!head) throw await whyShut(table, link);
  log.info('a unit entered', { report: link.report, month: link.month, unit: link.unit });
  const value = [link.report, link.month, link.unit, link.shards, secret].join('~');
  return `${cookieName}=${value}; Path=/; Max-Age=${longest / 1_000}; Secure; HttpOnly; SameSite=Strict`;
}

async function whyShut(table: Table, name: HeadName) {
  const head = await headOf(table, name);
  const many = head?.fencedAt === undefined && Object.keys(head?.access ?? {}).length >= mostSessions;
  return many ? problem.tooOften() : problem.unknownLink();
}

/** Reads who is asking, from the cookie or from a program's link token; not yet whether it is let in. @throws Problem 401 */
export async function sessionOf(table: Table, request: Request): Promise<Session> {
  const token = bearer(request);
  return token ? await sessionOfToken(table, token, request.receivedAt) : sessionOfCookie(request);
}

/** The head of whoever is asking. @throws Problem 401 when the secret does not open it */
export async function headOfSession(table: Table, session: Session, now: number): Promise<Head> {
  const head = await headOf(table, session.head);
  if (!head || !opens(head, session, now)) throw problem.noSession();
  return head;
}

export function opens(head: Head, session: Session, now: number): boolean {
  return (Object.hasOwn(head.access, session.digest) ? (head.access[session.digest] ?? 0) : 0) > now;
}

async function sessionOfToken(table: Table, token: string, now: number): Promise<Session> {
  const link = await linkOf(table, token, now);
  if (link?.opens !== 'form') throw problem.noSession();
  return { head: link, digest: sha256(token) };
}

function sessionOfCookie(request: Request): Session {
  const [report, month, unit, shards, secret] = (request.cookies[cookieName] ?? '').split('~');
  const parsed = { report: Id.safeParse(report), month: Month.safeParse(month), unit: Id.safeParse(unit) };
  if (!parsed.report.success || !parsed.month.success || !parsed.unit.success || !secret) throw problem.noSession();
  const head = {
    report: parsed.report.data,
    month: parsed.month.data,
    unit: parsed.unit.data,
    shards: Number(shards) || 1,
  };
  return { head, digest: sha256(secret) };
}
