import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish } from '../../shared/aws/departments.ts';
import { standingClock } from './clock.ts';
import { tellHindrancesIn } from './command-line.ts';
import { startHost } from './host.ts';
import { readCommandLine } from './month/command-line.ts';
import { archive, writeOut } from './month/out.ts';
import { runMonth } from './month/run.ts';
import { scheduled } from './month/scheduled.ts';
import { step, summary } from './month/told.ts';

/**
 * `npm run month`: one whole month of a department on this machine, from the opening to the mailed letter, through the
 * same doors people use. Writes the letters, their figures and every mail into a folder.
 */

const begun = performance.now();
const asked = readCommandLine();
tellHindrancesIn(asked.out);
const directory = mkdtempSync(join(tmpdir(), 'tong-hop-'));
const firstOpening = Math.min(...scheduled(asked).map(({ times }) => times.opensAt));
const host = await startHost({ directory, clock: standingClock(firstOpening - 60_000) });
step(`Dựng máy chủ cục bộ tại ${host.address}`);
try {
  const hash = await publish(archive(), asked.department);
  step(`Ban hành thư mục của ${asked.department.name} (${hash.slice(0, 12)})`);
  await runMonth(host, asked);
  const editions = await writeOut(host, asked);
  await summary(asked, editions);
  console.log(
    `\n${host.outbox.length} thư, ${((performance.now() - begun) / 1_000).toFixed(1)} giây. Kết quả ở ${asked.out}`,
  );
} finally {
  await host.close();
  rmSync(directory, { recursive: true, force: true });
}
