import type { Edition } from '../compilation/edition.ts';
import { timesExtended } from '../office/extension.ts';
import { timesBegunAnew } from '../office/period.ts';
import { canonical } from '../text/canonical.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept, KeptUnit } from './kept.ts';

/**
 * What a period was extended by: each decision as the trail holds it, one after the other; the period as the latest that was
 * carried out, and every unit let in again by those that name it and by no other.
 */
export function breachesInExtensions(kept: Kept): Breach[] {
  const { period, editions, trail } = kept;
  const held = trail.filter(({ what }) => what === 'gia hạn').flatMap(({ holds }) => holds ?? []);
  const decided = editions.flatMap(({ extended }) => extended ?? []);
  const misnumbered = editions.some(({ edition: { number, extension } }) => extension && extension.number !== number);
  const extensions = timesExtended(period);
  const latest = editions.find(({ edition }) => edition.number === extensions)?.edition.extension;
  const carriedOut = canonical(latest ?? {}) === canonical(period.extension ?? {});
  const times = timesBegunAnew(period);
  const last = editions.at(-1)?.edition.number ?? times;
  const compiled = ['compiled', 'held', 'drafted', 'issued'].includes(period.state);
  // What another edition came after was carried out.
  const forgotten = editions.some(
    ({ edition: { number, extension } }) => extension && number < last && number > extensions,
  );
  const replaced = editions.slice(0, -1).filter(({ edition }) => edition.number > times && isMadeAnew(edition)).length;
  const uncounted = last !== times + 1 + replaced && (compiled || last !== times);
  const gone = editions.some(({ edition }) => edition.extension && !edition.held && !isWithdrawn(edition));
  return [
    ...at('', mends.item, uncounted && 'số lần gia hạn không khớp số bản phát hành'),
    ...at('', mends.item, gone && 'bản phát hành đã được gia hạn mà ghi là đã gửi'),
    ...at(
      '',
      mends.item,
      (!carriedOut || forgotten) && 'kỳ ghi một lần gia hạn khác với quyết định',
      misnumbered && 'số lần gia hạn sai',
    ),
    ...at('nhật ký', mends.again, decided.some(each => !held.includes(each)) && 'có gia hạn mà không ghi như vậy'),
    ...at(
      'nhật ký',
      mends.item,
      held.some(each => !decided.includes(each)) && 'mất một quyết định gia hạn, hoặc đã bị sửa',
    ),
    ...[...kept.units].flatMap(([where, unit]) =>
      at(where, mends.item, unit && !isLetInAsDecided(kept, where, unit) && 'thời gian gia hạn không như quyết định'),
    ),
  ];
}

/** A draft in whose place another was made of the same returns. */
function isMadeAnew(edition: Edition): boolean {
  return isWithdrawn(edition) && !edition.extension;
}

function isWithdrawn({ passage }: Edition): boolean {
  return passage?.stands === 'withdrawn';
}

/** By the last decision that names it; one that is not carried out yet may have reached it or not. */
function isLetInAsDecided({ period, editions }: Kept, where: string, { reopened, extendedUntil }: KeptUnit): boolean {
  const naming = editions.flatMap(({ edition: { extension } }) =>
    extension?.units.includes(where) ? [extension] : [],
  );
  const carriedOut = naming.filter(({ number }) => number <= timesExtended(period)).at(-1);
  return [carriedOut, naming.at(-1)].some(one => reopened === one?.number && extendedUntil === one?.until);
}
