import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listening } from '../../infra/local/listening.ts';
import { get, putOnce, query, type Table, tableNamed, update } from '../../shared/aws/table.ts';
import { reaching } from '../local/wire.ts';

type Call = Record<string, unknown>;

/** A table on the wire: each call is written down, and answered as a test says. */
async function aTable(answer: (call: Call) => { status?: number; body: object }) {
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const call: Call = JSON.parse(await text(request));
    calls.push(call);
    const { status = 200, body } = answer(call);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
  });
  const { endpoint, close } = await listening(server);
  const table: Table = { name: 'bang', client: new DynamoDBClient({ ...reaching(endpoint), maxAttempts: 1 }) };
  onTestFinished(() => {
    table.client.destroy();
    return close();
  });
  return { table, calls };
}

const item = { pk: { S: 'P' }, sk: { S: 'S' } };
const key = { pk: 'P', sk: 'S' };

describe('reading', () => {
  it('is strongly consistent: what was accepted a moment ago is seen', async () => {
    const { table, calls } = await aTable(call => ({ body: 'Key' in call ? { Item: item } : { Items: [item] } }));
    expect([await get(table, key), await query(table, 'P')]).toEqual([key, [key]]);
    expect(calls.map(({ ConsistentRead, TableName }) => [ConsistentRead, TableName])).toEqual([
      [true, 'bang'],
      [true, 'bang'],
    ]);
  });

  it('is of a whole partition, or of what begins so in it', async () => {
    const { table, calls } = await aTable(() => ({ body: {} }));
    expect([await query(table, 'P'), await query(table, 'P', 'UNIT#')]).toEqual([[], []]);
    expect(calls.map(call => [call.KeyConditionExpression, call.ExpressionAttributeValues])).toEqual([
      ['pk = :pk', { ':pk': { S: 'P' } }],
      ['pk = :pk AND begins_with(sk, :prefix)', { ':pk': { S: 'P' }, ':prefix': { S: 'UNIT#' } }],
    ]);
  });

  it('goes through every page of a partition, however many there are', async () => {
    const { table } = await aTable(({ ExclusiveStartKey: from }) => ({
      body: from ? { Items: [{ ...item, sk: { S: 'T' } }] } : { Items: [item], LastEvaluatedKey: item },
    }));
    expect((await query(table, 'P')).map(({ sk }) => sk)).toEqual(['S', 'T']);
  });
});

describe('writing', () => {
  const refused = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message: 'no' };
  const change = { set: ['a = :a'], condition: 'attribute_exists(pk)', values: { ':a': 1, ':b': undefined } };

  it('that its condition forbids says so, and is no fault', async () => {
    const { table } = await aTable(() => ({ status: 400, body: refused }));
    expect(await putOnce(table, key)).toBe(false);
    expect(await update(table, key, change)).toBeUndefined();
  });

  it('that fails otherwise is a fault: nobody is told that it was refused', async () => {
    const { table } = await aTable(() => ({ status: 400, body: { __type: 'x#ValidationException', message: 'sai' } }));
    await expect(putOnce(table, key)).rejects.toThrow('sai');
    await expect(update(table, key, change)).rejects.toThrow('sai');
  });

  it('gives the item as that very write left it', async () => {
    const { table, calls } = await aTable(() => ({ body: { Attributes: { ...item, a: { N: '1' } } } }));
    expect(await update(table, key, { ...change, remove: ['c', 'd'] })).toEqual({ ...key, a: 1 });
    expect(calls).toEqual([
      {
        ...{ TableName: 'bang', Key: item, ReturnValues: 'ALL_NEW' },
        ...{ UpdateExpression: 'SET a = :a REMOVE c, d', ConditionExpression: 'attribute_exists(pk)' },
        ExpressionAttributeValues: { ':a': { N: '1' } },
      },
    ]);
  });

  it('may set nothing, or remove nothing', async () => {
    const { table, calls } = await aTable(() => ({ body: { Attributes: item } }));
    await update(table, key, { remove: ['c'], condition: 'attribute_exists(pk)' });
    await update(table, key, { set: ['a = b', 'c = d'], condition: 'attribute_exists(pk)' });
    expect(calls.map(call => call.UpdateExpression)).toEqual(['REMOVE c', 'SET a = b, c = d']);
    expect(calls[0]).not.toHaveProperty('ExpressionAttributeValues');
  });

  it('keeps an item without what is not known of it', async () => {
    const { table, calls } = await aTable(() => ({ body: {} }));
    expect(await putOnce(table, { ...key, later: undefined })).toBe(true);
    expect(calls[0]?.Item).toEqual(item);
    expect(calls[0]?.ConditionExpression).toBe('attribute_not_exists(pk)');
  });
});

describe('the table', () => {
  it('is reached by one client for the life of the process: its connections stay warm', () => {
    const [one, other] = [tableNamed('mot'), tableNamed('hai')];
    expect([one.name, other.name]).toEqual(['mot', 'hai']);
    expect(one.client).toBeInstanceOf(DynamoDBClient);
    expect(one.client).toBe(other.client);
  });
});
