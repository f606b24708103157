import { describe, expect, it } from 'vitest';
import { type Session, shutOut } from '../../shared/aws/access.ts';
import { keepDraft } from '../../shared/aws/drafts.ts';
import { closeHead } from '../../shared/aws/fence.ts';
import { type Head, headOf, keyOf } from '../../shared/aws/heads.ts';
import { handIn, keepRevision, revisionOfKey, unnamedKeys } from '../../shared/aws/submissions.ts';
import { update } from '../../shared/aws/table.ts';
import {
  aTable,
  closing,
  handInTimes,
  handing,
  openTable,
  openTableOfOld,
  saying,
  session,
  sessionOfOld,
  unit,
} from './a-unit.ts';

describe('handing in', () => {
  it('writes all of it into the head, and nothing is left of the draft', async () => {
    const table = await openTable();
    const { answers } = handing();
    await keepDraft(table, { session, answers, at: 1 });
    const revision = await handIn(table, handing());
    expect(revision).toEqual({
      ...{ report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a' },
      ...{ revision: 1, key: 'lan-1', hash: 'ma-kiem-tra', receivedAt: closing - 1 },
      ...{ answers, submission: saying('như đã nhận'), sum: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await headOf(table, unit)).toEqual({ ...revision, access: {}, usedKeys: new Set(['lan-1']) });
  });

  it('is taken of a secret that the head itself lists, as heads did before there were epochs', async () => {
    const table = await openTableOfOld();
    expect(await handIn(table, handing({ session: sessionOfOld, receivedAt: closing }))).toBeUndefined();
    expect(await handIn(table, handing({ session: sessionOfOld }))).toMatchObject({ revision: 1 });
  });

  it('is taken of a session of the epoch in which the head is, and of none before', async () => {
    const table = await openTable();
    await shutOut(table, unit);
    expect(await handIn(table, handing())).toBeUndefined();
    expect(await handIn(table, handing({ session: { ...session, epoch: 1 } as Session }))).toMatchObject({
      revision: 1,
    });
  });

  it('counts revisions, each on top of the one its clerk saw', async () => {
    const table = await openTable();
    await handIn(table, handing());
    const second = await handIn(table, handing({ basedOn: 1, key: 'lan-2', submission: saying('sửa lại') }));
    expect(second).toMatchObject({ revision: 2, submission: saying('sửa lại') });
  });

  it.each([
    ['a session of another epoch', { session: { ...session, epoch: 1 } as Session }],
    ['a secret that the head does not list', { session: sessionOfOld }],
    ['a secret on the stroke of its end', { receivedAt: closing }],
    ['a revision that a colleague has overtaken', { basedOn: 0 }],
    ['a revision that is yet to come', { basedOn: 2 }],
    ['a key that named the revision before', { key: 'lan-1' }],
  ])('is not taken with %s, and nothing is changed', async (_, changed) => {
    const table = await openTable();
    await handIn(table, handing());
    const before = await headOf(table, unit);
    expect(await handIn(table, handing({ basedOn: 1, key: 'lan-2', ...changed }))).toBeUndefined();
    expect(await headOf(table, unit)).toEqual(before);
  });

  it('is not taken beyond the fence, however early the clock says it was', async () => {
    const table = await openTable();
    await closeHead(table, unit, closing);
    const fenced = await headOf(table, unit);
    expect(await handIn(table, handing({ receivedAt: 0 }))).toBeUndefined();
    expect(await headOf(table, unit)).toEqual(fenced);
  });

  it('is not taken where no period was opened for the unit', async () => {
    expect(await handIn(aTable(), handing())).toBeUndefined();
  });
});

describe('a key', () => {
  it('names one act for ever: neither the last nor any before it is taken again', async () => {
    const table = await openTable();
    const head = await handInTimes(table, 3, async () => {});
    for (const key of ['lan-1', 'lan-2', 'lan-3'])
      expect(await handIn(table, handing({ basedOn: 3, key, submission: saying('khác') })), key).toBeUndefined();
    expect(await headOf(table, unit)).toEqual(head);
  });

  it('used before heads kept them all is known by the revisions, and from the next hand-in on by the head', async () => {
    const table = await openTable();
    await handInTimes(table, 2, async () => keepRevision(table, 1, (await headOf(table, unit)) as Head));
    await update(table, keyOf(unit), { remove: ['usedKeys'], condition: 'attribute_exists(pk)' });
    const old = (await headOf(table, unit)) as Head;
    const keys = await unnamedKeys(table, unit, old);
    expect(keys).toEqual(['lan-1', 'lan-2']);
    for (const key of keys) {
      expect(await revisionOfKey(table, unit, { head: old, key })).toMatchObject({ key });
      expect(await handIn(table, handing({ basedOn: 2, key, earlier: { keys } }))).toBeUndefined();
    }
    await keepRevision(table, 1, old);
    await handIn(table, handing({ basedOn: 2, key: 'lan-3', earlier: { keys } }));
    const head = (await headOf(table, unit)) as Head;
    expect(head.usedKeys).toEqual(new Set(['lan-1', 'lan-2', 'lan-3']));
    expect(await unnamedKeys(table, unit, head)).toEqual([]);
    expect(await revisionOfKey(table, unit, { head, key: 'lan-1' })).toMatchObject({ revision: 1 });
    expect(await revisionOfKey(table, unit, { head, key: 'lan-4' })).toBeUndefined();
  });
});
