import { statusNames } from '../collection/names.ts';
import type { ReportedOutcome } from '../compilation/report.ts';

/**
 * How far a task has come, in words: of one that many units owe, done when each has done it, not begun when none has begun, else
 * under way; a unit that has nothing to say of it does not count. Null while a unit has not said.
 */
export function progressOf(outcomes: ReportedOutcome[]): string | null {
  const said = outcomes.map(({ status }) => status);
  if (said.length === 0 || said.includes(undefined)) return null;
  const [status = 'none', ...others] = new Set(said.filter(each => each !== 'none'));
  return statusNames[others.length > 0 ? 'under-way' : status];
}
