import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage, type Watched } from './chromium.ts';

let town: Town;
let browser: Browser;
let unit: Watched;
let board: Watched;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-16', '14:00']);
  await town.at('2021-11-16', '14:00');
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '138,8' } };
  await town.handIn('phong-a@so.example', { figures, outcomes: {} });
  browser = await launchChromium();
  [unit, board] = [await openPage(browser), await openPage(browser)];
  await unit.page.goto(await town.linkOf('phong-a@so.example'));
  await unit.page.getByRole('button', { name: 'Mở biểu mẫu' }).click();
  await unit.page.waitForURL(/\/form\//);
  for (const time of ['16:00', '16:05']) await town.at('2021-11-16', time);
  await board.page.goto(await town.signInLinkOf('tong-hop@so.example'));
  await board.page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
  await board.page.waitForURL(/\/board$/);
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

describe('on a phone', () => {
  it('a unit asks to have a figure corrected, and nothing it typed is lost where that is wrong', async () => {
    const { page } = unit;
    await page.reload();
    await page.getByRole('link', { name: 'Đề nghị đính chính' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Sửa Kim ngạch xuất khẩu' }).click();
    await page.getByLabel('Số đúng').fill('một trăm');
    await page.getByLabel('Lý do').fill('Gõ nhầm số');
    await page.getByRole('button', { name: 'Gửi đề nghị đính chính' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Số đúng').inputValue()).toBe('một trăm');
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Gõ nhầm số');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Số đúng').fill('139,2');
    await page.getByRole('button', { name: 'Gửi đề nghị đính chính' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã gửi đề nghị 1');
    expect(await page.textContent('main')).toContain('chờ xem xét');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('the coordinator accepts it and has the letter replaced', async () => {
    const { page } = board;
    await page.goto(`${town.address}/board/bao-cao-thang/2021-10`);
    await page.getByRole('link', { name: 'Đề nghị đính chính' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã chấp nhận');
    await page.getByRole('button', { name: 'Lập công văn thay thế…' }).click();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.getByLabel(/Phòng A: Kim ngạch xuất khẩu, 138,8 → 139,2/).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Lập công văn thay thế' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đang lập công văn thay thế');
    for (const time of ['16:10', '16:15']) await town.at('2021-11-16', time);
  });

  it('whoever had the first letter gets the other, its mail opening with what changed', async () => {
    const [mail, ...more] = town.mailsTo('so-khdt@tinh.example', 'edition-2');
    const { text = '' } = mail ? await opened(mail) : {};
    expect(more).toEqual([]);
    expect(text).toMatch(/^Công văn này thay thế công văn ngày 16 tháng 11 năm 2021 đã gửi/);
    expect(text).toContain('Kim ngạch xuất khẩu: 138,8 triệu USD, nay sửa thành 139,2 triệu USD');
    const { page } = board;
    await page.reload();
    expect(await page.textContent('main')).toContain('Đã được thay thế bằng bản 2');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('a letter that went out is recalled, asked about first, with a reason', async () => {
    const { page } = board;
    await page.getByRole('button', { name: 'Thu hồi công văn…' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Lý do').fill('Ban hành nhầm');
    await page.getByRole('button', { name: 'Thu hồi công văn', exact: true }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã thu hồi');
    expect(await page.textContent('main')).toContain('Ban hành nhầm');
    expect(await barriersOn(page)).toEqual([]);
    await town.quiet();
    expect(town.mailsTo('so-khdt@tinh.example', 'recall-1')).toHaveLength(1);
    expect([...unit.complaints, ...board.complaints]).toEqual([]);
  });
});
