import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { type Browser, browserAt } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { issuedFigures } from '../../shared/aws/series.ts';
import { newKey } from '../../shared/token.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
let unit: Browser;
let board: Browser;
const form = '/form/bao-cao-thang/2021-10/phong-a';
const period = '/board/bao-cao-thang/2021-10';
const recipient = 'so-khdt@tinh.example';
const value = 'figures.xuat-khau.value';

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', {
    figures: { 'xuat-khau': { state: 'reported', value: '138,8' } },
    outcomes: {},
  });
  await town.at('2021-11-16', '14:00');
  unit = browserAt(town.address);
  await unit.post(await town.linkOf('phong-a@so.example'));
  expect((await unit.get(`${form}/correct`)).address).not.toContain('/correct');
  await town.at('2021-11-16', '16:00');
  await town.at('2021-11-16', '16:05');
  // Whoever is on the list today did not get the letter.
  await town.publish(departmentWith(reportWith({ addressees: [{ name: 'Khác', mail: ['moi@tinh.example'] }] })));
});
afterAll(() => town.leave());

const textOf = async (address: string, step: string) =>
  Promise.all(town.mailsTo(address, step).map(async mail => (await opened(mail)).text));
const mailsOf = (address: string, kind: string) =>
  town.outbox.filter(({ destinations, tags }) => destinations.includes(address) && tags.step?.startsWith(`${kind}-`));

