import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { launchChromium, openPage } from './chromium.ts';
import { press } from './clerk.ts';

/** One month, as each who has a part in it goes through it on a phone: from the mail, as a browser shows it, to what comes of it. */

let town: Town;
let browser: Browser;

beforeAll(async () => {
  const department = departmentWith(
    reportWith({ indicators: [{ ...exports, saying: { previous: 'so với tháng trước' } }] }),
  );
  department.history = [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }];
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.quiet();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const [clerk, coordinator, recipient] = ['phong-a@so.example', 'tong-hop@so.example', 'so-khdt@tinh.example'];

/** Shows the newest mail of a step in the browser; what stands in it, and what is attached. */
async function openMail(page: Page, address: string, step: string) {
  const sent = town.mailsTo(address, step).at(-1);
  if (!sent) throw new Error(`no ${step} was mailed to ${address}`);
  const { html, attachments } = await simpleParser(sent.raw);
  // A page of its own: no rule of the house holds for it.
  await page.goto('about:blank');
  await page.setContent(String(html));
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow).toBe(0);
  return { text: (await page.textContent('body')) ?? '', attachments };
}

describe('a month', () => {
  it('of a clerk goes from the mail to the receipt, on the page and by mail, and back to the form', async () => {
    const { page, complaints } = await openPage(browser);
    const { text } = await openMail(page, clerk, 'opening');
    expect(text).toContain('Cần nộp: 1 số liệu');
    expect(await page.locator('strong').allTextContents()).toContain('16 giờ 00, thứ Ba ngày 16/11/2021');
    await page.getByRole('link', { name: 'Mở biểu mẫu' }).click();
    await press(page, 'Mở biểu mẫu');
    await page.getByLabel('Số liệu, triệu USD').fill('138,8');
    await press(page, 'Nộp báo cáo');
    await press(page, 'Xác nhận nộp');
    await page.getByRole('heading', { name: 'Biên nhận báo cáo' }).waitFor();
    const code = /\d{3} \d{3}/.exec((await page.textContent('.facts')) ?? '')?.[0];

    await town.at('2021-11-01', '08:05');
    await town.quiet();
    const receipt = await openMail(page, clerk, 'receipt-1');
    expect(receipt.text).toContain('138,8 triệu USD, tăng 6,2% so với tháng trước');
    expect(receipt.text).toContain(`Mã biên nhận: ${code}`);
    await page.getByRole('link', { name: 'Xem lại hoặc nộp lại' }).click();
    await press(page, 'Mở biểu mẫu');
    expect(await page.textContent('.facts')).toContain('Đã nộp lần 1');
    expect(complaints).toEqual([]);
  });

  it('of a coordinator goes from the mail to the board, by a reminder to the letter, which the next mail brings', async () => {
    const { page, complaints } = await openPage(browser);
    await openMail(page, coordinator, 'opening');
    await page.getByRole('link', { name: 'Mở bảng tổng hợp' }).click();
    await page.getByLabel('Địa chỉ thư công vụ').fill(coordinator);
    await press(page, 'Gửi đường dẫn cho tôi');
    await page.getByText('sẽ tới trong ít phút').waitFor();
    await town.quiet();
    await page.goto(await town.linkOf(coordinator));
    await press(page, 'Mở bảng tổng hợp');
    await page.getByRole('heading', { name: 'Báo cáo tháng, tháng 10/2021' }).waitFor();
    expect(await page.textContent('main')).toContain('1/2 đơn vị đã nộp');
    await press(page, 'Nhắc đơn vị chưa nộp');
    await town.quiet();
    expect((await openMail(page, 'phong-b@so.example', 'nudge-1')).text).toContain('chưa nhận được báo cáo');

    await town.at('2021-11-16', '16:00');
    await town.quiet();
    const { text, attachments } = await openMail(page, coordinator, 'compiled-1');
    expect(text).toContain('Các đơn vị sau chưa nộp báo cáo:\n- Phòng B');
    expect(text).toContain('138,8 triệu USD, tăng 6,2%');
    expect(attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
    expect(complaints.filter(complaint => !complaint.includes('401'))).toEqual([]);
  });

  it('of a recipient ends with the letter in the mail, and whoever doubts it asks the page that the mail leads to', async () => {
    const { page, complaints } = await openPage(browser);
    const { text, attachments } = await openMail(page, recipient, 'edition-1');
    expect(text).toContain('trân trọng gửi công văn');
    expect(text).toContain('138,8 triệu USD, tăng 6,2% so với tháng trước');
    const pdf = attachments.find(({ contentType }) => contentType === 'application/pdf');
    await page.getByRole('link', { name: /\/kiem-tra$/ }).click();
    await page
      .getByLabel('Tệp PDF')
      .setInputFiles({ name: 'Công văn.pdf', mimeType: 'application/pdf', buffer: pdf?.content ?? Buffer.of() });
    await press(page, 'Kiểm tra');
    expect(await page.getByRole('status').textContent()).toContain('Đúng là tệp đã phát hành.');
    expect(complaints).toEqual([]);
  });
});
