import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, json, page } from '../../shared/http/answer.ts';
import { atTheEdge, type Routes } from '../../shared/http/edge.ts';
import { log } from '../../shared/log.ts';
import { type Asked, asked } from './a-request.ts';

const baseUrl = 'https://bao-cao.so.example';
const token = 'bi-mat-trong-dia-chi';

const routes: Routes = {
  'GET /form': () => page('x'.repeat(2_000)),
  'POST /form': request => json({ at: request.receivedAt }),
  'GET /link/{token}': ({ parameters }) => page(`mã ${parameters.token}`),
  'GET /api/openapi.json': () => json({}),
  'PUT /api/submission': () => json({}),
  'GET /large/{size}': ({ parameters }) => page('x'.repeat(Number(parameters.size))),
  'GET /refuses': () => {
    throw problem.tooLate();
  },
  'GET /secret/{token}': () => {
    throw problem.unknownLink();
  },
  'GET /session': () => {
    throw problem.noSession();
  },
  'GET /fails': () => {
    throw new Error('chuyện bên trong');
  },
  'POST /fails': () => {
    throw new Error('chuyện bên trong');
  },
  'GET /fails-oddly': () => Promise.reject('hỏng'),
  'GET /says-nothing': () => undefined as unknown as Answer,
};

const countRefusal = vi.fn(async (_address: string, _now: number): Promise<number | undefined> => undefined);
const edge = atTheEdge({
  routes,
  baseUrl: () => baseUrl,
  cookieIn: ({ cookies }) => cookies.phien,
  countRefusal,
  problemPage: ({ title, status }) => page(title, status),
});

async function ask(request: Asked | APIGatewayProxyEventV2): Promise<Answer> {
  const event = 'requestContext' in request ? request : asked(request);
  return (await edge(event, {} as Context)) as Answer;
}

const get = (path: string, headers: Record<string, string> = {}) => ask({ path, headers });
const post = (headers: Record<string, string>) => ask({ method: 'POST', path: '/form', headers });

