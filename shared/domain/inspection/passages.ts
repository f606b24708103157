import type { Edition } from '../compilation/edition.ts';
import type { DraftAct } from '../compilation/passage.ts';
import { mayGoOut } from '../issuing/issued-edition.ts';
import { passageAfter, passageBegun } from '../issuing/passing.ts';
import { isSigning } from '../issuing/signing.ts';
import { stepsOf } from '../office/issuing.ts';
import { reportNamed } from '../office/owing.ts';
import { canonical } from '../text/canonical.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept, KeptEdition } from './kept.ts';

/**
 * How drafts came to be issued: each act may be done where it was done, is in the trail as it is, and was done to the bytes that
 * are filed; nothing goes out that is not through its office's steps, and none but the last edition.
 */
export function breachesInPassages(kept: Kept): Breach[] {
  const { period, department, editions } = kept;
  const definition = department && reportNamed(department, period.report);
  const steps = definition && stepsOf(definition)?.map(({ step }) => step);
  const last = editions.at(-1)?.edition;
  const out = ['compiled', 'issued'].includes(period.state);
  return [
    ...at('', mends.item, out && last && !mayGoOut(last) && 'văn bản đã phát hành mà chưa qua đủ các bước'),
    ...at('', mends.item, period.state === 'drafted' && last && !last.passage && 'dự thảo không có các bước của nó'),
    ...editions.flatMap(one => passageOf(kept, one, steps)),
    ...editions
      .slice(0, -1)
      .flatMap(({ edition }) =>
        at(
          placeOf(edition),
          mends.item,
          edition.passage &&
            edition.passage.stands !== 'withdrawn' &&
            !edition.reissue &&
            'có bản sau mà bản này chưa rút',
        ),
      ),
  ];
}

function placeOf({ number }: Edition): string {
  return `bản ${number}`;
}

function passageOf(
  { trail }: Kept,
  { edition, passageDigests, printedDigest, returnedDigests = [] }: KeptEdition,
  steps?: string[],
): Breach[] {
  const place = placeOf(edition);
  const { passage, turn, numbered, printed, returned } = edition;
  if (!passage) {
    const odd = [turn, numbered, printed, returned, steps].some(part => part !== undefined);
    return at(place, mends.item, odd && 'bản ghi văn bản không khớp cách ban hành của báo cáo');
  }
  const held = new Set(trail.flatMap(({ holds }) => holds ?? []));
  const replayed = passage.acts.reduce<ReturnType<typeof passageAfter>>(
    (before, act) => before && passageAfter(before, act),
    passageBegun(passage.steps),
  );
  const given = passage.acts.some(({ did, at: where }) => did === 'pass' && where === 'number');
  return [
    ...at(
      place,
      mends.item,
      steps?.join() !== passage.steps.join() && 'các bước không phải là của báo cáo',
      (!replayed || canonical(replayed) !== canonical(passage) || turn !== passage.acts.length) &&
        'chỗ đứng của dự thảo không phải do các lượt xử lý đưa tới',
      passage.acts.some(act => !isOfFiles(act, edition)) && 'có lượt xử lý trên một tệp khác',
      passage.acts.some(act => !isSignedRightly(act, edition)) &&
        'có lượt ký nhận một tệp khác, hoặc nhận mà thiếu lý do',
      given !== (numbered !== undefined) && 'có số mà không ai cấp, hoặc cấp mà mất số',
      printed && printedDigest && !held.has(printedDigest) && 'tệp có số không như nhật ký ghi',
      returnedDigests.some(digest => !held.has(digest)) && 'tệp ký trả về không như nhật ký ghi',
    ),
    ...at(
      place,
      mends.again,
      passageDigests?.some(digest => !held.has(digest)) && 'có lượt xử lý không như nhật ký ghi',
    ),
  ];
}

function isOfFiles({ pdf }: DraftAct, { files, printed, returned = [] }: Edition): boolean {
  return [files.pdf, printed?.pdf, ...returned.map(({ file }) => file)].some(each => each?.sha256 === pdf);
}

/** A signature is passed on by a file that came back, for a reason where it was not intact; nothing else by any. */
function isSignedRightly({ did, at: where, signed, words }: DraftAct, { returned = [] }: Edition): boolean {
  if (did !== 'pass' || !isSigning(where)) return signed === undefined;
  const brought = returned.filter(({ file }) => file.sha256 === signed);
  return brought.length > 0 && (words !== undefined || brought.some(({ verdict }) => verdict === 'intact'));
}
