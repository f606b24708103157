import type { Browser, BrowserContextOptions, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiled } from '../../shared/aws/archive.ts';
import { recordEdition } from '../../shared/aws/editions.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { press, shown } from './clerk.ts';

let town: Town;
let browser: Browser;
let edition: Edition;
let pdf: Buffer;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.at('2021-11-16', '16:00');
  [edition] = (await town.editions('bao-cao-thang', '2021-10')) as [Edition];
  pdf = Buffer.from(await readFiled(town.archive, edition.files.pdf));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const named = (content: Buffer) => ({ name: 'Công văn.pdf', mimeType: 'application/pdf', buffer: content });

/** The page as a stranger finds it, by the home page. */
async function checking(options: BrowserContextOptions = {}) {
  const { page, complaints } = await openPage(browser, options);
  const asked: Request[] = [];
  page.on('request', request => asked.push(request));
  await page.goto(town.address);
  await page.getByRole('link', { name: 'Kiểm tra văn bản đã phát hành' }).click();
  return { page, complaints, asked };
}

describe('a file of a letter', () => {
  it.each([
    ['with a script', {}],
    ['without', { javaScriptEnabled: false }],
  ])('is known, %s, and with one change is not', async (_, options) => {
    const { page, complaints, asked } = await checking(options);
    await page.getByLabel('Tệp PDF').setInputFiles(named(pdf));
    await press(page, 'Kiểm tra');
    const told = await page.getByRole('status').textContent();
    expect(told).toContain('Đúng là tệp đã phát hành.');
    expect(told).toContain(`Tệp PDF của công văn ký hiệu ${edition.head.kyHieu.slice(1)}, ngày 16 tháng 11 năm 2021`);
    expect(told).not.toContain('thay thế');
    expect(complaints).toEqual([]);

    await page.getByLabel('Tệp PDF').setInputFiles(named(Buffer.concat([pdf, Buffer.from('\n')])));
    await press(page, 'Kiểm tra');
    await shown(page.getByText('Không nhận ra tệp này.'));
    if (!('javaScriptEnabled' in options)) expect(await barriersOn(page)).toEqual([]);
    // Where there is a script, no file is sent.
    const headers = await Promise.all(asked.filter(each => each.method() === 'POST').map(each => each.allHeaders()));
    const sent = headers.map(each => Number(each['content-length']) > pdf.length);
    expect(sent).toEqual(Array(2).fill('javaScriptEnabled' in options));
  });

  it('is known by its hash, however it is pasted; what is none is said and stays', async () => {
    const { page } = await checking();
    await page.getByLabel('mã kiểm tra').fill('abc');
    await press(page, 'Kiểm tra');
    expect(await page.getByRole('alert').textContent()).toContain('64 ký tự');
    expect(await page.getByLabel('mã kiểm tra').inputValue()).toBe('abc');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('mã kiểm tra').fill(` ${edition.files.docx.sha256.toUpperCase()} `);
    await press(page, 'Kiểm tra');
    expect(await page.getByRole('status').textContent()).toContain('Tệp DOCX của công văn');
  });

  it('is said to be replaced once another edition went out', async () => {
    const other = Object.fromEntries(
      Object.entries(edition.files).map(([kind, filed]) => [kind, { ...filed, sha256: `${kind} khác` }]),
    ) as Edition['files'];
    await recordEdition(town.table, { ...edition, number: 2, date: '2021-11-20', files: other });
    const { page } = await checking();
    await page.getByLabel('Tệp PDF').setInputFiles(named(pdf));
    await press(page, 'Kiểm tra');
    const told = await page.getByRole('status').textContent();
    expect(told).toContain('Đúng là tệp đã phát hành.');
    expect(told).toMatch(/Đã được thay thế bằng công văn ký hiệu .*, ngày 20 tháng 11 năm 2021/);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  });
});
