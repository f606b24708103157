import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, exports, index, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { openForm } from './clerk.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith({ indicators: [exports, index] })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

describe('a link', () => {
  it('that leads elsewhere has no button to press, whoever is signed in', async () => {
    const { page } = await openPage(browser);
    for (const door of ['link', 'sign-in']) {
      await page.goto(`${town.address}/${door}/..%5Cboard%5Cbao-cao-thang%5C2021-10%5Crelease`);
      expect(await page.locator('main').textContent()).toContain('không còn dùng được');
      expect(await page.locator('form[action*="board"]').count()).toBe(0);
    }
  });
});

describe('a workbook too large to be sent', () => {
  it('is not sent: the page says so, and keeps what was typed', async () => {
    const { page } = await openPage(browser);
    await openForm(page, await town.linkOf('phong-a@so.example'));
    await page.fill('input[name="figures.xuat-khau.value"]', '138,8');
    await page.getByText('Điền từ Excel').click();
    const buffer = Buffer.alloc(3 * 1_024 * 1_024 + 1);
    await page.setInputFiles('#sheet', { name: 'to.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByText('Tệp này quá lớn: được tối đa 3 MB').waitFor();
    expect(await page.inputValue('#sheet')).toBe('');
    expect(await page.inputValue('input[name="figures.xuat-khau.value"]')).toBe('138,8');
    expect(await barriersOn(page)).toEqual([]);
  });
});
