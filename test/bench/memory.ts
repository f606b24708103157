import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from '../../infra/bundle.ts';
import { tickAt } from '../../shared/domain/calendar/tick.ts';
import type { Town } from '../journeys/town.ts';
import { deadline, largePeriod } from './large-office.ts';
import type { Row } from './sampling.ts';

/** Megabytes that closing and compiling may take at the most, by the number of units. */
const most = { 20: 256, 1000: 320, 10000: 512 };

const start = `
const { handler } = await import('./index.mjs');
await handler(JSON.parse(process.argv[1]));
console.log(process.resourceUsage().maxRSS / 1024);`;

/** The most memory closing and compiling takes, of the bundle alone in a process of its own, in parts of what it may take. */
export async function memory(town: Town): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bench-'));
  bundle('compile-report', folder);
  const rows: Row[] = [];
  for (const [size, megabytes] of Object.entries(most)) {
    await largePeriod(town, `nho-${size}`, Number(size), true);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', start, JSON.stringify(tickAt(deadline))],
      { cwd: folder, env: process.env },
    );
    await town.quiet();
    const used = Number(stdout.trim().split('\n').at(-1));
    const units = Number(size).toLocaleString('en');
    rows.push({ ratio: `compile of ${units} units, memory / ${megabytes} MB`, target: 1, value: used / megabytes });
  }
  rmSync(folder, { recursive: true, force: true });
  return rows;
}
