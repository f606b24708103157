import type { Term } from '../../calendar/term.ts';
import type { Task } from '../../office/task.ts';
import { own } from '../../text/own.ts';
import type { Submission } from '../submission.ts';
import { textRemarks } from './text-remarks.ts';

/** The field a text stands in, what it is called, and what is worth a second look in it. */
export type TextRemarks = { field: string; name: string; says: string[] };

type Said = Pick<Submission, 'outcomes' | 'further'>;

/** What is worth a second look in what a unit says of its tasks and beside them, the term's before it at hand; those texts alone where something is. */
export function remarksOnTexts(
  said: Said,
  { tasks, term, earlier }: { tasks: Task[]; term: Term; earlier: Said | undefined },
): TextRemarks[] {
  const ofTasks = tasks.map(({ id, text }) => ({
    ...{ field: `outcomes.${id}`, name: text },
    says: textRemarks(own(said.outcomes, id) ?? '', { term, asked: text, before: own(earlier?.outcomes ?? {}, id) }),
  }));
  const further = textRemarks(said.further ?? '', { term, before: earlier?.further });
  return [...ofTasks, { field: 'further', name: 'Ngoài ra', says: further }].filter(({ says }) => says.length > 0);
}
