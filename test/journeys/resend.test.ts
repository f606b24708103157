import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const period = '/board/bao-cao-thang/2021-10';
const mended = 'van-thu@nhan.example';

let town: Town;
let board: Browser;

beforeAll(async () => {
  const report = reportWith({ recipients: [{ id: 'noi', line: 'Sở bạn', mail: ['sai@nhan.example'] }] });
  town = await foundTown(departmentWith(report), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  town.faults.plan('sai@nhan.example', 'bounce');
  await town.at('2021-11-16', '16:00');
  await town.at('2021-11-16', '16:05');
  board = await town.staffAt('tong-hop@so.example');
});
afterAll(() => town.leave());

const bounced = async () => {
  const mail = (await town.ledger('bao-cao-thang', '2021-10')).find(({ address }) => address === 'sai@nhan.example');
  return `${mail?.step} ${mail?.recipient}`;
};

describe('a letter that did not arrive', () => {
  it('is shown with what to do about it', async () => {
    const { text } = await board.get(period);
    expect(text).toContain('bị trả lại');
    expect(text).toContain('Hãy hỏi địa chỉ đúng, gửi lại');
    expect(text).toContain('Gửi lại công văn');
  });

  it('is sent again only with a reason and to an address', async () => {
    const refused = await board.post(`${period}/resend`, { mail: await bounced(), address: 'a@x, b@y', reason: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hãy ghi lý do gửi lại');
    expect(refused.text).toContain('Phải là một địa chỉ thư');
    const unknown = { mail: 'edition-1 x', address: mended, reason: 'sai địa chỉ' };
    expect((await board.post(`${period}/resend`, unknown)).status).toBe(404);
    expect(town.mailsTo(mended, 'resend-1')).toEqual([]);
  });

  it('goes out at once to the mended address, once, the same bytes attached, and leaves a trail', async () => {
    const asked = { mail: await bounced(), address: mended, reason: 'Sở bạn đổi địa chỉ' };
    await Promise.all([board.post(`${period}/resend`, asked), board.post(`${period}/resend`, asked)]);
    await town.quiet();
    await town.at('2021-11-16', '16:10');
    const [again, ...more] = town.mailsTo(mended, 'resend-1');
    expect(more).toEqual([]);
    expect(town.mailsTo(mended, 'resend-2')).toEqual([]);
    const [first] = town.mailsTo('sai@nhan.example', 'edition-1');
    if (!again || !first) throw new Error('the letter was not sent');
    const [attached, before] = [(await opened(again)).attachments, (await opened(first)).attachments];
    expect(attached).toHaveLength(2);
    expect(attached).toEqual(before);
    const { text } = await board.get(period);
    expect(text).toContain('gửi lại công văn (van-thu@nhan.example: Sở bạn đổi địa chỉ; Cán bộ tổng hợp)');
    expect(text).toContain('công văn, gửi lại lần 1');
  });
});
