import { stepNumber } from '../delivery/mail.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept, KeptRevision, KeptUnit } from './kept.ts';

/**
 * What each receipt promises: its revision is there, none is missing, and each says what it said when it was handed in. The
 * sum of a revision is held by the one after it, by the ledger's entry for its receipt, and after the close by the seal.
 */
export function breachesInRevisions({ units, mails, editions }: Kept): Breach[] {
  const sealed = new Map(editions.at(-1)?.seal?.heads.map(head => [head.unit, head]));
  return [...units].flatMap(([where, unit]) => {
    if (!unit) return at(where, mends.item, 'không có bản ghi của đơn vị');
    const receipts = mails.filter(({ to, step }) => to.kind === 'unit' && to.unit === where && /^receipt-/.test(step));
    const receipted = new Map(receipts.map(mail => [stepNumber(mail), mail.sum]));
    const held = ({ revision }: KeptRevision) =>
      [receipted.get(revision), revision === unit.revision ? sealed.get(where)?.sum : undefined].filter(isThere);
    const unsummed = unit.revisions.filter(
      one => one.sum && receipted.has(one.revision) && !receipted.get(one.revision),
    );
    return at(
      where,
      mends.item,
      ...unsummed.map(({ revision }) => `thư biên nhận lần ${revision} không còn ghi mã của lần nộp`),
      ...lost(unit),
      ...unit.revisions.flatMap((one, index) => altered(one, held(one), unit.revisions[index + 1]?.previous)),
      ...unit.revisions.map((one, index) => unchained(one, unit.revisions[index - 1])),
      ...(unit.spare ?? []).map(one => surplus(one, unit)),
      twice(unit),
      strangeKeys(unit),
    );
  });
}

function lost({ revision, revisions }: KeptUnit): string[] {
  const there = new Set(revisions.map(one => one.revision));
  const wanted = Array.from({ length: revision }, (_, index) => index + 1);
  return wanted.filter(one => !there.has(one)).map(one => `mất lần nộp ${one}`);
}

/** A revision from before sums has none of its own, and yet the one after it may hold its sum. */
function altered(one: KeptRevision, held: string[], after: string | undefined) {
  const { revision, key, hash, digest, submission, sum, found } = one;
  const sums = held.length > 0 ? [sum, after ?? found, ...held] : [sum ?? found, after ?? found];
  return [
    (!key || !submission) && `lần nộp ${revision} không có biên nhận hoặc nội dung`,
    hash !== digest && `lần nộp ${revision} không khớp mã kiểm tra trên biên nhận`,
    sums.some(each => each !== found) &&
      `lần nộp ${revision} không còn như lúc nhận: giờ nhận, số biên nhận, điều đã gõ hoặc nội dung đã bị sửa`,
  ];
}

function isThere(sum: string | undefined): sum is string {
  return sum !== undefined;
}

/** Whatever has a sum names that of the revision before it; revisions from before sums do not. */
function unchained({ revision, sum, previous }: KeptRevision, before: KeptRevision | undefined) {
  return sum !== undefined && before && previous === undefined && `lần nộp ${revision} không nối với lần trước`;
}

/** The head is copied before it is overwritten, so it may be there twice; a copy of what is yet to come is nobody's. */
function surplus(copy: KeptRevision, { revision, revisions }: KeptUnit) {
  if (copy.revision === 0) return 'chưa nộp lần nào mà bản ghi có nội dung của một lần nộp';
  const same =
    copy.revision === revision && copy.found === revisions.at(-1)?.found && copy.sum === revisions.at(-1)?.sum;
  return !same && `thừa một bản chép lần nộp ${copy.revision}`;
}

function twice({ revisions }: KeptUnit) {
  const keys = revisions.map(({ key }) => key);
  return new Set(keys).size < keys.length && 'hai lần nộp mang cùng một số biên nhận';
}

/** The keys a head remembers are those of its revisions; one from before it remembered them names none, or only the later. */
function strangeKeys({ usedKeys, revision, revisions }: KeptUnit) {
  if (!usedKeys) return revisions.at(-1)?.sum !== undefined && 'mất danh sách số biên nhận đã dùng';
  const keys = new Set(revisions.flatMap(({ key }) => key ?? []));
  const foreign = [...usedKeys].some(key => !keys.has(key));
  const short = usedKeys.size < revision || [...keys].some(key => !usedKeys.has(key));
  return (foreign || short) && 'danh sách số biên nhận đã dùng không khớp các lần nộp';
}
