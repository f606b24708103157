import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import type { FunctionName } from '../../infra/manifest.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { Environment } from '../../shared/config.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { names, synthesized } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bundles-'));
const { all, bundleOf, logsOf } = synthesized({ folder });

/** Whatever the bundles logged. */
const logged: { by: FunctionName; line: Record<string, unknown> }[] = [];

/** Every function of the town is what is deployed: whoever wakes it, it runs as on Lambda. */
for (const name of names) {
  vi.doMock(`../../functions/${name}.ts`, () => ({ handler: (event: unknown) => wake(name, event) }));
}

let town: Town;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
}, 60_000);
afterAll(async () => {
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
  const isTold = (variable: string) => variable.startsWith('AWS_') || variable in Environment.shape;
  const env = Object.fromEntries(Object.entries(process.env).filter(([variable]) => isTold(variable)));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', start, JSON.stringify(event)],
    { cwd: bundleOf(name), env, maxBuffer: 20_000_000 },
  );
  const lines = stdout.trim().split('\n');
  logged.push(...lines.slice(0, -1).map(line => ({ by: name, line: JSON.parse(line) })));
  return JSON.parse(lines.at(-1) ?? '');
}

describe('what Lambda is given', () => {
  it.each(['/', '/assets/house.css', '/assets/form.js', '/api/openapi.json', '/sign-in'])('answers %s', async path => {
    const page = await browserAt(town.address).get(path);
    expect(page.status).toBe(200);
    expect(page.bytes.byteLength).toBeGreaterThan(300);
  });

  it('runs a month: opens, takes figures, compiles with its own typesetter and fonts, mails, and hears what became of it', async () => {
    await town.at('2021-11-01', '08:00');
    const answers = { figures: { 'xuat-khau': { state: 'reported' as const, value: '138,8' } }, outcomes: {} };
    const receipt = await town.handIn('phong-a@so.example', answers);
    expect(receipt).toMatchObject({ status: 200, text: expect.stringContaining('138,8') });

    town.faults.plan('so-khdt@tinh.example', 'complain');
    await town.at('2021-11-16', '16:00');
    await town.at('2021-11-16', '16:05');
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    if (!edition) throw new Error('no edition was recorded');
    const text = new TextDecoder('latin1').decode(await readFiled(town.archive, edition.files.pdf));
    expect(text).toMatch(/^%PDF-1\.7[\s\S]*Tinos/);
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
    const ledger = await town.ledger('bao-cao-thang', '2021-10');
    expect(ledger.find(({ step }) => step === 'edition-1')?.state).toBe('complained');
  }, 60_000);

  it.each(['docx', 'pdf'])('shows staff the letter as %s', async kind => {
    const browser = await town.staffAt('tong-hop@so.example');
    const { status, bytes } = await browser.get(`/board/bao-cao-thang/2021-10/preview/${kind}`);
    expect(status).toBe(200);
    expect(bytes.byteLength).toBeGreaterThan(4_000);
  });

  it('logs, a line of JSON each, the numbers that alarms and dashboard read', () => {
    const read = all('AWS::Logs::MetricFilter').map(({ Properties }) => {
      const [, field = ''] = /^\{ \$\.(\w+) >= 0 \}$/.exec(String(Properties.FilterPattern)) ?? [];
      return { by: logsOf(Properties.LogGroupName), field };
    });
    expect(read.length).toBeGreaterThan(5);
    const isHeard = ({ by, field }: (typeof read)[number]) =>
      logged.some(each => each.by === by && typeof each.line[field] === 'number');
    // What did not happen in this month: a mailbox or SES refused no mail, and every unit could be closed.
    const elsewhere = [
      { by: 'compile-report', field: 'unfenced' },
      { by: 'track-delivery', field: 'bounced' },
      { by: 'track-delivery', field: 'undelivered' },
    ];
    expect(read.filter(each => !isHeard(each))).toEqual(elsewhere);
  });
});
