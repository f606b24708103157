import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { once } from './client.ts';

/** The one table. Every guarantee of the house is one conditional write on one item of it. */
export type Table = { client: DynamoDBClient; name: string };

export type Key = { pk: string; sk: string };
export type Item = Record<string, unknown>;

/** One conditional write: `set`, `remove` and `add` name attributes, "#" and ":" stand for `names` and `values`. */
export type Change = {
  set?: string[];
  remove?: string[];
  /** Puts values into sets, which are made where there are none. */
  add?: string[];
  condition: string;
  names?: Record<string, string> | undefined;
  values?: Record<string, unknown> | undefined;
};

export function tableNamed(name: string): Table {
  return { name, client: once('dynamodb', () => new DynamoDBClient({})) };
}

/** Reads one item, strongly consistent; undefined when there is none. */
export async function get(table: Table, key: Key): Promise<Item | undefined> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: marshall(key), ConsistentRead: true }),
  );
  return Item && unmarshall(Item);
}

/** Writes an item that must not exist yet; false when it does, and then nothing is changed. */
export async function putOnce(table: Table, item: Key & Item): Promise<boolean> {
  const done = await unlessConditionFails(
    table.client.send(
      new PutItemCommand({
        TableName: table.name,
        Item: marshall(item, { removeUndefinedValues: true }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  );
  return done !== undefined;
}

/** Changes one item if its condition holds, and returns it as it then is; undefined when the condition does not hold. */
export async function update(table: Table, key: Key, change: Change): Promise<Item | undefined> {
  const clauses = [
    change.set?.length ? `SET ${change.set.join(', ')}` : '',
    change.remove?.length ? `REMOVE ${change.remove.join(', ')}` : '',
    change.add?.length ? `ADD ${change.add.join(', ')}` : '',
  ];
  const done = await unlessConditionFails(
    table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall(key),
        UpdateExpression: clauses.filter(clause => clause).join(' '),
        ConditionExpression: change.condition,
        ExpressionAttributeNames: change.names,
        ExpressionAttributeValues: change.values && valuesOf(change.values),
        ReturnValues: 'ALL_NEW',
      }),
    ),
  );
  return done && unmarshall(done.Attributes ?? {});
}

/** All items of a partition whose sort key begins with `prefix`, in the order of the key. */
export async function query(table: Table, pk: string, prefix = ''): Promise<Item[]> {
  const items: Item[] = [];
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
      ExpressionAttributeValues: valuesOf(prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk }),
    },
  );
  for await (const page of pages) items.push(...(page.Items ?? []).map(item => unmarshall(item)));
  return items;
}

/**
 * True of what DynamoDB will refuse as often as it is asked: it calls the write invalid, an item that grows past 400 KB
 * among them. What it has no capacity for, and what did not reach it, is no such thing.
 */
export function isRefusedForGood(error: unknown): error is DynamoDBServiceException {
  return error instanceof DynamoDBServiceException && error.name === 'ValidationException';
}

function valuesOf(values: Record<string, unknown>): Record<string, AttributeValue> {
  return marshall(values, { removeUndefinedValues: true });
}

async function unlessConditionFails<Output>(sending: Promise<Output>): Promise<Output | undefined> {
  try {
    return await sending;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
