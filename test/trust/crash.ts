import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SESClient } from '@aws-sdk/client-ses';
import { vi } from 'vitest';
import type { FunctionName } from '../../infra/manifest.ts';
import { archiveNamed } from '../../shared/aws/archive.ts';
import { postFrom } from '../../shared/aws/post.ts';
import { tableNamed } from '../../shared/aws/table.ts';

/** Where a process ends: before its `call`-th call of AWS goes out, or after it was answered. */
export type Point = { call: number; when: 'before' | 'after' };

type Life = { calls: number; ends: Point | undefined; end: () => void };

/**
 * Lets processes end in the middle. `plan` says where the next invocations of a function end; an invocation that ended does
 * nothing any more: no call of it reaches AWS, and no line of it runs, as its promise is never settled.
 */
export function crashes(names: FunctionName[]) {
  const planned = new Map<FunctionName, Point[]>();
  const counted = new Map<FunctionName, number>();
  const living = new AsyncLocalStorage<Life>();

  for (const name of names) {
    vi.doMock(`../../functions/${name}.ts`, async importOriginal => {
      const { handler } = await importOriginal<{ handler: (...given: unknown[]) => Promise<unknown> }>();
      return {
        handler: async (...given: unknown[]) => {
          const { promise: ended, resolve: end } = Promise.withResolvers<void>();
          const life: Life = { calls: 0, ends: planned.get(name)?.shift(), end };
          await Promise.race([living.run(life, () => handler(...given)), ended]);
          counted.set(name, Math.max(counted.get(name) ?? 0, life.calls));
        },
      };
    });
  }

  return {
    plan: (name: FunctionName, ...points: Point[]) => planned.set(name, points),
    /** The most calls one invocation of a function has made. */
    mostCalls: (name: FunctionName) => counted.get(name) ?? 0,
    /** To be called once the host runs: from then on every call of AWS is watched. */
    watch: () => {
      const clients = [tableNamed('tong-hop').client, archiveNamed('tong-hop').client, postFrom('', '').client];
      for (const { middlewareStack } of clients as (DynamoDBClient & S3Client & SESClient)[]) {
        middlewareStack.add(next => input => passing(living.getStore(), () => next(input)), {
          step: 'initialize',
          name: 'crash',
        });
      }
    },
  };
}

async function passing<Output>(life: Life | undefined, call: () => Promise<Output>): Promise<Output> {
  if (!life) return call();
  life.calls += 1;
  const here = life.ends?.call === life.calls ? life.ends.when : undefined;
  const gone = life.ends !== undefined && life.calls > life.ends.call;
  if (gone || here === 'before') return over(life);
  const output = await call();
  return here === 'after' ? over(life) : output;
}

/** Never settles: whatever awaits it goes no further. */
function over(life: Life): Promise<never> {
  life.end();
  return new Promise(() => {});
}
