import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { type FunctionName, functions } from '../../infra/manifest.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { config } from '../../shared/config.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bundles-'));
const names = Object.keys(functions) as FunctionName[];

let town: Town;

beforeAll(async () => {
  for (const name of names) bundle(name, join(folder, name));
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

/** In a process of its own, with nothing of this house on its path: only what was bundled. */
async function wake(name: FunctionName, event: unknown): Promise<{ statusCode: number; body: string } | null> {
  const told = config('TABLE', 'ARCHIVE', 'BASE_URL', 'SENDER', 'CONFIGURATION_SET', 'FEEDBACK_TOPIC');
  const aws = Object.fromEntries(Object.entries(process.env).filter(([variable]) => variable.startsWith('AWS_')));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', start, JSON.stringify(event)],
    { cwd: join(folder, name), env: { ...aws, ...told } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

const visit = (path: string) => ({
  version: '2.0',
  rawPath: path,
  headers: {},
  requestContext: { http: { method: 'GET', path, sourceIp: '127.0.0.1' }, timeEpoch: town.clock.now() },
  isBase64Encoded: false,
});

describe('what Lambda is given', () => {
  it.each(['/', '/assets/house.css', '/assets/form.js', '/api/openapi.json'])('answers %s', async path => {
    const answer = await wake('collect', visit(path));
    expect(answer?.statusCode).toBe(200);
    expect(answer?.body.length).toBeGreaterThan(300);
  });

  it('answers staff', async () => {
    const answer = await wake('board', visit('/sign-in'));
    expect(answer).toMatchObject({ statusCode: 200, body: expect.stringContaining('Đăng nhập bảng tổng hợp') });
  });

  it('runs a month: opens, compiles with its own typesetter and fonts, mails, and hears what became of the mails', async () => {
    await wake('open-periods', { scheduledAt: '2021-11-01T01:00:00Z' });
    expect(town.mailsTo('phong-a@so.example', 'opening')).toHaveLength(1);

    const close = { scheduledAt: '2021-11-16T09:00:00Z' };
    await wake('compile-report', close);
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    if (!edition) throw new Error('no edition was recorded');
    const text = new TextDecoder('latin1').decode(await readFiled(town.archive, edition.files.pdf));
    expect(text).toMatch(/^%PDF-1\.7[\s\S]*Tinos/);

    await wake('deliver-report', close);
    await town.quiet();
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
    const foreign = { Records: [{ Sns: { TopicArn: 'arn:aws:sns:x', Message: '{}' } }] };
    expect(await wake('track-delivery', foreign)).toBeNull();
  }, 60_000);

  it.each(['docx', 'pdf'])('shows staff the letter to be as %s', async kind => {
    const cookie = await town.cookieFor(await town.signInLinkOf('tong-hop@so.example'));
    const answer = await wake('board', {
      ...visit(`/board/bao-cao-thang/2021-10/preview/${kind}`),
      cookies: [cookie],
    });
    expect(answer?.statusCode).toBe(200);
    expect(Buffer.from(answer?.body ?? '', 'base64').byteLength).toBeGreaterThan(8_000);
  });
});
