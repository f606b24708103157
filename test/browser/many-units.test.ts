import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  const ofAll = { ...exports, kind: 'flow' as const, owner: [], owedBy: 'all' as const, comparisons: [] };
  const units = Array.from({ length: 100 }, (_, at) => ({
    ...{ id: `xa-${at}`, mail: [`xa-${at}@so.example`] },
    name: `Ủy ban nhân dân xã ${at === 56 ? 'Đông Hòa' : `Hòa Sơn ${at}`}`,
  }));
  town = await foundTown({ ...departmentWith(reportWith({ indicators: [ofAll], tasks: [] })), units }, [
    '2021-11-01',
    '08:00',
  ]);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

it.each([true, false])(
  'lets a coordinator find one of a hundred units by a part of its name, also with scripts %s',
  async javaScriptEnabled => {
    const { page, complaints } = await openPage(browser, { javaScriptEnabled });
    await page.goto(await town.signInLinkOf('tong-hop@so.example'));
    await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
    await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
    await page.waitForURL(/\/2021-10$/);
    const rows = page.getByRole('row', { name: /Ủy ban nhân dân xã/ });
    expect(await rows.count()).toBe(100);
    expect(await page.locator('dl.facts').textContent()).toContain('và 92 đơn vị khác');
    await page.getByLabel('Tìm đơn vị theo tên').fill('dong hoa');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim=/);
    expect(await page.getByRole('status').textContent()).toContain('1/100 đơn vị có "dong hoa" trong tên');
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('Đông Hòa')]);
    expect(await page.getByLabel('Tìm đơn vị theo tên').inputValue()).toBe('dong hoa');
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth').catch(() => 0);
    expect(overflow).toBe(0);
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Tìm đơn vị theo tên').fill('huyện');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByText('Không đơn vị nào có "huyện" trong tên').waitFor();
    await page.getByRole('link', { name: 'Hiện cả 100 đơn vị' }).click();
    await page.waitForURL(/2021-10#don-vi$/);
    expect(await rows.count()).toBe(100);
    expect(complaints).toEqual([]);
  },
);
