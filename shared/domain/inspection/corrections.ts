import { canonical } from '../text/canonical.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept } from './kept.ts';

const acts = ['đề nghị đính chính', 'chấp nhận đính chính', 'không chấp nhận đính chính'];

/**
 * What was asked to be corrected of a letter that went out: each as the trail holds it, and what was decided on it; and each letter that
 * takes the place of another made by a decision that the trail holds, with corrections that were accepted.
 */
export function breachesInCorrections({ period, editions, trail, corrections }: Kept): Breach[] {
  const held = (...whats: string[]) =>
    trail.filter(({ what }) => whats.includes(what)).flatMap(({ holds }) => holds ?? []);
  const there = new Set(corrections.flatMap(({ asked, answered }) => [asked, ...(answered ? [answered] : [])]));
  const entered = held(...acts);
  const decided = held('lập công văn thay thế');
  const accepted = new Set(
    corrections.flatMap(({ correction: { unit, number, decided } }) =>
      decided?.accepted ? [`${unit} ${number}`] : [],
    ),
  );
  const latest = editions.find(({ edition }) => edition.number === period.reissue?.number)?.edition.reissue;
  return [
    ...corrections.flatMap(({ correction: { unit, number }, asked, answered }) =>
      at(
        `${unit}, đề nghị ${number}`,
        mends.again,
        !entered.includes(asked) && 'có đề nghị đính chính mà nhật ký không ghi',
        answered && !entered.includes(answered) && 'có quyết định về đề nghị mà nhật ký không ghi',
      ),
    ),
    ...at(
      'nhật ký',
      mends.item,
      entered.some(digest => !there.has(digest)) && 'mất một đề nghị đính chính hoặc quyết định về nó, hoặc đã bị sửa',
      decided.some(digest => !editions.some(({ reissued }) => reissued === digest)) &&
        'mất một quyết định lập bản thay thế, hoặc đã bị sửa',
    ),
    ...editions.flatMap(({ edition: { number, reissue, replaces, held: back }, reissued }) => [
      ...at(
        `bản ${number}`,
        mends.again,
        reissued && !decided.includes(reissued) && 'có quyết định lập bản thay thế mà nhật ký không ghi',
      ),
      ...at(
        `bản ${number}`,
        mends.item,
        reissue && (reissue.number !== number || back) && 'quyết định lập bản thay thế không khớp bản này',
        reissue?.corrections.some(each => !accepted.has(`${each.unit} ${each.number}`)) &&
          'bản thay thế theo một đề nghị không được chấp nhận',
        replaces &&
          !editions.some(({ edition }) => edition.number === replaces.number && edition.reissue) &&
          'bản này thay thế một bản mà không có quyết định',
      ),
    ]),
    ...at(
      '',
      mends.item,
      canonical(latest ?? {}) !== canonical(period.reissue ?? {}) && 'kỳ ghi một quyết định lập bản thay thế khác',
    ),
  ];
}
