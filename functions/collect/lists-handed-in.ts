import type { Answers } from '../../shared/domain/collection/answers.ts';
import { own } from '../../shared/domain/text/own.ts';
import type { Admitted } from './entrance.ts';

/**
 * Answers as a form sent them, with what the unit handed in of each list that the form does not name: a page from before it had the
 * list takes none of the rows away that came by other ways. The page names all of them, so that nothing is read for it.
 */
export async function withListsHandedIn(answers: Answers, { asked, shown }: Admitted): Promise<Answers> {
  const { lists = {} } = answers;
  const unnamed = (asked.owed.lists ?? []).filter(({ id }) => own(lists, id) === undefined);
  if (unnamed.length === 0) return answers;
  const handedIn = (await shown()).answers?.lists ?? {};
  const rows = unnamed.flatMap(({ id }) => (own(handedIn, id) ? [[id, own(handedIn, id)]] : []));
  return rows.length === 0 ? answers : { ...answers, lists: { ...lists, ...Object.fromEntries(rows) } };
}
