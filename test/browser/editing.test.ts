import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;

const handIn = (words: string, further = '') =>
  town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': words }, further });
const tasks = [
  { id: 'nhiem-vu', text: 'Nhiệm vụ được giao', group: 'chung', owner: [{ unit: 'phong-b' }] },
  { id: 'viec-cua-a', text: 'Việc của A', group: 'rieng', owner: [{ unit: 'phong-a' }] },
];
const letterMd = '{{ nhom.chung }}\n\n{{ ngoai_ra }}\n\nHết./.\n';
const editing = '/board/bao-cao-thang/2021-10/units/phong-b/edit';
const wording = 'Lời trong công văn';
const ofTask = (page: Page) => page.getByRole('region', { name: 'Nhiệm vụ được giao' });

beforeAll(async () => {
  town = await foundTown(
    // Phòng A hands in nothing: the letter is held. Nothing of its task is printed.
    departmentWith(reportWith({ indicators: [], tasks, wording: letterMd, whenMissing: 'hold' })),
    ['2021-11-01', '08:00'],
  );
  await town.at('2021-11-01', '08:00');
  await handIn('Đơn vị đã làm xong xong.', 'Kiến nghị bổ sung vốn.');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

async function editingOfB() {
  const { page, complaints } = await openPage(browser);
  await page.goto(await town.signInLinkOf('tong-hop@so.example'));
  await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
  await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).click();
  await page.getByRole('link', { name: 'Phòng B' }).click();
  await page.getByRole('link', { name: 'Biên tập lời văn' }).click();
  return { page, complaints };
}

async function newestLetter() {
  const edition = (await town.editions('bao-cao-thang', '2021-10')).at(-1);
  if (!edition) throw new Error('no letter');
  const read = async (file: keyof typeof edition.files) =>
    Buffer.from(await readFiled(town.archive, edition.files[file] ?? edition.files.report)).toString();
  return { number: edition.number, letter: await read('html'), report: await read('report') };
}

async function previewed(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Xem trước công văn' }).click();
  const text = (await page.textContent('body')) ?? '';
  await page.goto(town.address + editing);
  return text;
}

describe('editing what a unit wrote, on a phone', () => {
  it('puts another wording beside its own, previews the letter so, and tells the unit once, on its form too', async () => {
    const { page, complaints } = await editingOfB();
    expect(await page.textContent('h1')).toBe('Biên tập lời của Phòng B: Báo cáo tháng, tháng 10/2021');
    expect(await barriersOn(page)).toEqual([]);
    await ofTask(page).getByLabel(wording).fill('a'.repeat(10_001));
    await ofTask(page).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Dài quá 10.000 ký tự');
    expect(await ofTask(page).getByLabel(wording).inputValue()).toHaveLength(10_001);
    expect(await barriersOn(page)).toEqual([]);

    await ofTask(page).getByLabel(wording).fill('Phòng B đã hoàn thành.');
    await ofTask(page).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã ghi lời biên tập');
    expect(await ofTask(page).textContent()).toMatch(
      /Đơn vị đã làm xong xong\.[\s\S]*vào công văn[\s\S]*Phòng B đã hoàn thành\./,
    );
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const letter = await previewed(page);
    expect(letter).toContain('Phòng B đã hoàn thành.');
    expect(letter).not.toContain('xong xong');

    await town.at('2021-11-01', '08:05');
    await town.at('2021-11-01', '08:10');
    const mails = town.mailsTo('phong-b@so.example', 'edited-1');
    expect(mails).toHaveLength(1);
    const { text, link } = await opened(mails[0] as (typeof mails)[0]);
    expect(text).toMatch(/Đơn vị đã làm xong xong\.[\s\S]*Phòng B đã hoàn thành\./);
    const unit = await openPage(browser);
    await unit.page.goto(link ?? '');
    await unit.page.getByRole('button', { name: 'Mở biểu mẫu' }).click();
    expect(await unit.page.textContent('#edited')).toContain('Phòng B đã hoàn thành.');
    expect(await unit.page.inputValue('textarea[name="outcomes.nhiem-vu"]')).toBe('Đơn vị đã làm xong xong.');
    expect(await barriersOn(unit.page)).toEqual([]);

    await page.getByRole('link', { name: 'Kỳ báo cáo', exact: true }).click();
    expect(await page.getByRole('row', { name: 'Phòng B' }).textContent()).toContain('biên tập 1 mục');
    expect(await page.textContent('main')).toContain('biên tập (Phòng B, Nhiệm vụ được giao; Cán bộ tổng hợp)');
    expect(complaints).toEqual([]);
  });

  it('says the unit’s words when it hands in others, until the edit is confirmed against them', async () => {
    const { page } = await editingOfB();
    await handIn('Đơn vị đã làm xong, còn một việc.', 'Kiến nghị bổ sung vốn.');
    await ofTask(page).getByLabel(wording).fill('Phòng B hoàn thành.');
    await ofTask(page).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Đơn vị vừa nộp lời khác');
    expect(await ofTask(page).getByLabel(wording).inputValue()).toBe('Phòng B hoàn thành.');
    expect(await ofTask(page).textContent()).toMatch(/còn một việc[\s\S]*chờ xác nhận[\s\S]*Đơn vị đã làm xong xong\./);
    expect(await previewed(page)).toContain('còn một việc');
    await page.getByRole('link', { name: 'Kỳ báo cáo', exact: true }).click();
    expect(await page.getByRole('row', { name: 'Phòng B' }).textContent()).toContain('1 lời biên tập chờ xác nhận');
    await page.goto(`${town.address}/board`);
    expect(await page.textContent('.to-do')).toContain('1 lời biên tập chờ xác nhận');
    await page.goto(town.address + editing);
    await ofTask(page).getByLabel(wording).fill('Phòng B hoàn thành.');
    await ofTask(page).getByRole('button', { name: 'Xác nhận lời biên tập' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã ghi lời biên tập');
    expect(await previewed(page)).not.toContain('còn một việc');
  });

  it('moves a text behind another and takes it back; another’s edit is not overwritten unseen', async () => {
    const { page } = await editingOfB();
    const further = (shown: Page) => shown.getByRole('region', { name: 'Việc khác' });
    const second = (await editingOfB()).page;
    await further(page).getByLabel('Đặt ở').selectOption({ label: 'Sau: Việc của A' });
    await further(page).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('không in gì ở mục ấy');
    await further(page).getByLabel('Đặt ở').selectOption({ label: 'Sau: Nhiệm vụ được giao' });
    await further(page).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await further(page).textContent()).toContain('đặt ở: Nhiệm vụ được giao');
    await further(second).getByLabel(wording).fill('Đề nghị bổ sung vốn.');
    await further(second).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await second.getByRole('alert').textContent()).toContain('Vừa có lời biên tập khác');
    expect(await further(second).getByLabel(wording).inputValue()).toBe('Đề nghị bổ sung vốn.');
    await further(second).getByRole('button', { name: 'Bỏ biên tập' }).click();
    expect(await second.getByRole('status').textContent()).toContain('Đã bỏ biên tập');
    expect(await further(second).textContent()).not.toContain('đặt ở');
  });

  it('is over at the close: the letter says what was edited until then, and what comes later keeps what was typed', async () => {
    await town.at('2021-11-16', '15:55');
    const { page } = await editingOfB();
    await town.at('2021-11-16', '16:00');
    await ofTask(page).getByLabel(wording).fill('Muộn rồi.');
    await ofTask(page).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('Kỳ đã chốt');
    expect(await ofTask(page).getByLabel(wording).inputValue()).toBe('Muộn rồi.');
    const { letter, report } = await newestLetter();
    expect(letter).toContain('Phòng B hoàn thành.');
    expect(letter).not.toContain('còn một việc');
    expect(report).toContain('Đơn vị đã làm xong, còn một việc.');
  });

  it('goes on after the close while the letter is held: it is taken up again until an hour, and made anew', async () => {
    const { page, complaints } = await editingOfB();
    await page.getByRole('link', { name: 'mở lại kỳ để biên tập' }).click();
    await page.getByText('Gia hạn cho một số đơn vị').click();
    await page.getByLabel('Mở tới trước').fill('2021-11-16T17:00');
    await page.getByLabel('Lý do').fill('Sửa câu chữ');
    await page.getByRole('button', { name: 'chỉ mở lại để biên tập' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã mở lại để biên tập');
    expect(await page.textContent('main')).toContain(
      'gia hạn (chỉ để biên tập, đến 17:00 ngày 16/11/2021: Sửa câu chữ',
    );
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(town.address + editing);
    await ofTask(page).getByLabel(wording).fill('Phòng B đã xong việc.');
    await ofTask(page).getByRole('button', { name: 'Ghi lời biên tập' }).click();
    expect(await page.getByRole('status').textContent()).toContain('Đã ghi lời biên tập');
    expect((await handIn('Nộp thêm.').catch(() => undefined))?.status).not.toBe(200);
    await town.at('2021-11-16', '17:00');
    const { number, letter } = await newestLetter();
    expect(number).toBe(2);
    expect(letter).toContain('Phòng B đã xong việc.');
    expect(complaints).toEqual([]);
  });
});
