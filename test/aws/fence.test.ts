import { DynamoDBClient, ProvisionedThroughputExceededException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { createTable, startDynamoDb } from '../../infra/local/dynamodb.ts';
import { draftKept, keepDraft, keepLate } from '../../shared/aws/drafts.ts';
import { closeBehind, closeHead, reopenHead } from '../../shared/aws/fence.ts';
import { createHead, type Head, headOf, keyOf } from '../../shared/aws/heads.ts';
import { handIn, keepRevision } from '../../shared/aws/submissions.ts';
import { get, type Item, putOnce, type Table, update } from '../../shared/aws/table.ts';
import { heaviestAnswers, heaviestSubmission, weightOf } from '../../shared/domain/collection/weight.ts';
import { mostRevisions } from '../../shared/domain/office/period.ts';
import { reaching } from '../local/wire.ts';
import { memoryTable } from '../trust/memory-table.ts';
import { aTable, closing, digest, handing, openTable, saying, sessionOfOld, unit } from './a-unit.ts';
import { mostThatFits } from './most-that-fits.ts';

const dynamoDb = await startDynamoDb();
const client = new DynamoDBClient(reaching(dynamoDb.endpoint));
afterAll(async () => {
  client.destroy();
  await dynamoDb.close();
});
let tables = 0;

/** A table that keeps DynamoDB's limits. */
async function limitedTable(): Promise<Table> {
  const table = { name: `gioi-han-${++tables}`, client };
  await createTable(client, table.name);
  return table;
}

const anyHead = async (table: Table) => (await headOf(table, unit)) as Head;

describe('the fence', () => {
  it('gives what is compiled and sealed: what the unit handed in last, or that it handed in nothing', async () => {
    const table = await openTable();
    const { key, hash, receivedAt, sum } = (await handIn(table, handing())) ?? {};
    const head = { unit: 'phong-a', revision: 1, fencedAt: closing, key, hash, receivedAt, sum };
    const submission = saying('như đã nhận');
    expect(await closeHead(table, unit, closing)).toEqual({ kind: 'closed', head: { ...head, submission } });
    const none = { unit: 'phong-a', revision: 0, fencedAt: closing };
    expect(await closeHead(await openTable(), unit, closing)).toEqual({ kind: 'closed', head: none });
  });

  it('gives the same again to whoever closes again, and keeps the hour of the first', async () => {
    const table = await openTable();
    await handIn(table, handing());
    const closed = await closeHead(table, unit, closing);
    expect(await closeHead(table, unit, closing + 5)).toEqual(closed);
    expect(await headOf(table, unit)).toMatchObject({ fencedAt: closing });
  });

  it('stands when the opening runs once more', async () => {
    const table = await openTable();
    await closeHead(table, unit, closing);
    const fenced = await headOf(table, unit);
    await createHead(table, unit);
    expect(await headOf(table, unit)).toEqual(fenced);
  });
});

/** Bytes of an item as DynamoDB counts them: names and text in UTF-8, numbers by their digits, a little for sets and maps. */
function sizeOf(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value), 0);
}

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (typeof value === 'boolean' || value === null) return 1;
  if (value instanceof Set) return [...value].reduce((sum, each) => sum + 1 + sizeOfValue(each), 3);
  return 3 + Object.keys(value as Item).length + sizeOf(value as Item);
}

