import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import type { Listening } from '../../infra/local/listening.ts';

/** The stand-in for DynamoDB in a process of its own: on AWS too the table is another machine, and its work is not ours. */
export async function tableApart(): Promise<Listening> {
  const child = fork(import.meta.filename);
  const [endpoint] = await once(child, 'message');
  return {
    endpoint: String(endpoint),
    close: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

if (import.meta.main) process.send?.((await startDynamoDb()).endpoint);
