import type { Edition } from '../compilation/edition.ts';
import type { DraftAct } from '../compilation/passage.ts';
import { mayGoOut } from '../issuing/issued-edition.ts';
import { passageAfter, passageBegun } from '../issuing/passing.ts';
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
  { edition, passageDigests, printedDigest }: KeptEdition,
  steps?: string[],
): Breach[] {
  const place = placeOf(edition);
  const { passage, turn, numbered, printed } = edition;
  if (!passage) {
    const odd = turn !== undefined || numbered !== undefined || printed !== undefined || steps !== undefined;
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
      given !== (numbered !== undefined) && 'có số mà không ai cấp, hoặc cấp mà mất số',
      printed && printedDigest && !held.has(printedDigest) && 'tệp có số không như nhật ký ghi',
    ),
    ...at(
      place,
      mends.again,
      passageDigests?.some(digest => !held.has(digest)) && 'có lượt xử lý không như nhật ký ghi',
    ),
  ];
}

function isOfFiles({ pdf }: DraftAct, { files, printed }: Edition): boolean {
  return pdf === files.pdf.sha256 || pdf === printed?.pdf.sha256;
}
