import { at, type Breach, mends } from './breach.ts';
import type { Kept } from './kept.ts';

const acts = ['thu hồi công văn', 'thôi thu hồi công văn'];

/**
 * What was decided of letters that went out: as many decisions in the trail as were counted, the last of each letter as the trail holds
 * it, and none of a letter that did not go out.
 */
export function breachesInRecalls({ period, editions, trail }: Kept): Breach[] {
  const held = trail.filter(({ what }) => acts.includes(what)).flatMap(({ holds }) => holds ?? []);
  const decided = editions.flatMap(({ edition: { recall } }) => recall ?? []);
  const counted = Math.max(0, ...decided.map(({ number }) => number));
  const last = editions.findLast(({ recalled }) => recalled)?.recalled;
  const unsent = period.state !== 'issued' || editions.some(({ edition: { recall, held } }) => recall && held);
  return [
    ...at('', mends.item, decided.length > 0 && unsent && 'có quyết định thu hồi một văn bản chưa phát hành'),
    ...editions.flatMap(({ edition: { number }, recalled }) =>
      at(
        `bản ${number}`,
        mends.again,
        recalled && !held.includes(recalled) && 'có quyết định thu hồi mà nhật ký không ghi',
      ),
    ),
    ...at(
      'nhật ký',
      mends.item,
      held.length !== counted && 'số quyết định thu hồi không khớp nhật ký',
      held.at(-1) !== last && 'mất quyết định thu hồi mới nhất, hoặc đã bị sửa',
    ),
  ];
}
