import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';

let town: Town;
let browser: Browser;

const staff = [
  { id: 'tong-hop', name: 'Cán bộ tổng hợp', mail: 'tong-hop@so.example', roles: ['coordinator' as const] },
  { id: 'giam-doc', name: 'Giám đốc', mail: 'giam-doc@so.example', roles: ['approver' as const] },
  { id: 'van-thu', name: 'Văn thư', mail: 'van-thu@so.example', roles: ['clerk' as const] },
];

beforeAll(async () => {
  const department = departmentWith(
    reportWith({ issuing: 'after-approval', steps: [{ step: 'approval' }, { step: 'number' }] }),
  );
  department.staff = staff;
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.at('2021-11-16', '16:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

/** Opens the way in of the mail that told somebody that it is their turn, and signs in by mail as they do. */
async function fromTheMail(address: string) {
  const turn = town.outbox.findLast(
    ({ destinations, tags }) => destinations.includes(address) && tags.step?.startsWith('turn-'),
  );
  const way = turn && (await opened(turn)).link;
  const { page, complaints } = await openPage(browser);
  await page.goto(way ?? '');
  await page.getByLabel('Địa chỉ thư công vụ').fill(address);
  await page.getByRole('button', { name: 'Gửi đường dẫn cho tôi' }).click();
  await town.quiet();
  await page.goto(await town.linkOf(address));
  await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
  // Who has not signed in was asked to, by an answer that a browser mentions.
  complaints.splice(0);
  return { page, complaints };
}

describe('a draft, on a phone', () => {
  it('is sent back with words, comes back with an answer, and is approved, from the mail to the trail', async () => {
    const leader = await fromTheMail('giam-doc@so.example');
    expect(await leader.page.textContent('main')).toMatch(/còn 2 chỗ cần bổ sung[\s\S]*Phòng A/);
    expect(await barriersOn(leader.page)).toEqual([]);
    expect(await leader.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await leader.page.getByText('Trả lại…').click();
    await leader.page.getByLabel('cần sửa gì').fill('a'.repeat(501));
    await leader.page.getByRole('button', { name: 'Trả lại' }).click();
    expect(await leader.page.getByRole('alert').textContent()).toContain('dài quá 500 ký tự');
    expect(await leader.page.getByLabel('cần sửa gì').inputValue()).toBe('a'.repeat(501));
    expect(await barriersOn(leader.page)).toEqual([]);
    await leader.page.getByLabel('cần sửa gì').fill('Còn thiếu hai phòng, có phát hành không?');
    await leader.page.getByRole('button', { name: 'Trả lại' }).click();
    expect(await leader.page.getByRole('status').textContent()).toContain('Đã trả lại');
    await town.quiet();

    const coordinator = await fromTheMail('tong-hop@so.example');
    expect(await coordinator.page.textContent('main')).toContain('Còn thiếu hai phòng');
    await coordinator.page.getByLabel('Trình lại nguyên dự thảo').fill('Hai phòng báo không phát sinh.');
    await coordinator.page.getByRole('button', { name: 'Trình lại' }).click();
    expect(await coordinator.page.getByRole('status').textContent()).toContain('Đã trình lại');
    await town.quiet();

    await leader.page.reload();
    expect(await leader.page.textContent('main')).toContain('Hai phòng báo không phát sinh.');
    await leader.page.getByRole('button', { name: 'Duyệt' }).click();
    expect(await leader.page.getByRole('status').textContent()).toContain('Đã duyệt');
    await leader.page.getByRole('link', { name: 'Kỳ báo cáo', exact: true }).click();
    expect(await leader.page.textContent('main')).toContain('duyệt (bản 1; Giám đốc)');
    expect([leader.complaints, coordinator.complaints]).toEqual([[], []]);
    await town.quiet();
  });

  it('tells whoever presses second that it has moved on, and is numbered and issued by the clerk', async () => {
    const clerk = await fromTheMail('van-thu@so.example');
    await clerk.page.goto(`${town.address}/board`);
    expect(await clerk.page.textContent('.to-do')).toContain('cấp số và ngày cho văn bản');
    await clerk.page.locator('.to-do').getByRole('link').click();
    const other = await clerk.page.context().newPage();
    await other.goto(clerk.page.url());
    await clerk.page.getByLabel('Số lấy từ sổ').fill('xx');
    await clerk.page.getByRole('button', { name: 'Cấp số…' }).click();
    expect(await clerk.page.getByRole('alert').textContent()).toContain('Số là một số nguyên');
    expect(await clerk.page.getByLabel('Số lấy từ sổ').inputValue()).toBe('xx');
    expect(await barriersOn(clerk.page)).toEqual([]);
    expect(await clerk.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await clerk.page.getByLabel('Số lấy từ sổ').fill('');
    await clerk.page.getByRole('button', { name: 'Cấp số…' }).click();
    expect(await clerk.page.textContent('main')).toMatch(/đi ngay tới \d+ địa chỉ: [\s\S]*so-khdt@tinh\.example/);
    expect(await barriersOn(clerk.page)).toEqual([]);
    expect(await clerk.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await clerk.page.getByRole('button', { name: 'Cấp số 01/SCT-KHTCTH' }).click();
    expect(await clerk.page.getByRole('status').textContent()).toContain('Đã cấp số');
    await town.quiet();
    await other.getByRole('button', { name: 'Cấp số…' }).click();
    expect(await other.textContent('main')).toContain('Không có dự thảo nào đang chờ');
    await town.quiet();
    await clerk.page.reload();
    expect(await clerk.page.textContent('main')).toMatch(/đã qua mọi bước[\s\S]*số 1\/SCT-KHTCTH ngày 16\/11\/2021/);
    expect(await barriersOn(clerk.page)).toEqual([]);
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
  });
});
