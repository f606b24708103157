import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { routes } from '../../infra/manifest.ts';
import { windowLasts } from '../../shared/aws/refusals.ts';
import { openSession } from '../../shared/aws/sessions.ts';
import { newToken } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { posted } from '../journeys/posted.ts';
import { foundTown, type Town } from '../journeys/town.ts';

/**
 * Whoever comes with a secret that opens nothing is told so, and nothing else: the same words, the same length and the same calls
 * to the table, whatever is wrong with the secret and whatever came along with it.
 */

const calls: string[] = [];
let town: Town;
let endedAtTheBoard: string;
let good: { cookie: string; token: string };
const bad = new Map<string, { cookie: string; token: string }>();

beforeAll(async () => {
  const { send } = DynamoDBClient.prototype;
  vi.spyOn(DynamoDBClient.prototype, 'send').mockImplementation(function (this: DynamoDBClient, ...sent) {
    calls.push(sent[0].constructor.name);
    return (send as (...sent: unknown[]) => never).apply(this, sent);
  });
  const limits = { change: '10' };
  const department = departmentWith(reportWith({ indicators: [{ ...exports, limits }] }));
  const history = [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }];
  town = await foundTown({ ...department, history }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  const entered = async (address: string) => ({
    cookie: await town.cookieFor(await town.linkOf(address)),
    token: await town.tokenOf(address),
  });
  const head = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 };
  const sessionCookie = async (name: typeof head, until = town.clock.now() + 3_600_000) =>
    `__Host-phien=${await openSession(town.table, { head: name, epoch: 0, until })}`;

  good = await entered('phong-a@so.example');
  const revoked = await entered('phong-b@so.example');
  // Each has been seen to open its head before it ends: what a process remembers is believed no more.
  for (const { cookie, token } of [good, revoked]) {
    expect((await knock('GET', '/form', { cookie })).status).toBe(303);
    expect((await knock('GET', '/api/submission', { authorization: `Bearer ${token}` })).status).toBe(200);
  }
  await knock('GET', '/form', { cookie: `__Host-phien=${newToken()}` });
  const coordinator = await town.staffAt('tong-hop@so.example');
  await coordinator.post('/board/bao-cao-thang/2021-10/revoke', { unit: 'phong-b' });
  const leaving = await town.cookieFor(await town.signInLinkOf('tong-hop@so.example'));
  await knock('POST', '/sign-out', { cookie: leaving });
  endedAtTheBoard = leaving.split('=')[1] ?? '';
  bad.set('revoked', revoked);
  bad.set('made up', { cookie: `__Host-phien=${newToken()}`, token: newToken() });
  bad.set('of a period that is not there', {
    cookie: await sessionCookie({ ...head, month: '2021-09' }),
    token: newToken(),
  });
  bad.set('of a unit that is not there', {
    cookie: await sessionCookie({ ...head, unit: 'phong-x' }),
    token: newToken(),
  });
  bad.set('past its time', { cookie: await sessionCookie(head, town.clock.now()), token: newToken() });
  const ofOld = (name: string) => ({ cookie: `__Host-phien=${name}~1~${newToken()}`, token: newToken() });
  bad.set('of old, made up for a unit that is there', ofOld('bao-cao-thang~2021-10~phong-a'));
  bad.set('of old, made up for one that is not', ofOld('bao-cao~2021-08~phong'));
  bad.set('a session where a link is asked for, and the other way round', {
    cookie: `__Host-phien=${good.token}`,
    token: good.cookie.split('=')[1] ?? '',
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await town.leave();
});

type Sent = { method: string; path: string; headers: Record<string, string>; body?: string };

async function knock(method: string, path: string, headers: Record<string, string>, body?: string) {
  calls.length = 0;
  const sent: RequestInit = { method, redirect: 'manual', headers: { origin: town.address, ...headers } };
  const response = await fetch(town.address + path, { ...sent, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  return { status: response.status, text, calls: [...calls].sort().map(name => name.replace('Command', '')) };
}

const json = (value: unknown) => ({ type: 'application/json', body: JSON.stringify(value) });
const handing = (value: string, basedOn = 0) => ({
  key: randomUUID(),
  basedOn,
  answers: { figures: { 'xuat-khau': { state: 'reported', value } }, outcomes: {} },
});

/** What is handed in: in order, past a limit, of a revision to come, not owed, too large, no JSON, of another kind. */
const bodiesOfApi = () => [
  json(handing('138,8')),
  json(handing('9.000')),
  json(handing('138,8', 3)),
  json(handing('138,8', 100_000)),
  json({ ...handing('138,8'), answers: { figures: { khac: { state: 'none' } }, outcomes: {} } }),
  json({ ...handing('138,8'), extra: 1 }),
  json({ x: 'a'.repeat(300_000) }),
  { type: 'application/json', body: '{"a":1,"a":2}' },
  { type: 'application/json', body: '{' },
  { type: 'text/plain', body: 'x' },
];

const form = (fields: Record<string, string>) => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams({ key: randomUUID(), basedOn: '0', ...fields }).toString(),
});
const typed = { 'figures.xuat-khau.state': 'reported', 'figures.xuat-khau.value': '138,8' };
const upload = (name: string) =>
  `--x\r\ncontent-disposition: form-data; name="${name}"; filename="a.xlsx"\r\n\r\nPK\r\n--x--\r\n`;

const bodiesOfForm = () => [
  form(typed),
  form({ ...typed, 'figures.xuat-khau.value': '9.000' }),
  form({ ...typed, basedOn: '7' }),
  ...['confirm', 'nothing', 'preview', 'draft', 'paste', 'upload'].map(act => form({ ...typed, act })),
  form({ ...typed, khac: '1' }),
  form({ further: 'x'.repeat(70_000) }),
  { type: 'application/x-www-form-urlencoded', body: 'a=1&a=2' },
  { type: 'application/x-www-form-urlencoded', body: 'x'.repeat(1_100_000) },
  { type: 'multipart/form-data; boundary=x', body: upload('sheet') },
  { type: 'multipart/form-data; boundary=x', body: 'không có phần nào' },
  { type: 'text/plain', body: 'x' },
];

const ofUnits = routes.filter(({ path }) => /^\/(form|history|receipt|api\/(submission|receipt))/.test(path));

function requestsAt({ method, path }: (typeof ofUnits)[number]): Omit<Sent, 'headers'>[] {
  const named = path.replace('{report}/{month}/{unit}', 'bao-cao-thang/2021-10/phong-a');
  const at = { method, path: named.replace('{key}', randomUUID()) };
  if (method === 'GET') return [at];
  const bodies = path.startsWith('/api/') ? bodiesOfApi() : bodiesOfForm();
  return bodies.map(({ type, body }) => ({ ...at, type, body }));
}

/** The secret of a cookie, in the cookie of the form that the address names. */
function cookieAt(path: string, cookie: string): string {
  const [, ...secret] = cookie.split('=');
  return path.startsWith('/form/bao') ? `__Host-phien~bao-cao-thang~2021-10~phong-a=${secret.join('=')}` : cookie;
}

/** So many were refused: before there are too many in a window, the next begins. */
let refused = 0;

describe('a secret that opens nothing', () => {
  it.each(ofUnits.map(route => [`${route.method} ${route.path}`, route] as const))(
    'is told so at %s, and nothing else, whatever is wrong with it and whatever comes along',
    async (_, route) => {
      for (const request of requestsAt(route)) {
        const { method, path, body, type } = request as Sent & { type?: string };
        const told = new Set<string>();
        for (const { cookie, token } of bad.values()) {
          const secret = path.startsWith('/api/')
            ? { authorization: `Bearer ${token}` }
            : { cookie: cookieAt(path, cookie) };
          for (const headers of path.startsWith('/api/') ? [secret, { cookie }] : [secret]) {
            const answer = await knock(method, path, { ...headers, ...(type ? { 'content-type': type } : {}) }, body);
            expect(answer.status).toBe(401);
            // Two for the secret, whichever they are, and one to count that it was refused.
            expect([answer.calls.length, answer.calls.at(-1)], answer.calls.join()).toEqual([3, 'UpdateItem']);
            told.add(answer.text);
            refused += 1;
            if (refused % 50 === 0) town.clock.moveTo(town.clock.now() + windowLasts);
          }
        }
        expect(told.size).toBe(1);
      }
    },
  );
});

const places: Record<string, string> = {
  report: 'bao-cao-thang',
  month: '2021-10',
  year: '2021',
  edition: '1',
  file: 'pdf',
  indicator: 'xuat-khau',
  list: 'du-an',
  unit: 'phong-a',
};
const ofStaff = routes.filter(({ path }) => /^\/(board|years)/.test(path));

describe('a secret of staff that opens nothing', () => {
  it.each(ofStaff.map(({ method, path }) => [method, path] as const))(
    'is told so at %s %s, and nothing else, whatever is wrong with it and whatever comes along',
    async (method, path) => {
      const there = path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? 'khong-co');
      const elsewhere = path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'month' ? '2021-13' : 'khong-co'));
      const types = method === 'GET' ? [undefined] : ['application/x-www-form-urlencoded', 'text/plain'];
      const told = new Set<string>();
      for (const secret of [newToken(), endedAtTheBoard, good.token, good.cookie.split('=')[1]]) {
        for (const [at, type] of [there, elsewhere].flatMap(at => types.map(type => [at, type] as const))) {
          const headers = { cookie: `__Host-can-bo=${secret}`, accept: 'application/json' };
          const sent = type ? { ...headers, 'content-type': type } : headers;
          const answer = await knock(method, at, sent, type && 'unit=phong-a');
          told.add(`${answer.status} ${answer.calls} ${answer.text}`);
          refused += 1;
          if (refused % 50 === 0) town.clock.moveTo(town.clock.now() + windowLasts);
        }
      }
      expect([...told]).toEqual([expect.stringMatching(/^401 GetItem,UpdateItem .*no-staff-session/)]);
    },
  );
});

describe('a secret that opens its head', () => {
  it('hands in with one write and no read, where the process has seen it do so', async () => {
    const { type, body } = form({ ...typed, act: 'confirm' });
    const taken = await knock('POST', '/form', { cookie: good.cookie, 'content-type': type }, body);
    expect([taken.status, taken.calls]).toEqual([303, ['UpdateItem']]);
  });

  it('is told what is wrong with what it brings, by the API and the form alike', async () => {
    const authorization = `bearer ${good.token}`;
    const [, past] = bodiesOfApi();
    const put = await knock('PUT', '/api/submission', { authorization, 'content-type': past?.type ?? '' }, past?.body);
    expect([put.status, put.text.includes('Lệch')]).toEqual([422, true]);
    const { body } = form({ ...typed, 'figures.xuat-khau.value': '9.000' });
    const post = await posted(town, '/form', { cookie: good.cookie, body: new URLSearchParams(body) });
    expect([post.status, post.text.includes('Lệch')]).toEqual([422, true]);
  });

  it('is not asked for in a cookie where a program brings another of its own', async () => {
    const headers = { cookie: good.cookie, authorization: 'Basic abc' };
    expect((await knock('GET', '/api/submission', headers)).status).toBe(401);
  });
});
