import { paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { mostRefused, windowLasts } from '../../shared/aws/refusals.ts';
import { inBatches } from '../../shared/batches.ts';
import { newKey, newToken, sha256 } from '../../shared/token.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

/** Every door that takes a secret, and how one is brought to it. */
const doors: Record<string, (secret: string) => [path: string, asked: RequestInit]> = {
  'POST /link/{token}': secret => [`/link/${secret}`, { method: 'POST' }],
  'GET /form/{report}/{month}/{unit}': secret => [
    '/form/bao-cao-thang/2021-10/phong-a',
    cookie(`__Host-phien~bao-cao-thang~2021-10~phong-a=${secret}`),
  ],
  'GET /form, many at once': secret => [
    '/form',
    cookie(
      `__Host-phien~bao-cao-thang~2021-10~phong-a=${secret}; __Host-phien~bao-cao-thang~2021-10~phong-b=${secret}`,
    ),
  ],
  'GET /form': secret => ['/form', cookie(`__Host-phien=bao-cao-thang~2021-10~phong-a~1~${secret}`)],
  'GET /history': secret => ['/history', cookie(`__Host-phien=bao-cao-thang~2021-10~phong-z~1~${secret}`)],
  'GET /api/submission': secret => ['/api/submission', bearer(secret)],
  'PUT /api/submission': secret => ['/api/submission', { ...bearer(secret), method: 'PUT', body: '{}' }],
  'GET /api/receipt/{key}': secret => ['/api/receipt/x', bearer(secret)],
  'POST /sign-in/{token}': secret => [`/sign-in/${secret}`, { method: 'POST' }],
  'GET /board': secret => ['/board', cookie(`__Host-can-bo=${secret}`)],
  'GET /download/{token}': secret => [`/download/${secret}`, {}],
  'GET /download/{token}/{file}': secret => [`/download/${secret}/pdf`, {}],
  'GET /api/signing/{token}': secret => [`/api/signing/${secret}`, {}],
  'POST /api/signing/{token}': secret => [`/api/signing/${secret}`, { method: 'POST' }],
};
const cookie = (cookie: string) => ({ headers: { cookie } });
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

const written: string[] = [];
const tried: string[] = [];
let town: Town;
let link: string;

// A logger asks for its level once, when its module is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'TRACE';
});

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(chunk => written.push(String(chunk)) > 0);
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  link = await town.linkOf('phong-a@so.example');
}, 30_000);
/** Each test begins with a window of its own. */
beforeEach(() => town.clock.moveTo(town.clock.now() + windowLasts));
afterAll(async () => {
  vi.restoreAllMocks();
  await town.leave();
});

type Told = { status: number; text: string; waits: string | null };

async function knock(door: keyof typeof doors, secret: string): Promise<Told> {
  tried.push(secret);
  const [path, asked] = doors[door]?.(secret) ?? ['', {}];
  // Whoever guesses says they are somebody else each time; what a header says is not asked.
  const elsewhere = Array.from({ length: 4 }, () => Math.floor(Math.random() * 256)).join('.');
  const headers = { origin: town.address, 'x-forwarded-for': elsewhere, 'x-real-ip': elsewhere, ...asked.headers };
  const response = await fetch(town.address + path, { ...asked, headers, redirect: 'manual' });
  return { status: response.status, text: await response.text(), waits: response.headers.get('retry-after') };
}

async function guess(door: keyof typeof doors, times: number): Promise<Told[]> {
  return inBatches(Array.from({ length: times }, newToken), 16, secret => knock(door, secret));
}

const distinct = (answers: Told[]) => [...new Set(answers.map(answer => JSON.stringify(answer)))];

