import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt } from '../../infra/local/browser.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { paragraphWith, readDocx } from '../templates/letter/read-docx.ts';
import { readPdf } from '../templates/letter/read-pdf.ts';
import { foundTown, type Town } from './town.ts';

const period = '/board/bao-cao-thang/2021-10';

let town: Town;
let board: Browser;

beforeAll(async () => {
  const department = departmentWith(reportWith());
  const approver = { id: 'giam-doc', name: 'Giám đốc', mail: 'giam-doc@so.example', roles: ['approver' as const] };
  town = await foundTown({ ...department, staff: [...department.staff, approver] }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  board = await town.staffAt('tong-hop@so.example');
});
afterAll(() => town.leave());

/** The rows of a page's tables, each in the words it says. */
const rowsOf = (page: string) =>
  [...page.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replace(/<[^>]*>|\s+/g, ' ')
      .replace(/ +(?=[ ,])/g, '')
      .trim(),
  );

const steps = (address: string) =>
  town.outbox.filter(({ destinations }) => destinations.includes(address)).map(({ tags }) => tags.step);

describe('the coordinator at the board', () => {
  it('sees who has handed in, when, and what time is left', async () => {
    await town.handIn('phong-a@so.example', {
      figures: { 'xuat-khau': { state: 'reported', value: '5' } },
      outcomes: {},
    });
    const page = await board.get(period);
    expect(page.text).toContain('1/2 đơn vị đã nộp');
    expect(rowsOf(page.text)).toContain(
      'Phòng A ✓ đã nộp lần 1, 08:00 ngày 01/11/2021 chưa nhắc Gửi lại đường dẫn Thu hồi đường dẫn',
    );
    expect(rowsOf(page.text)).toContain('Phòng B ○ chưa nộp chưa nhắc Gửi lại đường dẫn Thu hồi đường dẫn');
    expect(page.text).toContain('<dt>Chưa nộp</dt><dd>Phòng B</dd>');
    expect(page.text).toContain('còn 15 ngày 8 giờ');
  });

  it('sees the letter as it would be if it closed now, and who is missing in it', async () => {
    const { text } = await board.get(`${period}/preview`);
    expect(text).toContain('Bản xem trước, nếu chốt lúc 08:00 ngày 01/11/2021. Còn thiếu: Phòng B.');
    expect(text.replace(/<\/?a\b[^>]*>/g, '')).toContain('- Kim ngạch xuất khẩu tháng 10 đạt 5 triệu USD.');
    expect(text).toContain('<mark>Nhiệm vụ được giao: chưa có báo cáo của Phòng B.</mark>');
    expect(text).toContain('<h1>Xem trước công văn</h1>');
    expect(text).toContain('<a href="/board/bao-cao-thang/2021-10/preview/pdf">PDF</a>');
    expect(text).not.toContain('<style>');
    expect((await board.get('/assets/letter.css')).text).toContain('text-indent: 12.7mm');
  });

  it('takes it along as DOCX and PDF, what is missing marked there too', async () => {
    const cookie = await town.cookieFor(await town.signInLinkOf('tong-hop@so.example'));
    const file = async (kind: string) => {
      const answer = await fetch(`${town.address}${period}/preview/${kind}`, { headers: { cookie } });
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    };
    const docx = readDocx((await file('docx')).bytes);
    expect(paragraphWith(docx, 'Bản xem trước').ruled).toBe(true);
    expect(paragraphWith(docx, 'chưa có báo cáo').xml).toContain('<w:highlight w:val="yellow"/>');
    const { pages } = await readPdf((await file('pdf')).bytes);
    const words = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
    expect(words).toMatch(/Bản xem trước[\s\S]*CỘNG HÒA[\s\S]*chưa có báo cáo/);
    expect((await file('exe')).status).toBe(404);
  });

  it('reminds those who owe and nobody else, at once, and once however often the button is pressed in five minutes', async () => {
    await Promise.all([board.post(`${period}/remind`), board.post(`${period}/remind`)]);
    await board.post(`${period}/remind`);
    await town.quiet();
    expect(steps('phong-b@so.example')).toEqual(['opening', 'nudge-1']);
    expect(steps('phong-a@so.example')).not.toContain('nudge-1');
    town.setClock('2021-11-01', '08:05');
    await board.post(`${period}/remind`);
    await town.quiet();
    expect(steps('phong-b@so.example')).toEqual(['opening', 'nudge-1', 'nudge-2']);
  });

  it('does not remind who has handed in', async () => {
    await town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': 'xong' } });
    await town.at('2021-11-01', '08:15');
    await board.post(`${period}/remind`);
    await town.quiet();
    expect(steps('phong-b@so.example')).not.toContain('nudge-3');
  });

  it('revokes a unit’s links and sessions at once, and mails it a new link', async () => {
    const old = await town.linkOf('phong-a@so.example');
    const session = browserAt(town.address);
    await session.post(old);
    expect((await session.get('/form')).status).toBe(200);
    await board.post(`${period}/revoke`, { unit: 'phong-a' });
    expect((await session.get('/form')).status).toBe(401);
    expect((await browserAt(town.address).post(old)).status).toBe(404);

    await board.post(`${period}/link`, { unit: 'phong-a' });
    await town.quiet();
    expect(steps('phong-a@so.example')).toEqual(['opening', 'receipt-1', 'link-1']);
    const renewed = await browserAt(town.address).post(await town.linkOf('phong-a@so.example'));
    expect(renewed.text).toContain('Đã nộp lần 1');
  });

  it('leaves a trail', async () => {
    const { text } = await board.get(period);
    for (const act of ['mở kỳ', 'nhắc đơn vị chưa nộp', 'gửi lại đường dẫn', 'thu hồi đường dẫn'])
      expect(text).toContain(act);
  });

  it('may do nothing to a unit that owes nothing, nor after the close', async () => {
    expect((await board.post(`${period}/link`, { unit: 'phong-c' })).status).toBe(404);
    await town.at('2021-11-16', '16:00');
    board = await town.staffAt('tong-hop@so.example');
    expect((await board.post(`${period}/remind`)).status).toBe(409);
  });

  it('reads of one instant’s acts in the order they were done', async () => {
    await town.quiet();
    const trail = (await board.get(period)).text.split('Nhật ký')[1] ?? '';
    expect(trail.match(/mở kỳ|chốt kỳ|lập công văn|phát hành/g)).toEqual([
      'mở kỳ',
      'chốt kỳ',
      'lập công văn',
      'phát hành',
    ]);
  });

  it('is nobody else: a unit’s cookie opens no board and presses no button', async () => {
    const unit = browserAt(town.address);
    expect((await unit.get(period)).status).toBe(401);
    for (const action of ['remind', 'link', 'revoke', 'release']) {
      expect((await unit.post(`${period}/${action}`, { unit: 'phong-a' })).status).toBe(401);
    }
  });
});
