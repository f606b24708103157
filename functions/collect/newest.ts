import type { Head } from '../../shared/aws/heads.ts';
import { earlierRevision } from '../../shared/aws/submissions.ts';
import { type Answers, noAnswers } from '../../shared/domain/collection/answers.ts';
import { merged } from '../../shared/domain/collection/merged.ts';
import type { Handing } from './hand-in.ts';
import type { Room } from './room.ts';
import type { Kept } from './said.ts';

/** Answers as typed, put together with what was handed in since they were begun, and the revision that they rest on then. */
export async function joinedWithNewest(
  { table }: Room,
  { session, asked, handing }: Pick<Handing, 'session' | 'asked' | 'handing'>,
  newest: Pick<Head, 'revision' | 'answers'>,
): Promise<{ answers: Answers; basedOn: number; said: Kept }> {
  const { answers: mine, basedOn } = handing;
  if (newest.revision === basedOn) return { answers: mine, basedOn, said: {} };
  const base = (await earlierRevision(table, session.head, basedOn))?.answers ?? noAnswers;
  const { answers, taken, clashing } = merged(asked.owed, { base, mine, theirs: newest.answers ?? noAnswers });
  return { answers, basedOn: newest.revision, said: { taken, clashing } };
}
