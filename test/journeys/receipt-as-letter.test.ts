import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import type { Fault } from '../../shared/domain/problem.ts';
import { newKey } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  const imports = { ...exports, code: 'nhap-khau', name: 'Nhập khẩu', phrase: 'Nhập khẩu tháng {tháng}' };
  const wording = '- {{ so_lieu.xuat-khau }}\n- {{ so_lieu.nhap-khau }}\n\nTrân trọng./.\n';
  const report = reportWith({ indicators: [exports, imports], tasks: [], wording });
  const history = ['xuat-khau', 'nhap-khau'].map(indicator => ({ period: '2021-09', indicator, value: '130.7' }));
  town = await foundTown({ ...departmentWith(report), history }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

const exported = 'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.';
const imported = 'Nhập khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,8% so với tháng 9/2021.';

async function asked(path: string, body?: object) {
  const headers = {
    authorization: `Bearer ${await town.tokenOf('phong-a@so.example')}`,
    'content-type': 'application/json',
  };
  const sent = body ? { method: 'PUT', headers, body: JSON.stringify(body) } : { headers };
  const response = await fetch(town.address + path, sent);
  return { status: response.status, answer: (await response.json()) as Record<string, never> };
}

describe('what the letter would pass over', () => {
  it('is refused of a program, field by field, and it was told the base beforehand', async () => {
    const state = await asked('/api/submission');
    expect(state.answer.indicators?.[0]).toMatchObject({
      shows: 'level',
      comparisons: [
        { with: 'previous-month', as: 'percent', against: '2021-09', base: '130.7' },
        { with: 'same-month-last-year', as: 'percent', against: '2020-10' },
      ],
    });
    const changes = { 'previous-month': '-50', 'same-month-last-year': '99' };
    const figures = {
      'xuat-khau': { state: 'reported', value: '138,8', changes },
      'nhap-khau': { state: 'missing', restates: '140', changes: { 'previous-month': '5' } },
    };
    const { status, answer } = await asked('/api/submission', {
      ...{ key: newKey(), basedOn: 0 },
      answers: { figures, outcomes: {} },
    });
    expect(status).toBe(422);
    expect((answer.faults as Fault[] | undefined)?.map(({ field }) => field)).toEqual([
      'figures.xuat-khau.changes.previous-month',
      'figures.nhap-khau.changes.previous-month',
      'figures.nhap-khau.restates',
    ]);
  });

  it('is not asked for on the form, and comes back with its fault where it was posted all the same', async () => {
    const browser = browserAt(town.address);
    const form = await browser.post(await town.linkOf('phong-a@so.example'));
    const field = 'figures.xuat-khau.changes.previous-month';
    expect(form.text).not.toContain(`name="${field}"`);
    expect(form.text).toContain('name="figures.xuat-khau.changes.same-month-last-year"');
    const page = await browser.post('/form', {
      ...{ key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn') },
      ...{ 'figures.xuat-khau.value': '138,8', [field]: '-50', 'figures.nhap-khau.state': 'none' },
    });
    expect(page.text).toContain('id="faults"');
    expect(page.text).toMatch(new RegExp(`name="${field}" value="-50"[^>]*aria-invalid="true"`));
    expect(page.text).toContain('Cơ quan tự tính so với tháng trước từ số đã phát hành (130,7); hãy để trống ô này');
  });
});

describe('what was accepted', () => {
  it('is told by page, API, mail, history, closed page and letter in the same sentences', async () => {
    const key = newKey();
    const figures = {
      'xuat-khau': { state: 'reported', value: '138,8' },
      'nhap-khau': { state: 'reported', value: '138,8', restates: '130' },
    };
    const taken = await asked('/api/submission', { key, basedOn: 0, answers: { figures, outcomes: {} } });
    expect(taken.status).toBe(200);
    const items = [exported, `${imported}\nTháng trước điều chỉnh: 130`];
    expect((taken.answer.items as { text: string }[] | undefined)?.map(({ text }) => text)).toEqual(items);
    expect((await asked(`/api/receipt/${key}`)).answer).toEqual(taken.answer);

    const clerk = browserAt(town.address);
    await clerk.post(await town.linkOf('phong-a@so.example'));
    await town.at('2021-11-01', '08:05');
    const [sent] = town.mailsTo('phong-a@so.example', 'receipt-1');
    const coordinator = await town.staffAt('tong-hop@so.example');
    const told = [
      (await clerk.get(`/receipt/${key}`)).text,
      (await clerk.get('/history')).text,
      (sent && (await opened(sent)).text)?.replace(/\s+/g, ' '),
      (await coordinator.get('/board/bao-cao-thang/2021-10/preview')).text,
    ];
    town.setClock('2021-11-16', '15:59');
    await clerk.post(await town.linkOf('phong-a@so.example'));
    await town.at('2021-11-16', '16:00');
    told.push((await clerk.get('/form')).text);
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    told.push(edition && new TextDecoder().decode(await readFiled(town.archive, edition.files.html)));
    for (const text of told) for (const sentence of [exported, imported]) expect(text).toContain(sentence);
  });
});
