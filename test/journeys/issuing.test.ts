import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt, hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { auditTrail } from '../../shared/aws/audit.ts';
import { makeEdit } from '../../shared/aws/edits.ts';
import { numbersIn } from '../../shared/aws/numbers.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const people = {
  'tong-hop': 'coordinator',
  'giam-doc': 'approver',
  'pho-giam-doc': 'approver',
  'van-thu': 'clerk',
} as const;
const mailOf = (id: string) => `${id}@so.example`;
const place = '/board/bao-cao-thang/2021-10/issuing';

let town: Town;
const at = new Map<string, Browser>();

beforeAll(async () => {
  const department = departmentWith(
    reportWith({
      issuing: 'after-approval',
      steps: [
        { step: 'content', by: 'coordinators' },
        { step: 'form', by: 'clerks' },
        { step: 'approval', by: ['giam-doc'], push: [{ afterHours: 4, to: ['pho-giam-doc'] }] },
        { step: 'number', by: 'clerks' },
      ],
    }),
  );
  department.staff = Object.entries(people).map(([id, role]) => ({ id, name: id, mail: mailOf(id), roles: [role] }));
  town = await foundTown(department, ['2021-10-31', '09:00']);
  await town.at('2021-11-01', '08:00');
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '138,8', note: 'Đơn hàng lớn' } };
  await town.handIn('phong-a@so.example', { figures, outcomes: {} });
  await town.at('2021-11-16', '16:00');
  for (const id of Object.keys(people)) at.set(id, await town.staffAt(mailOf(id)));
});
afterAll(() => town.leave());

/** What a person does on the page as it is now. */
async function does(who: string, act: string, fields: Record<string, string> = {}) {
  const browser = at.get(who) as Browser;
  const page = await browser.get(place);
  const looked = page.text.includes('name="pdf"')
    ? { pdf: hiddenField(page, 'pdf'), turn: hiddenField(page, 'turn') }
    : { pdf: '', turn: '' };
  const done = await browser.post(`${place}/${act}`, { ...looked, ...fields });
  await town.quiet();
  return done;
}

const edition = async () => (await town.editions('bao-cao-thang', '2021-10')).at(-1);
const turnsOf = (who: string) =>
  town.outbox.filter(
    ({ destinations, tags }) => destinations.includes(mailOf(who)) && /^(turn|push)-/.test(tags.step ?? ''),
  );

