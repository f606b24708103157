import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readAnswers } from '../../infra/department/answers.ts';
import { readDepartment } from '../../infra/department/folder.ts';
import { fieldsFrom } from '../../shared/domain/collection/form-fields.ts';
import { foundTown } from '../journeys/town.ts';
import { launchChromium, openPage } from './chromium.ts';

/** `npm run pictures`: the pictures of docs/huong-dan.md, taken of the sample's October as it is played in a real browser. */

const root = join(import.meta.dirname, '../..');
const read = readDepartment(join(root, 'templates/departments/so-cong-thuong'));
if ('faults' in read) throw new Error('the sample is at fault');
const told = readAnswers(join(root, 'templates/answers/so-cong-thuong/2021-10'), read.department);
if ('faults' in told) throw new Error('the answers are at fault');
/** The monthly report alone: whose mail is the last is then plain. */
const office = { ...read.department, reports: read.department.reports.slice(0, 1) };
const town = await foundTown(office, ['2021-11-01', '08:00']);
const browser = await launchChromium();
const clerk = 'phong-qlcn@so-cong-thuong.example';

await town.at('2021-11-01', '08:00');
for (const { id, mail } of read.department.units.slice(3)) {
  const answers = told.answers.get(id)?.get('bao-cao-thang');
  if (answers) await town.handIn(mail[0] ?? '', answers);
}

const { page: phone } = await openPage(browser, { deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
await phone.goto(await town.linkOf(clerk));
await phone.getByRole('button', { name: 'Mở biểu mẫu' }).click();
await take(phone, 'bieu-mau');
const answers = told.answers.get('cong-nghiep')?.get('bao-cao-thang');
await phone.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true");
for (const [name, value] of fieldsFrom(answers ?? { figures: {}, outcomes: {} })) {
  const field = phone.locator(`[name="${name}"]`);
  if (name.endsWith('.state')) await field.selectOption(value);
  else await field.fill(value);
}
await phone.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = false");
await phone.locator('[name$=".value"]').first().scrollIntoViewIfNeeded();
await take(phone, 'cau-trong-cong-van');
await phone.getByRole('button', { name: 'Nộp báo cáo', exact: true }).click();
await phone.waitForURL(/check/);
await take(phone, 'kiem-tra');
await phone.getByRole('button', { name: 'Xác nhận nộp', exact: true }).click();
await phone.waitForURL(/receipt/);
await take(phone, 'bien-nhan');

const { page: desk } = await openPage(browser, { viewport: { width: 1_000, height: 700 } });
await signIn(desk);
await desk.goto(`${town.address}/board/bao-cao-thang/2021-10`);
await take(desk, 'bang-tong-hop');
await desk.goto(`${town.address}/board/bao-cao-thang/2021-10/figures`);
await take(desk, 'so-lieu');
await town.at('2021-11-16', '17:00');
await signIn(desk);
await desk.goto(`${town.address}/years/bao-cao-thang/2021`);
await take(desk, 'ca-nam');

await browser.close();
await town.leave();

async function signIn(page: Page): Promise<void> {
  await page.goto(await town.signInLinkOf('tong-hop@so-cong-thuong.example'));
  await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'docs/pictures', `${name}.png`) });
}
