import { timesExtended } from '../office/extension.ts';
import { type Period, stillOpen } from '../office/period.ts';
import type { MailEntry } from './mail.ts';
import { goesAfterTheClose, isDue, type Revisions, reminderDue } from './notices.ts';
import { type Reached, stillReaches } from './reach.ts';

export type Situation = { period: Period; heads: Revisions; reached: Reached; now: number };

/** True of a mail that waits and will never go: its address is nobody's any more, or what it says is no longer needed. */
export function goesNoMore(mail: MailEntry, { period, heads, reached, now }: Situation): boolean {
  if (mail.state !== 'pending') return false;
  if (!stillReaches(mail, reached)) return true;
  if (/^(edition|held|compiled)-/.test(mail.step)) return false;
  const open = stillOpen(period, now);
  const due = open && { reminder: reminderDue(open, now), extended: timesExtended(open) };
  return !(due && isDue(mail, heads, due)) && !(open !== period && goesAfterTheClose(mail, heads));
}
