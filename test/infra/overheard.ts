import { AsyncLocalStorage } from 'node:async_hooks';
import { ClientRequest } from 'node:http';
import { vi } from 'vitest';
import type { FunctionName } from '../../infra/manifest.ts';
import { names } from './synthesized.ts';

/** What a function asked of AWS: "dynamodb:UpdateItem" on a partition, "s3:GetObject" on a key, "ses:SendRawEmail". */
export type Call = { by: FunctionName; action: string; on: string };

type Handler = (...given: unknown[]) => unknown;

/** Overhears at the wire what each function asks of AWS from now on, whoever wakes it. */
export function overheard(): Call[] {
  const calls: Call[] = [];
  const working = new AsyncLocalStorage<FunctionName>();
  for (const name of names) {
    vi.doMock(`../../functions/${name}.ts`, async importOriginal => {
      const { handler } = await importOriginal<{ handler: Handler }>();
      return { handler: (...given: unknown[]) => working.run(name, () => handler(...given)) };
    });
  }
  const { end } = ClientRequest.prototype;
  ClientRequest.prototype.end = function (this: ClientRequest, ...given: unknown[]) {
    const by = working.getStore();
    if (by) calls.push({ by, ...callOf(this, given[0]) });
    return Reflect.apply(end, this, given);
  };
  return calls;
}

function callOf(request: ClientRequest, body: unknown): Omit<Call, 'by'> {
  const target = request.getHeader('x-amz-target');
  if (target) return { action: `dynamodb:${String(target).split('.')[1]}`, on: partitionIn(String(body)) };
  if (request.method === 'POST') return { action: `ses:${new URLSearchParams(String(body)).get('Action')}`, on: '' };
  const [, , ...key] = request.path.split('?')[0]?.split('/') ?? [];
  return { action: request.method === 'PUT' ? 's3:PutObject' : 's3:GetObject', on: key.join('/') };
}

function partitionIn(body: string): string {
  const { Key, Item, ExpressionAttributeValues } = JSON.parse(body);
  return (Key ?? Item)?.pk.S ?? ExpressionAttributeValues[':pk'].S;
}
