import { describe, expect, it } from 'vitest';
import {
  AuditEntry,
  audit,
  auditTrail,
  longestDetail,
  nameOf,
  numberOf,
  sumBefore,
  sumOfEntry,
} from '../../shared/aws/audit.ts';
import { type Item, putOnce, query } from '../../shared/aws/table.ts';
import { aTable } from './a-unit.ts';

const october = { report: 'bao-cao-thang', month: '2021-10' };
const act = (at: number, what = 'đã nộp') => ({ at, who: 'phong-a', what, detail: 'lần 1' });

describe('the trail of a period', () => {
  it('tells every act, oldest first, also two of one instant', async () => {
    const table = aTable();
    for (const entry of [act(2), act(1), act(2, 'đã nhắc')]) await audit(table, october, entry);
    const trail = await auditTrail(table, october);
    expect(trail.map(({ at }) => at)).toEqual([1, 2, 2]);
    expect(trail).toEqual(expect.arrayContaining([act(1), act(2), act(2, 'đã nhắc')]));
  });

  it('tells an act that is entered again once, and none of another month', async () => {
    const table = aTable();
    for (const entry of [act(1), act(1)]) await audit(table, october, entry);
    await audit(table, { ...october, month: '2021-11' }, act(3));
    expect(await auditTrail(table, october)).toEqual([act(1)]);
  });

  it('keeps of an act on thousands of units what an item holds', async () => {
    const table = aTable();
    const long = { ...act(1), detail: 'ạ'.repeat(longestDetail) };
    await audit(table, october, long);
    await audit(table, october, { ...long, at: 2, detail: 'ạ'.repeat(400_000) });
    const details = (await auditTrail(table, october)).map(({ detail }) => detail);
    expect(details).toEqual([long.detail, `${'ạ'.repeat(longestDetail - 1)}…`]);
  });

  it('tells what was done in one instant in the order it is done', async () => {
    const table = aTable();
    const stages = ['đã nhắc', 'mở kỳ', 'chốt kỳ', 'lập công văn', 'cho gửi', 'phát hành'];
    for (const what of [...stages].reverse()) await audit(table, october, act(5, what));
    await audit(table, october, act(9, 'đã nhắc'));
    const trail = await auditTrail(table, october);
    expect(trail.map(({ what }) => what)).toEqual([...stages, 'đã nhắc']);
  });

  it('is one chain, whoever writes at once: each entry hangs on the one before, and none is lost or twice', async () => {
    const table = aTable();
    const acts = Array.from({ length: 12 }, (_, at) => act(at));
    await Promise.all([...acts, ...acts].map(each => audit(table, october, each)));
    const items = await query(table, 'AUDIT#bao-cao-thang#2021-10');
    expect(items.map(({ sk }) => numberOf(sk))).toEqual(acts.map((_, at) => at + 1));
    expect(items.map(({ at }) => at).sort((one, other) => Number(one) - Number(other))).toEqual(
      acts.map(({ at }) => at),
    );
    expectChained(items, sumBefore([]));
  });

  it('goes on after entries from before there was a chain: the first hangs on all of them', async () => {
    const table = aTable();
    const old = [act(1, 'mở kỳ'), act(2)].map(each => ({
      pk: 'AUDIT#bao-cao-thang#2021-10',
      sk: nameOf(each),
      ...each,
    }));
    for (const item of old) await putOnce(table, item);
    for (const each of [act(2), act(3), act(4)]) await audit(table, october, each);
    const items = await query(table, 'AUDIT#bao-cao-thang#2021-10');
    expectChained(items.slice(0, 2), sumBefore(old));
    expect((await auditTrail(table, october)).map(({ at }) => at)).toEqual([1, 2, 3, 4]);
  });

  it('is held up by no entry that cannot be read', async () => {
    const table = aTable();
    await audit(table, october, act(1));
    await putOnce(table, { pk: 'AUDIT#bao-cao-thang#2021-10', sk: '000002', at: 'hỏng', sum: 's' });
    await audit(table, october, act(3));
    expect((await query(table, 'AUDIT#bao-cao-thang#2021-10', '000003'))[0]).toMatchObject({ at: 3, previous: 's' });
  });
});

function expectChained(items: Item[], before: string): void {
  for (const [index, item] of items.entries()) {
    const previous = index > 0 ? String(items[index - 1]?.sum) : before;
    const entry = AuditEntry.parse(item);
    expect(item.previous).toBe(previous);
    expect(item.sum).toBe(sumOfEntry({ number: index + 1, previous, entry }));
  }
}
