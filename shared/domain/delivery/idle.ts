import type { Edition } from '../compilation/edition.ts';
import { timesExtended } from '../office/extension.ts';
import { type Period, stillOpen } from '../office/period.ts';
import type { MailEntry } from './mail.ts';
import { goesAfterTheClose, isDue, type Revisions, reminderDue } from './notices.ts';
import { type Reached, stillReaches } from './reach.ts';
import { isWordOfRecall, recallTold } from './recall-notices.ts';

export type Situation = {
  period: Period;
  heads: Revisions;
  reached: Reached;
  now: number;
  /** Those whose letters went out: what was decided of them may have changed since. */
  editions?: Pick<Edition, 'number' | 'recall'>[];
};

/** True of a mail that waits and will never go: its address is nobody's any more, or what it says is no longer needed. */
export function goesNoMore(mail: MailEntry, { period, heads, reached, now, editions = [] }: Situation): boolean {
  if (mail.state !== 'pending') return false;
  if (!stillReaches(mail, reached)) return true;
  if (/^(edition|held|compiled|turn|push)-/.test(mail.step)) return false;
  if (isWordOfRecall(mail)) return !recallTold(editions, mail);
  const open = stillOpen(period, now);
  const due = open && { reminder: reminderDue(open, now), extended: timesExtended(open) };
  return !(due && isDue(mail, heads, due)) && !(open !== period && goesAfterTheClose(mail, heads));
}
