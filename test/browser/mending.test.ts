import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;

const given = (value: string) => ({ figures: { 'xuat-khau': { state: 'reported' as const, value } }, outcomes: {} });
const reason = 'Kim ngạch gấp mười lần tháng trước: có nhập thừa một chữ số không?';

beforeAll(async () => {
  const department = departmentWith(reportWith({ indicators: [{ ...exports, limits: { change: '9999' } }] }));
  department.history = [{ period: '2021-09', indicator: 'xuat-khau', value: '138.8' }];
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', given('1388'));
  await town.at('2021-11-01', '08:04');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

async function boardOf() {
  const { page, complaints } = await openPage(browser);
  await page.goto(await town.signInLinkOf('tong-hop@so.example'));
  await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
  await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
  return { page, complaints };
}

describe('a unit’s page at the board', () => {
  it('shows what it handed in beside the term before, and why nothing was asked while no reason is given', async () => {
    const { page, complaints } = await boardOf();
    await page.getByRole('link', { name: 'Phòng A' }).click();
    expect(await page.textContent('h1')).toBe('Phòng A: Báo cáo tháng, tháng 10/2021');
    const figure = page.getByRole('row', { name: 'Kim ngạch xuất khẩu' });
    expect(await figure.textContent()).toMatch(/1\.388[\s\S]*138,8[\s\S]*tăng 900%/);
    expect(await page.textContent('main')).toContain('biên nhận lần nộp 1');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Cần sửa gì').fill('a'.repeat(501));
    await page.getByRole('button', { name: 'Yêu cầu đơn vị sửa bản lần 1' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('dài quá 500 ký tự');
    expect(await page.getByLabel('Cần sửa gì').inputValue()).toBe('a'.repeat(501));
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('asks for mending: the unit is mailed why, finds it on its form, and what it hands in anew ends it', async () => {
    const { page } = await boardOf();
    await page.getByRole('link', { name: 'Phòng A' }).click();
    await page.getByLabel('Cần sửa gì').fill(reason);
    await page.getByRole('button', { name: 'Yêu cầu đơn vị sửa bản lần 1' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã yêu cầu sửa');
    expect(await page.textContent('main')).toContain(reason);
    expect(await page.getByRole('button', { name: /Yêu cầu đơn vị sửa/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Kỳ báo cáo', exact: true }).click();
    expect(await page.getByRole('row', { name: 'Phòng A' }).textContent()).toContain('đã yêu cầu sửa, chưa nộp lại');
    expect(await page.textContent('main')).toContain(`yêu cầu sửa (Phòng A, lần nộp 1: ${reason}; Cán bộ tổng hợp)`);

    await town.quiet();
    await town.at('2021-11-01', '08:05');
    const mails = town.mailsTo('phong-a@so.example', 'mend-1');
    expect(mails).toHaveLength(1);
    const { text, link } = await opened(mails[0] as (typeof mails)[0]);
    expect(text).toContain(reason);

    const unit = await openPage(browser);
    await unit.page.goto(link ?? '');
    await unit.page.getByRole('button', { name: 'Mở biểu mẫu' }).click();
    expect(await unit.page.textContent('#to-mend')).toContain(reason);
    expect(await unit.page.inputValue('input[name="figures.xuat-khau.value"]')).toBe('1388');
    expect(await barriersOn(unit.page)).toEqual([]);

    await town.handIn('phong-a@so.example', given('138,9'));
    await unit.page.reload();
    expect(await unit.page.locator('#to-mend').count()).toBe(0);
    await page.getByRole('link', { name: 'Phòng A' }).click();
    expect(await page.textContent('main')).toContain('Nộp lần 2');
    expect(await page.getByRole('row', { name: /Kim ngạch.*1\.388.*138,9/s }).count()).toBe(1);
    expect(await page.textContent('main')).toContain('yêu cầu sửa bản lần 1');
    expect(await page.getByRole('button', { name: 'Yêu cầu đơn vị sửa bản lần 2' }).count()).toBe(1);
  });

  it('asks nothing of a revision that another has taken the place of meanwhile, and keeps what was typed', async () => {
    const { page } = await boardOf();
    await page.getByRole('link', { name: 'Phòng A' }).click();
    await page.getByLabel('Cần sửa gì').fill(reason);
    await town.handIn('phong-a@so.example', given('139'));
    await page.getByRole('button', { name: 'Yêu cầu đơn vị sửa bản lần 2' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('vừa nộp bản khác');
    expect(await page.getByLabel('Cần sửa gì').inputValue()).toBe(reason);
  });

  it('asks nothing any more once the period is closed, and still shows what is in the letter', async () => {
    await town.at('2021-11-16', '15:55');
    const { page } = await boardOf();
    await page.getByRole('link', { name: 'Phòng A' }).click();
    await page.getByLabel('Cần sửa gì').fill(reason);
    await town.at('2021-11-16', '16:00');
    await page.getByRole('button', { name: /Yêu cầu đơn vị sửa/ }).click();
    expect(await page.textContent('main')).toContain('Chưa gửi gì');
    await page.goBack();
    await page.reload();
    expect(await page.getByRole('button', { name: /Yêu cầu đơn vị sửa/ }).count()).toBe(0);
    expect(await page.getByRole('row', { name: 'Kim ngạch xuất khẩu' }).first().textContent()).toContain('139');
  });
});
