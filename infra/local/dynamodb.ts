import { mkdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { table } from '../manifest.ts';
import { type Listening, listening } from './listening.ts';

/** Stands in for DynamoDB, with dynalite: on disk when a directory is given, else in memory. */
export async function startDynamoDb({ directory }: { directory?: string } = {}): Promise<Listening> {
  if (directory) mkdirSync(directory, { recursive: true });
  const server = dynalite({
    ...(directory ? { path: directory } : {}),
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  server.on('request', forgiveHangingUp);
  return listening(server);
}

/** Makes the one table, keyed as the manifest says, and waits until it is there. @throws ResourceInUseException when it was */
export async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [table.partitionKey, table.sortKey].map(AttributeName => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: table.partitionKey, KeyType: 'HASH' },
        { AttributeName: table.sortKey, KeyType: 'RANGE' },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.1 }, { TableName: name });
}

/** dynalite throws, and so ends the whole host, when a caller hangs up halfway through his request. */
function forgiveHangingUp(request: IncomingMessage): void {
  request.removeAllListeners('error');
  request.on('error', () => {});
}
