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
      await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Phòng A' }).click();
      expect(await page.textContent('h1')).toBe('Phòng A: Báo cáo tháng, tháng 10/2021');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Số liệu, so sánh' }).click();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('table').getByRole('link', { name: 'Kim ngạch xuất khẩu' }).click();
      expect(await page.textContent('h1')).toBe('Kim ngạch xuất khẩu, tháng 10/2021');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Mọi chỉ tiêu' }).click();
      await page.getByRole('link', { name: 'Kỳ báo cáo', exact: true }).click();
      await page.getByRole('link', { name: 'Xem trước công văn' }).click();
      expect(await page.textContent('main')).toContain('Còn thiếu: Phòng A, Phòng B');
      expect(await page.textContent('.sheet')).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Kỳ báo cáo', exact: true }).click();
      expect(await page.textContent('h1')).toBe('Báo cáo tháng, tháng 10/2021');
      expect(complaints).toEqual([]);
    },
  );

  it('is told on the page what a button did, and what it did not', async () => {
    const { page } = await openPage(browser);
    await page.goto(await town.signInLinkOf('tong-hop@so.example'));
    await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
    await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
    const unit = page.getByRole('row', { name: 'Phòng A' });
    await unit.getByRole('button', { name: 'Gửi lại đường dẫn' }).click();
    expect(await page.getByRole('status').textContent()).toContain('đang đi tới Phòng A (phong-a@so.example)');
    await town.quiet();
    await unit.getByRole('button', { name: 'Gửi lại đường dẫn' }).click();
    expect(await page.getByRole('alert').textContent()).toMatch(
      /Chưa gửi gì: thư trước .* đi lúc 08:00 .*, còn 5 phút nữa/,
    );
    expect(await barriersOn(page)).toEqual([]);
    await unit.getByRole('button', { name: 'Thu hồi đường dẫn' }).click();
    expect(await page.textContent('main')).toContain('Mọi đường dẫn đã gửi cho Phòng A (phong-a@so.example)');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Thu hồi đường dẫn của Phòng A' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã thu hồi');
    await unit.getByRole('button', { name: 'Gửi lại đường dẫn' }).click();
    expect(await page.getByRole('status').textContent()).toContain('đang đi tới Phòng A');
    await town.quiet();
    expect([1, 2, 3].map(number => town.mailsTo('phong-a@so.example', `link-${number}`).length)).toEqual([1, 1, 0]);
    await page.reload();
    expect(await page.getByRole('status').count()).toBe(0);
  });

  it('lets a held letter go', async () => {
    await town.at('2021-11-16', '16:00');
    const { page } = await openPage(browser);
    await page.goto(await town.signInLinkOf('tong-hop@so.example'));
    await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
    await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
    await page.getByRole('button', { name: 'Phát hành công văn' }).click();
    expect(await page.textContent('main')).toContain('so-khdt@tinh.example');
    expect(await barriersOn(page)).toEqual([]);
    await town.quiet();
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toEqual([]);
    await page.getByRole('button', { name: 'Phát hành công văn bản 1' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã phát hành');
    await town.quiet();
    await page.reload();
    expect(await page.textContent('main')).toContain('đã phát hành');
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    const sum = page.getByText(edition?.files.pdf.sha256 ?? '', { exact: true });
    expect(await sum.isVisible()).toBe(false);
    await page.getByText('Mã kiểm tra (SHA-256)').click();
    expect(await sum.isVisible()).toBe(true);
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
  });

  it.each([true, false])(
    'who sends a letter again just after one left is asked first, with or without script (%s), and what was typed stays',
    async javaScriptEnabled => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(await town.signInLinkOf('tong-hop@so.example'));
      await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
      await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
      const sent = () => town.outbox.filter(({ tags }) => tags.step?.startsWith('resend-')).length;
      const before = sent();
      await page.getByText('Gửi lại…').first().click();
      await page.getByLabel('Lý do').first().fill('nơi nhận báo chưa thấy');
      await page.getByRole('button', { name: 'Gửi lại công văn' }).first().click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Công văn vừa đi, vẫn gửi thêm?');
      expect(await page.getByLabel('Lý do').inputValue()).toBe('nơi nhận báo chưa thấy');
      expect(await page.getByRole('alert').textContent()).toContain(
        'Chưa gửi gì thêm. Công văn vừa đi tới so-khdt@tinh.example',
      );
      if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
      await town.quiet();
      expect(sent()).toBe(before);
      await page.getByRole('button', { name: 'Vẫn gửi thêm' }).click();
      expect(await page.getByRole('status').textContent()).toContain('Công văn đang đi lại tới so-khdt@tinh.example');
      await town.quiet();
      expect(sent()).toBe(before + 1);
    },
  );
});
