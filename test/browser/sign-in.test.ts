import type { Browser } from 'playwright-core';
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

/** The mail to sign in with that came last: its link and its code. */
async function mailed() {
  await town.quiet();
  const sent = town.outbox.findLast(({ tags }) => tags.report === 'sign-in');
  const { text = '', link = '' } = sent ? await opened(sent) : {};
  return { link, code: /mã: (\d{3} \d{3})/.exec(text)?.[1] ?? '' };
}

describe('staff sign in', () => {
  it('by the button alone where they asked, by the code elsewhere; a scanner that presses the button first is let in nowhere', async () => {
    const { page: desk } = await openPage(browser);
    await desk.goto(`${town.address}/board`);
    await desk.getByLabel('Địa chỉ thư công vụ').fill(address);
    await desk.getByRole('button', { name: 'Gửi đường dẫn cho tôi' }).click();
    await desk.getByText('sẽ tới trong ít phút').waitFor();
    const first = await mailed();

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

    await desk.goto(`${town.address}/sign-in`);
    await desk.getByLabel('Địa chỉ thư công vụ').fill(address);
    await desk.getByRole('button', { name: 'Gửi đường dẫn cho tôi' }).click();
    await desk.getByText('sẽ tới trong ít phút').waitFor();
    const second = await mailed();
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
