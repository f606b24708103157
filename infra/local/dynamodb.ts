import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { table } from '../manifest.ts';
import { type Asked, limitPassed } from './dynamodb-limits.ts';
import { type Listening, listening } from './listening.ts';
import { checkTableFiles } from './table-files.ts';

/**
 * Stands in for DynamoDB, with dynalite: on disk when a directory is given, else in memory. Before dynalite is asked, the limits
 * are kept that it does not know. @throws what `checkTableFiles` throws
 */
export async function startDynamoDb({ directory }: { directory?: string } = {}): Promise<Listening> {
  if (directory) {
    mkdirSync(directory, { recursive: true });
    await checkTableFiles(directory);
  }
  const server = dynalite({
    ...(directory ? { path: directory } : {}),
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  keepLimits(server);
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

/**
 * Reads each request whole, and hands dynalite what passes no limit. dynalite itself throws, and so ends the whole host, when a
 * caller hangs up halfway through his request: such a one it is not given.
 */
function keepLimits(server: Server): void {
  const [serve] = server.listeners('request') as [(request: IncomingMessage, response: ServerResponse) => void];
  server.removeAllListeners('request');
  server.on('request', async (request, response) => {
    const body = await buffer(request).catch(() => undefined);
    if (!body) return;
    const passed = limitPassed(askedIn(body));
    if (passed !== undefined) return refuse(response, passed);
    const { method, url, headers } = request;
    serve(Object.assign(Readable.from([body]), { method, url, headers }) as unknown as IncomingMessage, response);
  });
}

/** What is no JSON dynalite refuses as DynamoDB does. */
function askedIn(body: Buffer): Asked {
  try {
    return JSON.parse(body.toString()) as Asked;
  } catch {
    return {};
  }
}

function refuse(response: ServerResponse, message: string): void {
  const body = JSON.stringify({ __type: 'com.amazon.coral.validate#ValidationException', message });
  response.writeHead(400, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-crc32': crc32(body),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(body);
}
