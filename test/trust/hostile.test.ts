import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { posted } from '../journeys/posted.ts';
import { foundTown, type Town } from '../journeys/town.ts';

/**
 * What someone hostile sends to the front door. Who may enter which door is in doors.test.ts, how often in guessing.test.ts,
 * hostile text in naughty.test.ts, hostile files in parsers.test.ts, hostile JSON in test/http/json.test.ts.
 */
let town: Town;
let unit: string;
let coordinator: string;
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  unit = await cookieFrom(await town.linkOf('phong-a@so.example'));
  coordinator = await cookieFrom(await town.signInLinkOf('tong-hop@so.example'));
});
afterAll(() => town.leave());

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer; chunked?: boolean };
type Told = { status: number; headers: IncomingHttpHeaders; text: string };

/** Asks as no browser would let one ask: any method, any header, any path, byte for byte. */
function ask(path: string, { method = 'GET', headers = {}, body, chunked = false }: Asked = {}): Promise<Told> {
  const { hostname, port } = new URL(town.address);
  const length: Record<string, string> =
    chunked || body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
  return new Promise((resolve, reject) => {
    const asking = request(
      { hostname, port, path, method, headers: { origin: town.address, ...length, ...headers } },
      async response => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

async function cookieFrom(link: string): Promise<string> {
  const { headers } = await ask(new URL(link).pathname, { method: 'POST' });
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

const form = 'application/x-www-form-urlencoded';
const formOfA = '/form/bao-cao-thang/2021-10/phong-a';
const statuses = async (asked: Promise<Told>[]) => (await Promise.all(asked)).map(({ status }) => status);
const revision = async () =>
  (await headOf(town.table, { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 }))?.revision;

describe('a way of asking that is not ours', () => {
  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s: says which are', async method => {
    const told = await ask('/form', { method, headers: { cookie: unit } });
    expect([told.status, told.headers.allow]).toEqual([405, 'GET, POST']);
    expect(told.text).not.toContain(unit);
  });

  it('in a header or a field is not heard', async () => {
    const headers = { cookie: unit, 'x-http-method-override': 'PUT', 'x-method-override': 'DELETE' };
    expect((await ask(formOfA, { headers })).status).toBe(200);
    const overridden = await ask('/api/submission?_method=PUT', { method: 'POST', headers, body: '_method=PUT' });
    expect(overridden.status).toBe(405);
  });

  it.each([
    ['text/plain', '{"key":1}'],
    ['application/json', '{"key":1}'],
    ['', 'key=1'],
    ['application/x-www-form-urlencodedx', 'key=1'],
    ['multipart/form-data', 'key=1'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\n'],
    ['multipart/form-data; boundary="', 'x'],
  ])('as %j: is refused before it is read', async (type, body) => {
    const told = await ask('/form', { method: 'POST', headers: { cookie: unit, 'content-type': type }, body });
    expect([400, 415]).toContain(told.status);
  });
});

describe('an address that leads elsewhere', () => {
  it('names no file, no property and no path of ours', async () => {
    const tails = [
      '__proto__',
      'constructor',
      'toString',
      '..%2f..%2fetc%2fpasswd',
      '%00',
      '%E0%A4%A',
      '%',
      'a'.repeat(7_000),
    ];
    const heads = [
      '/assets/',
      `${formOfA}/receipt/`,
      '/api/receipt/',
      '/download/x/',
      '/board/bao-cao-thang/2021-10/1/',
    ];
    const bases = [
      `${formOfA}/`,
      '/form/bao-cao-thang/',
      '/board/bao-cao-thang/',
      '/board/x/2021-10/tables/',
      '/link/',
      '/sign-in/',
    ];
    for (const head of [...heads, ...bases]) {
      for (const tail of tails) {
        const told = await ask(head + tail, { headers: { cookie: `${unit}; ${coordinator}` } });
        const expected = head === '/link/' || head === '/sign-in/' ? [200, 404] : [404];
        expect(expected, `${head}${tail}`).toContain(told.status);
      }
    }
  });

  it('in Host or a forwarded header never gets into a mail', async () => {
    for (const name of ['host', 'x-forwarded-host', 'forwarded', 'x-original-url', 'x-rewrite-url']) {
      const headers = { 'content-type': form, [name]: name === 'forwarded' ? 'host=evil.example' : 'evil.example' };
      const told = await ask('/sign-in', { method: 'POST', headers, body: 'address=tong-hop%40so.example' });
      expect(told.text, name).not.toContain('evil.example');
      await town.quiet();
    }
    const mails = await Promise.all(town.outbox.map(opened));
    expect(mails.length).toBeGreaterThan(3);
    for (const { link } of mails) expect(link).toMatch(new RegExp(`^${town.address}/`));
  });

  it('is on no page, so that no token travels with a request for it', async () => {
    const link = new URL(await town.linkOf('phong-a@so.example')).pathname;
    const pages = ['/', link, '/form', '/history', '/sign-in', '/board', '/board/bao-cao-thang/2021-10', '/nowhere'];
    for (const path of pages) {
      const { text, headers } = await ask(path, { headers: { cookie: `${unit}; ${coordinator}` } });
      const addresses = [...text.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, address]) => address);
      expect(
        addresses.filter(address => !/^(\/(?!\/)|#|data:,$|mailto:|tel:)/.test(address ?? '')),
        path,
      ).toEqual([]);
      expect(headers['referrer-policy']).toBe('same-origin');
    }
  });
});

describe('a body too large', () => {
  const tooLarge = 'x'.repeat(64 * 1024 + 1);
  const typed = 'x'.repeat(1024 * 1024 + 1);
  const multipart = (bytes: number) =>
    `--x\r\nContent-Disposition: form-data; name="sheet"; filename="a"\r\n\r\n${'x'.repeat(bytes)}\r\n--x--`;

  it.each([
    ['a form', '/form', 'POST', form, 'x'.repeat(2 * 1024 * 1024 + 1)],
    ['no JSON at all', '/api/submission', 'PUT', 'application/json', typed],
    ['a file', '/form', 'POST', 'multipart/form-data; boundary=x', multipart(4 * 1024 * 1024)],
    ['a request to sign in', '/sign-in', 'POST', form, tooLarge],
  ])(
    '%s: is refused before anything is made of it, with its length and without',
    async (_, path, method, type, body) => {
      const asked = { method, headers: { cookie: unit, 'content-type': type }, body };
      expect(await statuses([ask(path, asked), ask(path, { ...asked, chunked: true })])).toEqual([413, 413]);
    },
  );

  it('is refused unread: nine megabytes are measured, and never decoded', async () => {
    const http = { method: 'POST', path: '/form', sourceIp: '127.0.0.1' };
    const headers = { origin: town.address, 'content-type': form };
    const body = 'x='.repeat(4_500_000);
    const asked = { version: '2.0', rawPath: '/form', headers, cookies: [unit], body };
    // Past what Lambda would hand on: the function itself is asked.
    const collect = (await import('../../functions/collect.ts')).handler as (...event: object[]) => Promise<unknown>;
    const decoded = vi.spyOn(Buffer, 'from');
    const told = await collect({ ...asked, requestContext: { http, timeEpoch: town.clock.now() } }, {});
    const ofTheBody = decoded.mock.calls.filter(([given]) => (given as unknown) === body);
    decoded.mockRestore();
    expect([told, ofTheBody]).toMatchObject([{ statusCode: 413 }, []]);
  });

  it('of ten megabytes reaches no function', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1, 'x');
    expect((await ask('/form', { method: 'POST', headers: { cookie: unit, 'content-type': form }, body })).status).toBe(
      413,
    );
  });
});

describe('names that mean something to the language', () => {
  it.each([
    '{"__proto__":{"polluted":1},"key":"KEY","basedOn":0,"answers":{"figures":{"xuat-khau":{"state":"none"}},"outcomes":{}}}',
    '{"key":"KEY","basedOn":0,"answers":{"figures":{"__proto__":{"state":"none","polluted":1}},"outcomes":{}}}',
    '{"key":"KEY","basedOn":0,"answers":{"figures":{"xuat-khau":{"state":"none","constructor":{"prototype":{"polluted":1}}}},"outcomes":{}}}',
    '{"key":"KEY","basedOn":0,"answers":{"figures":{"xuat-khau":{"state":"none"}},"outcomes":{"constructor":"x"}}}',
  ])('are fields nobody asked for: %s', async json => {
    const headers = { cookie: unit, 'content-type': 'application/json' };
    const told = await ask('/api/submission', { method: 'PUT', headers, body: json.replace('KEY', randomUUID()) });
    expect([told.status, await revision()]).toEqual([400, 0]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('are so in a form, a cookie and an address too', async () => {
    const fields = [
      'figures.__proto__.value=1',
      'figures.constructor.note=1',
      'outcomes.__proto__=x',
      '__proto__.polluted=1',
    ];
    for (const field of fields) {
      const body = `key=${randomUUID()}&basedOn=0&figures.xuat-khau.value=1&${field}`;
      const told = await ask('/form', { method: 'POST', headers: { cookie: unit, 'content-type': form }, body });
      expect([400, 422], field).toContain(told.status);
    }
    const cookies = [
      '__proto__=x',
      'constructor=x; __Host-phien',
      '__Host-phien=__proto__~2021-10~phong-a~1~x',
      '=;=;;,',
      'x'.repeat(9_000),
    ];
    for (const cookie of cookies)
      expect((await ask('/form?__proto__[polluted]=1', { headers: { cookie } })).status, cookie).toBe(401);
    expect(await revision()).toBe(0);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

/** What a program of the unit hands in, and what it is told. */
async function put(body: string): Promise<{ status: number; told: Record<string, never> }> {
  const headers = { cookie: unit, 'content-type': 'application/json' };
  const { status, text } = await ask('/api/submission', { method: 'PUT', headers, body });
  return { status, told: JSON.parse(text) };
}

const handing = (value: string, basedOn = 0, more: object = {}) => {
  const figures = { 'xuat-khau': { state: 'reported', value } };
  return JSON.stringify({ key: randomUUID(), basedOn, answers: { figures, outcomes: {}, ...more } });
};

describe('another unit’s name, with one’s own secret', () => {
  it('opens nothing of its: it is a field nobody asked for, or is not heard', async () => {
    const own = JSON.parse(handing('1'));
    for (const named of [{ unit: 'phong-b' }, { head: { unit: 'phong-b' } }, { 'unit.id': 'phong-b' }])
      expect((await put(JSON.stringify({ ...own, ...named }))).status).toBe(400);
    const fields = `key=${randomUUID()}&basedOn=0&figures.xuat-khau.value=1&unit=phong-b`;
    const headers = { cookie: unit, 'content-type': form, 'x-unit': 'phong-b' };
    expect((await ask('/form?unit=phong-b', { method: 'POST', headers, body: fields })).status).toBe(400);
    const task = { outcomes: { 'nhiem-vu': 'việc của phòng B' } };
    expect((await put(handing('1', 0, task))).status).toBe(400);
    const seen = await ask('/api/submission?unit=phong-b', { headers });
    expect(JSON.parse(seen.text).unit).toBe('phong-a');
    const b = await headOf(town.table, { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-b', shards: 1 });
    expect([b?.revision, await revision()]).toEqual([0, 0]);
  });
});

describe('JSON made to be read in two ways, or in none', () => {
  it.each([
    ['as deep as fits', `${'{"answers":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
    ['deep in lists', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['of a key twice', handing('1').replace('"value":"1"', '"value":"1","value":"2"')],
    ['of a key twice, written in another way', handing('1').replace('"value":"1"', '"value":"1","\\u0076alue":"2"')],
    ['of numbers too large', '{"key":1e999,"basedOn":-0}'],
    ['with a mark before it', `\ufeff${handing('1')}`],
  ])('%s is refused', async (_, body) => {
    expect([(await put(body)).status, await revision()]).toEqual([400, 0]);
  });
});

describe('a text too long for a letter', () => {
  it.each([
    ['a word of a hundred and one letters', 'a'.repeat(101), 422],
    ['a word as long as a field', 'ê'.repeat(10_000), 422],
    ['a longer one', 'a'.repeat(10_001), 422],
    ['a hundred and fifty thousand letters', 'a'.repeat(150_000), 413],
    ['five thousand lines', 'a\n'.repeat(5_000), 422],
    ['ten thousand', 'a\n'.repeat(10_000), 422],
  ])('%s: is refused, and nothing is cut off it in silence', async (_, further, status) => {
    const body = new URLSearchParams({ key: randomUUID(), basedOn: '0', 'figures.xuat-khau.value': '1', further });
    const told = await posted(town, '/form', { cookie: unit, body });
    expect(told.status).toBe(status);
    if (status === 422) expect(told.text).toContain(further.trimEnd());
    expect(await revision()).toBe(0);
  });
});

describe('a numeral', () => {
  it.each([
    ['1,234', 'ambiguous'],
    ['1,234,567', 'ambiguous'],
    ['1.234.56', 'invalid'],
    ['−1000,5', 'less than may be'],
    ['100000,01', 'more than may be'],
    ['1234567890123456', 'of sixteen digits'],
    ['1e5', 'of a program'],
    ['0x10', 'of a program'],
    ['١٢٣', 'of another script'],
    ['1/2', 'a fraction'],
    ['Infinity', 'a name'],
    ['', 'none'],
  ])('%j is asked about, never guessed: %s', async value => {
    expect([(await put(handing(value))).status, await revision()]).toEqual([422, 0]);
  });

  it('is read as people write it here, and what was understood is told', async () => {
    const read: Record<string, string> = {
      '1.234': '1234',
      '1.234,5': '1234.5',
      '138,8': '138.8',
      '-5': '-5',
      ' 7 ': '7',
    };
    for (const [typed, kept] of Object.entries(read)) {
      const { status, told } = await put(handing(typed, await revision()));
      expect([status, told]).toEqual([
        200,
        expect.objectContaining({ submission: expect.objectContaining({ figures: figureOf(kept) }) }),
      ]);
    }
  });
  const figureOf = (value: string) => ({ 'xuat-khau': expect.objectContaining({ value }) });
});

describe('letters written in two ways', () => {
  it('are handed in as the same', async () => {
    const hashes: unknown[] = [];
    for (const way of ['NFC', 'NFD'] as const) {
      const basedOn = await revision();
      const further = 'Đã nghiệm thu tuyến đường tỉnh Quảng Ngãi, kế hoạch huyện Bình Sơn'.normalize(way);
      const answers = { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {}, further };
      const body = JSON.stringify({ key: randomUUID(), basedOn, answers });
      const headers = { cookie: unit, 'content-type': 'application/json' };
      const { text } = await ask('/api/submission', { method: 'PUT', headers, body });
      hashes.push(JSON.parse(text).hash);
    }
    expect(hashes[0]).toEqual(expect.any(String));
    expect(hashes[1]).toBe(hashes[0]);
  });
});
