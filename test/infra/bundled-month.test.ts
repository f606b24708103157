import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { openFrontDoor } from '../../infra/local/front-door.ts';
import { handInByLink } from '../../infra/local/hand-in.ts';
import type { Listening } from '../../infra/local/listening.ts';
import { eventsOf } from '../../infra/local/ses-feedback.ts';
import type { FunctionName } from '../../infra/manifest.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { config } from '../../shared/config.ts';
import type { Answer } from '../../shared/http/answer.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { synthesized } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bundles-'));
const { all, bundleOf, logsOf } = synthesized({ folder });

let town: Town;
let door: Listening;
/** Whatever the bundles logged. */
const logged: { by: FunctionName; line: Record<string, unknown> }[] = [];

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  door = await openFrontDoor({
    now: town.clock.now,
    invoke: (name, event) => wake(name, event) as Promise<Answer>,
  });
}, 60_000);
afterAll(async () => {
  await door.close();
  await town.leave();
  rmSync(folder, { recursive: true, force: true });
});

/** Wakes a bundled function as Lambda does, and prints what it answers as its last line. */
const start = `
const { handler } = await import('./index.mjs');
const context = { functionName: 'bundled', awsRequestId: '0', getRemainingTimeInMillis: () => 30_000 };
console.log(JSON.stringify((await handler(JSON.parse(process.argv[1]), context)) ?? null));`;

/** In a process of its own, in the folder that is deployed, with nothing of this house on its path: only what was bundled. */
async function wake(name: FunctionName, event: unknown): Promise<unknown> {
  const told = config('TABLE', 'ARCHIVE', 'SENDER', 'CONFIGURATION_SET', 'FEEDBACK_TOPIC');
  const aws = Object.fromEntries(Object.entries(process.env).filter(([variable]) => variable.startsWith('AWS_')));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', start, JSON.stringify(event)],
    { cwd: bundleOf(name), env: { ...aws, ...told, BASE_URL: door.endpoint }, maxBuffer: 20_000_000 },
  );
  const lines = stdout.trim().split('\n');
  logged.push(...lines.slice(0, -1).map(line => ({ by: name, line: JSON.parse(line) })));
  return JSON.parse(lines.at(-1) ?? '');
}

describe('what Lambda is given', () => {
  it.each(['/', '/assets/house.css', '/assets/form.js', '/api/openapi.json', '/sign-in'])('answers %s', async path => {
    const page = await browserAt(door.endpoint).get(path);
    expect(page.status).toBe(200);
    expect(page.bytes.byteLength).toBeGreaterThan(300);
  });

  it('runs a month: opens, takes figures, compiles with its own typesetter and fonts, mails, and hears what became of it', async () => {
    await wake('open-periods', { scheduledAt: '2021-11-01T01:00:00Z' });
    const answers = { figures: { 'xuat-khau': { state: 'reported' as const, value: '138,8' } }, outcomes: {} };
    const receipt = await handInByLink(door.endpoint, await town.linkOf('phong-a@so.example'), answers);
    expect(receipt).toMatchObject({ status: 200, text: expect.stringContaining('138,8') });

    const close = { scheduledAt: '2021-11-16T09:00:00Z' };
    await wake('compile-report', close);
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    if (!edition) throw new Error('no edition was recorded');
    const text = new TextDecoder('latin1').decode(await readFiled(town.archive, edition.files.pdf));
    expect(text).toMatch(/^%PDF-1\.7[\s\S]*Tinos/);

    await wake('deliver-report', close);
    await town.quiet();
    const [letter, ...more] = town.mailsTo('so-khdt@tinh.example', 'edition-1');
    expect(more).toEqual([]);
    if (!letter) throw new Error('the letter was not mailed');
    const topicArn = config('FEEDBACK_TOPIC').FEEDBACK_TOPIC;
    for (const fault of ['bounce', 'complain'] as const)
      for (const event of eventsOf(letter, { fault, at: town.clock.now(), topicArn }))
        await wake('track-delivery', event);
    const ledger = await town.ledger('bao-cao-thang', '2021-10');
    expect(ledger.find(({ step }) => step === 'edition-1')?.state).toBe('complained');
  }, 60_000);

  it.each(['docx', 'pdf'])('shows staff the letter as %s', async kind => {
    const browser = browserAt(door.endpoint);
    const link = new URL(await town.signInLinkOf('tong-hop@so.example'));
    await browser.post(`${link.pathname}${link.search}`);
    const { status, bytes } = await browser.get(`/board/bao-cao-thang/2021-10/preview/${kind}`);
    expect(status).toBe(200);
    expect(bytes.byteLength).toBeGreaterThan(8_000);
  });

  it('logs, a line of JSON each, the numbers that alarms and dashboard read', () => {
    const read = all('AWS::Logs::MetricFilter').map(({ Properties }) => {
      const [, field = ''] = /^\{ \$\.(\w+) >= 0 \}$/.exec(String(Properties.FilterPattern)) ?? [];
      return { by: logsOf(Properties.LogGroupName), field };
    });
    expect(read.length).toBeGreaterThan(5);
    const unheard = read.filter(
      ({ by, field }) => !logged.some(each => each.by === by && typeof each.line[field] === 'number'),
    );
    // The town had heard of it first, so that it was no news; the field is named as the others are.
    expect(unheard).toEqual([{ by: 'track-delivery', field: 'delivered' }]);
  });
});
