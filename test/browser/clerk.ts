import type { Page } from 'playwright-core';

/** What clerks do on the pages of their unit, as they do it. */

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** Opens the form that a link leads to; `afresh` where nothing is to be left of what the browser kept of other forms. */
export async function openForm(page: Page, link: string, { afresh = false } = {}): Promise<void> {
  await page.goto(link);
  if (afresh) await page.evaluate(() => globalThis.localStorage.clear());
  await press(page, 'Mở biểu mẫu');
  await page.getByRole('heading', { name: 'Ngoài ra' }).waitFor();
}

/** Hands in what is on the form, and waits for the receipt. */
export async function handIn(page: Page): Promise<void> {
  await press(page, 'Nộp báo cáo');
  await page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }).waitFor();
  await press(page, 'Xác nhận nộp');
  await page.getByRole('heading', { name: 'Biên nhận báo cáo' }).waitFor();
}
