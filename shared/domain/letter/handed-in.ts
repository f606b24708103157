import type { Submission } from '../collection/submission.ts';
import type { Past } from '../figures/past.ts';
import type { Owed } from '../office/owing.ts';
import { type Difference, differences, type Item, itemsOf } from './items.ts';

/** A time a unit handed in, and what it changed since the time before; the first has nothing before it. */
export type HandedIn = {
  revision: number;
  receivedAt: number;
  key: string;
  items: Item[];
  changed: Difference[] | undefined;
};

type Kept = {
  revision: number;
  receivedAt?: number | undefined;
  key?: string | undefined;
  submission?: Submission | undefined;
};

/** Every time a unit handed in, newest first, of its revisions, oldest first. */
export function handedInBy(revisions: Kept[], { owed, past }: { owed: Owed; past: Past }): HandedIn[] {
  return revisions
    .flatMap(({ revision, receivedAt = 0, key = '', submission }, at) => {
      const before = revisions[at - 1]?.submission;
      if (!submission) return [];
      const changed = before && differences(owed, { before, after: submission }, past);
      return [{ revision, receivedAt, key, items: itemsOf(owed, submission, past), changed }];
    })
    .reverse();
}
