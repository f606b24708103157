import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import type { Owed } from '../office/owing.ts';
import { Id } from '../text/id.ts';
import { own } from '../text/own.ts';
import { nameOfField } from './field-names.ts';
import type { Submission } from './submission.ts';

/** A text of a unit, as the form calls its field: "outcomes.cham-soc", or what it wrote beside what was asked. */
export const Part = z
  .string()
  .check(z.maxLength(60), z.regex(/^(further|outcomes\.[a-z0-9-]+)$/, 'không phải lời của đơn vị'));
export type Part = z.infer<typeof Part>;

/** So often a period's words may be edited: far more than a coordinator does, and few enough to be read at once. */
export const mostEdits = 2_000;

/**
 * Biên tập: a coordinator's wording beside a unit's own words, which stay as they are. It goes into the letter only in place of the
 * very words it was made on. Edits are numbered through the period as they were made; the newest of a text is the one that counts.
 */
export const Edit = z.object({
  report: Id,
  month: Term,
  number: z.int().check(z.minimum(1), z.maximum(mostEdits)),
  unit: Id,
  part: Part,
  /** What the form calls that text. */
  called: z.string(),
  /** The unit's words that were looked at. */
  madeOn: z.string(),
  /** What the letter is to say instead; "" leaves it out, as what was merged into another text is. */
  text: z.string(),
  /** The text behind which it stands in the letter, where that is not its own place. */
  place: z.optional(Part),
  who: Id,
  /** Milliseconds since 1970. */
  at: z.number(),
});
export type Edit = z.infer<typeof Edit>;

/** The words of a unit that an edit is about; "" where it said nothing. */
export function wordsIn({ outcomes, further }: Pick<Submission, 'outcomes' | 'further'>, part: Part): string {
  return part === 'further' ? further : (own(outcomes, part.slice('outcomes.'.length)) ?? '');
}

/** The newest edit of each text; one that was taken back is none. */
export function standingEdits(edits: Edit[]): Edit[] {
  const newest = new Map(edits.map(edit => [`${edit.unit} ${edit.part}`, edit]));
  return [...newest.values()].filter(edit => !isTakenBack(edit));
}

/** True of an edit that leaves a text as its unit wrote it, where it stands. */
function isTakenBack({ madeOn, text, place }: Edit): boolean {
  return text === madeOn && place === undefined;
}

/** The edits of a unit that go into the letter as things are, and those that await confirmation, as the unit wrote other words since. */
export function editsOn(edits: Edit[], unit: string, submission: Submission | undefined) {
  const own = standingEdits(edits).filter(edit => edit.unit === unit);
  return {
    standing: own.filter(edit => isMadeOn(edit, submission)),
    toConfirm: own.filter(edit => !isMadeOn(edit, submission)),
  };
}

/** How many edits await confirmation, by the words that each unit handed in last. */
export function toConfirmIn(
  edits: Edit[],
  heads: ReadonlyMap<string, { submission?: Submission | undefined }>,
): number {
  return standingEdits(edits).filter(edit => !isMadeOn(edit, heads.get(edit.unit)?.submission)).length;
}

function isMadeOn({ part, madeOn }: Edit, submission: Submission | undefined): boolean {
  return submission !== undefined && wordsIn(submission, part) === madeOn;
}

/** A text of a unit, to be edited: its words, the edit of it that is not taken back, and the number of its newest, 0 for none. */
export type EditedText = { part: Part; name: string; words: string; edit: Edit | undefined; newest: number };

/** Every text that a unit handed in, and those of which an edit is left though it says nothing there any more. */
export function textsToEdit(owed: Owed, submission: Submission, edits: Edit[]): EditedText[] {
  const parts = [...owed.tasks.map(({ id }) => `outcomes.${id}`), 'further'];
  return parts.flatMap(part => {
    const words = wordsIn(submission, part);
    const own = edits.filter(edit => edit.part === part);
    const [edit] = standingEdits(own);
    if (words === '' && !edit) return [];
    return [{ part, name: nameOfField(part, owed), words, edit, newest: own.at(-1)?.number ?? 0 }];
  });
}
