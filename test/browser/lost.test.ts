import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { handIn, openForm, press, shown } from './clerk.ts';

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

const figure = 'input[name="figures.xuat-khau.value"]';

async function atTheForm() {
  const watched = await openPage(browser);
  await openForm(watched.page, await town.linkOf('phong-a@so.example'));
  return watched;
}

describe('nothing typed is lost', () => {
  it('when the network is cut while handing in: the page stays, and the same press goes through later, once', async () => {
    const { page } = await atTheForm();
    await page.fill(figure, '138,8');
    await page.context().setOffline(true);
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('alert'));
    expect(await page.getByRole('alert').textContent()).toContain('Không có mạng');
    expect(await page.inputValue(figure)).toBe('138,8');
    expect(await barriersOn(page)).toEqual([]);

    await page.context().setOffline(false);
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
    await page.context().setOffline(true);
    await press(page, 'Xác nhận nộp');
    await shown(page.getByText('Không có mạng'));
    await page.context().setOffline(false);
    await press(page, 'Xác nhận nộp');
    await shown(page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
    expect(await page.getByRole('status').textContent()).toContain('lần 1');
  });

  it('when the answer is lost after the hand-in was taken: the form says that it was, and holds what was typed', async () => {
    const { page } = await atTheForm();
    await page.fill(figure, '140');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
    const { promise: taken, resolve } = Promise.withResolvers<number>();
    const loseAnswer = async (route: Route) => {
      const headers = { ...(await route.request().allHeaders()), origin: town.address };
      const answer = await route.fetch({ maxRedirects: 0, headers });
      await route.abort('connectionreset');
      resolve(answer.status());
    };
    const isHandIn = (url: URL) => url.pathname.startsWith('/form/');
    await page.route(isHandIn, loseAnswer, { times: 1 });
    await page.getByRole('button', { name: 'Xác nhận nộp' }).click({ noWaitAfter: true });
    expect(await taken).toBe(303);
    const again = await page.context().newPage();
    await again.goto(`${town.address}/form`);
    expect(await again.textContent('main')).toContain('Đã nộp lần 2');
    expect(await again.inputValue(figure)).toBe('140');
  });

  it('when a colleague hands in meanwhile: the later one is shown what differs, and chooses', async () => {
    const [mine, theirs] = [await atTheForm(), await atTheForm()];
    await mine.page.fill(figure, '150');
    await theirs.page.fill(figure, '160');
    await handIn(theirs.page);

    await press(mine.page, 'Nộp báo cáo');
    await shown(mine.page.getByRole('heading', { name: 'Hai bản khác nhau ở đâu' }));
    const table = await mine.page.getByRole('table').first().textContent();
    expect(table).toContain('160');
    expect(table).toContain('150');
    expect(await mine.page.inputValue(figure)).toBe('150');
    expect(await barriersOn(mine.page)).toEqual([]);
    await handIn(mine.page);
    expect(await mine.page.textContent('main')).toContain('150 triệu USD');
  });

  it('when the deadline passes while typing: it says so, and offers the text to copy', async () => {
    town.setClock('2021-11-16', '15:50');
    const { page } = await atTheForm();
    await page.fill(figure, '170');
    await page.fill('textarea[name="further"]', 'Việc ngoài kế hoạch');
    await town.at('2021-11-16', '16:00');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Kỳ báo cáo đã chốt' }).first());
    const kept = await page.locator('textarea[data-copy]').first().inputValue();
    expect(kept).toContain('170');
    expect(kept).toContain('Việc ngoài kế hoạch');
    expect(await barriersOn(page)).toEqual([]);
  });
});
