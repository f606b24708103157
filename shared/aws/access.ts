import { mostSessions } from '../domain/office/period.ts';
import { type Head, type HeadName, headFrom, keyOf } from './heads.ts';
import { type Change, type Table, update } from './table.ts';

/** A secret that opens a head, by its digest, and until when; milliseconds since 1970. */
export type Access = { digest: string; until: number };

/** Lets the holder of a new link in; undefined when the head is missing or fenced. */
export function letIn(table: Table, name: HeadName, access: Access): Promise<Head | undefined> {
  return admit(table, name, access, { condition: open });
}

/** Lets the holder of a link open a session; undefined when the link opens the head no more, or too many have been opened. */
export function exchange(
  table: Table,
  name: HeadName,
  { link, session, now }: { link: string; session: Access; now: number },
): Promise<Head | undefined> {
  return admit(table, name, session, {
    condition: `${open} AND access.#link > :now AND size(access) < :most`,
    names: { '#link': link },
    values: { ':now': now, ':most': mostSessions },
  });
}

const open = 'attribute_exists(pk) AND attribute_not_exists(fencedAt)';

async function admit(
  table: Table,
  name: HeadName,
  { digest, until }: Access,
  { condition, names, values }: Pick<Change, 'condition' | 'names' | 'values'>,
): Promise<Head | undefined> {
  const item = await update(table, keyOf(name), {
    set: ['access.#digest = :until'],
    condition,
    names: { ...names, '#digest': digest },
    values: { ...values, ':until': until },
  });
  return item && headFrom(item);
}

/** Shuts out every link and session of a unit at once. */
export async function shutOut(table: Table, name: HeadName): Promise<void> {
  await update(table, keyOf(name), {
    set: ['#access = :empty', 'epoch = if_not_exists(epoch, :none) + :one'],
    condition: 'attribute_exists(pk)',
    names: { '#access': 'access' },
    values: { ':empty': {}, ':none': 0, ':one': 1 },
  });
}
