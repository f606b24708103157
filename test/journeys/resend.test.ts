import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { putBackOnAgenda } from '../../shared/aws/put-back.ts';
import { issuedFigures, issueFigures } from '../../shared/aws/series.ts';
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
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '98' } };
  await town.handIn('phong-a@so.example', { figures, outcomes: {} });
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
    expect(text).toContain('Không có hộp thư này. Hỏi địa chỉ đúng, gửi lại');
    expect(text).toContain('Gửi lại công văn');
  });

  it('is sent again only with a reason and to an address', async () => {
    const refused = await board.post(`${period}/resend`, { mail: await bounced(), address: 'a@x, b@y', reason: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Hãy ghi lý do gửi lại');
    expect(refused.text).toContain('Phải là một địa chỉ thư');
    expect(refused.text).toContain('value="a@x, b@y"');
    for (const mark of ['\u202e', '\u2066', '\u200b']) {
      const hidden = await board.post(`${period}/resend`, {
        ...{ mail: await bounced(), address: mended, reason: `sai ${mark}địa chỉ` },
      });
      expect([hidden.status, hidden.text.includes('ký tự ẩn hoặc ký tự đổi chiều chữ')]).toEqual([422, true]);
    }
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
    expect(text).toContain('văn bản phát hành, gửi lại lần 1');
  });

  it('is asked about first where one has just left for that address, and goes once more when that is confirmed', async () => {
    const asked = { mail: await bounced(), address: mended, reason: 'vẫn chưa thấy' };
    const question = await board.post(`${period}/resend`, asked);
    expect(question.status).toBe(409);
    expect(question.text).toContain(`Công văn vừa đi tới <strong>${mended}</strong> lúc 16:05 ngày 16/11/2021`);
    expect(question.text).toContain(`Vẫn gửi thêm một thư tới ${mended}`);
    expect(question.text).toContain('value="vẫn chưa thấy"');
    expect(town.mailsTo(mended, 'resend-2')).toEqual([]);

    const confirmed = { ...asked, knowing: hiddenField(question, 'knowing') };
    const answers = await Promise.all([1, 2, 3].map(() => board.post(`${period}/resend`, confirmed)));
    await town.quiet();
    expect(answers.map(({ text }) => text.includes(`Công văn đang đi lại tới ${mended}`)).filter(Boolean)).toHaveLength(
      1,
    );
    expect((await board.post(`${period}/resend`, confirmed)).status).toBe(409);
    expect(town.mailsTo(mended, 'resend-2')).toHaveLength(1);
    expect(town.mailsTo(mended, 'resend-3')).toEqual([]);
  });

  it('goes without asking when the other has long left, and says nothing it did not do while one waits', async () => {
    town.setClock('2021-11-16', '16:25');
    const asked = { mail: await bounced(), address: mended, reason: 'thư bị xóa nhầm' };
    town.faults.plan(mended, 'throttle');
    expect((await board.post(`${period}/resend`, asked)).text).toContain(`Công văn đang đi lại tới ${mended}`);
    await town.quiet();
    const { text } = await board.post(`${period}/resend`, asked);
    expect(text).toContain(`Không gửi thêm: một thư có công văn tới ${mended} đang chờ gửi`);
    await town.quiet();
    expect(town.mailsTo(mended, 'resend-3')).toHaveLength(1);
    expect(text.match(/thư bị xóa nhầm/g)).toHaveLength(1);
  });

  it('leaves the figures as a later month has restated them meanwhile', async () => {
    const restated = { month: '2021-10', figures: { 'xuat-khau': '99' } };
    await issueFigures(town.table, 'bao-cao-thang', restated);
    await putBackOnAgenda(town.table, { report: 'bao-cao-thang', month: '2021-10' });
    await town.at('2021-12-16', '16:00');
    expect(await issuedFigures(town.table, 'bao-cao-thang', ['2021-10'])).toEqual([restated]);
  });
});
