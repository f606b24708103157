import { tickAt } from '../../shared/domain/calendar/tick.ts';
import type { Town } from '../journeys/town.ts';
import { deadline, fenceBare, largePeriod } from './large-office.ts';
import { quantile, type Row, timed } from './sampling.ts';

/** Closing, compiling and filing a letter of 1,000 units beside their bare writes; and how it grows with the office. */
export async function closing(town: Town): Promise<Row[]> {
  const [ours, bare]: [number[], number[]] = [[], []];
  // What other benches left open must not be closed in ours.
  await town.invoke('compile-report', tickAt(deadline));
  for (let round = 0; round < 5; round += 1) {
    ours.push(await timeToClose(town, `nghin-${round}`, 1_000));
    const period = await largePeriod(town, `tran-${round}`, 1_000, true);
    bare.push(await timed(() => fenceBare(town, period)));
    await town.invoke('compile-report', tickAt(deadline));
  }
  const small = await timesOf(3, at => timeToClose(town, `tram-${at}`, 100));
  const large = await timeToClose(town, 'muoi-nghin', 10_000);
  return [
    {
      ratio: 'close and compile of 1,000 units / their bare conditional writes, 32 at a time',
      target: 1.15,
      value: quantile(ours, 0.5) / quantile(bare, 0.5),
    },
    {
      ratio: 'close and compile of 1,000 units / 10 times that of 100',
      target: 1.1,
      value: quantile(ours, 0.5) / (10 * quantile(small, 0.5)),
    },
    {
      ratio: 'close and compile of 10,000 units / 10 times that of 1,000',
      target: 1.1,
      value: large / (10 * quantile(ours, 0.5)),
    },
  ];
}

async function timesOf(count: number, take: (at: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) times.push(await take(at));
  return times;
}

async function timeToClose(town: Town, id: string, size: number): Promise<number> {
  await largePeriod(town, id, size, true);
  const taken = await timed(() => town.invoke('compile-report', tickAt(deadline)));
  await town.quiet();
  return taken;
}
