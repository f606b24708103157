import { at, type Breach, mends } from './breach.ts';
import type { Kept, KeptMendRequest } from './kept.ts';

/** What was asked to be mended: each request as the trail holds it, of a revision there was, and none lost that the trail names. */
export function breachesInMendRequests({ mendRequests, trail, units }: Kept): Breach[] {
  const held = trail.filter(({ what }) => what === 'yêu cầu sửa').flatMap(({ holds }) => holds ?? []);
  const digests = new Set(mendRequests.map(({ digest }) => digest));
  const revisionOf = ({ unit }: KeptMendRequest) => units.get(unit)?.revision ?? 0;
  return [
    ...mendRequests.flatMap(request => [
      ...at(request.unit, mends.again, !held.includes(request.digest) && `${nameOf(request)} không như nhật ký ghi`),
      ...at(request.unit, mends.item, request.revision > revisionOf(request) && `${nameOf(request)} mà chưa có lần ấy`),
    ]),
    ...at('nhật ký', mends.item, held.some(digest => !digests.has(digest)) && 'mất một yêu cầu sửa, hoặc đã bị sửa'),
  ];
}

function nameOf({ revision }: KeptMendRequest): string {
  return `yêu cầu sửa lần nộp ${revision}`;
}