describe('the edge', () => {
  it('finds the route, with the parts of its path', async () => {
    expect(await get(`/link/${token}`)).toMatchObject({ statusCode: 200, body: `mã ${token}` });
    expect(await post({ origin: baseUrl })).toMatchObject({ statusCode: 200, body: '{"at":5}' });
  });

  it('hands on what Lambda takes of an answer, 6 MB with all that goes with it, and says so when it is more', async () => {
    const around = JSON.stringify(await get('/large/0')).length;
    const most = 6 * 1024 * 1024 - around;
    const answer = await get(`/large/${most}`);
    expect([answer.statusCode, Buffer.byteLength(JSON.stringify(answer))]).toEqual([200, 6 * 1024 * 1024]);
    const refused = await get(`/large/${most + 1}`, { accept: 'application/json' });
    expect(refused.statusCode).toBe(422);
    expect(JSON.parse(refused.body)).toMatchObject({ type: '/problems/answer-too-large' });
    expect((await get(`/large/${most + 1}`, { 'accept-encoding': 'gzip' })).statusCode).toBe(200);
  });

  it('answers HEAD wherever it answers GET, without a body: mail scanners ask so before people click', async () => {
    const answer = await ask({ method: 'HEAD', path: '/form' });
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([
      ...[200, '', 'text/html; charset=utf-8'],
    ]);
    expect((await ask({ method: 'HEAD', path: '/fails' })).statusCode).toBe(500);
  });

  it('packs an answer for who takes gzip, however the header is written', async () => {
    expect((await get('/form', { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await get('/form')).headers).not.toHaveProperty('content-encoding');
  });

  it('takes an event without headers', async () => {
    const { headers: _, ...bare } = asked({ path: '/form' });
    expect((await ask(bare as APIGatewayProxyEventV2)).statusCode).toBe(200);
  });
});

describe('a path', () => {
  it.each(['/nowhere', '/form/x', '/link/', '/link/a/b', '/api/openapi-json', '/x/form', '/formx'])(
    'that is none of ours is not found: %s',
    async path => {
      expect((await get(path)).statusCode).toBe(404);
    },
  );

  it('of ours, asked in a way it does not answer, says which ways it does', async () => {
    const answer = await ask({ method: 'DELETE', path: '/form', headers: { origin: baseUrl } });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, POST']);
    expect((await ask({ method: 'DELETE', path: '/link/a', headers: { origin: baseUrl } })).headers.allow).toBe('GET');
    const dotted = await ask({ method: 'DELETE', path: '/api/openapi.json', headers: { origin: baseUrl } });
    expect(dotted.statusCode).toBe(405);
  });
});

describe('a form from another site', () => {
  it.each([{}, { origin: 'https://ke-xau.example' }, { origin: 'null' }, { origin: `${baseUrl}.ke-xau.example` }])(
    'is kept out: %j',
    async headers => {
      expect((await post(headers as Record<string, string>)).statusCode).toBe(403);
    },
  );

  it('is kept out before it is asked whether there is such a path', async () => {
    expect((await ask({ method: 'POST', path: '/nowhere' })).statusCode).toBe(403);
  });

  it('is no matter where a program brings its own token: it has no cookie to be abused', async () => {
    expect((await post({ authorization: 'Bearer x' })).statusCode).toBe(200);
  });

  it('is no matter to the API where no cookie came along, and is where one did', async () => {
    const put = (cookies: string[]) => ask({ method: 'PUT', path: '/api/submission', cookies });
    expect([(await put([])).statusCode, (await put(['phien=x'])).statusCode]).toEqual([200, 403]);
  });
});

describe('what goes wrong', () => {
  it('by the caller’s doing is told as the problem it is, to people in a page', async () => {
    const answer = await get('/refuses');
    expect([answer.statusCode, answer.body]).toEqual([409, 'Kỳ báo cáo đã chốt']);
    expect(answer.headers).not.toHaveProperty('allow');
  });

  it('is told to programs as RFC 9457 says', async () => {
    const answer = await get('/refuses', { accept: 'application/json' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([409, 'application/problem+json']);
    expect(JSON.parse(answer.body)).toMatchObject({ type: '/problems/too-late', status: 409 });
  });

  it.each([
    ['GET', '/fails', 'chưa có gì thay đổi. Hãy thử lại'],
    ['GET', '/fails-oddly', 'chưa có gì thay đổi. Hãy thử lại'],
    ['POST', '/fails', 'Hãy mở lại trang trước để xem'],
  ])('by ours is a failure that says what to do next, and not why: %s %s', async (method, path, next) => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => {});
    const answer = await ask({ method, path, headers: { accept: 'application/json', origin: baseUrl } });
    const { title, detail, ...problem } = JSON.parse(answer.body);
    expect(problem).toEqual({ type: '/problems/failure', status: 500 });
    expect([title, detail]).toEqual([expect.stringContaining('lỗi'), expect.stringContaining(next)]);
    expect(answer.body).not.toContain('bên trong');
    expect(logged).toHaveBeenCalledExactlyOnceWith('a request failed', expect.any(Error));
    logged.mockRestore();
  });

  it('is logged by its kind, and never by where it was asked: an address may hold a secret', async () => {
    const logged = vi.spyOn(log, 'info').mockImplementation(() => {});
    await ask({ method: 'DELETE', path: `/link/${token}`, headers: { origin: baseUrl } });
    const said = { problem: 'wrong-method', status: 405, method: 'DELETE' };
    expect(logged).toHaveBeenCalledExactlyOnceWith('a request was refused', said);
    logged.mockRestore();
  });

  it('in a route that answers nothing is a failure too', async () => {
    expect((await get('/says-nothing')).statusCode).toBe(500);
  });
});

describe('a secret that opens nothing', () => {
  afterEach(() => countRefusal.mockClear());

  it('is counted by the network address it came from, and told as what it is', async () => {
    const answer = await ask({ path: '/secret/x', pathParameters: { token: 'x' } });
    expect(answer.statusCode).toBe(404);
    expect(countRefusal).toHaveBeenCalledExactlyOnceWith('192.0.2.1', 5);
    expect(answer.headers).not.toHaveProperty('retry-after');
  });

  it('is answered 429 once there were too many, with the whole seconds to wait', async () => {
    countRefusal.mockResolvedValueOnce(1_500);
    const answer = await ask({ path: '/secret/x', pathParameters: { token: 'x' } });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '2']);
  });

  it.each<[string, Asked]>([
    ['a bearer’s token', { path: '/session', headers: { authorization: 'Bearer x' } }],
    ['a session’s cookie', { path: '/session', cookies: ['phien=x'] }],
  ])('may come as %s', async (_, request) => {
    expect((await ask(request)).statusCode).toBe(401);
    expect(countRefusal).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Asked]>([
    ['none was sent', { path: '/session', cookies: ['khac=x'] }],
    ['something else was refused', { path: '/refuses', cookies: ['phien=x'] }],
    ['we failed', { path: '/fails', cookies: ['phien=x'] }],
    ['the secret was right', { path: '/link/x', pathParameters: { token: 'x' } }],
  ])('is not counted where %s', async (_, request) => {
    await ask(request);
    expect(countRefusal).not.toHaveBeenCalled();
  });
});

describe('every answer, a refusal too', () => {
  it.each(['/form', '/refuses', '/fails', '/nowhere'])('carries the house’s headers: %s', async path => {
    const { headers } = await get(path);
    expect(headers['content-security-policy']?.split('; ').sort()).toEqual([
      ...["base-uri 'none'", "connect-src 'self'", "default-src 'none'", "font-src 'self'", "form-action 'self'"],
      ...["frame-ancestors 'none'", "img-src 'self' data:", "script-src 'self'", "style-src 'self'"],
    ]);
    expect(headers).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'x-robots-tag': 'noindex',
    });
  });
});
