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
  const told = revisions.map(({ submission }) => submission && itemsOf(owed, submission, past));
  return revisions
    .flatMap(({ revision, receivedAt = 0, key = '' }, at) => {
      const [before, items] = [told[at - 1], told[at]];
      return items ? [{ revision, receivedAt, key, items, changed: before && differences(before, items) }] : [];
    })
    .reverse();
}
