import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { browserAt } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
const period = '/board/bao-cao-thang/2021-10';
const recipient = 'so-khdt@tinh.example';

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', {
    figures: { 'xuat-khau': { state: 'reported', value: '138,8' } },
    outcomes: {},
  });
  await town.at('2021-11-16', '16:00');
  // Whoever is on the list today did not get the letter.
  await town.publish(departmentWith(reportWith({ addressees: [{ name: 'Khác', mail: ['moi@tinh.example'] }] })));
  await town.at('2021-11-17', '08:00');
});
afterAll(() => town.leave());

const textOf = async (step: string) => Promise.all(town.mailsTo(recipient, step).map(async mail => opened(mail)));

async function decide(decided: 'recalled' | 'stands', reason: string) {
  const browser = await town.staffAt('tong-hop@so.example');
  const answer = await browser.post(`${period}/recall`, { decided, reason });
  await town.quiet();
  return { browser, answer };
}

describe('a letter that went out', () => {
  it('is recalled with a reason only, asked about first', async () => {
    const browser = await town.staffAt('tong-hop@so.example');
    expect((await browser.get(period)).text).toContain('Thu hồi công văn…');
    const asked = await browser.get(`${period}/recall`);
    expect(asked.text).toContain('Thu hồi công văn đã phát hành?');
    expect(asked.text).toContain('Công văn ký hiệu SCT-KHTCTH, ngày 16 tháng 11 năm 2021');
    const refused = await browser.post(`${period}/recall`, { decided: 'recalled', reason: ' ' });
    expect([refused.status, refused.text.includes('Hãy ghi lý do: không được để trống.')]).toEqual([422, true]);
    expect(town.mailsTo(recipient, 'recall-1')).toEqual([]);
  });

  it('is told of to each who got it, once, however often it is pressed', async () => {
    const { answer } = await decide('recalled', 'Sai số liệu');
    expect(answer.text).toContain('Đã thu hồi. Thư báo đang đi tới từng nơi đã nhận công văn.');
    expect((await decide('recalled', 'Lần nữa')).answer.text).toContain('Không làm gì thêm');
    await town.at('2021-11-17', '08:05');
    const [mail, ...more] = await textOf('recall-1');
    expect(more).toEqual([]);
    expect(mail?.text).toContain('thu hồi công văn ký hiệu SCT-KHTCTH, ngày 16 tháng 11 năm 2021');
    expect(mail?.text).toContain('Lý do: Sai số liệu');
    expect(town.outbox.filter(({ destinations }) => destinations.includes('moi@tinh.example'))).toEqual([]);
  });

  it('says so at the board, in the year and to whoever has its file; and is not sent again', async () => {
    const browser = await town.staffAt('tong-hop@so.example');
    const board = (await browser.get(period)).text;
    expect(board).toMatch(/Đã thu hồi<\/strong> lúc 08:00 ngày 17\/11\/2021: Sai số liệu/);
    expect(board.match(/thu hồi công văn \(bản 1: Sai số liệu; Cán bộ tổng hợp\)/g)).toHaveLength(1);
    expect((await browser.get('/years/bao-cao-thang/2021')).text).toMatch(
      /ngày 16 tháng 11 năm 2021: <span class="bad">đã thu hồi/,
    );
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    const known = await browserAt(town.address).post('/kiem-tra', { hash: edition?.files.pdf.sha256 ?? '' });
    expect(known.text).toContain('Đã bị thu hồi');
    const [letter] = town.mailsTo(recipient, 'edition-1');
    const mail = `edition-1 ${letter?.tags.recipient}`;
    const again = await browser.post(`${period}/resend`, { mail, address: recipient, reason: 'chưa nhận' });
    expect([again.status, again.text.includes('Văn bản đã thu hồi không gửi lại')]).toEqual([409, true]);
  });

  it('stands again, and whoever was told is told of that', async () => {
    const { browser, answer } = await decide('stands', 'Số liệu đúng');
    expect(answer.text).toContain('Đã hủy việc thu hồi.');
    const [mail, ...more] = await textOf('stand-2');
    expect([mail?.text.includes('Việc thu hồi ấy nay được hủy bỏ'), more]).toEqual([true, []]);
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    const known = await browserAt(town.address).post('/kiem-tra', { hash: edition?.files.pdf.sha256 ?? '' });
    expect(known.text).not.toContain('Đã bị thu hồi');
    expect((await browser.get('/years/bao-cao-thang/2021')).text).not.toContain('đã thu hồi');
    await town.at('2021-11-17', '09:00');
    expect(await textOf('recall-1')).toHaveLength(1);
    expect(await textOf('stand-2')).toHaveLength(1);
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });

  it('is nothing to recall before it went out', async () => {
    await town.at('2021-12-01', '08:00');
    const browser = await town.staffAt('tong-hop@so.example');
    expect((await browser.get('/board/bao-cao-thang/2021-11/recall')).status).toBe(404);
    expect((await browser.get('/board/bao-cao-thang/2021-11')).text).not.toContain('Thu hồi công văn…');
  });
});
