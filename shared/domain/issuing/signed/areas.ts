import {
  entriesOf,
  followed,
  isRef,
  nameIn,
  numbersIn,
  type Objects,
  type PdfRef,
  type PdfValue,
} from './pdf-value.ts';
import type { State } from './revisions.ts';

/** A part of a page that is kept free for what comes with the signature: left, bottom, right, top, in points from the corner. */
export type Area = { page: number; rect: [number, number, number, number] };

/** Who draws by hand, or rounds, may be so many points beyond. */
const tolerance = 1;

/** What a file begins from: its pages, its form. */
export function catalogOf(state: State): PdfValue | undefined {
  return followed(state, state.trailer.entries.get('Root'));
}

/** The pages of a file, first to last, each by the number of its object. */
export function pagesOf(state: State): number[] {
  const seen = new Set<number>();
  const leaves = (node: PdfValue | undefined): number[] => {
    if (!isRef(node) || seen.has(node.number)) return [];
    seen.add(node.number);
    const entries = entriesOf(state.get(node.number));
    if (nameIn(entries.get('Type')) === 'Page') return [node.number];
    const kids = followed(state, entries.get('Kids'));
    return Array.isArray(kids) ? kids.flatMap(leaves) : [];
  };
  return leaves(entriesOf(catalogOf(state)).get('Pages'));
}

/** The areas that a letter of ours keeps free: the fields it has for number, date, signature and seal. */
export function areasOf(state: State): Area[] {
  return pagesOf(state).flatMap((page, at) =>
    annotationsOf(state, page).flatMap(({ number }) => {
      const field = entriesOf(state.get(number));
      const rect = rectIn(field.get('Rect'));
      return field.has('FT') && rect ? [{ page: at + 1, rect }] : [];
    }),
  );
}

export function annotationsOf(objects: Objects, page: number): PdfRef[] {
  const annotations = followed(objects, entriesOf(objects.get(page)).get('Annots'));
  return Array.isArray(annotations) ? annotations.filter(isRef) : [];
}

/** True of what shows nothing, or shows it within one area. */
export function isWithin(areas: Area[], page: number, value: PdfValue | undefined): boolean {
  const rect = rectIn(value);
  if (!rect) return false;
  const [left, bottom, right, top] = rect;
  if (right === left || top === bottom) return true;
  return areas.some(area => {
    const [l, b, r, t] = area.rect;
    const inside = left >= l - tolerance && bottom >= b - tolerance && right <= r + tolerance && top <= t + tolerance;
    return area.page === page && inside;
  });
}

function rectIn(value: PdfValue | undefined): Area['rect'] | undefined {
  const numbers = numbersIn(value);
  const [a, b, c, d] = numbers ?? [];
  if (numbers?.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
    return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
