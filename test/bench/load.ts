import { readFiled } from '../../shared/aws/archive.ts';
import { inBatches } from '../../shared/batches.ts';
import { tickAt } from '../../shared/domain/calendar/tick.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown } from '../journeys/town.ts';
import { request } from './hand-in.ts';
import { deadline, largePeriod } from './large-office.ts';
import { quantile, timed } from './sampling.ts';

/**
 * `npm run load`: a thousand units hand in within the last minute, 50 at a time, over HTTP; then the close and the letter. Ends
 * with 1 when one was not taken, or what was accepted is not what is in the letter.
 */

const [units, atOnce, leastEachSecond] = [500, 50, 41];
const town = await foundTown(departmentWith(reportWith()), ['2021-11-16', '15:59']);
const periods = await Promise.all(['tai-mot', 'tai-hai'].map(id => largePeriod(town, id, units, false)));
const acts = periods.flatMap(period => period.units.map(({ id }) => request('POST', period, id)));

const unanswered = 0;
const milliseconds: number[] = [];
const statuses: number[] = [];
const taken = await timed(() =>
  inBatches(acts, atOnce, async ({ headers, cookies, body }) => {
    const sent = { origin: headers.origin ?? '', 'content-type': headers['content-type'], cookie: cookies[0] ?? '' };
    milliseconds.push(
      await timed(async () => {
        const asked = { method: 'POST', headers: sent, body, redirect: 'manual' } as const;
        const status = await fetch(`${town.address}/form`, asked).then(
          answer => answer.status,
          () => unanswered,
        );
        statuses.push(status);
      }),
    );
  }),
);
const closing = await timed(() => town.invoke('compile-report', tickAt(deadline)));
const inLetters = await Promise.all(
  periods.map(async ({ report, month }) => {
    const [edition] = await town.editions(report, month);
    if (!edition) return 0;
    const filed = Report.parse(
      JSON.parse(new TextDecoder().decode(await readFiled(town.archive, edition.files.report))),
    );
    return filed.outcomes.filter(({ missing }) => !missing).length;
  }),
);
await town.leave();

const count = (isIt: (status: number) => boolean) => statuses.filter(isIt).length;
const accepted = count(status => status === 303);
const refused = count(status => status >= 400 && status < 500);
const inLetter = inLetters.reduce((sum, count) => sum + count, 0);
const eachSecond = (accepted / taken) * 1_000;
const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => Math.round(quantile(milliseconds, share)));
console.log(
  `accepted ${accepted}, refused ${refused}, failed ${acts.length - accepted - refused}, of ${acts.length}; ${eachSecond.toFixed(0)} a second; p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`,
);
console.log(`closed, compiled and filed in ${(closing / 1_000).toFixed(1)} s; in the letters: ${inLetter}`);
if (accepted !== acts.length || inLetter !== accepted || eachSecond < leastEachSecond) process.exitCode = 1;
