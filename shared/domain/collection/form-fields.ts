import type { Answers } from './answers.ts';

/** Answers as a form's fields, by the paths that faults are told by: the way back from `answersFrom`. */
export function fieldsFrom({ figures, outcomes, statuses = {}, further, lists = {} }: Answers): [string, string][] {
  return [
    ...Object.entries(figures).flatMap(([code, { note, changes = {}, ...typed }]) => [
      ...under(`figures.${code}`, typed),
      ...under(`figures.${code}.changes`, changes),
      ...under(`figures.${code}`, { note }),
    ]),
    ...under('outcomes', outcomes),
    ...under('statuses', statuses),
    ...(further === undefined ? [] : [['further', further] satisfies [string, string]]),
    ...Object.entries(lists).flatMap(([id, rows]): [string, string][] => [
      // Named, so that one without rows is no list of which nothing is said.
      [`lists.${id}`, ''],
      ...rows.flatMap((row, at) => under(`lists.${id}.${at}`, row)),
    ]),
  ];
}

function under(at: string, texts: Record<string, string | undefined>): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]): [string, string][] =>
    text === undefined ? [] : [[`${at}.${name}`, text]],
  );
}
