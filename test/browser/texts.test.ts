import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { handIn, openForm, press, shown } from './clerk.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  const history = [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }];
  town = await foundTown({ ...departmentWith(reportWith({ indicators: [exports] })), history }, [
    '2021-11-01',
    '08:00',
  ]);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

async function formIn(settings = {}): Promise<Page> {
  const { page } = await openPage(browser, settings);
  await openForm(page, await town.linkOf('phong-a@so.example'));
  return page;
}

const further = '[name=further]';
/** As macOS pastes it, one character of three. */
const pasted = (characters: number) =>
  'ệ '
    .repeat(characters / 2)
    .concat(characters % 2 ? 'x' : '')
    .normalize('NFD');

describe('a long text on a phone', () => {
  it('is counted as it nears what it may have, is never cut, and comes back when it is too long', async () => {
    const page = await formIn();
    await page.fill('[name="figures.xuat-khau.value"]', '138,8');
    await page.fill(further, 'ngắn');
    expect(await page.locator('[id="further.length"]').count()).toBe(0);
    await page.fill(further, pasted(9_999));
    await expect.poll(() => page.textContent('[id="further.length"]')).toBe('9.999/10.000 ký tự');
    await page.fill(further, pasted(10_001));
    const said = '10.001/10.000 ký tự, quá dài; hãy rút gọn.';
    await expect.poll(() => page.textContent('[id="further.length"]')).toBe(said);
    expect(await barriersOn(page)).toEqual([]);

    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('alert'));
    expect(await page.getByRole('alert').textContent()).toContain('Dài quá 10.000 ký tự (đang có 10.001)');
    expect(await page.inputValue(further)).toBe(pasted(10_001));
    await page.fill(further, pasted(9_999));
    await handIn(page);
    expect(await page.textContent('main')).toContain('đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.');
  });
});

describe.each([
  ['with its script', {}],
  ['without', { javaScriptEnabled: false }],
])('what would be refused, %s', (_, settings) => {
  it('is not asked: a change the office computes, and whatever stands beside a figure there is none of', async () => {
    const page = await formIn(settings);
    await page.selectOption('[name="figures.xuat-khau.state"]', 'reported');
    await page.getByText('Giải trình, điều chỉnh, mức tăng giảm').click();
    const [restates, change] = ['restates', 'changes.same-month-last-year'].map(part =>
      page.locator(`[name="figures.xuat-khau.${part}"]`),
    );
    expect(await page.locator('[name="figures.xuat-khau.changes.previous-month"]').count()).toBe(0);
    expect([await restates?.isVisible(), await change?.isVisible()]).toEqual([true, true]);
    await page.selectOption('[name="figures.xuat-khau.state"]', 'none');
    expect([await restates?.isVisible(), await change?.isVisible()]).toEqual([false, false]);

    // What was filled in before stays to be seen, and says what to do.
    await page.selectOption('[name="figures.xuat-khau.state"]', 'reported');
    await restates?.fill('131');
    await page.selectOption('[name="figures.xuat-khau.state"]', 'none');
    expect([await restates?.isVisible(), await change?.isVisible()]).toEqual([true, false]);
    await page.fill('[name="figures.xuat-khau.value"]', '');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('alert'));
    expect(await page.locator('[id="figures.xuat-khau.restates.fault"]').textContent()).toContain('để trống ô này');
    await restates?.fill('');
    await handIn(page);
    expect(await page.textContent('main')).toContain('Kim ngạch xuất khẩu tháng 10 không phát sinh.');
  });
});
