import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { type Browser, browserAt, hiddenField, type Page } from '../../infra/local/browser.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
let browser: Browser;
let token: string;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  token = await town.tokenOf('phong-a@so.example');
  browser = browserAt(town.address);
  await browser.post(`/link/${token}`);
});
afterAll(() => town.leave());

async function api(method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${town.address}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const put = (key: string, basedOn: number, value: string) =>
  api('PUT', '/api/submission', {
    key,
    basedOn,
    answers: { figures: { 'xuat-khau': { state: 'reported', value } }, outcomes: {} },
  });
const revision = async () => (await api('GET', '/api/submission')).body.revision as number;

/** What a browser sends of the form `page`, the button `act` pressed. */
const fieldsOf = (page: Page, act: string, value: string) => ({
  key: hiddenField(page, 'key'),
  basedOn: hiddenField(page, 'basedOn'),
  act,
  'figures.xuat-khau.state': 'reported',
  'figures.xuat-khau.value': value,
});

describe('the key of a hand-in names one content for ever', () => {
  it('through the API: whatever it is based on, the same gives its receipt and anything else is refused', async () => {
    const key = randomUUID();
    const from = await revision();
    const first = await put(key, from, '100');
    expect(first).toMatchObject({ status: 200, body: { revision: from + 1 } });
    const between = randomUUID();
    await put(between, from + 1, '101');
    for (const basedOn of [from, from + 1, from + 2, from + 3]) {
      expect(await put(key, basedOn, '100')).toEqual(first);
      expect(await put(key, basedOn, '102')).toMatchObject({ status: 409, body: { type: '/problems/key-reused' } });
    }
    expect((await put(between, from + 2, '101')).body).toMatchObject({ revision: from + 2 });
    expect((await api('GET', `/api/receipt/${key}`)).body).toEqual(first.body);
    expect(await revision()).toBe(from + 2);
  });

  it('through the form: whoever goes back and changes a figure gets it back with a key of its own, and what differs', async () => {
    const form = await browser.get('/form');
    const from = Number(hiddenField(form, 'basedOn'));
    expect((await browser.post('/form', fieldsOf(form, 'confirm', '110'))).text).toContain(
      `Đã nhận bản nộp lần ${from + 1}`,
    );
    const again = await browser.post('/form', { ...fieldsOf(form, 'confirm', '111'), further: 'viết thêm' });
    expect(again.text).toContain('Mã nộp đã dùng cho nội dung khác');
    expect(again.text).toContain('value="111"');
    expect(again.text).toContain('viết thêm</textarea>');
    expect(again.text).toMatch(/<span class="typed">110<[\s\S]*<span class="typed">111</);
    expect(hiddenField(again, 'key')).not.toBe(hiddenField(form, 'key'));
    const taken = await browser.post('/form', fieldsOf(again, 'confirm', '111'));
    expect(taken.text).toContain(`Đã nhận bản nộp lần ${from + 2}`);
    expect(taken.text).toContain('111 triệu USD');
  });

  it.each(['preview', 'draft', 'paste'])('and %s with a key that was used hands out another', async act => {
    const form = await browser.get('/form');
    await browser.post('/form', fieldsOf(form, 'confirm', '120'));
    const page = await browser.post('/form', fieldsOf(form, act, '121'));
    expect(page.status).toBe(200);
    expect(hiddenField(page, 'key')).not.toBe(hiddenField(form, 'key'));
    const unused = await browser.post('/form', fieldsOf(page, act, '121'));
    expect(hiddenField(unused, 'key')).toBe(hiddenField(page, 'key'));
    expect((await browser.post('/form', fieldsOf(page, 'confirm', '121'))).text).toContain('121 triệu USD');
  });

  it('also after the close: the first receipt, or a refusal that loses nothing; and the audit finds nothing', async () => {
    const key = randomUUID();
    const from = await revision();
    const first = await put(key, from, '130');
    const form = await browser.get('/form');
    await browser.post('/form', fieldsOf(form, 'confirm', '131'));
    town.setClock('2021-11-16', '15:59');
    await browser.post(`/link/${token}`);
    await town.at('2021-11-16', '16:00');
    expect(await put(key, from, '130')).toEqual(first);
    expect(await put(key, from + 2, '132')).toMatchObject({ status: 409, body: { type: '/problems/key-reused' } });
    const late = await browser.post('/form', fieldsOf(form, 'confirm', '133'));
    expect(late.text).toContain('Kỳ báo cáo đã chốt');
    expect(late.text).toMatch(/<textarea id="late"[^>]*>\s*Kim ngạch xuất khẩu: 133/);
    const { breaches } = await auditedIn(town.table, town.archive);
    expect(breaches.filter(({ what }) => what.includes('biên nhận'))).toEqual([]);
  });
});
