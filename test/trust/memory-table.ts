import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type Asked, limitPassed, sizeOf } from '../../infra/local/dynamodb-limits.ts';
import { changed, type Item, type Placeholders, satisfied } from './expressions.ts';
import { type Around, sendingBy } from './turns.ts';

/**
 * A table in memory under DynamoDB's contract, as far as the house leans on it: strongly consistent reads, writes of one
 * item that are atomic and conditional, queries in the order of the sort key. An item is never changed, but replaced by another.
 * table-contract.test.ts holds it to dynalite.
 */
export type MemoryTable = { client: DynamoDBClient; items: Map<string, Map<string, Item>> };

export function memoryTable(around?: Around, items: MemoryTable['items'] = new Map()): MemoryTable {
  const send = sendingBy(command => {
    refuseBeyondLimits((command as { input: Asked }).input);
    return answerTo(items, command);
  }, around);
  // The SDK's paginator asks for a client of its own making.
  return { items, client: Object.assign(Object.create(DynamoDBClient.prototype), { send }) };
}

function answerTo(items: MemoryTable['items'], command: unknown) {
  if (command instanceof GetItemCommand) return getItem(items, command.input);
  if (command instanceof QueryCommand) return queryItems(items, command.input);
  if (command instanceof ScanCommand)
    return { Items: [...items.values()].flatMap(partition => [...partition.values()]) };
  if (command instanceof PutItemCommand) return putItem(items, command.input);
  if (command instanceof UpdateItemCommand) return updateItem(items, command.input);
  throw new Error(`no such command in the house: ${command?.constructor.name}`);
}

function getItem(items: MemoryTable['items'], { Key }: GetItemCommandInput) {
  return { Item: items.get(text(Key?.pk))?.get(text(Key?.sk)) };
}

function putItem(items: MemoryTable['items'], input: PutItemCommandInput) {
  const item = input.Item as Item;
  const partition = partitionOf(items, item);
  if (!satisfied(input.ConditionExpression, partition.get(text(item.sk)), placeholdersOf(input))) throw failed();
  refuseTooLarge(item, 'Item size has exceeded the maximum allowed size');
  partition.set(text(item.sk), item);
  return {};
}

function updateItem(items: MemoryTable['items'], input: UpdateItemCommandInput) {
  const partition = partitionOf(items, input.Key as Item);
  const before = partition.get(text(input.Key?.sk));
  if (!satisfied(input.ConditionExpression, before, placeholdersOf(input))) throw failed();
  const after = changed(input.UpdateExpression ?? '', before ?? { ...input.Key }, placeholdersOf(input));
  refuseTooLarge(after, 'Item size to update has exceeded the maximum allowed size');
  partition.set(text(input.Key?.sk), after);
  return { Attributes: after };
}

function queryItems(items: MemoryTable['items'], { ExpressionAttributeValues: values }: QueryCommandInput) {
  const prefix = values?.[':prefix'] ? text(values[':prefix']) : '';
  const found = [...(items.get(text(values?.[':pk'])) ?? [])].filter(([sk]) => sk.startsWith(prefix));
  return { Items: found.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item) };
}

function partitionOf(items: MemoryTable['items'], { pk }: Item): Map<string, Item> {
  const known = items.get(text(pk));
  if (known) return known;
  const made = new Map<string, Item>();
  items.set(text(pk), made);
  return made;
}

function placeholdersOf(input: PutItemCommandInput | UpdateItemCommandInput): Placeholders {
  return { names: input.ExpressionAttributeNames ?? {}, values: input.ExpressionAttributeValues ?? {} };
}

function text(value: AttributeValue | undefined): string {
  if (value?.S === undefined) throw new Error('keys are text');
  return value.S;
}

function refuseBeyondLimits(asked: Asked): void {
  const passed = limitPassed(asked);
  if (passed !== undefined) throw invalid(passed);
}

/** An item holds 400 KB, its names counted with its values. */
function refuseTooLarge(item: Item, message: string): void {
  if (sizeOf(item) > 400 * 1024) throw invalid(message);
}

function invalid(message: string) {
  return new DynamoDBServiceException({ name: 'ValidationException', $fault: 'client', message, $metadata: {} });
}

function failed() {
  return new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
}
