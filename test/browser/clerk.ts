import type { Locator, Page } from 'playwright-core';

/** What clerks do on the pages of their unit, as they do it. */

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** Waits until a page says so and has come whole, its script with it: before that, what is pressed and typed is answered by no script. */
export async function shown(said: Locator): Promise<void> {
  await said.waitFor();
  await said.page().waitForLoadState();
}

/** Follows the line of a fault to its field. The focus comes with the next picture that is drawn: nobody types before. */
export async function goToFault(page: Page, line: RegExp): Promise<void> {
  const link = page.getByRole('link', { name: line });
  const field = (await link.getAttribute('href'))?.slice(1);
  await link.click();
  await page.locator(`[id="${field}"]:focus`).waitFor();
}

/** Opens the form that a link leads to; `afresh` where nothing is to be left of what the browser kept of other forms. */
export async function openForm(page: Page, link: string, { afresh = false } = {}): Promise<void> {
  await page.goto(link);
  if (afresh) await page.evaluate(() => globalThis.localStorage.clear());
  await press(page, 'Mở biểu mẫu');
  await shown(page.getByRole('heading', { name: 'Ngoài ra' }));
}

/** Hands in what is on the form, and waits for the receipt. */
export async function handIn(page: Page): Promise<void> {
  await press(page, 'Nộp báo cáo');
  await shown(page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
  await press(page, 'Xác nhận nộp');
  await shown(page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
}
