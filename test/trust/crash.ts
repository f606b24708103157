import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SESClient } from '@aws-sdk/client-ses';
import { vi } from 'vitest';
import type { FunctionName } from '../../infra/manifest.ts';
import { archiveNamed } from '../../shared/aws/archive.ts';
import { postFrom } from '../../shared/aws/post.ts';
import { tableNamed } from '../../shared/aws/table.ts';
import { calling, endingAt, living, type Point } from './lives.ts';

/** Lets processes end in the middle, with the host at the wire: `plan` says where the next invocation of a function ends. */
export function crashes(names: readonly FunctionName[]) {
  const planned = new Map<FunctionName, Point>();
  const counted = new Map<FunctionName, number>();

  for (const name of names) {
    vi.doMock(`../../functions/${name}.ts`, async importOriginal => {
      const { handler } = await importOriginal<{ handler: (...given: unknown[]) => Promise<unknown> }>();
      return {
        handler: async (...given: unknown[]) => {
          const ends = endingAt(planned.get(name));
          let calls = 0;
          const counting = (command: unknown) => {
            counted.set(name, Math.max(counted.get(name) ?? 0, ++calls));
            const when = ends(command);
            if (when) planned.delete(name);
            return when;
          };
          await living(counting, () => handler(...given));
        },
      };
    });
  }

  return {
    plan: (name: FunctionName, point: Point) => planned.set(name, point),
    /** Which functions have not come to where they were to end. */
    unreached: () => [...planned.keys()],
    countAnew: () => counted.clear(),
    /** The most calls one invocation of a function has made since. */
    mostCalls: (name: FunctionName) => counted.get(name) ?? 0,
    /** To be called once the host runs: from then on every call of AWS is watched. */
    watch: () => {
      const clients = [tableNamed('tong-hop').client, archiveNamed('tong-hop').client, postFrom('', '').client];
      for (const { middlewareStack } of clients as (DynamoDBClient & S3Client & SESClient)[]) {
        middlewareStack.add(next => input => calling(input, () => next(input)), { step: 'initialize', name: 'crash' });
      }
    },
  };
}
