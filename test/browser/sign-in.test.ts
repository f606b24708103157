import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const address = 'tong-hop@so.example';
const button = { name: 'Mở bảng tổng hợp' };

/** Asks on a page to sign in: the link and the code of the mail that comes. */
async function mailedAskingAt(page: Page, path: string) {
  await page.goto(town.address + path);
  await page.getByLabel('Địa chỉ thư công vụ').fill(address);
  await page.getByRole('button', { name: 'Gửi đường dẫn cho tôi' }).click();
  await page.getByText('sẽ tới trong ít phút').waitFor();
  await town.quiet();
  const sent = town.outbox.findLast(({ tags }) => tags.report === 'sign-in');
  const { text = '', link = '' } = sent ? await opened(sent) : {};
  return { link, code: /mã: (\d{3} \d{3})/.exec(text)?.[1] ?? '' };
}

describe('staff sign in', () => {
  it('by the button alone where they asked, by the code elsewhere; a scanner that presses the button first is let in nowhere', async () => {
    const { page: desk } = await openPage(browser);
    const first = await mailedAskingAt(desk, '/board');

    const { page: scanner } = await openPage(browser);
    await scanner.goto(first.link);
    await scanner.getByRole('button', button).click();
    await scanner.evaluate('document.querySelector("main form").submit()');
    await scanner.getByLabel('Mã trong thư').waitFor();
    await scanner.goto(`${town.address}/board`);
    await scanner.getByRole('button', { name: 'Gửi đường dẫn cho tôi' }).waitFor();

    await desk.goto(first.link);
    expect(await desk.getByLabel('Mã trong thư').count()).toBe(0);
    await desk.getByRole('button', button).click();
    await desk.waitForURL(/\/board$/);

    const second = await mailedAskingAt(desk, '/sign-in');
    const { page: phone } = await openPage(browser);
    await phone.goto(second.link);
    await phone.getByLabel('Mã trong thư').fill(second.code === '000 000' ? '111111' : '000000');
    await phone.getByRole('button', button).click();
    await phone.getByText('Mã không đúng').waitFor();
    expect(await barriersOn(phone)).toEqual([]);
    await phone.getByLabel('Mã trong thư').fill(second.code);
    await phone.getByRole('button', button).click();
    await phone.waitForURL(/\/board$/);
  });
});
