import { type Archive, archiveNamed } from '../../shared/aws/archive.ts';
import { currentDepartment } from '../../shared/aws/departments.ts';
import { linkOf, recordLink } from '../../shared/aws/links.ts';
import { type Table, tableNamed } from '../../shared/aws/table.ts';
import { config } from '../../shared/config.ts';
import type { Department, Staff } from '../../shared/domain/department.ts';
import { problem } from '../../shared/domain/problem.ts';
import type { Request } from '../../shared/http/request.ts';
import { newToken } from '../../shared/token.ts';

/** Where `board` works. */
export type Room = { table: Table; archive: Archive };

export function room(): Room {
  const { TABLE, ARCHIVE } = config('TABLE', 'ARCHIVE');
  return { table: tableNamed(TABLE), archive: archiveNamed(ARCHIVE) };
}

/** A member of staff at the board, and the office as it is now. */
export type AtTheBoard = { staff: Staff; department: Department };

const cookieName = '__Host-can-bo';

/** A session lasts as long as a working day, milliseconds. */
const longest = 12 * 3_600_000;

/** Exchanges the link of a member of staff for a session: its cookie. @throws Problem when the link opens no board */
export async function staffSessionFor({ table }: Room, token: string, now: number): Promise<string> {
  const link = await linkOf(table, token, now);
  if (link?.opens !== 'board') throw problem.unknownLink();
  const secret = newToken();
  await recordLink(table, secret, { ...link, expiresAt: Math.floor((now + longest) / 1_000) });
  return `${cookieName}=${secret}; Path=/; Max-Age=${longest / 1_000}; Secure; HttpOnly; SameSite=Strict`;
}

/** Who is asking. Whoever left the office is shut out as soon as the department is published without them. @throws Problem 401 */
export async function atTheBoard({ table, archive }: Room, request: Request): Promise<AtTheBoard> {
  const link = await linkOf(table, request.cookies[cookieName] ?? '', request.receivedAt);
  if (link?.opens !== 'board') throw problem.noSession();
  const department = (await currentDepartment(archive))?.department;
  const staff = department?.staff.find(({ id }) => id === link.staff);
  if (!department || !staff) throw problem.noSession();
  return { staff, department };
}
