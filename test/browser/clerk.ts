import type { Page } from 'playwright-core';

/** What clerks do on the pages of their unit, as they do it. */

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** Hands in what is on the form, and waits for the receipt. */
export async function handIn(page: Page): Promise<void> {
  await press(page, 'Nộp báo cáo');
  await page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }).waitFor();
  await press(page, 'Xác nhận nộp');
  await page.getByRole('heading', { name: 'Biên nhận báo cáo' }).waitFor();
}
