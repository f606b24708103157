import { mkdirSync } from 'node:fs';
import dynalite from 'dynalite';
import { type Listening, listening } from './listening.ts';

/** Stands in for DynamoDB, with dynalite: on disk when a directory is given, else in memory. */
export async function startDynamoDb({ directory }: { directory?: string } = {}): Promise<Listening> {
  if (directory) mkdirSync(directory, { recursive: true });
  return listening(
    dynalite({ ...(directory ? { path: directory } : {}), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }),
  );
}
