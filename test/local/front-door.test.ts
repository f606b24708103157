import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFrontDoor } from '../../infra/local/front-door.ts';
import type { Listening } from '../../infra/local/listening.ts';
import { sendAsWritten } from './wire.ts';

/** docs/stand-ins.md says of each of these where it is known from. */
let door: Listening;
let woken: { name: string; event: APIGatewayProxyEventV2 }[] = [];

beforeAll(async () => {
  door = await openFrontDoor({
    now: () => 5,
    invoke: async (name, event) => {
      woken.push({ name, event });
      return { statusCode: 200, headers: {}, body: 'ok' };
    },
  });
});
beforeEach(() => {
  woken = [];
});
afterAll(() => door.close());

/** The event that a request becomes, and whom it wakes. */
async function eventOf(path: string, asked: { method?: string; headers?: Record<string, string | string[]> } = {}) {
  const { host } = new URL(door.endpoint);
  const headers = { host, ...asked.headers } as Record<string, string>;
  await sendAsWritten(door.endpoint, { path, method: asked.method ?? 'GET', headers });
  const [only] = woken;
  if (!only) throw new Error(`nobody was woken by ${path}`);
  return { ...only.event, name: only.name };
}

async function posted(type: string, body: Uint8Array<ArrayBuffer>) {
  await fetch(`${door.endpoint}/form`, { method: 'POST', headers: { 'content-type': type }, body });
  return woken[0]?.event;
}

describe('the door of this machine, like API Gateway’s,', () => {
  it.each([
    ['/link/..%5Cboard', '/link/..\\board', { token: '..\\board' }],
    ['/link/a%2Fb', '/link/a/b', { token: 'a/b' }],
    ['/link/%C6%B0', '/link/ư', { token: 'ư' }],
    ['/link/a+b', '/link/a+b', { token: 'a+b' }],
    ['/link/%252F', '/link/%2F', { token: '%2F' }],
    ['/board/x/2021-10/1/pdf', '/board/x/2021-10/1/pdf', { report: 'x', month: '2021-10', edition: '1', file: 'pdf' }],
  ])('hands the path on decoded, once: %s', async (path, decoded, pathParameters) => {
    const event = await eventOf(path);
    expect([event.rawPath, event.requestContext.http.path]).toEqual([decoded, decoded]);
    expect(event.pathParameters).toEqual(pathParameters);
  });

  it('ends a path at a "?" that was percent-coded', async () => {
    expect((await eventOf('/form%3Fa=1')).rawPath).toBe('/form');
  });

  it.each(['//', '/form//', '/./form', '/link/../form', '/%', '/link/%E0%A4%A'])(
    'normalises nothing: %s',
    async path => {
      expect((await eventOf(path)).rawPath).toBe(path);
    },
  );

  it.each([
    ['GET', '/board', 'board', 'ANY /board'],
    ['DELETE', '/board', 'board', 'ANY /board'],
    ['HEAD', '/form', 'collect', 'ANY /form'],
    ['GET', '/form/', 'collect', 'ANY /form'],
    ['GET', '/nowhere', 'collect', '$default'],
    ['GET', '//', 'collect', '$default'],
  ])('brings %s %s to %s, by %s', async (method, path, name, routeKey) => {
    const event = await eventOf(path, { method });
    expect([event.name, event.routeKey, event.requestContext.routeKey]).toEqual([name, routeKey, routeKey]);
    expect([event.requestContext.http.method, event.requestContext.stage]).toEqual([method, '$default']);
  });

  it('leaves the query as it came, and joins by a comma what is given twice', async () => {
    const event = await eventOf('/sign-in?to=%2Fboard&to=a+b&x');
    expect(event.rawQueryString).toBe('to=%2Fboard&to=a+b&x');
    expect(event.queryStringParameters).toEqual({ to: '/board,a b', x: '' });
    expect(await eventOf('/sign-in').then(({ name }) => name)).toBe('board');
  });

  it('names headers in lower case, joins by a comma what is given twice, and lists cookies apart', async () => {
    const event = await eventOf('/form', {
      headers: { 'X-Some': ['1', '2'], Origin: ['a', 'b'], Cookie: 'a=1; b=2;c=3' },
    });
    expect(event.headers).toMatchObject({ 'x-some': '1,2', origin: 'a,b' });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.cookies).toEqual(['a=1', 'b=2', 'c=3']);
  });

  it('leaves out what is not there: cookies, query, parameters, body', async () => {
    const event = await eventOf('/form');
    for (const name of ['cookies', 'queryStringParameters', 'pathParameters', 'body'])
      expect(event).not.toHaveProperty(name);
    expect(event.isBase64Encoded).toBe(false);
  });

  it('packs a body as base64, unless its kind says that it is text', async () => {
    const bytes = Uint8Array.of(0, 255, 13);
    const file = await posted('multipart/form-data; boundary=x', bytes);
    expect(file).toMatchObject({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true });
    woken = [];
    expect(await posted('application/json', new TextEncoder().encode('"ư"'))).toMatchObject({
      body: '"ư"',
      isBase64Encoded: false,
    });
  });

  it('takes 10 MB of a body and wakes nobody with more', async () => {
    const post = (size: number) =>
      fetch(`${door.endpoint}/form`, {
        method: 'POST',
        body: new Uint8Array(size),
        headers: { 'content-type': 'a/b' },
      });
    expect((await post(10 * 1024 * 1024)).status).toBe(200);
    expect((await post(10 * 1024 * 1024 + 1)).status).toBe(413);
    expect(woken).toHaveLength(1);
  });

  it('answers what names a host of its own with 400, and wakes nobody', async () => {
    const { host } = new URL(door.endpoint);
    const { status } = await sendAsWritten(door.endpoint, { path: 'http://evil.example/form', headers: { host } });
    expect([status, woken.length]).toEqual([400, 0]);
  });
});
