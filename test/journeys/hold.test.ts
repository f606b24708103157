import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith({ whenMissing: 'hold' })), ['2021-10-31', '09:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {} });
  await town.at('2021-11-16', '16:00');
});
afterAll(() => town.leave());

describe('a report that waits when a unit is missing', () => {
  it('is compiled and not mailed', async () => {
    expect((await town.editions('bao-cao-thang', '2021-10'))[0]).toMatchObject({
      held: true,
      missing: [{ id: 'phong-b' }],
    });
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('held');
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toEqual([]);
  });

  it('alerts the coordinator once, naming the unit', async () => {
    await town.at('2021-11-16', '16:05');
    const alerts = town.mailsTo('tong-hop@so.example', 'held-1');
    expect(alerts).toHaveLength(1);
    const mail = alerts[0] && (await opened(alerts[0]));
    expect(mail?.text).toContain('- Phòng B');
    expect(mail?.text).toContain('Phát hành công văn');
  });

  it('goes out when the coordinator lets it, once, and is kept byte for byte', async () => {
    const [alert] = town.mailsTo('tong-hop@so.example', 'held-1');
    const browser = await town.staffAt('tong-hop@so.example');
    const board = await browser.get((alert && (await opened(alert)).link) ?? '');
    expect(board.text).toContain('Công văn chờ phát hành: còn thiếu 1/2 đơn vị');
    const asked = await browser.post('/board/bao-cao-thang/2021-10/release', { edition: '7' });
    expect(asked.text).toContain('Phát hành công văn bản 1?');
    expect(asked.text).toContain('đi ngay tới 1 địa chỉ: so-khdt@tinh.example');
    const released = await browser.post('/board/bao-cao-thang/2021-10/release', { edition: '1' });
    await browser.post('/board/bao-cao-thang/2021-10/release');
    await town.quiet();
    expect(released.text).toContain('đã lập, đang gửi');
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
    expect((await browser.get('/board/bao-cao-thang/2021-10')).text).toContain('đã phát hành');

    const trail = await browser.get('/board/bao-cao-thang/2021-10');
    expect(trail.text.match(/cho gửi \(bản 1; Cán bộ tổng hợp\)/g)).toHaveLength(1);

    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    const pdf = await browser.get('/board/bao-cao-thang/2021-10/1/pdf');
    expect(pdf.status).toBe(200);
    expect(Buffer.byteLength(pdf.text)).toBeGreaterThan(0);
    expect(edition?.files.pdf.key).toContain(edition?.files.pdf.sha256);
  });

  it('shows the board to nobody who has not signed in', async () => {
    expect((await browserAt(town.address).get('/board')).status).toBe(401);
    const unit = browserAt(town.address);
    expect((await unit.post(`/sign-in/${await town.tokenOf('phong-a@so.example')}`)).status).toBe(404);
  });
});
