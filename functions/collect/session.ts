import { epochOf, opens, type Session } from '../../shared/aws/access.ts';
import { sessionByLink } from '../../shared/aws/form-links.ts';
import { type Head, type HeadName, headOf } from '../../shared/aws/heads.ts';
import { openSession, sessionOf } from '../../shared/aws/sessions.ts';
import type { Table } from '../../shared/aws/table.ts';
import type { FormName } from '../../shared/domain/collection/form-address.ts';
import { problem } from '../../shared/domain/problem.ts';
import { bearer, header, type Request } from '../../shared/http/request.ts';
import { log } from '../../shared/log.ts';
import { isToken, sha256 } from '../../shared/token.ts';
import { cookieIn, entering, formNamed } from './form-cookies.ts';

/** A session lasts as long as a working day, milliseconds. */
const longest = 12 * 3_600_000;

/** Whoever is asking, and the head that their secret opens, as it was just read. */
export type Entered = { session: Session; head: Head };

/** Exchanges a link's token for a session of the form it leads to: its cookies. @throws Problem 404 when the link no longer opens anything */
export async function sessionFor(table: Table, request: Request): Promise<{ form: FormName; cookies: string[] }> {
  const { token } = request.parameters;
  const now = request.receivedAt;
  if (!isToken(token)) throw problem.unknownLink();
  const link = await sessionByLink(table, token, now);
  const head = await headOf(table, link?.head ?? nobody);
  const shut = head?.fencedAt !== undefined && !link?.afterTheClose;
  if (!link || !head || shut || !opens(head, link, now)) throw problem.unknownLink();
  const secret = await openSession(table, { head: link.head, epoch: epochOf(head), until: now + longest });
  const { report, month, unit } = head;
  log.info('a unit entered', { report, month, unit });
  const form = { report, month, unit };
  return { form, cookies: entering(form, { secret, seconds: longest / 1_000, request }) };
}

/**
 * Lets in who is asking, by the cookie or by a program's link token. Whatever is wrong with a secret, made up, of another unit,
 * revoked or past its time, it is refused in the same words and after the same two reads.
 * @throws Problem 401
 */
export async function enter(table: Table, request: Request): Promise<Entered> {
  const secret = secretIn(request);
  const known = seen.get(secret.name);
  const session = known ?? (await sessionBehind(table, secret, request.receivedAt));
  const head = await headOf(table, session?.head ?? nobody);
  if (!session || !head || !isAskedFor(session, request) || !opens(head, session, request.receivedAt)) {
    if (known) await sessionBehind(table, secret, request.receivedAt);
    throw problem.noSession();
  }
  remember(secret.name, session);
  return { session, head };
}

/**
 * The session of who is asking, where this process has seen its secret open its head. A session never changes, so it need not be
 * read again; whether the head is still open to it, only the head can tell. Undefined when it is not known, or its time is up.
 * @throws Problem 401 when no secret came
 */
export function sessionSeen(request: Request): Session | undefined {
  const session = seen.get(secretIn(request).name);
  if (!session || !isAskedFor(session, request)) return undefined;
  return 'until' in session && session.until > request.receivedAt ? session : undefined;
}

/** Whether a session is of the form that the address names, if it names one: no cookie opens another's. */
function isAskedFor({ head }: Session, { parameters: { report, month, unit } }: Request): boolean {
  return unit === undefined || (head.unit === unit && head.report === report && head.month === month);
}

/** Where nothing is: looked at for whose secret leads nowhere, so that it takes as long as for one that leads somewhere. */
const nobody: HeadName = { report: 'khong-co', month: '0000-00', unit: 'khong-co', shards: 1 };

type Secret = { name: string; token: string } & ({ kind: 'link' | 'session' } | { kind: 'of old'; head: HeadName });

/** The secret that was brought: a program's, or else the cookie's. @throws Problem 401 when it can be none of ours */
function secretIn(request: Request): Secret {
  if (header(request, 'authorization') !== undefined) {
    const token = bearer(request);
    if (isToken(token)) return { kind: 'link', token, name: `link ${token}` };
    throw problem.noSession();
  }
  const cookie = cookieIn(request);
  if (isToken(cookie)) return { kind: 'session', token: cookie, name: `session ${cookie}` };
  return secretOfOld(cookie ?? '');
}

/** Before sessions were kept apart, a cookie named its head, and the head kept its digest. @throws Problem 401 */
function secretOfOld(cookie: string): Secret {
  const [report = '', month = '', unit = '', shards, token] = cookie.split('~');
  const form = formNamed([report, month, unit]);
  if (!form || !token) throw problem.noSession();
  return { kind: 'of old', token, head: { ...form, shards: Number(shards) || 1 }, name: `of old ${cookie}` };
}

/** One read, of whichever kind the secret is. */
async function sessionBehind(table: Table, secret: Secret, now: number): Promise<Session | undefined> {
  if (secret.kind === 'link') return sessionByLink(table, secret.token, now);
  const session = await sessionOf(table, secret.token);
  return secret.kind === 'of old' ? { head: secret.head, digest: sha256(secret.token) } : session;
}

/** How many sessions a process remembers: those of a large office on the day of its deadline. */
const mostSeen = 5_000;

const seen = new Map<string, Session>();

function remember(name: string, session: Session): void {
  seen.delete(name);
  seen.set(name, session);
  const [oldest] = seen.keys();
  if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
}

/** A name for the session of one browser, from which its secret cannot be had. @throws Problem 401 when no secret came */
export function browserOf(request: Request): string {
  return sha256(secretIn(request).name).slice(0, 32);
}
