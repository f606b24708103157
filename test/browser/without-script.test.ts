import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { launchChromium, openPage } from './chromium.ts';
import { handIn, press } from './clerk.ts';

let town: Town;
let browser: Browser;
const scriptless = { javaScriptEnabled: false };

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const told = (page: Page) => page.textContent('main');

/** As staff do it: asks for a link at the door, opens the one that is mailed, and goes to the month. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${town.address}/sign-in`);
  await page.fill('[name=address]', 'tong-hop@so.example');
  await press(page, 'Gửi đường dẫn cho tôi');
  await town.quiet();
  await page.goto(await town.linkOf('tong-hop@so.example'));
  await press(page, 'Mở bảng tổng hợp');
  await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
}

describe('a browser without scripts', () => {
  it('goes through a whole month: form, board, deadline, letter', async () => {
    await town.at('2021-11-01', '08:00');
    const { page: clerk, complaints } = await openPage(browser, scriptless);
    await clerk.goto(await town.linkOf('phong-a@so.example'));
    await press(clerk, 'Mở biểu mẫu');

    await clerk.fill('[name="figures.xuat-khau.value"]', '138.8');
    await press(clerk, 'Nộp báo cáo');
    expect(await told(clerk)).toContain('có thể hiểu nhiều cách');
    expect(await clerk.inputValue('[name="figures.xuat-khau.value"]')).toBe('138.8');

    await clerk.fill('[name="figures.xuat-khau.value"]', '138,8');
    await press(clerk, 'Xem phần của đơn vị trong công văn');
    expect(await clerk.textContent('#preview')).toContain('- Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD.');
    await press(clerk, 'Lưu nháp, chưa nộp');
    await clerk.goto(`${town.address}/form`);
    expect(await clerk.inputValue('[name="figures.xuat-khau.value"]')).toBe('138,8');
    await handIn(clerk);
    await clerk.goto(`${town.address}/form`);
    await clerk.fill('[name="figures.xuat-khau.value"]', '139');
    await handIn(clerk);
    await clerk.goto(`${town.address}/history`);
    expect(await told(clerk)).toMatch(/138,8[\s\S]*139|139[\s\S]*138,8/);

    const { page: coordinator } = await openPage(browser, scriptless);
    await signIn(coordinator);
    expect(await told(coordinator)).toContain('1/2 đơn vị đã nộp');
    await press(coordinator, 'Nhắc đơn vị chưa nộp');
    await town.quiet();
    expect(town.mailsTo('phong-b@so.example', 'nudge-1')).toHaveLength(1);

    const { page: other } = await openPage(browser, scriptless);
    await other.goto(await town.linkOf('phong-b@so.example'));
    await press(other, 'Mở biểu mẫu');
    await other.fill('[name="outcomes.nhiem-vu"]', '- Đã hoàn thành');
    await handIn(other);

    await town.at('2021-11-16', '16:00');
    await town.quiet();
    await signIn(coordinator);
    expect(await told(coordinator)).toContain('đã phát hành');
    const downloading = coordinator.waitForEvent('download');
    await coordinator.getByRole('link', { name: /\.html$/ }).click();
    const letter = readFileSync(await (await downloading).path(), 'utf8');
    expect(letter).toContain('- Kim ngạch xuất khẩu tháng 10 đạt 139 triệu USD.');
    expect(letter).toContain('- Đã hoàn thành');
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
    expect(complaints).toEqual([]);
  });
});
