import type { Item, Key } from '../../../shared/aws/table.ts';
import { at, type Breach, mends } from '../../../shared/domain/inspection/breach.ts';
import { canonical } from '../../../shared/domain/text/canonical.ts';
import { type Kind, kindOf, strangeFields } from './kinds.ts';

/** The items of one kind that can be read, and what is wrong with the others. */
export type Sorted<Value> = { values: { item: Item; value: Value }[]; breaches: Breach[] };

/**
 * Reads the items of a kind. `says` is the key that what an item says would be kept under: one that was moved, or says that it
 * is another, is told.
 */
export function sorted<Value>(
  items: Item[],
  kind: Kind,
  { parse, says }: { parse: (item: Item) => Value; says: (value: Value, item: Item) => Key },
): Sorted<Value> {
  const found: Sorted<Value> = { values: [], breaches: [] };
  for (const item of items.filter(each => kindOf(each as Key) === kind)) {
    const value = attempt(() => parse(item));
    if (value === undefined) {
      found.breaches.push(...at(placeOf(item), mends.item, 'không đọc được'));
      continue;
    }
    const { pk, sk } = says(value, item);
    found.breaches.push(
      ...at(placeOf(item), mends.item, (pk !== item.pk || sk !== item.sk) && 'không nói đúng tên của mục'),
    );
    found.breaches.push(...at(placeOf(item), mends.item, ...unread(item, value).map(field => `"${field}" có phần lạ`)));
    found.values.push({ item, value });
  }
  return found;
}

/** The fields in which there is more than a schema reads. */
export function unread(item: Item, value: unknown): string[] {
  const said = value as Item;
  const nested = (part: unknown) =>
    typeof part === 'object' && part !== null && !ArrayBuffer.isView(part) && !(part instanceof Set);
  return Object.keys(item).filter(
    field => nested(item[field]) && field in said && canonical(item[field]) !== canonical(said[field]),
  );
}

/** What of a partition is of no kind that lies in it, or has fields that its kind has not. */
export function strangeItems(items: Item[], kinds: Kind[]): Breach[] {
  return items.flatMap(item => {
    const kind = kindOf(item as Key);
    if (!kind || !kinds.includes(kind)) return at(placeOf(item), mends.foreign, 'mục lạ trong bảng');
    return at(placeOf(item), mends.item, ...strangeFields(item).map(field => `có trường lạ "${field}"`));
  });
}

export function placeOf({ pk, sk }: Item): string {
  return `mục ${pk} / ${sk}`;
}

function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
