import type { TaskStatus } from '../collection/answers.ts';
import { statusNames } from '../collection/names.ts';
import type { ReportedOutcome } from '../compilation/report.ts';

/**
 * How far a task has come, in words: of one that many units owe, done when each has done it, not begun when none has begun, else
 * under way. Null while a unit has not said.
 */
export function progressOf(outcomes: ReportedOutcome[]): string | null {
  const statuses = new Set(outcomes.map(({ status }) => status));
  if (statuses.size === 0 || statuses.has(undefined)) return null;
  const [status, ...others] = [...statuses] as [TaskStatus, ...TaskStatus[]];
  return statusNames[others.length > 0 ? 'under-way' : status];
}