describe('thousands of guessed secrets', () => {
  it.each(Object.keys(doors))('%s: are answered alike, byte for byte, and after a hundred with 429', async door => {
    const refused = await guess(door, mostRefused);
    expect(distinct(refused)).toHaveLength(1);
    expect(refused[0]).toMatchObject({ status: /link|download|sign-in|signing/.test(door) ? 404 : 401, waits: null });
    const limited = await guess(door, 30);
    expect(distinct(limited)).toHaveLength(1);
    expect(limited[0]).toMatchObject({ status: 429, waits: String(windowLasts / 1_000) });
    expect(limited[0]?.text).toContain('quá nhiều lần thử');
  });

  it('a thousand of them, at one door, open nothing: all but a hundred are sent away', async () => {
    const statuses = (await guess('POST /link/{token}', 1_000)).map(({ status }) => status);
    expect(statuses.filter(status => status === 404)).toHaveLength(mostRefused);
    expect(statuses.filter(status => status === 429)).toHaveLength(1_000 - mostRefused);
  }, 60_000);

  it('at any door count together, and are over with the window', async () => {
    await guess('GET /board', mostRefused / 2);
    await guess('GET /api/submission', mostRefused / 2);
    expect((await knock('POST /link/{token}', newToken())).status).toBe(429);
    town.clock.moveTo(town.clock.now() + windowLasts - 1_000);
    expect((await knock('POST /link/{token}', newToken())).waits).toBe('1');
    town.clock.moveTo(town.clock.now() + 1_000);
    expect((await knock('POST /link/{token}', newToken())).status).toBe(404);
  });

  it('shut nobody out who guesses nothing, though the whole office has one address', async () => {
    const clerk = browserAt(town.address);
    await clerk.post(link);
    await guess('POST /sign-in/{token}', mostRefused + 50);
    expect((await clerk.get('/form')).status).toBe(200);
    expect((await browserAt(town.address).post(link)).status).toBe(200);
    expect((await knock('GET /api/submission', link.split('/').at(-1) ?? '')).status).toBe(200);
    const coordinator = await town.staffAt('tong-hop@so.example');
    expect((await coordinator.get('/board')).status).toBe(200);
  });

  it('are no concern of other networks', async () => {
    await guess('POST /link/{token}', mostRefused + 50);
    const http = { method: 'GET', path: '/board', sourceIp: '203.0.113.7' };
    const asked = { version: '2.0', rawPath: '/board', headers: {}, cookies: ['__Host-can-bo=x'] };
    const requestContext = { http, timeEpoch: town.clock.now() };
    expect(await town.invoke('board', { ...asked, requestContext })).toMatchObject({ statusCode: 401 });
  });

  it('of files count with them: a hash that is of no letter is a guess', async () => {
    const ask = async () => {
      const headers = { origin: town.address, 'content-type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams({ hash: sha256(newToken()) });
      return (await fetch(`${town.address}/kiem-tra`, { method: 'POST', headers, body })).status;
    };
    const statuses = await inBatches(Array.from({ length: mostRefused + 10 }), 16, ask);
    expect(statuses.filter(status => status === 404)).toHaveLength(mostRefused);
    expect(statuses.filter(status => status === 429)).toHaveLength(10);
    expect((await knock('POST /link/{token}', newToken())).status).toBe(429);
  });

  it('are not counted where none was sent', async () => {
    const asked = await inBatches(
      ['/form', '/board', '/history'].flatMap(path => Array(60).fill(path)),
      16,
      path => fetch(town.address + path),
    );
    expect([...new Set(asked.map(({ status }) => status))]).toEqual([401]);
  });

  it('take nothing from whoever lost a session while typing: what was typed comes back all the same', async () => {
    await guess('GET /form', mostRefused);
    const headers = {
      origin: town.address,
      cookie: '__Host-phien=bao-cao-thang~2021-10~phong-a~1~x',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const body = new URLSearchParams({ key: newKey(), basedOn: '0', further: 'gõ cả buổi sáng' });
    const answer = await fetch(`${town.address}/form`, { method: 'POST', headers, body });
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('gõ cả buổi sáng');
  });
});

describe('what is kept of them', () => {
  it('is a count, for as long as it counts, by no address in the clear', async () => {
    const kept: Record<string, { S?: string; N?: string }>[] = [];
    for await (const { Items } of paginateScan({ client: town.table.client }, { TableName: town.table.name }))
      kept.push(...((Items ?? []) as typeof kept));
    const counts = kept.filter(({ pk }) => pk?.S?.startsWith('REFUSED#'));
    expect(counts.length).toBeGreaterThan(10);
    for (const { pk, sk, refused, expiresAt, ...more } of counts) {
      expect(pk?.S).toMatch(/^REFUSED#[0-9a-f]{64}$/);
      expect(Number(refused?.N)).toBeLessThanOrEqual(mostRefused);
      expect(Number(expiresAt?.N) * 1_000).toBe((Number(sk?.S) + 1) * windowLasts);
      expect(more).toEqual({});
    }
  });

  it('is in no log: who was refused is told, of what they tried not a letter', () => {
    const lines = written.join('');
    expect(lines).toContain('too-many-refused');
    expect(tried.length).toBeGreaterThan(3_000);
    expect(tried.filter(secret => lines.includes(secret))).toEqual([]);
  });
});
