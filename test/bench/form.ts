import { createServer } from 'node:http';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { listening } from '../../infra/local/listening.ts';
import { type HeadName, keyOf } from '../../shared/aws/heads.ts';
import { inBatches } from '../../shared/batches.ts';
import type { Town } from '../journeys/town.ts';
import { request } from './hand-in.ts';
import { largePeriod } from './large-office.ts';
import { medianRatio, type Row, sideBySide } from './sampling.ts';

const asked = 200;

/** GET /form over HTTP, 16 at a time, beside a server that answers with nothing. */
export async function form(town: Town): Promise<Row[]> {
  const period = await largePeriod(town, 'xem', 1, false);
  const asking = request('GET', period, 'don-vi-0');
  const [cookie = ''] = asking.cookies;
  town.clock.moveTo(period.deadline - 60_000);
  const empty = await listening(createServer((_, response) => response.end()));
  const reading = await listening(
    createServer(async (_, response) => {
      await readBare(town, { ...period, unit: 'don-vi-0' });
      response.end();
    }),
  );
  const ask = (address: string) => () =>
    inBatches(Array.from({ length: asked }), 16, async () => {
      const response = await fetch(address, { headers: { cookie } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    });
  const rows = await inBatches(
    [
      { server: empty, what: 'an empty server' },
      { server: reading, what: 'a server that makes the one bare GetItem it takes' },
    ],
    1,
    async ({ server, what }): Promise<Row> => {
      const samples = await sideBySide(ask(server.endpoint), ask(`${town.address}${asking.rawPath}`), {
        times: 9,
        warm: 3,
      });
      await server.close();
      return {
        ratio: `GET /form, requests a second / ${what}`,
        target: 0.5,
        value: medianRatio(samples),
        wanted: 'more',
      };
    },
  );
  return rows;
}

async function readBare(town: Town, head: HeadName): Promise<void> {
  const { pk, sk } = keyOf(head);
  const Key = { pk: { S: pk }, sk: { S: sk } };
  await town.table.client.send(new GetItemCommand({ TableName: town.table.name, Key, ConsistentRead: true }));
}