describe('the largest head that can be made through any door', () => {
  it('takes less than seven eighths of an item, and is fenced', async () => {
    const table = await limitedTable();
    const id = 'x'.repeat(40);
    const name = { report: id, month: '2021-10', unit: id, shards: 9 };
    const heavy = (further: string) => ({ figures: {}, outcomes: {}, further });
    const filling = (most: number) => heavy('ệ'.repeat((most - weightOf(heavy(''))) / 3));
    const [answers, submission] = [filling(heaviestAnswers - 1), filling(heaviestSubmission - 1)];
    expect([weightOf(answers), weightOf(submission)].every(weight => weight > heaviestAnswers - 4)).toBe(true);
    const keys = Array.from({ length: mostRevisions - 1 }, () => crypto.randomUUID());
    await createHead(table, name);
    await update(table, keyOf(name), {
      set: ['epoch = :epoch', 'revision = :last', 'lateAt = :last'],
      add: ['usedKeys :keys'],
      condition: 'attribute_exists(pk)',
      values: { ':epoch': 9, ':last': mostRevisions - 1, ':keys': new Set(keys) },
    });
    const key = crypto.randomUUID();
    const [hash, sum] = ['h'.repeat(64), 's'.repeat(64)];
    const session = { head: name, epoch: 9, until: closing };
    const whole = { session, answers, submission, key, hash, basedOn: mostRevisions - 1, earlier: { sum } };
    expect(await handIn(table, handing(whole))).toBeDefined();
    const drafting = { session, answers, at: 7 };
    expect([await keepDraft(table, drafting), await keepLate(table, drafting)]).toEqual(['kept', true]);

    const size = sizeOf((await get(table, keyOf(name))) ?? {});
    expect(size).toBeGreaterThan(heaviestAnswers + heaviestSubmission);
    expect(size).toBeLessThan(350 * 1024);
    const closed = await closeHead(table, name, closing);
    expect(closed).toMatchObject({ kind: 'closed', head: { revision: mostRevisions, submission } });
    for (const kind of ['DRAFT', 'LATE']) {
      const beside = await get(table, { pk: keyOf(name).pk, sk: `${kind}#${id}` });
      expect(sizeOf(beside ?? {})).toBeLessThan(135 * 1024);
    }
  });

  it('is copied as a revision that is smaller still', async () => {
    const table = await limitedTable();
    const submission = saying('ệ'.repeat(heaviestSubmission / 3 - 20));
    const answers = { figures: {}, outcomes: {}, further: 'ệ'.repeat(heaviestAnswers / 3 - 20) };
    const { shards: _, ...name } = unit;
    await keepRevision(table, 1, { ...name, ...handing({ submission, answers }), revision: 1, access: {} });
    expect(sizeOf((await get(table, { pk: keyOf(unit).pk, sk: 'REVISION#phong-a#00001' })) ?? {})).toBeLessThan(
      340_000,
    );
  });
});

/** A head as they were kept while drafts lay in them, full to the last byte that DynamoDB takes. */
async function brimFull(table: Table) {
  const { shards: _, ...name } = unit;
  const answers = { figures: {}, outcomes: {}, further: 'đã nộp' };
  const text = JSON.stringify(answers);
  const digests = Array.from(
    { length: 500 },
    (_, at) => [String(at).padStart(64, '0'), 1_637_100_000_000 + at] as const,
  );
  const draftOf = (length: number) => {
    const texts = Array.from({ length: Math.ceil(length / 10_000) }, (_, at) => Math.min(length - at * 10_000, 10_000));
    const outcomes = Object.fromEntries(texts.map((long, at) => [`viec-${100 + at}`, 'x'.repeat(long)]));
    return JSON.stringify({ ...answers, outcomes });
  };
  const item = (length: number) => ({
    ...keyOf(unit),
    ...{ ...name, revision: 1, key: 'lan-1', hash: 'h', receivedAt: 5, answers: text, draftedAt: 6 },
    submission: JSON.stringify(saying('đã nộp')),
    access: Object.fromEntries(digests),
    draft: draftOf(length),
  });
  const put = (length: number) =>
    client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item(length)) })).then(
      () => true,
      () => false,
    );
  const fits = await mostThatFits(put, [300_000, 410_000]);
  await put(fits);
  return { draft: JSON.parse(draftOf(fits)) };
}

describe('a head from before drafts lay beside it', () => {
  it('filled to the brim is fenced all the same, and its draft lies beside it then', async () => {
    const table = await limitedTable();
    const { draft } = await brimFull(table);
    const tooFull = update(table, keyOf(unit), {
      set: ['fencedAt = :at'],
      condition: 'attribute_exists(pk)',
      values: { ':at': 7 },
    });
    await expect(tooFull).rejects.toThrow('Item size to update has exceeded the maximum allowed size');
    const head = { unit: 'phong-a', revision: 1, fencedAt: closing, submission: saying('đã nộp') };
    expect(await closeHead(table, unit, closing)).toMatchObject({ kind: 'closed', head });
    expect((await draftKept(table, unit, await anyHead(table)))?.answers).toEqual(draft);
  });

  it('goes on as it is until then: its draft is shown, and gone with the next hand-in', async () => {
    const table = aTable();
    const { shards: _, ...name } = unit;
    const draft = JSON.stringify({ figures: {}, outcomes: {}, further: 'nháp' });
    const old = { ...name, revision: 0, access: { [digest]: closing }, draft, draftedAt: 3, lateAt: 3 };
    await putOnce(table, { ...keyOf(unit), ...old });
    expect(await draftKept(table, unit, await anyHead(table))).toMatchObject({ answers: { further: 'nháp' }, at: 3 });
    await handIn(table, handing({ session: sessionOfOld }));
    expect(await draftKept(table, unit, await anyHead(table))).toBeUndefined();
    expect(await closeHead(table, unit, closing)).toMatchObject({ kind: 'closed', head: { revision: 1 } });
  });
});

