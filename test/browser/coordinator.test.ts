import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith({ whenMissing: 'hold' })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

describe('a coordinator', () => {
  it.each(['light', 'dark'] as const)(
    'sees the board and the letter to be, in %s, with no barrier in the way',
    async colorScheme => {
      const { page, complaints } = await openPage(browser, { colorScheme, viewport: { width: 1280, height: 800 } });
      await page.goto(await town.signInLinkOf('tong-hop@so.example'));
      await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Báo cáo tháng' }).click();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Số liệu, so sánh' }).click();
      expect(await barriersOn(page)).toEqual([]);
      await page.goBack();
      await page.getByRole('link', { name: 'Xem trước công văn' }).click();
      expect(await page.textContent('.note')).toContain('Còn thiếu: Phòng A, Phòng B');
      expect(await barriersOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('lets a held letter go', async () => {
    await town.at('2021-11-16', '16:00');
    const { page } = await openPage(browser);
    await page.goto(await town.signInLinkOf('tong-hop@so.example'));
    await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
    await page.getByRole('link', { name: 'Báo cáo tháng' }).click();
    await page.getByRole('button', { name: 'Cho gửi' }).click();
    await town.quiet();
    await page.reload();
    expect(await page.textContent('main')).toContain('đã phát hành');
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
  });
});
