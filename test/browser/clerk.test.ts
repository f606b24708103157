import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { goToFault, handIn, openForm, press, shown } from './clerk.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  const history = [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }];
  const tasks = ['a', 'b'].map(unit => ({
    ...{ id: unit === 'a' ? 'nhiem-vu' : 'viec-khac', text: 'Nhiệm vụ được giao', group: 'chung' },
    owner: [{ unit: `phong-${unit}` }],
  }));
  town = await foundTown({ ...departmentWith(reportWith({ tasks })), history }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const value = '[name="figures.xuat-khau.value"]';
const sentence = '[id="figures.xuat-khau.sentence"]';
const outcome = '[name="outcomes.nhiem-vu"]';

describe('a clerk on a phone', () => {
  it('gets from the mail to the receipt, and sees the sentence while typing', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(await town.linkOf('phong-a@so.example'));
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mở biểu mẫu' }).click();
    expect(await barriersOn(page)).toEqual([]);

    await page.fill(value, '138,8');
    await expect
      .poll(() => page.textContent(sentence))
      .toBe('Câu sẽ in: Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.');
    await page.fill(value, '138.8');
    await expect.poll(() => page.textContent(sentence)).toBe('');

    const note = page.locator('[name="figures.xuat-khau.note"]');
    expect(await note.isVisible()).toBe(false);
    await page.fill(value, '200000');
    await note.waitFor({ state: 'visible' });
    await page.fill(value, '138.8');

    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await shown(page.getByRole('alert'));
    expect(await barriersOn(page)).toEqual([]);
    await goToFault(page, /có thể hiểu nhiều cách/);
    expect(await page.inputValue(value)).toBe('138.8');

    await page.fill(value, '138,8');
    await page.getByRole('alert').getByRole('heading', { name: 'Đã sửa các chỗ đã nêu' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Hãy bấm "Nộp báo cáo" để kiểm tra lại.');
    await page.fill(outcome, '- Đã làm xong');
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await shown(page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
    expect(await page.textContent('main')).toContain('138,8 triệu USD, tăng 6,2%');
    expect(await page.textContent('main')).toContain('Chưa nộp. Xác nhận trước 16:00 ngày 16/11/2021');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Xác nhận nộp' }).click();
    await shown(page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
    expect(page.url()).toContain('/receipt/');
    expect(await page.textContent('main')).toContain('138,8 triệu USD');
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is led to the receipt by the buttons that its mail names, one after the other', async () => {
    const [mail] = town.mailsTo('phong-b@so.example', 'opening');
    const { text = '', link = '' } = mail ? await opened(mail) : {};
    const { page } = await openPage(browser);
    await page.goto(link);
    const [toForm = '', ...others] = [...text.matchAll(/bấm "([^"]+)"/g)].map(([, name = '']) => name);
    await press(page, toForm);
    await page.fill('[name="outcomes.viec-khac"]', '- Đã xong');
    for (const name of others) await press(page, name);
    await shown(page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
  });

  it('loses nothing by closing the tab: what was being typed is there again, until it is handed in', async () => {
    const { page } = await openPage(browser);
    await openForm(page, await town.linkOf('phong-a@so.example'));
    await page.fill(outcome, 'Đang viết dở');
    await page.close();

    const again = await page.context().newPage();
    await again.goto(`${town.address}/form`);
    expect(await again.inputValue(outcome)).toBe('Đang viết dở');
    expect(await again.textContent('[role=status]')).toContain('Đã khôi phục');
    await again.getByRole('button', { name: 'Bỏ, lấy lại bản đã nộp lần 1' }).click();
    await expect.poll(() => again.inputValue(outcome)).toBe('- Đã làm xong');
  });

  it('needs no script: the form is complete without', async () => {
    const { page, complaints } = await openPage(browser, { javaScriptEnabled: false });
    await openForm(page, await town.linkOf('phong-a@so.example'));
    await page.fill(value, '140');
    await handIn(page);
    expect(await page.textContent('main')).toContain('140 triệu USD');
    expect(complaints).toEqual([]);
  });

  it('needs no mouse: Tab, letters and Enter hand in', async () => {
    const { page } = await openPage(browser);
    await page.goto(await town.linkOf('phong-a@so.example'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shown(page.locator(value));
    for (let presses = 0; presses < 5; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator(value).evaluate(field => field === field.ownerDocument.activeElement)) break;
    }
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('150,5');
    // As in a sheet: Enter moves on, and sends nothing.
    await page.keyboard.press('Enter');
    expect(await page.locator(value).evaluate(field => field === field.ownerDocument.activeElement)).toBe(false);
    expect(new URL(page.url()).search).toBe('');
    for (const name of ['Nộp báo cáo', 'Xác nhận nộp']) {
      await page.getByRole('button', { name, exact: true }).last().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(name === 'Nộp báo cáo' ? /\/check\?/ : /\/receipt\//);
    }
    expect(await page.textContent('main')).toContain('150,5 triệu USD');
  });

  it('gets all back, and what differs, from a page that was handed in already, and hands in by its next press', async () => {
    const { page } = await openPage(browser);
    await openForm(page, await town.linkOf('phong-a@so.example'));
    const key = await page.inputValue('[name="key"]');
    await page.fill(value, '138,8');
    await page.fill(outcome, '- Bản thứ nhất');
    await handIn(page);
    expect(page.url()).toContain(key);

    // As a tab shows it that was kept open from before.
    await page.goto(`${town.address}/form`);
    const before = Number(await page.inputValue('[name="basedOn"]')) - 1;
    await page.locator('[name="key"]').evaluate((field, used) => field.setAttribute('value', used), key);
    await page.locator('[name="basedOn"]').evaluate((field, used) => field.setAttribute('value', used), `${before}`);
    await page.fill(value, '139,9');
    await page.fill(outcome, '- Bản thứ hai');
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await shown(page.getByRole('alert'));
    expect(await page.textContent('[role="alert"]')).toContain('Đơn vị vừa nộp một bản khác');
    expect(await page.textContent('main')).toContain('Hai bản khác nhau ở đâu');
    expect(await page.inputValue(value)).toBe('139,9');
    expect(await page.inputValue(outcome)).toBe('- Bản thứ hai');
    expect(await barriersOn(page)).toEqual([]);

    await handIn(page);
    expect(page.url()).not.toContain(key);
    expect(await page.textContent('main')).toContain('Bản thứ hai');
  });
});