describe('a correction of a letter that went out', () => {
  it('is asked for from the page of the closed form, old beside new, with a reason; what is wrong is said, and kept', async () => {
    expect((await unit.get(form)).text).toContain('Đề nghị đính chính');
    const choice = await unit.get(`${form}/correct`);
    expect(choice.text).toContain('Kim ngạch xuất khẩu');
    const faulty = await unit.post(`${form}/correct`, { field: value, after: 'nhiều', reason: '' });
    expect(faulty.status).toBe(422);
    expect(faulty.text).toContain('Hãy ghi lý do');
    expect(faulty.text).toContain('value="nhiều"');
    const same = await unit.post(`${form}/correct`, { field: value, after: '138,8', reason: 'nhầm' });
    expect(same.text).toContain('chưa khác gì điều đã nộp');
    expect((await unit.post(`${form}/correct`, { field: 'figures.khac.value', after: '1', reason: 'x' })).status).toBe(
      404,
    );
  });

  it('is kept once however often it is sent, and the coordinators are told of it once', async () => {
    const wanted = { field: value, after: '139,2', reason: 'Gõ nhầm' };
    expect((await unit.post(`${form}/correct`, wanted)).text).toContain('Đã gửi đề nghị 1');
    await unit.post(`${form}/correct`, wanted);
    await unit.post(`${form}/correct`, { field: 'further', after: 'Bổ sung', reason: 'Thiếu' });
    await town.at('2021-11-16', '16:10');
    await town.at('2021-11-16', '16:15');
    const asked = await Promise.all(mailsOf('tong-hop@so.example', 'ask').map(async mail => (await opened(mail)).text));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('Kim ngạch xuất khẩu: 138,8 → 139,2');
  });

  it('is accepted, or refused with words, once, and the unit is told once', async () => {
    board = await town.staffAt('tong-hop@so.example');
    expect((await board.get(period)).text).toContain(`${period}/corrections`);
    const one = { unit: 'phong-a', number: '2', verdict: 'refuse' };
    const wordless = await board.post(`${period}/corrections`, { ...one, words: '' });
    expect([wordless.status, wordless.text.includes('Hãy ghi vì sao không chấp nhận')]).toEqual([422, true]);
    await board.post(`${period}/corrections`, { ...one, words: 'Đã có ở trên' });
    expect((await board.post(`${period}/corrections`, { ...one, verdict: 'accept' })).text).toContain(
      'Không làm gì thêm',
    );
    const accepted = await board.post(`${period}/corrections`, { unit: 'phong-a', number: '1', verdict: 'accept' });
    expect(accepted.text).toContain('Đã chấp nhận');
    await town.quiet();
    await town.at('2021-11-16', '16:20');
    expect(await textOf('phong-a@so.example', 'answer-2')).toEqual([expect.stringContaining('Ý kiến: Đã có ở trên')]);
    expect(await textOf('phong-a@so.example', 'answer-1')).toEqual([expect.stringContaining('được chấp nhận')]);
    expect((await unit.get(`${form}/correct`)).text).toContain('Đã có ở trên');
  });

  it('goes into one letter that takes the place of the first, and says so with old and new', async () => {
    const asked = await board.get(`${period}/reissue`);
    expect(asked.text).toContain('Thay thế công văn ký hiệu SCT-KHTCTH, ngày 16 tháng 11 năm 2021');
    expect((await board.post(`${period}/reissue`, {})).text).toContain('Hãy chọn ít nhất một đề nghị.');
    const pressed = await board.post(`${period}/reissue`, { 'correction.phong-a.1': 'on' });
    expect(pressed.text).toContain('Đang lập công văn thay thế');
    await board.post(`${period}/reissue`, { 'correction.phong-a.1': 'on' });
    await town.at('2021-11-17', '08:00');
    await town.quiet();
    await town.at('2021-11-17', '08:05');
    board = await town.staffAt('tong-hop@so.example');
    const editions = await town.editions('bao-cao-thang', '2021-10');
    expect(editions.map(({ number, replaces }) => [number, replaces?.changes])).toEqual([
      [1, undefined],
      [2, [{ label: 'Kim ngạch xuất khẩu', before: '138,8 triệu USD', after: '139,2 triệu USD' }]],
    ]);
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('issued');
    const [mail, ...more] = await textOf(recipient, 'edition-2');
    expect(more).toEqual([]);
    expect(mail).toMatch(/^Công văn này thay thế công văn ngày 16 tháng 11 năm 2021 đã gửi/);
    expect(mail).toContain('- Kim ngạch xuất khẩu: 138,8 triệu USD, nay sửa thành 139,2 triệu USD');
    expect(mailsOf('moi@tinh.example', 'edition')).toEqual([]);
    expect(await textOf('phong-a@so.example', 'receipt-2')).toHaveLength(1);
    expect((await board.get(`${period}/2/html`)).text).toContain('nay sửa thành 139,2 triệu USD');
  });

  it('is what later terms are compared with, and the first letter says that it was replaced', async () => {
    const [issued] = await issuedFigures(town.table, 'bao-cao-thang', ['2021-10']);
    expect(issued?.figures['xuat-khau']).toBe('139.2');
    const shown = (await board.get(period)).text;
    expect(shown).toContain('bằng bản 2');
    expect(shown).toContain('Thay thế bản 1');
    expect((await board.get('/years/bao-cao-thang/2021')).text).toContain('đã được thay thế');
    const [first] = await town.editions('bao-cao-thang', '2021-10');
    const known = await browserAt(town.address).post('/kiem-tra', { hash: first?.files.pdf.sha256 ?? '' });
    expect(known.text).toContain('Đã được thay thế');
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });

  it('is asked for by a link that a coordinator has mailed, which opens the closed form and nothing to hand in', async () => {
    const ordinary = await town.linkOf('phong-a@so.example');
    expect((await browserAt(town.address).post(ordinary)).status).toBe(404);
    expect((await board.post(`${period}/link`, { unit: 'phong-a' })).text).toContain(
      'Thư có đường dẫn mới đang đi tới',
    );
    await board.post(`${period}/link`, { unit: 'phong-a' });
    await town.quiet();
    const [mail, ...more] = town.mailsTo('phong-a@so.example', 'correct-1');
    expect([mailsOf('phong-a@so.example', 'correct').length, more]).toEqual([1, []]);
    const back = browserAt(town.address);
    const shown = await back.post((mail && (await opened(mail)).link) ?? '');
    expect(shown.text).toContain('Đã đưa vào công văn: bản nộp lần 2');
    expect((await back.get(`${form}/correct`)).text).toContain('Chọn mục cần sửa');
    const late = await back.post(form, { key: newKey(), basedOn: '2', act: 'confirm', [value]: '1' });
    expect(late.text).toContain('Đã đưa vào công văn: bản nộp lần 2');
  });

  it('is asked for by a coordinator in a unit’s place, too, and goes into a third letter', async () => {
    const page = `${period}/units/phong-a/correct`;
    expect((await board.get(`${period}/units/phong-a`)).text).toContain(page);
    expect((await board.post(page, { field: value, after: '140', reason: 'Gọi điện' })).text).toContain(
      'Đã gửi đề nghị 3',
    );
    await board.post(`${period}/corrections`, { unit: 'phong-a', number: '3', verdict: 'accept' });
    await board.post(`${period}/reissue`, { 'correction.phong-a.3': 'on' });
    await town.at('2021-11-17', '08:10');
    await town.quiet();
    await town.at('2021-11-17', '08:15');
    expect(await textOf(recipient, 'edition-3')).toHaveLength(1);
    expect((await board.get(period)).text).toContain('đề nghị đính chính (Phòng A');
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });
});
