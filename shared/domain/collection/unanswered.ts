import type { Task } from '../office/task.ts';
import { own } from '../text/own.ts';
import type { Submission } from './submission.ts';

/** Whether nothing was said of a task, not even that there is nothing to say: the letter has no word for it. */
export function isUnanswered(task: string, { outcomes, statuses }: Pick<Submission, 'outcomes' | 'statuses'>): boolean {
  return !own(outcomes, task) && own(statuses ?? {}, task) !== 'none';
}

/** The tasks of which a unit that handed in said nothing. */
export function unansweredIn(tasks: Task[], submission: Pick<Submission, 'outcomes' | 'statuses'>): Task[] {
  return tasks.filter(({ id }) => isUnanswered(id, submission));
}
