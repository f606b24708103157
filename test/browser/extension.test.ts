import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenFields } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith({ whenMissing: 'hold' })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '138,8' } };
  await town.handIn('phong-a@so.example', { figures, outcomes: {} });
  await town.at('2021-11-16', '15:00');
  const tardy = browserAt(town.address);
  const form = await tardy.post(await town.linkOf('phong-b@so.example'));
  await town.at('2021-11-16', '16:00');
  await tardy.post(form.address, { ...hiddenFields(form), act: 'check', 'outcomes.nhiem-vu': 'Gửi muộn.' });
  await town.at('2021-11-17', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

async function periodPage() {
  const watched = await openPage(browser);
  await watched.page.goto(await town.signInLinkOf('tong-hop@so.example'));
  await watched.page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
  await watched.page.waitForURL(/\/board$/);
  await watched.page.goto(`${town.address}/board/bao-cao-thang/2021-10`);
  return watched;
}

describe('a held letter', () => {
  it('waits with both ways on; what is wrong with an extension is said, and nothing typed is lost', async () => {
    const { page, complaints } = await periodPage();
    expect(await page.textContent('main')).toContain('Công văn chờ phát hành: còn thiếu 1/2 đơn vị');
    await page.getByText('Gia hạn cho một số đơn vị').click();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.getByLabel('Phòng B').isChecked()).toBe(true);
    await page.getByLabel('Mở tới trước').fill('2021-11-17T07:00');
    await page.getByLabel('Lý do').fill('Phòng B mất mạng');
    await page.getByRole('button', { name: 'Gia hạn cho các đơn vị đã chọn' }).click();
    await page.getByRole('link', { name: 'Hãy chọn một giờ sau lúc này' }).click();
    expect(await page.evaluate('document.activeElement.id || location.hash')).toMatch(/^#?until$/);
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Phòng B mất mạng');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Mở tới trước').fill('2021-11-17T10:00');
    await page.getByRole('button', { name: 'Gia hạn cho các đơn vị đã chọn' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã gia hạn');
    expect(await page.textContent('main')).toContain('gia hạn (Phòng B, đến 10:00 ngày 17/11/2021: Phòng B mất mạng');
    expect(await page.getByRole('button', { name: 'Phát hành công văn' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Xem trước công văn nếu chốt lúc này' }).click();
    expect(await page.textContent('.sheet')).toContain('Tỉnh Mẫu, ngày 17 tháng 11 năm 2021');
    expect(complaints).toEqual([]);
  });

  it('shows who coordinates what came too late, and at what hour', async () => {
    const { page } = await periodPage();
    await page.getByRole('link', { name: 'Phòng B' }).first().click();
    await page.getByRole('heading', { name: 'Gửi muộn lúc 16:00 ngày 16/11/2021, không nhận' }).waitFor();
    expect(await page.textContent('main')).toContain('Nhiệm vụ được giao:\nGửi muộn.');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('is not let go any more, also where its page was open before', async () => {
    const { page } = await periodPage();
    await page.evaluate(() => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: '/board/bao-cao-thang/2021-10/release' });
      document.body.append(form);
      form.submit();
    });
    await page.getByText('Không làm gì thêm').waitFor();
    await town.quiet();
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toEqual([]);
  });

  it('lets the units named in again by the link they are mailed, and no other', async () => {
    await town.quiet();
    const [mail] = town.mailsTo('phong-b@so.example', 'extension-1');
    const { text, link } = mail ? await opened(mail) : {};
    expect(text).toContain('Phòng B mất mạng');
    expect(town.mailsTo('phong-a@so.example', 'extension-1')).toEqual([]);
    const { page } = await openPage(browser);
    await page.goto(link ?? '');
    await page.getByRole('button', { name: 'Mở biểu mẫu' }).click();
    expect(await page.textContent('main')).toContain('10:00 ngày 17/11/2021');
    expect(await page.textContent('main')).toContain('khi biểu mẫu đã đóng nên chưa được nhận');
    expect(await page.locator('[name="outcomes.nhiem-vu"]').inputValue()).toBe('Gửi muộn.');
    expect(await barriersOn(page)).toEqual([]);
    const receipt = await town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': 'Đã xong.' } });
    expect(receipt.text).toContain('Trước 10:00 ngày 17/11/2021');
    expect(
      (await town.handIn('phong-a@so.example', { figures: {}, outcomes: {} }).catch(() => undefined))?.status,
    ).not.toBe(200);
  });

  it('is compiled anew when the extension is over, with what came in, and goes', async () => {
    await town.at('2021-11-17', '10:00');
    await town.quiet();
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toEqual([]);
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-2')).toHaveLength(1);
    const editions = await town.editions('bao-cao-thang', '2021-10');
    expect(editions.map(({ missing, held }) => [missing.length, held])).toEqual([
      [1, true],
      [0, false],
    ]);
    const { page } = await periodPage();
    expect(await page.textContent('main')).toContain('đã phát hành');
    expect(await page.textContent('main')).toContain('Bản này không phát hành: kỳ đã được gia hạn');
    expect(await barriersOn(page)).toEqual([]);
  });
});
