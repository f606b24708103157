import { at, type Breach, mends } from './breach.ts';
import type { Kept } from './kept.ts';

/**
 * What was edited: as many as the period counted, each as the trail holds it, and none lost that the trail names. Whoever edits is
 * entered after it counts, so of a period that is open the next act mends it; one that was never counted lies there and says nothing.
 */
export function breachesInEdits({ period, edits, trail }: Kept): Breach[] {
  const { edits: count = 0 } = period;
  const held = new Set(trail.filter(({ what }) => what === 'biên tập').flatMap(({ holds }) => holds ?? []));
  const counted = edits.filter(({ edit }) => edit.number <= count);
  const beyond = edits.filter(({ edit }) => edit.number > count);
  const digests = new Set(counted.map(({ digest }) => digest));
  const untold = counted.filter(({ digest }) => !held.has(digest));
  return [
    ...at('biên tập', mends.item, counted.length !== count && 'không đủ số lần biên tập mà kỳ đã đếm'),
    ...untold.flatMap(({ edit }) => at(edit.unit, mends.again, `lần biên tập ${edit.number} không như nhật ký ghi`)),
    ...at(
      'nhật ký',
      mends.item,
      [...held].some(digest => !digests.has(digest)) && 'mất một lần biên tập, hoặc đã bị sửa',
    ),
    ...at(
      'biên tập',
      mends.foreign,
      beyond.some(({ edit }) => edit.number > count + 1) && 'có lần biên tập kỳ chưa đếm tới',
    ),
  ];
}
