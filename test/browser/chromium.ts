import AxeBuilder from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';

/** A real Chromium that needs nothing installed, and asks nobody beyond this machine for anything. */
export async function launchChromium(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...chromium.args,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

export type Watched = { page: Page; complaints: string[] };

/** A page on a phone. Whatever the browser complains of, a script's error or a breach of the CSP, is noted. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    // A form that comes back with faults is answered 422, which the browser mentions; it is as meant.
    if (message.type() === 'error' && !message.text().includes('status of 422')) complaints.push(message.text());
  });
  return { page, complaints };
}

/** What axe finds against WCAG 2.2 AA; each with the place it is found at. */
export async function barriersOn(page: Page): Promise<string[]> {
  return foundBy(axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']), page);
}

/** What of it depends on the colours, on a page that is shown in the dark for so long. It is to be opened with reduced motion. */
export async function barriersInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const found = await foundBy(axeOn(page).withRules(['color-contrast', 'link-in-text-block']), page);
  await page.emulateMedia({ colorScheme: 'light' });
  return found.map(barrier => `${barrier} in the dark`);
}

/** Within the page, as none of ours has frames, and without a word of all that is as it should be: that takes as long again. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

async function foundBy(axe: AxeBuilder, page: Page): Promise<string[]> {
  await page.waitForLoadState();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}
