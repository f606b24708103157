import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { sha256 } from '../../shared/token.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { type Issued, issued, patched, signed } from '../domain/issuing/signed/an-issuer.ts';
import { fieldNamed } from '../domain/issuing/signed/fields-of.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;
let leader: Issued;

beforeAll(async () => {
  const root = await issued('CA thử');
  leader = await issued('Nguyễn Văn An', { by: root });
  const steps = (['number', 'signature'] as const).map(step => ({ step }));
  const department = departmentWith(reportWith({ issuing: 'after-approval', steps }));
  department.staff = [
    { id: 'tong-hop', name: 'Cán bộ tổng hợp', mail: 'tong-hop@so.example', roles: ['coordinator'] },
    { id: 'giam-doc', name: 'Giám đốc', mail: 'giam-doc@so.example', roles: ['approver', 'clerk'] },
  ];
  department.roots = [Buffer.from(root.der).toString('base64')];
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '138,8' } };
  await town.handIn('phong-a@so.example', { figures, outcomes: {} });
  await town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': 'Đã xong.' } });
  await town.at('2021-11-16', '16:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

async function downloaded(page: Page): Promise<Uint8Array> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp để ký' }).click();
  return new Uint8Array(readFileSync(await (await coming).path()));
}

async function brings(page: Page, file: Uint8Array): Promise<void> {
  const buffer = Buffer.from(file);
  await page.getByLabel('Tệp PDF đã ký').setInputFiles({ name: 'đã ký.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'Gửi tệp đã ký' }).click();
}

describe('signing, on a phone', () => {
  it('the file is fetched, a tampered one is told apart, the signed one is taken, and the letter goes out with it', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${town.address}/sign-in?to=/board/bao-cao-thang/2021-10/issuing`);
    await page.getByLabel('Địa chỉ thư công vụ').fill('giam-doc@so.example');
    await page.getByRole('button', { name: 'Gửi đường dẫn cho tôi' }).click();
    await town.quiet();
    await page.goto(await town.linkOf('giam-doc@so.example'));
    await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
    await page.getByRole('button', { name: 'Cấp số…' }).click();
    await page.getByRole('button', { name: 'Cấp số 01' }).click();
    await town.quiet();
    await page.reload();

    const sent = await downloaded(page);
    const file = await signed(sent, { as: leader, field: fieldNamed(sent, 'chu-ky') });
    await brings(page, patched(file, Buffer.from(file).indexOf('/CreationDate') + 20, '9'));
    const found = page.getByRole('alert');
    expect(await found.textContent()).toMatch(/chưa được nhận[\s\S]*ĐÃ BỊ SỬA[\s\S]*không giữ nguyên bản đã gửi/);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByText('Vẫn nhận tệp này…').click();
    await page.getByLabel('Vì sao vẫn nhận').fill('\u202egiấu');
    await page.getByRole('button', { name: 'Nhận tệp này' }).click();
    expect(await page.locator('p[role=alert]').textContent()).toContain('Hãy ghi rõ lý do');

    await page.getByText('Phần mềm ký tự lấy và trả tệp…').click();
    await page.getByRole('button', { name: 'Tạo hai địa chỉ' }).click();
    expect(await page.getByLabel('Địa chỉ lấy tệp để ký').inputValue()).toMatch(/\/api\/signing\/[\w-]{43}$/);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);

    await brings(page, file);
    expect(await page.getByRole('status').textContent()).toContain('Đã ký số');
    expect(await page.textContent('main')).toMatch(/Chữ ký số[\s\S]*NGUYÊN VẸN[\s\S]*Nguyễn Văn An/);
    expect(await barriersOn(page)).toEqual([]);
    await town.quiet();
    const [letter, ...others] = town.mailsTo('so-khdt@tinh.example', 'edition-1');
    const { attachments } = await opened(letter as never);
    expect([others, attachments.map(({ content }) => sha256(content)).includes(sha256(file))]).toEqual([[], true]);
    expect(complaints).toEqual([]);
  });
});
