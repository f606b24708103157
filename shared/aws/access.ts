import { type Head, type HeadName, keyOf } from './heads.ts';
import { type Change, type Table, update } from './table.ts';

/**
 * Whom a secret makes of its bearer: the unit of a head. It was given in an epoch of the head, and opens it for as long as that
 * epoch lasts; `until` in milliseconds since 1970. A secret of before there were epochs stands in the head itself, by its digest.
 */
export type Session = { head: HeadName; epoch: number; until: number } | { head: HeadName; digest: string };

/** A head's first epoch is 0, and then not written down. */
export function epochOf({ epoch = 0 }: Pick<Head, 'epoch'>): number {
  return epoch;
}

/** Whether a session opens its head as it was read. */
export function opens(head: Pick<Head, 'epoch' | 'access'>, session: Session, now: number): boolean {
  if ('epoch' in session) return session.until > now && epochOf(head) === session.epoch;
  return (Object.hasOwn(head.access, session.digest) ? (head.access[session.digest] ?? 0) : 0) > now;
}

/** The same as a condition of a write on the head: a unit shut out is kept out by the very write that would have been its own. */
export function opening(session: Session, now: number): Pick<Change, 'condition' | 'names' | 'values'> {
  if ('digest' in session)
    return { condition: 'access.#digest > :now', names: { '#digest': session.digest }, values: { ':now': now } };
  const { epoch, until } = session;
  // What holds of no head: the hour is the session's own, and the head knows nothing of it.
  if (until <= now) return { condition: 'attribute_not_exists(pk)' };
  if (epoch === 0) return { condition: 'attribute_not_exists(epoch)' };
  return { condition: 'epoch = :epoch', values: { ':epoch': epoch } };
}

/** Shuts out every link and session of a unit at once: the next epoch of its head begins. */
export async function shutOut(table: Table, name: HeadName): Promise<void> {
  await update(table, keyOf(name), {
    set: ['epoch = if_not_exists(epoch, :none) + :one'],
    remove: ['access'],
    condition: 'attribute_exists(pk)',
    values: { ':none': 0, ':one': 1 },
  });
}
