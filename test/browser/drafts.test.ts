import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xlsx } from '../../templates/sheet.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { handIn, openForm, press, shown } from './clerk.ts';

let town: Town;
let browser: Browser;

const imports = { ...exports, code: 'nhap-khau', name: 'Kim ngạch nhập khẩu', phrase: 'Kim ngạch nhập khẩu' };
const tasks = [{ id: 'nhiem-vu', text: 'Nhiệm vụ được giao', group: 'chung', owner: [{ unit: 'phong-a' }] }];

beforeAll(async () => {
  const indicators = [exports, imports];
  town = await foundTown(departmentWith(reportWith({ indicators, tasks })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const one = '[name="figures.xuat-khau.value"]';
const other = '[name="figures.nhap-khau.value"]';
const outcome = '[name="outcomes.nhiem-vu"]';
const draft = 'ban-nhap bao-cao-thang 2021-10 phong-a';

/** In a profile of its own that keeps nothing yet; or in another window of one. This Chromium keeps one storage for all. */
async function atTheForm(context?: BrowserContext): Promise<Page> {
  const page = context ? await context.newPage() : (await openPage(browser)).page;
  await openForm(page, await town.linkOf('phong-a@so.example'), { afresh: !context });
  return page;
}

/** On another machine, which shares no storage: it keeps none. */
async function keptElsewhere(text: string): Promise<void> {
  const { page } = await openPage(browser, { javaScriptEnabled: false });
  await openForm(page, await town.linkOf('phong-a@so.example'));
  await page.fill(outcome, text);
  await press(page, 'Lưu nháp, chưa nộp');
  await shown(page.getByText('Đã lưu bản nháp'));
}

const said = (page: Page) => page.locator('[role=status]').allTextContents();

async function paste(page: Page, cells: string): Promise<void> {
  await page.getByText('Điền từ Excel').click();
  await page.fill('[name=pasted]', cells);
  await press(page, 'Điền số liệu đã dán');
  await shown(page.getByText(/^Đã điền/));
}

/** As the script kept drafts before it kept what the house had filled in. */
function oldDraft(page: Page, fields: [string, string][]): Promise<void> {
  const all = [['figures.xuat-khau.value', ''], ['figures.xuat-khau.state', 'reported'], ['further', ''], ...fields];
  return page.evaluate(([name, kept]) => globalThis.localStorage.setItem(name, kept), [
    draft,
    JSON.stringify({ basedOn: '0', fields: all }),
  ] as const);
}

const profiles: [string, (page: Page) => Promise<unknown>][] = [
  ['a fresh profile', async () => undefined],
  ['one that keeps a draft', page => page.fill(outcome, 'Đang viết dở')],
  [
    'one in which a figure was typed and taken out',
    async page => {
      await page.fill(one, '5');
      await page.fill(one, '');
    },
  ],
  ['one that keeps a draft of before', page => oldDraft(page, [['figures.nhap-khau.value', '']])],
];

describe.each(profiles)('"Điền từ Excel" in %s', (_, prepare) => {
  it('shows the figures that were pasted, and keeps them', async () => {
    const page = await atTheForm();
    await prepare(page);
    await paste(page, 'Kim ngạch xuất khẩu\t138,8\nKim ngạch nhập khẩu\t96');
    expect([await page.inputValue(one), await page.inputValue(other)]).toEqual(['138,8', '96']);
    expect(await page.textContent('[id="figures.xuat-khau.sentence"]')).toContain('đạt 138,8 triệu USD');

    await page.goto(`${town.address}/form`);
    expect([await page.inputValue(one), await page.inputValue(other)]).toEqual(['138,8', '96']);
    expect((await said(page)).join()).toContain('Đang hiện nội dung nhập dở trên máy này');
  });

  it('shows the figures of a workbook, over those typed before', async () => {
    const page = await atTheForm();
    await prepare(page);
    await page.fill(one, '1');
    await page.getByText('Điền từ Excel').click();
    const rows = [['xuat-khau', 'Kim ngạch xuất khẩu', 'triệu USD', '138,8']];
    const buffer = Buffer.from(await xlsx({ name: 'Số liệu', rows }));
    await page.setInputFiles('[name=sheet]', { name: 'a.xlsx', mimeType: 'application/octet-stream', buffer });
    await press(page, 'Điền từ tệp');
    await shown(page.getByText(/^Đã điền/));
    expect(await page.inputValue(one)).toBe('138,8');
  });
});

describe('what was typed on a machine', () => {
  it('of before comes into fields that are still empty', async () => {
    const page = await atTheForm();
    await oldDraft(page, [['outcomes.nhiem-vu', 'Đang viết dở']]);
    await page.goto(`${town.address}/form`);
    expect(await page.inputValue(outcome)).toBe('Đang viết dở');
  });

  it('in two windows is kept of both', async () => {
    const page = await atTheForm();
    const second = await atTheForm(page.context());
    await page.fill(one, '138,8');
    await second.fill(other, '96');
    await page.goto(`${town.address}/form`);
    expect([await page.inputValue(one), await page.inputValue(other)]).toEqual(['138,8', '96']);
  });

  it('is not saved over a draft that was saved elsewhere since, before both were seen', async () => {
    const page = await atTheForm();
    await page.fill(outcome, 'cũ');
    await keptElsewhere('mới');
    await press(page, 'Lưu nháp, chưa nộp');
    await shown(page.getByText('Đã có bản nháp mới hơn'));
    expect(await page.getByRole('table').first().textContent()).toMatch(/mới[\s\S]*cũ/);
    expect(await page.inputValue(outcome)).toBe('cũ');
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${town.address}/form`);
    expect(await page.inputValue(outcome)).toBe('cũ');
    await page.getByRole('link', { name: 'Bỏ, lấy lại bản nháp đã lưu' }).click();
    expect(await page.inputValue(outcome)).toBe('mới');
    expect(await page.textContent('.facts')).toContain('bản nháp lưu lúc 08:00 ngày 01/11/2021, chưa nộp');
    await page.fill(outcome, 'cũ, đã xem bản mới');
    await press(page, 'Lưu nháp, chưa nộp');
    await shown(page.getByText('Đã lưu bản nháp'));
  });

  it('takes the place of nothing that was kept elsewhere since: it is offered, and comes back at a press', async () => {
    const page = await atTheForm();
    await page.fill(outcome, 'Viết trên máy này');
    await page.fill(one, '138,8');
    await keptElsewhere('Viết trên máy kia');

    await page.goto(`${town.address}/form`);
    expect(await page.inputValue(outcome)).toBe('Viết trên máy kia');
    expect(await page.inputValue(one)).toBe('138,8');
    expect((await said(page)).join()).toContain('khác với nội dung đang hiện ở 1 ô; chưa dùng');
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${town.address}/form`);
    await press(page, 'Lấy nội dung nhập dở');
    expect(await page.inputValue(outcome)).toBe('Viết trên máy này');
    await page.goto(`${town.address}/form`);
    expect(await page.inputValue(outcome)).toBe('Viết trên máy này');

    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('alert'));
    await page.selectOption('[name="figures.nhap-khau.state"]', 'none');
    await handIn(page);
    expect(await page.textContent('main')).toContain('Viết trên máy này');
    await page.goto(`${town.address}/form`);
    expect(await said(page)).toEqual([]);
  });
});
