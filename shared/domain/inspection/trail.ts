import type { Period, PeriodState } from '../office/period.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept, KeptAct } from './kept.ts';

const place = 'nhật ký';

/**
 * What the trail tells: each entry as it was entered, hanging on the one before; an entry for each step the period has taken, and none for one that it has
 * not; each letter with its hash and its seal; and all that was there when the letter was issued.
 */
export function breachesInTrail({ period, editions, trail, beforeChain }: Kept): Breach[] {
  const names = new Set(trail.map(({ name }) => name));
  const acts = new Set(trail.map(({ what }) => what));
  const held = trail.filter(({ what }) => what === 'phát hành').flatMap(({ holds }) => holds ?? []);
  const compiled = trail.filter(({ what }) => what === 'lập công văn');
  const released = editions.some(({ edition, seal }) => seal?.edition.held && !edition.held);
  return [
    ...at(
      place,
      mends.item,
      ...trail.filter(({ name, found }) => name !== found).map(({ name }) => `mục ${name} đã bị sửa`),
    ),
    ...at(place, mends.item, brokenLink(trail, beforeChain)),
    ...at(place, mends.item, ...held.filter(name => !names.has(name)).map(name => `mất mục ${name}`)),
    ...at(
      place,
      mends.item,
      ...stepsTo[period.state].filter(what => !acts.has(what)).map(what => `thiếu mục "${what}"`),
    ),
    ...at(
      place,
      mends.item,
      released && !acts.has('cho gửi') && 'văn bản chờ phát hành đã được gửi mà không ghi ai cho gửi',
    ),
    ...at(place, mends.again, ...beyond(period, acts).map(what => `có mục "${what}" mà kỳ chưa tới bước ấy`)),
    ...editions.flatMap(({ edition: { number, files, seal } }) => {
      const own = compiled.find(({ detail }) => detail === `bản ${number}, PDF ${files.pdf.sha256}`);
      const right = own && (own.holds ?? []).join() === (seal ? [seal.sha256] : []).join();
      return at(`bản ${number}`, mends.item, !right && 'nhật ký ghi lập một văn bản khác, hoặc không ghi');
    }),
    ...at(place, mends.item, compiled.length > editions.length && 'nhật ký ghi lập văn bản mà không còn bản ấy'),
  ];
}

/** The first link of the chain that does not hold: of what hangs on it nothing can be said. */
function brokenLink(trail: KeptAct[], before: string): string | false {
  const links = trail.flatMap(({ link, what }) => (link ? [{ ...link, what }] : []));
  links.sort((one, other) => one.number - other.number);
  for (const [at, { number, previous, sum, found, what }] of links.entries()) {
    if (number !== at + 1) return `chuỗi nhật ký đứt: mất mục số ${at + 1}`;
    if (sum !== found) return `chuỗi nhật ký đứt: mục số ${number}, "${what}", đã bị sửa`;
    const whole = previous === (links[at - 1]?.sum ?? before);
    if (!whole)
      return `chuỗi nhật ký đứt: mục số ${number}, "${what}", không nối với ${at > 0 ? 'mục trước' : 'những mục trước chuỗi'}`;
  }
  return false;
}

/** What a period has gone through that has come so far. */
const stepsTo: Record<PeriodState, string[]> = {
  open: ['mở kỳ'],
  closing: ['mở kỳ', 'chốt kỳ'],
  closed: ['mở kỳ', 'chốt kỳ'],
  compiled: ['mở kỳ', 'chốt kỳ', 'lập công văn'],
  held: ['mở kỳ', 'chốt kỳ', 'lập công văn'],
  extended: ['mở kỳ', 'chốt kỳ', 'lập công văn', 'gia hạn'],
  drafted: ['mở kỳ', 'chốt kỳ', 'lập công văn'],
  issued: ['mở kỳ', 'chốt kỳ', 'lập công văn', 'phát hành'],
};

/** The steps that were entered though the period stands before them; one that was extended goes through them again. */
function beyond(
  { state, extension, reissue }: Pick<Period, 'state' | 'extension' | 'reissue'>,
  acts: ReadonlySet<string>,
): string[] {
  if (reissue) return [];
  const gone = extension ? [...stepsTo.extended, ...stepsTo[state]] : stepsTo[state];
  return stepsTo.issued.filter(what => acts.has(what) && !gone.includes(what));
}
