import { type Archive, archiveNamed } from '../../shared/aws/archive.ts';
import { currentDepartment } from '../../shared/aws/departments.ts';
import { linkOf, recordLink, useUp } from '../../shared/aws/links.ts';
import { type Shown, signInBy } from '../../shared/aws/sign-in-links.ts';
import { type Table, tableNamed } from '../../shared/aws/table.ts';
import { config } from '../../shared/config.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { type Act, may } from '../../shared/domain/office/roles.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { problem } from '../../shared/domain/problem.ts';
import { ownCookie } from '../../shared/http/cookie.ts';
import type { Request } from '../../shared/http/request.ts';
import { log } from '../../shared/log.ts';
import { newToken } from '../../shared/token.ts';

/** Where `board` works. */
export type Room = { table: Table; archive: Archive };

export function room(): Room {
  const { TABLE, ARCHIVE } = config('TABLE', 'ARCHIVE');
  return { table: tableNamed(TABLE), archive: archiveNamed(ARCHIVE) };
}

/** A member of staff at the board, when they signed in, milliseconds since 1970, and the office as it is now. */
export type AtTheBoard = { staff: Staff; signedInAt: number; department: Department };

export const cookieName = '__Host-can-bo';

/** A session lasts as long as a working day, milliseconds. */
const longest = 12 * 3_600_000;

/**
 * Exchanges a link to sign in, which serves once, for a session: its cookie. Undefined where nothing shows that a person follows it.
 * @throws Problem when it opens nothing
 */
export async function staffSessionFor(
  { table }: Room,
  token: string,
  shown: Shown & { now: number },
): Promise<string | undefined> {
  const { now } = shown;
  const link = await signInBy(table, token, shown);
  if (!link) throw problem.usedSignIn();
  if (link === 'unshown') return undefined;
  const secret = newToken();
  await recordLink(table, secret, {
    opens: 'board',
    staff: link.staff,
    expiresAt: Math.floor((now + longest) / 1_000),
  });
  log.info('staff signed in', { staff: link.staff });
  return ownCookie(cookieName, secret, longest / 1_000);
}

/** Ends a session at once, here and in the browser: the cookie that does so. */
export async function endSession({ table }: Room, request: Request): Promise<string> {
  await useUp(table, request.cookies[cookieName] ?? '', request.receivedAt);
  return ownCookie(cookieName, '', 0);
}

/**
 * Who is asking, and that they may. Whoever left the office is shut out as soon as the department is published without them.
 * @throws Problem 401, 403
 */
export async function atTheBoard({ table, archive }: Room, request: Request, act: Act): Promise<AtTheBoard> {
  const link = await linkOf(table, request.cookies[cookieName] ?? '', request.receivedAt);
  if (link?.opens !== 'board') throw problem.noStaffSession();
  const department = (await currentDepartment(archive))?.department;
  const staff = department?.staff.find(({ id }) => id === link.staff);
  if (!department || !staff) throw problem.noStaffSession();
  if (!may(staff, act)) throw problem.notAllowed();
  return { staff, signedInAt: link.expiresAt * 1_000 - longest, department };
}
