import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { shutOut } from '../../shared/aws/access.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  const history = [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }];
  town = await foundTown({ ...departmentWith(reportWith()), history }, ['2021-10-31', '09:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

const figures = (value: string) => ({ 'xuat-khau': { state: 'reported' as const, value } });

/** The JSON API, with the token of the link a unit was mailed. */
async function api(
  address: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${town.address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await town.tokenOf(address)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    type: response.headers.get('content-type'),
  };
}

const handing = (value: string, basedOn = 0, key: string = randomUUID()) => ({
  key,
  basedOn,
  answers: { figures: figures(value), outcomes: {} },
});

describe('the link in the mail', () => {
  it('may be opened by mail scanners as often as they like: looking changes nothing', async () => {
    const link = await town.linkOf('phong-b@so.example');
    for (const method of ['HEAD', 'GET', 'GET', 'HEAD', 'GET']) {
      const response = await fetch(link, { method, headers: { 'user-agent': 'SafeLinks' } });
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    expect((await browserAt(town.address).post(link)).address).toBe(
      `${town.address}/form/bao-cao-thang/2021-10/phong-b`,
    );
  });

  it('is exchanged for a cookie that scripts and other sites cannot have', async () => {
    const response = await fetch(await town.linkOf('phong-b@so.example'), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: town.address },
    });
    expect(response.status).toBe(303);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-[^;]+; Path=\/; Max-Age=43200; Secure; HttpOnly; SameSite=Strict$/);
  });

  it('answers a made-up one with 404 and what to do', async () => {
    const page = await browserAt(town.address).post(`/link/${'x'.repeat(43)}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Hãy mở đường dẫn trong thư mới nhất');
  });
});

describe('the form', () => {
  it('gives back everything that was typed, with each fault at its field', async () => {
    const typed = { figures: figures('138.8'), outcomes: {}, further: '- việc <b>một</b>\n+ {{ 7*7 }}' };
    const page = await town.handIn('phong-a@so.example', typed);
    expect(page.text).toContain('id="faults"');
    expect(page.text).toContain('id="figures.xuat-khau.value.fault"');
    expect(page.text).toContain('value="138.8"');
    expect(page.text).toContain('- việc &lt;b&gt;một&lt;/b&gt;\n+ {{ 7*7 }}</textarea>');
  });

  it('shows the figures it is compared with, and the sentence as it will stand in the letter', async () => {
    const wrong = {
      figures: { 'xuat-khau': { state: 'reported' as const, value: '138,8', restates: 'x' } },
      outcomes: {},
    };
    const page = await town.handIn('phong-a@so.example', { ...wrong, figures: figures('138,8'), further: '📈' });
    expect(page.text.replace(/<[^>]*>/g, '')).toContain('Đã phát hành: tháng 9/2021: 130,7 triệu USD');
    expect(page.text).toContain(
      'Câu sẽ in: Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.',
    );
    const unready = await town.handIn('phong-a@so.example', wrong);
    expect(unready.text).not.toContain('Câu sẽ in');
  });

  it('ends on a receipt that says what was taken down', async () => {
    const page = await town.handIn('phong-a@so.example', { figures: figures('138,8'), outcomes: {} });
    expect(page.status).toBe(200);
    expect(page.address).toMatch(/\/receipt\/[0-9a-f-]{36}$/);
    expect(page.text).toContain('Đã nhận bản nộp lần 1 của <strong>Phòng A</strong> lúc 08:00 ngày 01/11/2021');
    expect(page.text).toContain('<dd class="typed">Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD');
  });

  it('handed in again is a new revision, and the earlier one stays readable', async () => {
    const first = await town.handIn('phong-a@so.example', { figures: figures('140'), outcomes: {} });
    const second = await town.handIn('phong-a@so.example', { figures: figures('141'), outcomes: {} });
    expect(second.text).toContain('<dd class="typed">Kim ngạch xuất khẩu tháng 10 đạt 141 triệu USD');
    const browser = browserAt(town.address);
    await browser.post(await town.linkOf('phong-a@so.example'));
    const earlier = await browser.get(new URL(first.address).pathname);
    expect(earlier.text).toContain('<dd class="typed">Kim ngạch xuất khẩu tháng 10 đạt 140 triệu USD');
    expect(earlier.text).toContain('Sau bản này đơn vị đã nộp bản mới hơn');
  });

  it('says how long there is left, and leads from "không phát sinh" for all figures to what would be handed in', async () => {
    const browser = browserAt(town.address);
    const form = await browser.post(await town.linkOf('phong-a@so.example'));
    expect(form.text).toContain('còn 15 ngày 8 giờ');
    const page = await browser.post('/form', {
      key: hiddenField(form, 'key'),
      basedOn: hiddenField(form, 'basedOn'),
      'figures.xuat-khau.state': 'reported',
      act: 'nothing',
    });
    expect(page.text).toContain('Kiểm tra trước khi nộp');
    expect(page.text).toContain('<dd class="typed">Kim ngạch xuất khẩu tháng 10 không phát sinh.');
  });

  it('posted twice by a double click is one revision and one receipt', async () => {
    const browser = browserAt(town.address);
    const form = await browser.post(await town.linkOf('phong-a@so.example'));
    const fields = {
      key: hiddenField(form, 'key'),
      basedOn: hiddenField(form, 'basedOn'),
      'figures.xuat-khau.state': 'reported',
      'figures.xuat-khau.value': '150',
      act: 'confirm',
    };
    const [one, two] = await Promise.all([browser.post('/form', fields), browser.post('/form', fields)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.address).toBe(two.address);
    expect(hiddenField(await browser.get('/form'), 'basedOn')).toBe(String(Number(fields.basedOn) + 1));
  });

  it('shows the newer revision to who would overwrite it unseen', async () => {
    const browser = browserAt(town.address);
    const form = await browser.post(await town.linkOf('phong-a@so.example'));
    await town.handIn('phong-a@so.example', { figures: figures('160'), outcomes: {} });
    const page = await browser.post('/form', {
      key: hiddenField(form, 'key'),
      basedOn: hiddenField(form, 'basedOn'),
      'figures.xuat-khau.state': 'reported',
      'figures.xuat-khau.value': '170',
      act: 'confirm',
    });
    expect(page.text).toContain('Đơn vị vừa nộp một bản khác');
    expect(page.text).toContain('<span class="typed">160</span>');
    expect(page.text).toContain('value="170"');
  });

  it('is refused from another site, from none, and in another guise', async () => {
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const response = await fetch(`${town.address}/form`, {
        method: 'POST',
        body: new URLSearchParams({ key: 'x' }),
        headers: origin ? { origin } : {},
      });
      expect(response.status).toBe(403);
    }
    const cookie = await town.cookieFor(await town.linkOf('phong-a@so.example'));
    const guise = await fetch(`${town.address}/form`, {
      method: 'POST',
      body: '{"key":1}',
      headers: { origin: town.address, cookie, 'content-type': 'text/plain' },
    });
    expect(guise.status).toBe(415);
  });
});

describe('a link that is revoked', () => {
  it('shuts out the session that was opened with it, at once', async () => {
    const browser = browserAt(town.address);
    const token = await town.tokenOf('phong-b@so.example');
    const form = await browser.post(`/link/${token}`);
    await shutOut(town.table, { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-b', shards: 1 });
    expect((await browser.get('/form')).status).toBe(401);
    const fields = { key: hiddenField(form, 'key'), basedOn: '0', 'outcomes.nhiem-vu': 'lẻn vào' };
    expect((await browser.post('/form', fields)).status).toBe(401);
    expect((await browserAt(town.address).post(`/link/${token}`)).status).toBe(404);
  });
});

describe('the JSON API', () => {
  it('is described by an OpenAPI 3.1 document made from the schemas', async () => {
    const document = (await (await fetch(`${town.address}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toBe('3.1.1');
    expect(Object.keys(document.paths)).toEqual(['/api/submission', '/api/receipt/{key}']);
    // The lengths by which the form tells them, too.
    const lengths = JSON.stringify(document.paths).match(/"maxLength":(64|1000|10000)\b/g);
    expect(new Set(lengths)).toEqual(new Set(['"maxLength":64', '"maxLength":1000', '"maxLength":10000']));
  });

  it('hands in under the same fence, and gives the receipt again for the same key', async () => {
    const { body: state } = await api('phong-a@so.example', 'GET', '/api/submission');
    const sent = handing('180', state.revision as number);
    const first = await api('phong-a@so.example', 'PUT', '/api/submission', sent);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ key: sent.key, revision: (state.revision as number) + 1 });
    expect(await api('phong-a@so.example', 'PUT', '/api/submission', sent)).toEqual(first);
    expect((await api('phong-a@so.example', 'GET', `/api/receipt/${sent.key}`)).body).toEqual(first.body);
  });

  it('refuses a key used for something else', async () => {
    const { body: state } = await api('phong-a@so.example', 'GET', '/api/submission');
    const sent = handing('190', state.revision as number);
    await api('phong-a@so.example', 'PUT', '/api/submission', sent);
    const other = await api('phong-a@so.example', 'PUT', '/api/submission', {
      ...sent,
      answers: { figures: figures('191'), outcomes: {} },
    });
    expect(other.status).toBe(409);
    expect(other.body.type).toBe('/problems/key-reused');
    expect(other.type).toBe('application/problem+json');
  });

  it.each([
    ['no JSON', '{', 400, 'malformed'],
    ['JSON a thousand deep', '['.repeat(1_000), 400, 'malformed'],
    ['a field it does not know', { ...handing('1'), extra: 1 }, 400, 'unknown-fields'],
    [
      'an indicator of nobody',
      { ...handing('1'), answers: { figures: { ...figures('1'), khac: { state: 'none' } }, outcomes: {} } },
      400,
      'unknown-fields',
    ],
    [
      'a number where text belongs',
      { ...handing('1'), answers: { figures: { 'xuat-khau': { state: 'reported', value: 1 } }, outcomes: {} } },
      400,
      'unknown-fields',
    ],
    [
      'nothing for an indicator it owes',
      { ...handing('1'), answers: { figures: {}, outcomes: {} } },
      422,
      'faulty-answers',
    ],
    ['an ambiguous numeral', handing('1,234'), 422, 'faulty-answers'],
    ['more than the limit', handing('100001'), 422, 'faulty-answers'],
    ['too many decimals', handing('1,2345'), 422, 'faulty-answers'],
    ['sixteen digits', handing('1234567890123456'), 422, 'faulty-answers'],
    [
      'a character the letter cannot carry',
      { ...handing('1'), answers: { figures: figures('1'), outcomes: {}, further: 'báo cáo 📈' } },
      422,
      'faulty-answers',
    ],
    [
      '129 KB',
      { ...handing('1'), answers: { figures: figures('1'), outcomes: {}, further: 'a '.repeat(66_000) } },
      413,
      'too-large',
    ],
  ])('refuses %s with a problem that says why', async (_, body, status, type) => {
    const answer = await api('phong-a@so.example', 'PUT', '/api/submission', body);
    expect(answer.status).toBe(status);
    expect(answer.body.type).toBe(`/problems/${type}`);
    expect(answer.body.title).toEqual(expect.any(String));
  });

  it('takes one of thirty-two at once, and tells each of the others', async () => {
    const { body: state } = await api('phong-a@so.example', 'GET', '/api/submission');
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, at) =>
        api('phong-a@so.example', 'PUT', '/api/submission', handing(String(200 + at), state.revision as number)),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 31 }, () => 409)]);
    const { body: after } = await api('phong-a@so.example', 'GET', '/api/submission');
    expect(after.revision).toBe((state.revision as number) + 1);
  });

  it('asks a program that carries nothing for its token, whatever site it names', async () => {
    const asked = {
      method: 'PUT',
      body: JSON.stringify(handing('1')),
      headers: { 'content-type': 'application/json' },
    };
    const answer = await fetch(`${town.address}/api/submission`, asked);
    expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([401, '/problems/no-session']);
  });

  it('opens with no other unit’s token, and with none', async () => {
    expect((await api('phong-a@so.example', 'GET', '/api/submission')).body.unit).toBe('phong-a');
    const without = await fetch(`${town.address}/api/submission`);
    expect(without.status).toBe(401);
  });
});

describe('an address that is not there', () => {
  it('is told apart from a wrong way of asking', async () => {
    expect((await fetch(`${town.address}/nowhere`)).status).toBe(404);
    const wrong = await fetch(`${town.address}/form`, { method: 'DELETE', headers: { origin: town.address } });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('GET, POST');
  });

  it('wears the headers of the house, like every answer', async () => {
    for (const path of ['/nowhere', '/', '/assets/pico.css', '/board']) {
      const { headers } = await fetch(`${town.address}${path}`);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
