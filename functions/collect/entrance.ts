import type { Session } from '../../shared/aws/access.ts';
import type { Head } from '../../shared/aws/heads.ts';
import { Problem } from '../../shared/domain/problem.ts';
import type { Request } from '../../shared/http/request.ts';
import { type Asked, askedOf, askedRemembered, type Room } from './room.ts';
import { enter, sessionSeen } from './session.ts';

/** Who hands in, and what they are asked. */
export type Admitted = {
  session: Session;
  asked: Asked;
  /** Reads the head, once. @throws Problem 401 unless the session opens it */
  shown: () => Promise<Head>;
};

/**
 * Lets `work` begin that ends in the one write that asks the head itself. Where this process has seen the secret open its head
 * and knows what the unit is asked, it begins at once, so that a hand-in that is taken costs that write alone; elsewhere the
 * head is read first. Whatever `work` throws is told only to whose secret opens the head now: anybody else learns nothing but that.
 * @throws Problem 401, and what `work` throws
 */
export async function admitting<Done>(
  room: Room,
  request: Request,
  work: (admitted: Admitted) => Promise<Done>,
): Promise<Done> {
  const session = sessionSeen(request);
  const asked = session && askedRemembered(room, session.head);
  if (!asked) {
    const { session, head } = await enter(room.table, request);
    return work({ session, asked: await askedOf(room, session.head), shown: async () => head });
  }
  const shown = once(async () => (await enter(room.table, request)).head);
  try {
    return await work({ session, asked, shown });
  } catch (error) {
    if (!(error instanceof Problem && error.details.type === 'no-session')) await shown();
    throw error;
  }
}

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
