import { isDeepStrictEqual } from 'node:util';
import { opens, type Session } from '../../shared/aws/access.ts';
import { keepLate } from '../../shared/aws/drafts.ts';
import { type Head, headOf, type Revision } from '../../shared/aws/heads.ts';
import {
  type Earlier,
  handIn,
  hashOf,
  keepRevision,
  revisionOfKey,
  sumOf,
  unnamedKeys,
} from '../../shared/aws/submissions.ts';
import type { Table } from '../../shared/aws/table.ts';
import type { Answers, HandIn } from '../../shared/domain/collection/answers.ts';
import { askedOnly } from '../../shared/domain/collection/draft.ts';
import { accept, type Submission, type Verdict } from '../../shared/domain/collection/submission.ts';
import { keepableAnswers } from '../../shared/domain/collection/typed-fields.ts';
import { closesFor, isLate, mostRevisions } from '../../shared/domain/office/period.ts';
import { type Fault, problem } from '../../shared/domain/problem.ts';
import { log } from '../../shared/log.ts';
import type { Admitted } from './entrance.ts';
import type { Room } from './room.ts';

/** What becomes of an act of handing in. Only `accepted` is in the letter, and everything accepted is. */
export type Outcome =
  | { kind: 'accepted'; revision: Revision }
  | { kind: 'refused'; faults: Fault[] }
  | { kind: 'late' }
  | { kind: 'too often' }
  /** A newer revision came between, or the key names another act; in a period that is closed the text was kept as late. */
  | ({ kind: 'changed' } & Otherwise)
  | ({ kind: 'key reused' } & Otherwise);
type Otherwise = { newest: Revision; submission: Submission | undefined; late: boolean };

export type Handing = Admitted & { handing: HandIn; receivedAt: number };

/**
 * Takes a submission down. The clock is asked first, out of courtesy, and then whether the unit was given more time; the
 * fence on the head decides. Sending the same act again, before or after the close, tells what became of it the first time;
 * its key never names anything else. Whatever is not taken is told only after the head was read, and found to be open to the
 * session.
 * @throws Problem 401 when the session no longer opens the head
 */
export async function takeDown({ table }: Room, acting: Handing): Promise<Outcome> {
  const { asked, handing, receivedAt } = acting;
  const late = isLate(asked.period, receivedAt) && receivedAt >= closesFor(asked.period, await acting.shown());
  const verdict = accept(handing.answers, asked.owed, asked.past);
  if (verdict.kind === 'accepted' && !late && handing.basedOn < mostRevisions) {
    const revision = await written(table, acting, verdict.submission);
    if (revision) {
      log.info('handed in', { accepted: 1 });
      return { kind: 'accepted', revision };
    }
  } else await acting.shown();
  return whyNot(table, acting, { verdict, late });
}

/** The revision that was written; undefined when it was not taken. What is overwritten is copied first. */
async function written(table: Table, acting: Handing, submission: Submission): Promise<Revision | undefined> {
  const { session, shown, handing, receivedAt } = acting;
  const { basedOn, key, answers } = handing;
  const earlier = basedOn > 0 ? await keepHead(table, session, { head: await shown(), revision: basedOn }) : {};
  if (!earlier) return undefined;
  const hash = hashOf(submission);
  return handIn(table, { session, basedOn, earlier, key, hash, answers, submission, receivedAt });
}

/** Copies away the revision that is built on, and gives what goes on from it; undefined when it is not the head's. */
async function keepHead(
  table: Table,
  { head: name }: Session,
  { head, revision }: { head: Head; revision: number },
): Promise<Earlier | undefined> {
  if (head.revision !== revision) return undefined;
  const keys = await unnamedKeys(table, name, head);
  await keepRevision(table, name.shards, head);
  return { sum: head.sum ?? sumOf(head), keys };
}

/** Nothing was written: finds out why. Whoever asks is told nothing before the secret has opened the head. */
async function whyNot(
  table: Table,
  acting: Handing,
  { verdict, late }: { verdict: Verdict; late: boolean },
): Promise<Outcome> {
  const { session, handing, receivedAt } = acting;
  const head = await headOf(table, session.head);
  if (!head || !opens(head, session, receivedAt)) throw problem.noSession();
  const submission = verdict.kind === 'accepted' ? verdict.submission : undefined;
  const same = await revisionOfKey(table, session.head, { head, key: handing.key });
  if (same && saysTheSame(same, handing.answers, submission)) return { kind: 'accepted', revision: same };
  const closed = late || head.fencedAt !== undefined;
  if (closed) await tooLate(table, acting);
  if (same) return { kind: 'key reused', newest: head, submission, late: closed };
  if (closed) return { kind: 'late' };
  if (verdict.kind === 'refused') return verdict;
  if (head.revision >= mostRevisions) return { kind: 'too often' };
  return { kind: 'changed', newest: head, submission, late: false };
}

/** By what was taken down, or as typed: what is judged otherwise by now was accepted all the same. */
function saysTheSame({ hash, answers }: Revision, typed: Answers, submission: Submission | undefined): boolean {
  if (submission && hash === hashOf(submission)) return true;
  return isDeepStrictEqual(answers, JSON.parse(JSON.stringify(typed)));
}

/**
 * What came too late is kept all the same, for the coordinator to know of; it is in no letter.
 * @throws Problem 401 when the session no longer opens the head
 */
export async function tooLate(
  table: Table,
  { session, asked, handing, receivedAt }: Handing,
): Promise<{ kind: 'late' }> {
  const answers = keepableAnswers(askedOnly(handing.answers, asked.owed));
  const late = { session, answers, at: receivedAt };
  if (!(await keepLate(table, late))) throw problem.noSession();
  return { kind: 'late' };
}
