import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listening } from '../../infra/local/listening.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { naughty } from '../trust/naughty-strings.ts';
import { launchChromium, openPage, type Watched } from './chromium.ts';
import { shown } from './clerk.ts';

/** What a real browser makes of hostile text, and what it tells other sites of ours. */
let town: Town;
let browser: Browser;
/** Another site, which frames our pages and remembers what it was asked, and how. */
let evil: Listening;
const asked: IncomingHttpHeaders[] = [];

beforeAll(async () => {
  const tasks = [{ id: 'nhiem-vu', text: 'Nhiệm vụ', group: 'chung', owner: [{ unit: 'phong-a' }] }];
  const indicators = [exports, { ...exports, code: 'khac', owner: [{ unit: 'phong-b' }] }];
  town = await foundTown(departmentWith(reportWith({ tasks, indicators })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
  evil = await listening(
    createServer(({ headers, url = '' }, response) => {
      asked.push(headers);
      const framed = new URLSearchParams(url.split('?')[1]).get('frames');
      response.setHeader('content-type', 'text/html');
      response.end(framed ? `<iframe src="${framed}"></iframe>` : 'Không có gì');
    }),
    { pages: true },
  );
});
afterAll(async () => {
  await browser.close();
  await Promise.all([evil.close(), town.leave()]);
});

/** As much of what is markup or script as a field takes: 200 lines, 10,000 characters with their line ends. */
const scripts = naughty.filter(text => /[<"'`(]/.test(text) && /^[\x20-\x7e]+$/.test(text) && !/\S{101}/.test(text));
const lines = scripts.slice(0, 195);

async function enter(link: string, button: string): Promise<Watched & { alarms: string[] }> {
  const watched = await openPage(browser);
  const alarms: string[] = [];
  watched.page.on('dialog', dialog => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  watched.page.on('request', request => {
    if (!request.url().startsWith(town.address) && !request.url().startsWith('data:')) alarms.push(request.url());
  });
  await watched.page.goto(link);
  await watched.page.getByRole('button', { name: button }).click();
  return { ...watched, alarms };
}

describe('scripts typed into every field', () => {
  it('are text wherever they are shown: nothing runs, nothing is fetched, and the CSP has nothing to stop', async () => {
    const text = lines.join('\n').slice(0, 9_700);
    const clerk = await enter(await town.linkOf('phong-a@so.example'), 'Mở biểu mẫu');
    const { page } = clerk;
    const press = async (name: string) => {
      await page.fill('[name="outcomes.nhiem-vu"]', text);
      await page.fill('[name="further"]', text);
      await page.getByRole('button', { name, exact: true }).click();
    };
    const value = '[name="figures.xuat-khau.value"]';
    await page.fill(value, '"><script>alert(1)</script>');
    await press('Nộp báo cáo');
    await shown(page.getByRole('alert'));
    expect(await page.inputValue('[name="further"]')).toBe(text);
    await page.fill(value, '5');
    await press('Nộp báo cáo');
    await page.getByRole('button', { name: 'Xác nhận nộp' }).click();
    await page.waitForURL(/\/receipt\//);
    expect(await page.textContent('main')).toContain(lines[0]);
    for (const path of ['/form', '/history']) await page.goto(town.address + path);

    const staff = await enter(await town.signInLinkOf('tong-hop@so.example'), 'Mở bảng tổng hợp');
    const period = `${town.address}/board/bao-cao-thang/2021-10`;
    for (const path of ['', '/preview', '/figures']) await staff.page.goto(period + path);
    await staff.page.goto(`${period}/preview`);
    expect(await staff.page.textContent('main')).toContain(lines[0]);
    const told = [clerk, staff].flatMap(({ complaints, alarms }) => [...complaints, ...alarms]);
    expect(told).toEqual([]);
  });
});

describe('another site', () => {
  it('is told of no address of ours, so of no token, when somebody goes there from a mailed link', async () => {
    const { page } = await openPage(browser);
    for (const link of [await town.linkOf('phong-b@so.example'), await town.signInLinkOf('tong-hop@so.example')]) {
      await page.goto(link);
      await page.evaluate(`location.href = ${JSON.stringify(evil.endpoint)}`);
      await page.waitForURL(url => url.href.startsWith(evil.endpoint));
    }
    expect(asked.length).toBeGreaterThan(1);
    for (const headers of asked) expect(JSON.stringify(headers)).not.toContain(new URL(town.address).port);
  });

  it.each(['/', '/form', '/sign-in', '/board', '/nowhere', '/assets/house.css'])('cannot frame %s', async path => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${evil.endpoint}/?frames=${encodeURIComponent(town.address + path)}`);
    await expect.poll(() => complaints.join('\n')).toContain("frame-ancestors 'none'");
    expect(await page.frames()[1]?.locator('main').count()).toBe(0);
  });
});
