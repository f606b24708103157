import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

const at = '/board/bao-cao-thang/2021-10';

const sown = {
  ...exports,
  code: 'gieo-cay',
  name: 'Diện tích gieo cấy',
  kind: 'flow' as const,
  owner: [],
  owedBy: 'all' as const,
  yearToDate: { comparisons: [{ with: 'plan' as const, as: 'ratio' as const, decimals: 1 }] },
};

let town: Town;
let browser: Browser;
let session: NonNullable<BrowserContextOptions['storageState']>;

beforeAll(async () => {
  const history = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].flatMap(month =>
    ['phong-a', 'phong-b', 'phong-c'].map(unit => ({
      period: `2021-${month}`,
      indicator: 'gieo-cay',
      unit,
      value: `${month}1234567.5`,
    })),
  );
  const plan = [{ year: 2021, indicator: 'gieo-cay', value: '123456789012' }];
  const office = departmentWith(reportWith({ indicators: [sown, exports], tasks: [] }));
  town = await foundTown({ ...office, history, plan }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  for (const unit of ['phong-b', 'phong-c'])
    await town.handIn(`${unit}@so.example`, {
      figures: { 'gieo-cay': { state: 'reported', value: unit === 'phong-b' ? '5' : '123.456.789' } },
      outcomes: {},
    });
  browser = await launchChromium();
  const { page } = await openPage(browser);
  await page.goto(await town.signInLinkOf('tong-hop@so.example'));
  await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
  await page.waitForURL(/\/board$/);
  session = await page.context().storageState();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

/** In a context of its own, with the session that a coordinator signed in to once. */
async function signedIn(options: BrowserContextOptions): Promise<Page> {
  return (await openPage(browser, { ...options, storageState: session })).page;
}

const wider = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

describe.each(['light', 'dark'] as const)('figures in %s', colorScheme => {
  it.each([320, 360, 1280])('are no wider than a screen of %i pixels, with no barrier in the way', async width => {
    const page = await signedIn({ colorScheme, viewport: { width, height: 800 } });
    const pages = { '/figures': 'Số liệu', '/figures/gieo-cay': 'Diện tích', '/figures/xuat-khau': 'Kim ngạch' };
    for (const [path, title] of Object.entries(pages)) {
      await page.goto(town.address + at + path);
      expect(await page.textContent('h1')).toContain(title);
      expect([path, await wider(page)]).toEqual([path, 0]);
      if (width !== 320) expect([path, await barriersOn(page)]).toEqual([path, []]);
    }
  });
});

describe('the chart of a year', () => {
  it.each([
    [360, 'narrow'],
    [1280, 'wide'],
  ] as const)('on %i pixels is the %s one alone, its text large enough to read', async (width, name) => {
    const page = await signedIn({ viewport: { width, height: 800 } });
    await page.goto(`${town.address}${at}/figures/gieo-cay`);
    const plots = page.locator('svg.plot:visible');
    expect(await plots.count()).toBe(2);
    expect(await plots.first().getAttribute('class')).toContain(name);
    expect((await plots.first().locator('text').first().boundingBox())?.height).toBeGreaterThan(11);
    expect(await page.getByRole('img', { name: /^Biểu đồ Diện tích gieo cấy, lũy kế/ }).count()).toBe(1);
  });

  it('lays no words over the numbers of its axis, and none outside the drawing', async () => {
    const page = await signedIn({ viewport: { width: 360, height: 800 } });
    await page.goto(`${town.address}${at}/figures/gieo-cay`);
    const outside = await page.evaluate(`[...document.querySelectorAll('svg.plot.narrow')].flatMap(svg => {
      const frame = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].filter(text => {
        const box = text.getBoundingClientRect();
        return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      }).map(text => text.textContent);
    })`);
    expect(outside).toEqual([]);
  });

  it('is complete without a script, and on paper is the wide one, with no link that only a screen follows', async () => {
    const page = await signedIn({ javaScriptEnabled: false, viewport: { width: 720, height: 1_000 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${town.address}${at}/figures/gieo-cay`);
    expect(await page.locator('svg.plot.wide:visible').count()).toBe(2);
    expect(await page.locator('nav:visible, svg.plot.narrow:visible').count()).toBe(0);
  });
});