describe('a head that cannot be closed as the others', () => {
  it('is made where there is none, and is shut: told each time, and no opening makes another', async () => {
    const table = aTable();
    const gone = { kind: 'unclosed', why: 'gone', head: { unit: 'phong-a', revision: 0, fencedAt: closing } };
    expect(await closeHead(table, unit, closing)).toMatchObject(gone);
    expect(await closeHead(table, unit, closing + 5)).toMatchObject(gone);
    await createHead(table, unit);
    expect(await headOf(table, unit)).toMatchObject({ revision: 0, fencedAt: closing });
  });

  it('is told with what the table says of it, and closed behind its letter when that lets it be', async () => {
    const table = await limitedTable();
    const { shards: _, ...name } = unit;
    // What fills it is none of ours, so there is nothing that could be moved out of its way.
    const filling = 400 * 1024 - sizeOf({ ...keyOf(unit), ...name, revision: 0, filling: '' }) + 18;
    await putOnce(table, { ...keyOf(unit), ...name, revision: 0, filling: 'x'.repeat(filling) });
    expect(await closeHead(table, unit, closing)).toEqual({
      kind: 'unclosed',
      why: 'unfenced',
      reason: 'Item size to update has exceeded the maximum allowed size',
    });
    await update(table, keyOf(unit), { remove: ['filling'], condition: 'attribute_exists(pk)' });
    expect(await closeBehind(table, unit, closing + 9)).toMatchObject({
      kind: 'closed',
      head: { fencedAt: closing + 9 },
    });
    expect(await headOf(table, unit)).toMatchObject({ outside: true });
  });

  it.each([{ submission: '{"secret' }, { revision: 'secret' }])(
    'is fenced and told when nobody can read %o',
    async spoilt => {
      const table = aTable();
      const { shards: _, ...name } = unit;
      await putOnce(table, { ...keyOf(unit), ...name, revision: 1, access: {}, ...spoilt });
      const told = await closeHead(table, unit, closing);
      expect(told).toMatchObject({ kind: 'unclosed', why: 'unreadable' });
      expect(JSON.stringify(told)).not.toContain('secret');
      expect((await get(table, keyOf(unit)))?.fencedAt).toBe(closing);
    },
  );

  it('is tried again by whoever asks when the table only has no time', async () => {
    const slow = new ProvisionedThroughputExceededException({ message: 'slow down', $metadata: {} });
    const { client } = memoryTable(async () => {
      throw slow;
    });
    await expect(closeHead({ name: 'cham', client }, unit, closing)).rejects.toBe(slow);
  });
});

describe('a head that is opened again', () => {
  const extension = { number: 1, until: closing + 100 };
  const after = { ...unit, extension };

  it('takes what is handed in, until it is fenced for that extension: then that is what is compiled', async () => {
    const table = await openTable();
    await closeHead(table, unit, closing);
    expect(await handIn(table, handing())).toBeUndefined();
    expect(await reopenHead(table, unit, extension)).toBe(true);
    expect(await headOf(table, unit)).toMatchObject({ reopened: 1, extendedUntil: closing + 100 });
    expect(await handIn(table, handing())).toBeDefined();
    expect(await closeHead(table, after, closing + 100)).toMatchObject({
      kind: 'closed',
      head: { revision: 1, fencedAt: closing + 100 },
    });
  });

  it('is fenced by no close of before, however late that comes, and opened by its extension once', async () => {
    const table = await openTable();
    await closeHead(table, unit, closing);
    await reopenHead(table, unit, extension);
    await expect(closeHead(table, unit, closing + 1)).rejects.toThrow('opened again since');
    expect((await anyHead(table)).fencedAt).toBeUndefined();
    await closeHead(table, after, closing + 100);
    await reopenHead(table, unit, extension);
    expect((await anyHead(table)).fencedAt).toBe(closing + 100);
    await reopenHead(table, unit, { number: 2, until: closing + 200 });
    expect((await anyHead(table)).fencedAt).toBeUndefined();
    await expect(closeHead(table, after, closing + 101)).rejects.toThrow('opened again since');
  });

  it('that was closed behind a letter stays out of the next one too, unless it was let in again', async () => {
    const table = await openTable();
    await handIn(table, handing());
    await closeBehind(table, unit, closing);
    expect(await closeHead(table, after, closing + 100)).toMatchObject({ kind: 'unclosed', why: 'unfenced' });
    await reopenHead(table, unit, extension);
    expect(await closeHead(table, after, closing + 100)).toMatchObject({ kind: 'closed', head: { revision: 1 } });
  });
});
