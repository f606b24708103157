import { randomBytes } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import { listening } from '../../infra/local/listening.ts';
import { answersElsewhere, emptyDirectory, hangUpHalfway, reaching } from './wire.ts';

const TableName = 'house';
const key = (sk: string) => ({ pk: { S: 'PERIOD#kinh-te#2021-10' }, sk: { S: sk } });

describe('DynamoDB on one machine', () => {
  it('returns from a conditional update the item as that very write left it: it is the snapshot that is compiled', async () => {
    const { client } = await startWithTable();
    await client.send(
      new PutItemCommand({ TableName, Item: { ...key('UNIT#a'), answers: { S: 'Bông, vải: 3.781' } } }),
    );
    const { Attributes } = await client.send(fence('UNIT#a', 7));
    expect(Attributes).toEqual({ ...key('UNIT#a'), answers: { S: 'Bông, vải: 3.781' }, fencedAt: { N: '7' } });
  });

  it('changes nothing when the condition does not hold, and says so by name', async () => {
    const { client } = await startWithTable();
    await client.send(new PutItemCommand({ TableName, Item: key('UNIT#a') }));
    await client.send(fence('UNIT#a', 7));
    await expect(client.send(fence('UNIT#a', 8))).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect(await read(client, 'UNIT#a')).toEqual({ ...key('UNIT#a'), fencedAt: { N: '7' } });
  });

  it('makes no item by an update that demands one: no unit that does not owe can hand in', async () => {
    const { client } = await startWithTable();
    await expect(client.send(fence('UNIT#stranger', 7))).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    expect(await read(client, 'UNIT#stranger')).toBeUndefined();
  });

  it('lets exactly one of 25 parallel conditional writes win: a mail is claimed once, a head fenced once', async () => {
    const { client } = await startWithTable();
    await client.send(new PutItemCommand({ TableName, Item: key('UNIT#a') }));
    const writers = Array.from({ length: 25 }, (_, writer) => client.send(fence('UNIT#a', writer)));
    const outcomes = await Promise.allSettled(writers);
    const [winner, ...others] = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(winner).toBeDefined();
    expect(others).toEqual([]);
    const won = String(outcomes.findIndex(({ status }) => status === 'fulfilled'));
    expect((await read(client, 'UNIT#a'))?.fencedAt).toEqual({ N: won });
  });

  it('lets exactly one of 25 parallel first puts win: an edition is recorded once', async () => {
    const { client } = await startWithTable();
    const puts = Array.from({ length: 25 }, (_, writer) =>
      client.send(
        new PutItemCommand({
          TableName,
          Item: { ...key('001'), writer: { N: String(writer) } },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
    const outcomes = await Promise.allSettled(puts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('finds by the beginning of the sort key, in order and over many pages: a period with every unit', async () => {
    const { client } = await startWithTable();
    const units = Array.from({ length: 40 }, (_, unit) => `UNIT#${String(unit).padStart(3, '0')}`);
    const filler = { B: randomBytes(60_000) };
    for (const sk of [...units.toReversed(), 'PERIOD', 'UNITS', 'UNIS']) {
      await client.send(new PutItemCommand({ TableName, Item: { ...key(sk), filler } }));
    }
    const pages = paginateQuery(
      { client },
      {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': key('').pk, ':prefix': { S: 'UNIT#' } },
      },
    );
    const found: (string | undefined)[][] = [];
    for await (const { Items = [] } of pages) found.push(Items.map(({ sk }) => sk?.S));
    expect(found.flat()).toEqual(units);
    expect(found.length).toBeGreaterThan(1);
  });

  it('has everything again after a restart when it keeps its table on disk: an office switches its machine off', async () => {
    const directory = emptyDirectory();
    const before = await startDynamoDb({ directory });
    const first = new DynamoDBClient(reaching(before.endpoint));
    await createTable(first);
    await first.send(new PutItemCommand({ TableName, Item: key('UNIT#a') }));
    first.destroy();
    await before.close();

    const { client } = await start(directory);
    expect(await read(client, 'UNIT#a')).toEqual(key('UNIT#a'));
    await expect(createTable(client)).rejects.toMatchObject({ name: 'ResourceInUseException' });
  });

  it('makes its table anew when it was killed while making it', async () => {
    const directory = emptyDirectory();
    const making = await listening(dynalite({ path: directory, createTableMs: 60_000 }));
    const first = new DynamoDBClient(reaching(making.endpoint));
    await first.send(described());
    first.destroy();
    await making.close();

    const { client } = await start(directory);
    await createTable(client);
    await client.send(new PutItemCommand({ TableName, Item: key('UNIT#a') }));
    expect(await read(client, 'UNIT#a')).toEqual(key('UNIT#a'));
  });

  it('lives on when a caller hangs up halfway: one broken connection must not end the house', async () => {
    const { client, endpoint } = await startWithTable();
    await hangUpHalfway(endpoint, 'POST / HTTP/1.1');
    expect(await read(client, 'UNIT#a')).toBeUndefined();
  });

  it('listens on 127.0.0.1 only: nobody in the office network reads the table', async () => {
    const { endpoint } = await start();
    expect(await answersElsewhere(endpoint)).toBe(false);
  });
});

async function start(directory?: string) {
  const { endpoint, close } = await startDynamoDb(directory ? { directory } : {});
  const client = new DynamoDBClient(reaching(endpoint));
  onTestFinished(async () => {
    client.destroy();
    await close();
  });
  return { client, endpoint };
}

async function startWithTable() {
  const started = await start();
  await createTable(started.client);
  return started;
}

function described() {
  return new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk'].map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
}

async function createTable(client: DynamoDBClient) {
  await client.send(described());
  // A table is there a moment after it was made, on AWS too.
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { TableName });
}

function fence(sk: string, at: number) {
  return new UpdateItemCommand({
    TableName,
    Key: key(sk),
    UpdateExpression: 'SET fencedAt = :at',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(fencedAt)',
    ExpressionAttributeValues: { ':at': { N: String(at) } },
    ReturnValues: 'ALL_NEW',
  });
}

async function read(client: DynamoDBClient, sk: string) {
  return (await client.send(new GetItemCommand({ TableName, Key: key(sk), ConsistentRead: true }))).Item;
}
