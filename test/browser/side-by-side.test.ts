import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { handIn, openForm, press, shown } from './clerk.ts';

let town: Town;
let browser: Browser;

beforeAll(async () => {
  const second = reportWith({ id: 'bao-cao-hai', name: 'Báo cáo thứ hai' });
  town = await foundTown(departmentWith(reportWith(), second), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const value = '[name="figures.xuat-khau.value"]';
const further = '[name="further"]';

/** The form that a mail with this subject leads a unit to, in a tab of its own. */
async function tabOf(context: Page | undefined, unit: string, report: RegExp): Promise<Page> {
  const page = context ? await context.context().newPage() : (await openPage(browser)).page;
  const mails = town.outbox.filter(({ destinations }) => destinations.includes(`${unit}@so.example`));
  const links = (await Promise.all(mails.map(opened))).filter(
    ({ subject, link }) => link && report.test(subject ?? ''),
  );
  await openForm(page, links.at(-1)?.link ?? '');
  return page;
}

describe('forms that stand open side by side in one browser', () => {
  it('each keep their own draft, and hand in for their own unit and report, whichever was opened last', async () => {
    const first = await tabOf(undefined, 'phong-a', /Báo cáo tháng/);
    const second = await tabOf(first, 'phong-a', /Báo cáo thứ hai/);
    const ofB = await tabOf(first, 'phong-b', /Báo cáo tháng/);
    expect(new Set([first, second, ofB].map(page => new URL(page.url()).pathname))).toEqual(
      new Set([
        '/form/bao-cao-thang/2021-10/phong-a',
        '/form/bao-cao-hai/2021-10/phong-a',
        '/form/bao-cao-thang/2021-10/phong-b',
      ]),
    );

    await first.fill(further, 'Nháp của A');
    await press(first, 'Lưu nháp, chưa nộp');
    await shown(first.getByText('Đã lưu bản nháp'));
    await ofB.reload();
    expect(await ofB.inputValue(further)).toBe('');
    await second.reload();
    expect(await second.inputValue(further)).toBe('');

    await second.fill(value, '2');
    await first.fill(value, '1');
    await handIn(first);
    expect(await first.textContent('main')).toMatch(/lần 1 của Phòng A[\s\S]*Báo cáo tháng[\s\S]*Nháp của A/);
    await handIn(second);
    expect(await second.textContent('main')).toMatch(/lần 1 của Phòng A[\s\S]*Báo cáo thứ hai/);
    await ofB.fill(further, 'Việc của B');
    await handIn(ofB);
    expect(await ofB.textContent('main')).toMatch(/lần 1 của Phòng B[\s\S]*Báo cáo tháng[\s\S]*Việc của B/);

    await ofB.goto(`${town.address}/`);
    await ofB.getByRole('link', { name: 'Tiếp tục biểu mẫu đang nhập trên máy này' }).click();
    expect(await barriersOn(ofB)).toEqual([]);
    expect(await ofB.getByRole('listitem').allTextContents()).toEqual([
      'Phòng A: Báo cáo tháng, tháng 10/2021',
      'Phòng A: Báo cáo thứ hai, tháng 10/2021',
      'Phòng B: Báo cáo tháng, tháng 10/2021',
    ]);
    await ofB.getByRole('link', { name: 'Phòng A: Báo cáo thứ hai' }).click();
    expect(await ofB.inputValue(value)).toBe('2');
  });
});
