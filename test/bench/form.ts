import { createServer } from 'node:http';
import { listening } from '../../infra/local/listening.ts';
import { inBatches } from '../../shared/batches.ts';
import type { Town } from '../journeys/town.ts';
import { request } from './hand-in.ts';
import { largePeriod } from './large-office.ts';
import { medianRatio, type Row, sideBySide } from './sampling.ts';

const asked = 200;

/** GET /form over HTTP, 16 at a time, beside a server that answers with nothing. */
export async function form(town: Town): Promise<Row[]> {
  const period = await largePeriod(town, 'xem', 1, false);
  const [cookie = ''] = request('GET', period, 'don-vi-0').cookies;
  town.clock.moveTo(period.deadline - 60_000);
  const empty = await listening(createServer((_, response) => response.end()));
  const ask = (address: string) => () =>
    inBatches(Array.from({ length: asked }), 16, async () => {
      const response = await fetch(address, { headers: { cookie } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    });
  const samples = await sideBySide(ask(empty.endpoint), ask(`${town.address}/form`), { times: 7, warm: 2 });
  await empty.close();
  return [
    {
      ratio: 'GET /form, requests a second / an empty server',
      target: 0.5,
      value: medianRatio(samples),
      wanted: 'more',
    },
  ];
}
