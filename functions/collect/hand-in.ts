import { keepLate } from '../../shared/aws/drafts.ts';
import { headOf, type Revision } from '../../shared/aws/heads.ts';
import { handIn, keepRevision, revisionsOf, sumOf } from '../../shared/aws/submissions.ts';
import type { HandIn } from '../../shared/domain/collection/answers.ts';
import { accept, type Submission } from '../../shared/domain/collection/submission.ts';
import { isLate, mostRevisions } from '../../shared/domain/office/period.ts';
import { type Fault, problem } from '../../shared/domain/problem.ts';
import { log } from '../../shared/log.ts';
import { sha256 } from '../../shared/token.ts';
import type { Asked, Room } from './room.ts';
import { opens, type Session } from './session.ts';

/** What becomes of an act of handing in. Only `accepted` is in the letter, and everything accepted is. */
export type Outcome =
  | { kind: 'accepted'; revision: Revision }
  | { kind: 'refused'; faults: Fault[] }
  | { kind: 'late' }
  | { kind: 'too often' }
  | { kind: 'changed'; newest: Revision; submission: Submission };

export type Handing = { session: Session; asked: Asked; handing: HandIn; receivedAt: number };

/**
 * Takes a submission down. The clock is asked first, out of courtesy; the fence on the head decides. Sending the same
 * act again, before or after the close, tells what became of it the first time.
 * @throws Problem 401 when the session no longer opens the head, 409 when the key was used for something else
 */
export async function takeDown({ table }: Room, acting: Handing): Promise<Outcome> {
  const { session, asked, handing, receivedAt } = acting;
  const late = isLate(asked.period, receivedAt);
  const verdict = accept(handing.answers, asked.owed, asked.past);
  if (verdict.kind === 'refused') return late ? tooLate(table, acting) : verdict;
  const { submission } = verdict;
  const { key, basedOn, answers } = handing;
  const hash = sha256(JSON.stringify(submission));

  if (!late && basedOn < mostRevisions) {
    const previous = basedOn > 0 ? await keepHead(table, session, basedOn) : undefined;
    const whole = { basedOn, previous, key, hash, answers, submission, receivedAt };
    const head = await handIn(table, { head: session.head, digest: session.digest, ...whole });
    if (head) {
      log.info('handed in', { accepted: 1 });
      return { kind: 'accepted', revision: head };
    }
  }
  return whyNot(table, acting, { hash, submission, late });
}

/** Copies away what the head holds; its sum. */
async function keepHead(table: Room['table'], session: Session, revision: number): Promise<string | undefined> {
  const head = await headOf(table, session.head);
  if (head?.revision !== revision) return undefined;
  await keepRevision(table, session.head.shards, head);
  return head.sum ?? sumOf(head);
}

type NotTaken = { hash: string; submission: Submission; late: boolean };

/** Nothing was written: finds out why. */
async function whyNot(table: Room['table'], acting: Handing, { hash, submission, late }: NotTaken): Promise<Outcome> {
  const { session, handing, receivedAt } = acting;
  const head = await headOf(table, session.head);
  if (!head || !opens(head, session, receivedAt)) throw problem.noSession();
  const same = (await revisionsOf(table, session.head)).find(({ key }) => key === handing.key);
  if (same && same.hash !== hash) throw problem.keyReused();
  if (same) return { kind: 'accepted', revision: same };
  if (late || head.fencedAt !== undefined) return tooLate(table, acting);
  if (head.revision >= mostRevisions) return { kind: 'too often' };
  return { kind: 'changed', newest: head, submission };
}

/**
 * What came too late is kept all the same, for the coordinator to know of; it is in no letter.
 * @throws Problem 401 when the session no longer opens the head
 */
export async function tooLate(
  table: Room['table'],
  { session, handing, receivedAt }: Handing,
): Promise<{ kind: 'late' }> {
  const late = { head: session.head, digest: session.digest, answers: handing.answers, at: receivedAt };
  if (!(await keepLate(table, late))) throw problem.noSession();
  return { kind: 'late' };
}
