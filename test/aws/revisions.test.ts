import { describe, expect, it } from 'vitest';
import { createHead, type Head, headOf, type Revision } from '../../shared/aws/heads.ts';
import {
  earlierRevision,
  type HandingIn,
  handIn,
  keepRevision,
  revisionsOf,
  sumOf,
} from '../../shared/aws/submissions.ts';
import type { Table } from '../../shared/aws/table.ts';
import { handInTimes, handing, openTable, saying, session, unit } from './a-unit.ts';

const keepHead = async (table: Table) => keepRevision(table, 1, (await headOf(table, unit)) as Head);

describe('the revisions of a unit', () => {
  it('are none before it hands in', async () => {
    expect(await revisionsOf(await openTable(), unit)).toEqual([]);
  });

  it('are all there in the order of handing in, a tenth after the ninth, the head last', async () => {
    const table = await openTable();
    const head = await handInTimes(table, 11, () => keepHead(table));
    const revisions = await revisionsOf(table, unit);
    expect(revisions.map(({ revision }) => revision)).toEqual(Array.from({ length: 11 }, (_, at) => at + 1));
    expect(revisions.at(-1)).toEqual(head);
  });

  it('are each read by itself once it was overwritten', async () => {
    const table = await openTable();
    await handInTimes(table, 3, () => keepHead(table));
    const [first, second] = await revisionsOf(table, unit);
    expect(await earlierRevision(table, unit, 1)).toEqual(first);
    expect(await earlierRevision(table, unit, 2)).toEqual(second);
    for (const none of [0, 3, 4]) expect(await earlierRevision(table, unit, none)).toBeUndefined();
  });

  it('keep all that was handed in, and nothing of who may open the head', async () => {
    const table = await openTable();
    await handInTimes(table, 2, () => keepHead(table));
    const [first] = await revisionsOf(table, unit);
    const { key, hash, receivedAt, answers, submission } = handing();
    expect(first).toEqual({
      ...{ report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', revision: 1, access: {} },
      ...{ key, hash, receivedAt, answers, submission, sum: expect.any(String) },
    });
  });

  it('have each a sum of all that they say, and of the sum of the one before', async () => {
    const sums = async (...handings: Partial<HandingIn>[]) => {
      const table = await openTable();
      const taken: (Revision | undefined)[] = [];
      for (const [basedOn, each] of handings.entries())
        taken.push(
          await handIn(
            table,
            handing({ key: `lan-${basedOn + 1}`, ...each, basedOn, earlier: { sum: taken.at(-1)?.sum } }),
          ),
        );
      const last = taken.at(-1);
      return [last?.sum, last && sumOf(last)];
    };
    const [sum, again] = await sums({}, {});
    expect(again).toBe(sum);
    expect((await sums({}, {}))[0]).toBe(sum);
    const otherwise = [
      await sums({}),
      await sums({ receivedAt: 1 }, {}),
      await sums({}, { receivedAt: 1 }),
      await sums({}, { key: 'khác' }),
      await sums({}, { hash: 'khác' }),
      await sums({}, { submission: saying('khác') }),
      await sums({}, { answers: { figures: {}, outcomes: {}, further: 'khác' } }),
    ].map(([other]) => other);
    expect(new Set([sum, ...otherwise]).size).toBe(8);
  });

  it('never change once they are kept', async () => {
    const table = await openTable();
    await handInTimes(table, 2, () => keepHead(table));
    const kept = await revisionsOf(table, unit);
    await keepRevision(table, 1, { ...(kept[0] as Head), submission: saying('viết lại lịch sử') });
    expect(await revisionsOf(table, unit)).toEqual(kept);
  });

  it('list the latest once, though it was copied and then not overwritten', async () => {
    const table = await openTable();
    await handIn(table, handing());
    await keepHead(table);
    expect(await revisionsOf(table, unit)).toHaveLength(1);
  });

  it('are none where no period was opened for the unit', async () => {
    expect(await revisionsOf(await openTable(), { ...unit, unit: 'phong-x' })).toEqual([]);
  });

  it('are those of the unit alone, also when its name begins another’s', async () => {
    const table = await openTable();
    await handInTimes(table, 2, () => keepHead(table));
    const other = { ...unit, unit: 'phong' };
    await createHead(table, other);
    await handIn(table, handing({ session: { ...session, head: other } }));
    const second = handing({ session: { ...session, head: other }, basedOn: 1, key: 'lan-2' });
    const revision = await handIn(table, second);
    expect(await revisionsOf(table, other)).toMatchObject([{ ...revision }]);
  });

  it('lie where the head lies, in a period whose heads are spread over partitions', async () => {
    const spread = { ...unit, shards: 7 };
    const table = await openTable(spread);
    const head = await handIn(table, handing({ session: { ...session, head: spread } }));
    await keepRevision(table, 7, head as Head);
    await handIn(table, handing({ session: { ...session, head: spread }, basedOn: 1, key: 'lan-2' }));
    expect((await revisionsOf(table, spread)).map(({ revision }) => revision)).toEqual([1, 2]);
  });
});
