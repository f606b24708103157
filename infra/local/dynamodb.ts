import { mkdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import dynalite from 'dynalite';
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

/** dynalite throws, and so ends the whole host, when a caller hangs up halfway through his request. */
function forgiveHangingUp(request: IncomingMessage): void {
  request.removeAllListeners('error');
  request.on('error', () => {});
}
