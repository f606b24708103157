import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeOfMany } from '../domain/many-figures.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { handIn, openForm, press, shown } from './clerk.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  town = await foundTown(officeOfMany(8), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

async function atTheForm(options?: BrowserContextOptions) {
  const watched = await openPage(browser, options);
  await openForm(watched.page, await town.linkOf('phong-a@so.example'));
  return watched;
}

const wide = { viewport: { width: 1_280, height: 800 } };
const value = (at: number) => `[name="figures.chi-tieu-${at}.value"]`;
const told = (page: Page, place: string) => page.textContent(`[id="figures.${place}"]`);
const focused = (page: Page) => page.evaluate('document.activeElement.name');

/** Where figures stand on the page: the rows of a grid share their columns. */
async function placesOf(page: Page, selector: string): Promise<{ x: number; y: number; width: number }[]> {
  const all = await page.locator(selector).all();
  return Promise.all(all.map(async each => (await each.boundingBox()) ?? { x: 0, y: 0, width: 0 }));
}

describe('many figures on a wide screen', () => {
  it('are the rows of a grid, with what they are compared with in columns, gone through by Enter and the arrows', async () => {
    const { page, complaints } = await atTheForm(wide);
    const [fields, before] = [
      await placesOf(page, '.figures .value > input'),
      await placesOf(page, '.figure .base.previous'),
    ];
    expect(new Set(fields.map(({ x }) => x)).size).toBe(1);
    expect(new Set(before.map(({ x }) => x)).size).toBe(1);
    expect((fields[1]?.y ?? 0) - (fields[0]?.y ?? 0)).toBeLessThan(70);
    expect(await page.textContent('.heads')).toMatch(/tháng 9\/2021.*tháng 10\/2020.*kế hoạch năm.*lũy kế/);

    await page.focus(value(0));
    await page.keyboard.type('1.200');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('figures.chi-tieu-1.value');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('700');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('figures.chi-tieu-2.value');
    expect(page.url()).not.toContain('receipt');
    expect(complaints).toEqual([]);
  });

  it('tell what is computed, the year so far and which rule is broken while one types', async () => {
    const { page } = await atTheForm(wide);
    await page.fill(value(0), '1.200');
    await page.fill(value(1), '700');
    expect(await told(page, 'can-doi.value')).toBe('500');
    expect(await told(page, 'chi-tieu-0.year')).toBe('10.200');
    expect(await told(page, 'can-doi.year')).toBe('500');
    await page.fill(value(1), '1.300');
    expect(await told(page, 'can-doi.value')).toBe('-100');
    expect(await told(page, 'chi-tieu-1.rule')).toContain('Chỉ tiêu số 2 1.300 lớn hơn Chỉ tiêu số 1 1.200');
    expect(await page.isVisible('[id="figures.chi-tieu-1.rule"]')).toBe(true);
    await page.fill(value(1), '1.100');
    expect(await told(page, 'chi-tieu-1.rule')).toBe('');
    await page.fill(value(1), '');
    expect(await told(page, 'can-doi.value')).toBe('');
    expect(await page.isVisible('[id="figures.chi-tieu-1.year"]')).toBe(false);
  });

  it('have no barrier in either scheme, a fault at its field and explanations open included', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await atTheForm({ ...wide, colorScheme });
      await page.fill(value(0), '138.8');
      await press(page, 'Nộp báo cáo');
      await shown(page.getByRole('alert'));
      expect(await page.isVisible('[id="figures.chi-tieu-0.value.fault"]')).toBe(true);
      await page.locator('.figure summary').first().click();
      expect(await barriersOn(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  });

  it('are the same grid without a script, with what was computed of the figures that came with it', async () => {
    const { page } = await atTheForm({ ...wide, javaScriptEnabled: false });
    await page.fill(value(0), '1.200');
    await page.fill(value(1), '700');
    await press(page, 'Lưu nháp, chưa nộp');
    await shown(page.getByText('Đã lưu bản nháp'));
    expect(await told(page, 'can-doi.value')).toBe('500');
    expect(await told(page, 'chi-tieu-0.year')).toBe('10.200');
    const fields = await placesOf(page, '.figures .value > input');
    expect(new Set(fields.map(({ x }) => x)).size).toBe(1);
  });
});

describe('many figures on a phone', () => {
  it('are cards, each with its words, whatever the language of the browser lacks', async () => {
    const { page, complaints } = await atTheForm();
    const [first, second] = await placesOf(page, '.figures fieldset');
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThan(200);
    expect(await page.isVisible('.heads')).toBe(false);
    const shown = await page.locator('[id="figures.chi-tieu-0.bases"]').textContent();
    expect(shown).toContain(
      'Đã phát hành: tháng 9/2021: 1.000 triệu USD; tháng 10/2020: 900 triệu USD; kế hoạch năm: 12.000',
    );
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await barriersOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('are told live and handed in by a browser of some years', async () => {
    const watched = await openPage(browser);
    const { page, complaints } = watched;
    await page.addInitScript(() => {
      for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'])
        Reflect.deleteProperty(Array.prototype, name);
      for (const name of ['isWellFormed', 'toWellFormed', 'at']) Reflect.deleteProperty(String.prototype, name);
      for (const [of, name] of [
        [Map, 'groupBy'],
        [Object, 'groupBy'],
        [Object, 'hasOwn'],
        [globalThis, 'structuredClone'],
        [globalThis, 'Iterator'],
      ] as const)
        Reflect.deleteProperty(of, name);
      const { AbortSignal, Element, HTMLFormElement, SubmitEvent } = globalThis as unknown as Record<
        string,
        { prototype: object }
      >;
      Reflect.deleteProperty(Element?.prototype ?? {}, 'checkVisibility');
      Reflect.deleteProperty(AbortSignal ?? {}, 'timeout');
      Reflect.deleteProperty(HTMLFormElement?.prototype ?? {}, 'requestSubmit');
      Reflect.deleteProperty(SubmitEvent?.prototype ?? {}, 'submitter');
    });
    await openForm(page, await town.linkOf('phong-a@so.example'), { afresh: true });
    for (let at = 0; at < 8; at += 1) await page.fill(value(at), at === 2 ? '2.000' : '1.000');
    expect(complaints).toEqual([]);
    expect(await told(page, 'can-doi.value')).toBe('0');
    expect(await told(page, 'chi-tieu-7.sentence')).toContain('Câu sẽ in: Chỉ tiêu số 8 tháng 10 đạt 1.000 triệu USD');
    await press(page, 'Xem phần của đơn vị trong công văn');
    await shown(page.locator('#preview'));
    await handIn(page);
    expect(complaints).toEqual([]);
  });
});
