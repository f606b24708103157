import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { nextHappenings } from '../../infra/local/desk/happenings.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { sendAsWritten } from './wire.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-10-31', '09:00']);
});
afterAll(() => town.leave());

describe('the desk of this machine', () => {
  it('knows what the calendar has in store, soonest first', () => {
    const happenings = nextHappenings(departmentWith(reportWith()), instantAt('2021-10-31', '09:00'), 4);
    expect(happenings).toEqual([
      { at: instantAt('2021-11-01', '08:00'), what: 'mở kỳ "Báo cáo tháng" tháng 10/2021' },
      { at: instantAt('2021-11-11', '08:00'), what: 'nhắc lần 1 "Báo cáo tháng" tháng 10/2021' },
      { at: instantAt('2021-11-15', '08:00'), what: 'nhắc lần 2 "Báo cáo tháng" tháng 10/2021' },
      { at: instantAt('2021-11-16', '16:00'), what: 'hết hạn "Báo cáo tháng" tháng 10/2021' },
    ]);
  });

  it('moves the clock at the press of a button, and what is due is done', async () => {
    const browser = browserAt(town.address);
    const page = await browser.post('/ban-thu/clock', { to: String(instantAt('2021-11-01', '08:00')) });
    expect(page.text).toContain('08:00 ngày 01/11/2021');
    expect(page.text).toContain('Hộp thư (3)');
  });

  it('shows a mail with its link, and the letter it carries byte for byte', async () => {
    const browser = browserAt(town.address);
    const page = await browser.post('/ban-thu/clock', { to: String(instantAt('2021-11-16', '16:00')) });
    const file = /\/ban-thu\/mail\/(\d+-so-khdt@tinh\.example\.eml)/.exec(page.text)?.[1] ?? '';
    const mail = await browser.get(`/ban-thu/mail/${file}`);
    expect(mail.text).toContain('SỞ MẪU: V/v báo cáo tháng 10/2021');
    const pdf = await fetch(`${town.address}/ban-thu/mail/${file}/1`);
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    expect((await pdf.arrayBuffer()).byteLength).toBe(edition?.files.pdf.size);
    expect(page.text).toContain(edition?.files.docx.name);
  });

  it('lets no other site move the clock, and no path leave the outbox', async () => {
    const before = town.clock.now();
    const form = new URLSearchParams({ to: String(instantAt('2022-01-01', '08:00')) });
    await fetch(`${town.address}/ban-thu/clock`, {
      method: 'POST',
      body: form,
      headers: { origin: 'https://evil.example' },
      redirect: 'manual',
    });
    expect(town.clock.now()).toBe(before);
    const outside = await fetch(`${town.address}/ban-thu/mail/..%2F..%2Fetc%2Fpasswd`, { redirect: 'manual' });
    expect(outside.status).toBe(404);
  });

  it.each([
    '1e300',
    '1e15',
    '-1',
    '0',
    '',
    'NaN',
    'Infinity',
    'hôm nay',
    '1635901200000.5',
    '9'.repeat(400),
    '-62135596800000',
    '4102419600000',
  ])('survives whatever the clock is to be moved to: %s', async to => {
    const before = town.clock.now();
    const browser = browserAt(town.address);
    const refused = await browser.post('/ban-thu/clock', { to });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('từ năm 2000 đến năm 2099. Hãy bấm một mốc có sẵn');
    expect(town.clock.now()).toBe(before);
    expect(() => town.clock.moveTo(Number(to))).toThrow(RangeError);
    expect((await browser.get('/ban-thu')).status).toBe(200);
  });

  it.each(['/ban-thu/mail/%', '/ban-thu/mail/%E0%A4', '/ban-thu/mail/khong-co.eml'])(
    'has no mail at %s, and says so',
    async path => {
      const { status, body } = await sendAsWritten(town.address, { path });
      expect(status).toBe(404);
      expect(body).toContain('Hãy chọn một thư trên bàn thử');
    },
  );

  it('is framed by nobody: its buttons move the clock', async () => {
    const { headers } = await fetch(`${town.address}/ban-thu`);
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  it('lets whoever plays a part in: a unit at its form, staff at the board, and no form of another site', async () => {
    await town.at('2021-12-01', '08:00');
    const clerk = browserAt(town.address);
    const door = await clerk.post('/ban-thu/door', { part: 'unit bao-cao-thang 2021-11 phong-a' });
    const form = await clerk.post(new URL(door.address).pathname);
    expect(form.text).toContain('Kim ngạch xuất khẩu');
    const coordinator = browserAt(town.address);
    const board = await coordinator.post('/ban-thu/door', { part: 'staff tong-hop' });
    expect((await coordinator.post(new URL(board.address).pathname)).text).toContain('Bảng tổng hợp');
    const body = new URLSearchParams({ part: 'staff tong-hop' });
    const headers = { origin: 'https://evil.example' };
    const refused = await fetch(`${town.address}/ban-thu/door`, { method: 'POST', body, headers, redirect: 'manual' });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Hãy mở bàn thử, rồi bấm lại ở đó');
  });
});
