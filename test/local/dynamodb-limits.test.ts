import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { createTable, startDynamoDb } from '../../infra/local/dynamodb.ts';
import { memoryTable } from '../trust/memory-table.ts';
import { reaching } from './wire.ts';

const TableName = 'house';
const key = (pk = 'P', sk = 'S') => ({ pk: { S: pk }, sk: { S: sk } });

const standIn = await startDynamoDb();
const client = new DynamoDBClient(reaching(standIn.endpoint));
await createTable(client, TableName);
const inMemory = memoryTable().client;
afterAll(() => {
  client.destroy();
  return standIn.close();
});

/** What is asked of DynamoDB up to its limit, and how it says no one past it (Developer Guide, "Constraints"). */
type Limit = { asked: (size: number) => PutItemCommand | UpdateItemCommand; most: number; says: string };

const expressions: Record<string, Limit> = {
  'an update of 4,096 bytes': {
    asked: size => updating({ UpdateExpression: `SET ${'a'.repeat(size - 9)} = :a` }),
    most: 4_096,
    says: 'Invalid UpdateExpression: Expression size has exceeded the maximum allowed size; expression size: 4097',
  },
  'a condition of 4,096 bytes': {
    asked: size => updating({ ConditionExpression: `attribute_not_exists(${'a'.repeat(size - 22)})` }),
    most: 4_096,
    says: 'Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; expression size: 4097',
  },
  'a condition of 300 operators': {
    asked: count => {
      const terms = Array.from({ length: Math.ceil(count / 2) }, () => 'pk<>:a').join(' OR ');
      return updating({
        ConditionExpression: count % 2 === 0 ? `NOT a=:a AND ${terms}`.replace(' OR pk<>:a', '') : terms,
      });
    },
    most: 300,
    says: 'Invalid ConditionExpression: The expression contains too many operators; operator count: 301',
  },
  'an update of 300 sums': {
    asked: count => updating({ UpdateExpression: `SET ${namesOf(count).map(name => `${name}=n+:n`)}` }),
    most: 300,
    says: 'Invalid UpdateExpression: The expression contains too many operators; operator count: 301',
  },
  'a list of 100 to be among': {
    asked: count => updating({ ConditionExpression: `pk IN (${Array(count).fill(':p').join(', ')})` }),
    most: 100,
    says: 'Invalid ConditionExpression: The IN operator is provided with too many operands; number of operands: 101',
  },
  'a placeholder of 255 bytes': {
    asked: size => {
      const name = ':'.padEnd(size, 'b');
      return updating({ UpdateExpression: `SET a = ${name}` }, { [name]: { S: 'x' } });
    },
    most: 255,
    says: 'The expression attribute key is too long',
  },
  'an attribute nested in 32 levels': {
    asked: levels => new PutItemCommand({ TableName, Item: { ...key(), a: nested(levels) } }),
    most: 32,
    says: 'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
  },
  'an attribute’s name of 65,535 bytes': {
    asked: size => new PutItemCommand({ TableName, Item: { ...key(), ['a'.repeat(size)]: { S: 'x' } } }),
    most: 65_535,
    says: 'Attribute name is too large',
  },
};

const items: Record<string, Limit> = {
  'an item of 400 KB': {
    asked: size => new PutItemCommand({ TableName, Item: { ...key('P', 'I'), a: { S: 'x'.repeat(size - 7) } } }),
    most: 409_600,
    says: 'Item size has exceeded the maximum allowed size',
  },
  'an item that an update brings to 400 KB': {
    asked: size => updating({ UpdateExpression: 'SET n = :a' }, { ':a': { S: 'x'.repeat(size - 7) } }),
    most: 409_600,
    says: 'Item size to update has exceeded the maximum allowed size',
  },
};

const keys: Record<string, Limit> = {
  'a partition key of 2,048 bytes': {
    asked: size => new PutItemCommand({ TableName, Item: key('p'.repeat(size)) }),
    most: 2_048,
    says: 'Size of hashkey has exceeded the maximum size limit of2048 bytes',
  },
  'a sort key of 1,024 bytes': {
    asked: size => new PutItemCommand({ TableName, Item: key('P', 's'.repeat(size)) }),
    most: 1_024,
    says: 'Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
  },
  'a number of 38 digits': {
    asked: digits => new PutItemCommand({ TableName, Item: { ...key(), a: { N: '1'.repeat(digits) } } }),
    most: 38,
    says: 'Attempting to store more than 38 significant digits in a Number',
  },
};

describe('DynamoDB on one machine takes, and one more it refuses in the words of AWS,', () => {
  it.each(Object.entries({ ...expressions, ...items, ...keys }))('%s', (_, limit) => goesTo(client, limit));

  it('names and values of two megabytes together', async () => {
    const values = (size: number) => ({ ':a': { S: 'x'.repeat(size) } });
    const most = 2 * 1024 * 1024 - ':a'.length;
    const asked = (size: number) => client.send(updating({ UpdateExpression: 'SET n = :a' }, values(size)));
    // What the values may be is more than an item may be.
    await expect(asked(most)).rejects.toThrow('Item size to update has exceeded');
    await expect(asked(most + 1)).rejects.toThrow('have exceeded the maximum allowed size; size: 2097153');
  });
});

describe('the table in memory keeps the same limits on', () => {
  it.each(Object.entries({ ...expressions, ...items }).filter(([, { asked }]) => speaks(asked)))('%s', (_, limit) =>
    goesTo(inMemory, limit),
  );
});

async function goesTo(to: DynamoDBClient, { asked, most, says }: Limit): Promise<void> {
  await to.send(new PutItemCommand({ TableName, Item: { ...key(), n: { N: '1' } } }));
  await to.send(asked(most) as PutItemCommand);
  const before = await stored(to);
  await expect(to.send(asked(most + 1) as PutItemCommand)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(says),
  });
  expect(await stored(to)).toEqual(before);
}

async function stored(to: DynamoDBClient) {
  return (await to.send(new GetItemCommand({ TableName, Key: key() }))).Item;
}

function updating(
  given: { UpdateExpression?: string; ConditionExpression?: string },
  values: Record<string, { S: string }> = {},
): UpdateItemCommand {
  const { UpdateExpression = 'SET a = :a', ConditionExpression } = given;
  const all = { ':a': { S: 'x' }, ':n': { N: '1' }, ':p': { S: 'P' }, ...values };
  const used = Object.entries(all).filter(([name]) => `${UpdateExpression} ${ConditionExpression}`.includes(name));
  const ExpressionAttributeValues = Object.fromEntries(used);
  return new UpdateItemCommand({
    TableName,
    Key: key(),
    UpdateExpression,
    ...(ConditionExpression ? { ConditionExpression } : {}),
    ExpressionAttributeValues,
  });
}

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `a${at}`);
}

function nested(levels: number): { S: string } | { M: Record<string, never> } {
  return levels === 1 ? { S: 'x' } : { M: { a: nested(levels - 1) as never } };
}

/** The table in memory speaks no more of the language than the house does. */
function speaks(asked: Limit['asked']): boolean {
  const { ConditionExpression = '', UpdateExpression = '' } = asked(1_000).input as UpdateItemCommandInput;
  return !/OR|<>/.test(ConditionExpression) && !/=n\+/.test(UpdateExpression);
}
