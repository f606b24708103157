import type { Answers } from './answers.ts';

/** Answers as a form's fields: the way back from `answersFrom`. */
export function fieldsFrom({ figures, outcomes, statuses = {}, lists = {}, further }: Answers): [string, string][] {
  const fields: [string, string | undefined][] = [
    ...Object.entries(figures).flatMap(([code, { state, value, restates, note, changes = {} }]) => {
      const field = `figures.${code}`;
      const parts: [string, string | undefined][] = [
        [`${field}.state`, state],
        [`${field}.value`, value],
        [`${field}.restates`, restates],
        [`${field}.note`, note],
      ];
      const handedIn = Object.entries(changes).map(([of, change]) => [`${field}.changes.${of}`, change] as const);
      return [...parts, ...handedIn] as [string, string | undefined][];
    }),
    ...Object.entries(outcomes).map(([id, text]): [string, string] => [`outcomes.${id}`, text]),
    ...Object.entries(statuses).map(([id, status]): [string, string] => [`statuses.${id}`, status]),
    ...Object.entries(lists).flatMap(([id, rows]): [string, string][] => [
      // Named, so that one without rows is no list of which nothing is said.
      [`lists.${id}`, ''],
      ...rows.flatMap((row, at) =>
        Object.entries(row).map(([column, cell]): [string, string] => [`lists.${id}.${at}.${column}`, cell]),
      ),
    ]),
    ['further', further],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}
