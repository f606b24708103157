import type { Head } from '../../shared/aws/heads.ts';
import { typedText } from '../../shared/domain/collection/typed-text.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import { closesFor } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { closedPage } from '../../templates/pages/closed.ts';
import { unitPage } from './form-model.ts';
import type { Asked } from './room.ts';
import type { Beside } from './shown.ts';

export function isClosed({ period }: Asked, head: Head, now: number): boolean {
  return head.fencedAt !== undefined || now >= closesFor(period, head);
}

/** A period that was closed: what of the unit is in the letter, and what it typed that is not, the latest of it. */
export function closed(asked: Asked, head: Head, { late, draft, pressed }: Beside): string {
  const { revision, receivedAt = 0, submission, outside, fencedAt } = head;
  const typed = (pressed?.at ?? 0) > (draft?.at ?? 0) ? pressed?.answers : draft?.answers;
  const unsent = late?.answers ?? typed;
  return closedPage({
    ...unitPage(asked, head),
    deadline: closesFor(asked.period, head),
    standing: fencedAt === undefined ? 'awaited' : outside ? 'outside' : 'inside',
    handedIn: submission && { revision, receivedAt, items: itemsOf(asked.owed, submission, asked.past) },
    late: unsent && typedText(unsent, { owed: asked.owed, term: asked.period.month }),
    ...(late ? { problem: problem.tooLate().details } : {}),
  });
}