describe('a letter that is issued after its steps', () => {
  it('is drafted at the deadline, mailed to nobody, and the first step’s person has it once, with its PDF and the way in', async () => {
    await town.at('2021-11-16', '16:05');
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('drafted');
    expect(await edition()).toMatchObject({ held: false, turn: 0, passage: { stands: 'content', acts: [] } });
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toEqual([]);
    expect(['tong-hop', 'giam-doc', 'van-thu'].map(who => turnsOf(who).length)).toEqual([1, 0, 0]);
    const mail = await opened(turnsOf('tong-hop')[0] as never);
    expect(mail.text).toContain('- Phòng B');
    expect(mail.text).toContain('Còn 1 chỗ cần bổ sung');
    expect(mail.link).toBe(town.address + place);
    expect(mail.attachments.map(({ name }) => name.split('.').at(-1))).toEqual(['pdf']);
  });

  it('shows what is in it to who may see that, and lets only whose turn it is act', async () => {
    const coordinator = await (at.get('tong-hop') as Browser).get(place);
    for (const said of ['chờ kiểm tra nội dung', 'còn 1 chỗ</span> cần bổ sung', 'Phòng B', 'Đơn hàng lớn'])
      expect(coordinator.text).toContain(said);
    const clerk = await (at.get('van-thu') as Browser).get(place);
    expect(clerk.text).not.toContain('Đơn hàng lớn');
    expect(clerk.text).not.toContain('<form');
    const looked = { pdf: hiddenField(coordinator, 'pdf'), turn: '0' };
    const posts = [
      ['van-thu', 'pass', 403],
      ['giam-doc', 'pass', 403],
      ['giam-doc', 'approve', 422],
      ['van-thu', 'approve', 403],
      ['giam-doc', 'number', 403],
      ['giam-doc', 'redraft', 403],
    ] as const;
    for (const [who, act, status] of posts)
      expect([who, act, (await (at.get(who) as Browser).post(`${place}/${act}`, looked)).status]).toEqual([
        who,
        act,
        status,
      ]);
    expect((await edition())?.turn).toBe(0);
  });

  it('goes back a step with words, and comes on again', async () => {
    expect((await does('tong-hop', 'pass')).text).toContain('Đã kiểm tra nội dung');
    expect((await does('van-thu', 'return', { words: '' })).status).toBe(422);
    await does('van-thu', 'return', { words: 'Thiếu dấu chấm' });
    expect((await edition())?.passage?.stands).toBe('content');
    expect(turnsOf('tong-hop')).toHaveLength(2);
    expect((await opened(turnsOf('tong-hop')[1] as never)).text).toContain('trả lại: Thiếu dấu chấm');
    await does('tong-hop', 'pass');
    await does('van-thu', 'pass');
    expect([(await edition())?.passage?.stands, turnsOf('giam-doc').length]).toEqual(['approval', 1]);
  });

  it('pushes what stands still, once, is approved only by who has just signed in, and issues nothing however long nobody acts', async () => {
    for (const hour of ['19:00', '20:10', '20:15', '23:00']) await town.at('2021-11-16', hour);
    const stale = await does('giam-doc', 'approve');
    expect([stale.status, stale.text.includes('Cần đăng nhập lại')]).toEqual([401, true]);
    await town.at('2021-11-30', '08:00');
    expect([turnsOf('pho-giam-doc').length, turnsOf('giam-doc').length]).toEqual([1, 1]);
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('drafted');
  });

  it('is opened again for one unit until an hour, and what was passed before does not stand', async () => {
    for (const id of Object.keys(people)) at.set(id, await town.staffAt(mailOf(id)));
    const extension = { 'unit.phong-b': 'on', until: '2021-11-30T10:00', reason: 'Phòng B xin nộp thêm' };
    const said = await (at.get('tong-hop') as Browser).post('/board/bao-cao-thang/2021-10/extend', extension);
    expect(said.text).toContain('Đã gia hạn');
    await town.quiet();
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('extended');
    expect(await edition()).toMatchObject({ number: 1, passage: { stands: 'withdrawn' } });
    expect((await does('giam-doc', 'approve')).status).toBe(409);
    await town.at('2021-11-30', '08:05');
    await town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': 'Đã làm xong.' } });
    const extended = await town.period('bao-cao-thang', '2021-10');
    const edit = { unit: 'phong-b', part: 'outcomes.nhiem-vu', called: 'Nhiệm vụ được giao', madeOn: 'Đã làm xong.' };
    const made = { ...edit, text: 'Đã hoàn thành.', who: 'tong-hop', at: instantAt('2021-11-30', '08:10') };
    if (extended) await makeEdit(town.table, extended, { report: 'bao-cao-thang', month: '2021-10', ...made });
    await town.at('2021-11-30', '10:00');
    expect(await edition()).toMatchObject({
      number: 2,
      turn: 0,
      missing: [],
      passage: { stands: 'content', acts: [] },
    });
    expect(turnsOf('tong-hop')).toHaveLength(3);
    const page = await (at.get('giam-doc') as Browser).get(place);
    expect(page.text).toMatch(/Khác dự thảo trước[\s\S]*Nhiệm vụ được giao \(Phòng B\): kết quả đã thay đổi/);
    expect(page.text).toMatch(/Đã biên tập[\s\S]*\(Phòng B\)[\s\S]*Đã hoàn thành\.[\s\S]*Đã làm xong\./);
  });

  it('needs another approval when another draft is made', async () => {
    for (const id of Object.keys(people)) at.set(id, await town.staffAt(mailOf(id)));
    const old = { pdf: (await edition())?.files.pdf.sha256 ?? '', turn: String((await edition())?.turn) };
    await does('tong-hop', 'redraft', { words: 'Phòng B báo nhầm' });
    await town.at('2021-11-30', '10:05');
    expect(await edition()).toMatchObject({ number: 3, turn: 0, passage: { stands: 'content' } });
    expect((await (at.get('giam-doc') as Browser).post(`${place}/approve`, old)).status).toBe(422);
    await does('tong-hop', 'pass');
    await does('van-thu', 'pass');
    expect((await (at.get('giam-doc') as Browser).post(`${place}/approve`, old)).status).toBe(422);
    expect((await does('giam-doc', 'approve')).text).toContain('Đã duyệt');
  });

  it('is given one number, of its day, printed in it, and then goes out, once, with that', async () => {
    expect((await does('van-thu', 'number', { number: '0' })).text).toContain('số nguyên từ 1');
    expect((await does('van-thu', 'number', { number: '41' })).text).toContain('Đã cấp số');
    await town.at('2021-11-30', '10:10');
    await town.at('2021-11-30', '10:15');
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('issued');
    const register = await numbersIn(town.table, { year: '2021', symbol: 'SCT-KHTCTH' });
    expect(register.map(({ number, date, edition }) => [number, date, edition])).toEqual([[41, '2021-11-30', 3]]);
    const letters = town.mailsTo('so-khdt@tinh.example', 'edition-3');
    expect(letters).toHaveLength(1);
    const mail = await opened(letters[0] as never);
    expect(mail.text).toContain('Số, ký hiệu: 41/SCT-KHTCTH');
    expect(mail.text).toContain('ngày 30 tháng 11 năm 2021');
    const issued = await edition();
    expect(mail.text).toContain(issued?.printed?.pdf.sha256);
    expect(issued?.printed?.pdf.sha256).not.toBe(issued?.files.pdf.sha256);
    const board = await (at.get('van-thu') as Browser).get('/board/bao-cao-thang/2021-10');
    expect(board.text).toContain(issued?.printed?.pdf.sha256);
  });

  it('is known by its number to whoever asks of its file, and none of its drafts is', async () => {
    const anybody = browserAt(town.address);
    const issued = await edition();
    const known = await anybody.post('/kiem-tra', { hash: issued?.printed?.pdf.sha256 ?? '' });
    expect(known.text).toContain('công văn số 41/SCT-KHTCTH, ngày 30 tháng 11 năm 2021');
    for (const { files } of await town.editions('bao-cao-thang', '2021-10'))
      expect((await anybody.post('/kiem-tra', { hash: files.pdf.sha256 })).status).toBe(404);
  });

  it('tells each act in the trail, and takes no other once it is out', async () => {
    const trail = (await auditTrail(town.table, { report: 'bao-cao-thang', month: '2021-10' })).map(({ what }) => what);
    expect(new Set(trail)).toEqual(
      new Set([
        ...['mở kỳ', 'chốt kỳ', 'lập công văn', 'kiểm tra nội dung xong', 'trả lại, chưa đạt thể thức'],
        ...[
          'kiểm tra thể thức xong',
          'gia hạn',
          'biên tập',
          'lập lại dự thảo',
          'duyệt',
          'cấp số',
          'in số và ngày',
          'phát hành',
        ],
      ]),
    );
    expect((await does('tong-hop', 'redraft', { words: 'muộn' })).status).toBe(409);
    expect((await browserAt(town.address).get(place)).status).toBe(401);
  });

  it('is replaced by one that goes through the same steps, and says the number it takes the place of', async () => {
    for (const id of Object.keys(people)) at.set(id, await town.staffAt(mailOf(id)));
    const [coordinator, period] = [at.get('tong-hop') as Browser, '/board/bao-cao-thang/2021-10'];
    const wanted = { field: 'figures.xuat-khau.value', after: '139,2', reason: 'Gõ nhầm' };
    await coordinator.post(`${period}/units/phong-a/correct`, wanted);
    await coordinator.post(`${period}/corrections`, { unit: 'phong-a', number: '1', verdict: 'accept' });
    await coordinator.post(`${period}/reissue`, { 'correction.phong-a.1': 'on' });
    await town.at('2021-11-30', '10:20');
    expect(await edition()).toMatchObject({ number: 4, turn: 0, passage: { stands: 'content' } });
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-4')).toEqual([]);
    expect((await coordinator.get(period)).text).toContain('Đang lập bản thay thế');
    await does('tong-hop', 'pass');
    await does('van-thu', 'pass');
    await does('giam-doc', 'approve');
    await does('van-thu', 'number', { number: '42' });
    for (const time of ['10:25', '10:30']) await town.at('2021-11-30', time);
    const [letter, ...more] = town.mailsTo('so-khdt@tinh.example', 'edition-4');
    const { text = '' } = letter ? await opened(letter) : {};
    expect(more).toEqual([]);
    expect(text).toMatch(/^Công văn này thay thế công văn số 41\/SCT-KHTCTH ngày 30 tháng 11 năm 2021 đã gửi/);
    expect(text).toContain('Số, ký hiệu: 42/SCT-KHTCTH');
    expect((await coordinator.get(period)).text).toContain('bằng bản 4');
  });
});
