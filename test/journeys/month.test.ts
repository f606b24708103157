import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { fieldsFrom } from '../../shared/domain/collection/form-fields.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

/** Two reports of one office: the second falls due first, on a Saturday, and asks another unit. */
const main = reportWith({
  recipients: [
    { id: 'nhu-tren', line: 'Như trên', to: 'addressees', mail: [] },
    { id: 'cac-phong', line: 'Các phòng, đơn vị thuộc Sở', to: 'units', mail: ['phong-a@so.example'] },
    { id: 'luu', line: 'Lưu: VT, KHTCTH', mail: [] },
  ],
});
const small = reportWith({
  id: 'bao-cao-nhanh',
  name: 'Báo cáo nhanh',
  opening: { month: 1, day: 1, at: '08:00' },
  deadline: { month: 1, day: 6, at: '10:00', onDayOff: 'next' },
  reminders: [],
  addressees: [{ name: 'Bộ Công Thương', mail: ['bo@trung-uong.example'] }],
  recipients: [{ id: 'nhu-tren', line: 'Như trên', to: 'addressees', mail: [] }],
  indicators: [
    {
      ...exports,
      code: 'nhap-khau',
      name: 'Nhập khẩu',
      phrase: 'Nhập khẩu tháng {tháng}',
      owner: [{ unit: 'phong-c' }],
    },
  ],
  tasks: [],
  wording: '{{ so_lieu.nhap-khau }}\n',
});

let town: Town;

const given = (code: string, value: string, outcomes: Record<string, string> = {}) => ({
  figures: { [code]: { state: 'reported' as const, value } },
  outcomes,
});

const reportOf = async (id: string, month: string) => {
  const [edition] = await town.editions(id, month);
  if (!edition) throw new Error(`no edition of ${id}`);
  return Report.parse(JSON.parse(new TextDecoder().decode(await readFiled(town.archive, edition.files.report))));
};

beforeAll(async () => {
  town = await foundTown(departmentWith(main, small), ['2021-10-31', '09:00']);
});
afterAll(() => town.leave());

describe('a month', () => {
  it('opens both reports and mails each unit the link of what it owes', async () => {
    await town.at('2021-11-01', '07:55');
    expect(town.outbox).toEqual([]);
    await town.at('2021-11-01', '08:00');
    const opening = town.outbox.map(({ destinations, tags }) => `${tags.report} ${destinations}`).sort();
    expect(opening).toEqual([
      'bao-cao-nhanh phong-c@so.example',
      'bao-cao-nhanh tong-hop@so.example',
      'bao-cao-thang phong-a@so.example',
      'bao-cao-thang phong-b@so.example',
      'bao-cao-thang tong-hop@so.example',
    ]);
  });

  it('pins the definition: an edit after the opening changes nothing for this month', async () => {
    await town.publish(departmentWith(reportWith({ trichYeu: 'đã sửa', indicators: [] }), small));
    const page = await town.handIn('phong-a@so.example', given('xuat-khau', '138,8'));
    expect(page.text).toContain(
      'Kim ngạch xuất khẩu</dt><dd class="typed">Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD',
    );
  });

  it('reminds only those who still owe', async () => {
    await town.at('2021-11-11', '08:00');
    expect(town.mailsTo('phong-a@so.example', 'reminder-1')).toHaveLength(0);
    expect(town.mailsTo('phong-b@so.example', 'reminder-1')).toHaveLength(1);
  });

  it('closed the small report on the Monday, since its deadline fell on a Saturday', async () => {
    // The 6th of November 2021 was a Saturday, and the tick of the 11th made up for the missed ones.
    const period = await town.period('bao-cao-nhanh', '2021-10');
    expect(new Date(period?.deadline ?? 0).toISOString()).toBe('2021-11-08T03:00:00.000Z');
    expect(period?.state).toBe('issued');
    expect((await reportOf('bao-cao-nhanh', '2021-10')).figures).toMatchObject([
      { code: 'nhap-khau', state: 'missing' },
    ]);
  });

  it('takes a correction before the deadline', async () => {
    const page = await town.handIn('phong-a@so.example', given('xuat-khau', '139'));
    expect(page.text).toContain('Đã nhận bản nộp lần 2');
  });

  it('takes what comes a moment before the deadline', async () => {
    town.setClock('2021-11-16', '15:59');
    const page = await town.handIn('phong-b@so.example', {
      figures: {},
      outcomes: { 'nhiem-vu': '- Đã làm xong\n+ Phần hai' },
    });
    expect(page.status).toBe(200);
  });

  it('refuses what comes on the stroke of it, and gives the text back', async () => {
    const browser = browserAt(town.address);
    const form = await browser.post(await town.linkOf('phong-a@so.example'));
    town.setClock('2021-11-16', '16:00');
    const [key, basedOn] = ['key', 'basedOn'].map(name => hiddenField(form, name));
    const typed = { ...Object.fromEntries(fieldsFrom(given('xuat-khau', '150'))), further: 'viết muộn' };
    const page = await browser.post('/form', { key: key ?? '', basedOn: basedOn ?? '', ...typed });
    expect(page.text).toContain('Kỳ báo cáo đã chốt');
    expect(page.text).toContain('viết muộn');
  });

  it('closes, compiles and files on the next tick: what was accepted is in the letter, and nothing else', async () => {
    await town.at('2021-11-16', '16:00');
    const report = await reportOf('bao-cao-thang', '2021-10');
    expect(report.figures).toMatchObject([{ code: 'xuat-khau', state: 'reported', value: '139' }]);
    expect(report.outcomes).toMatchObject([{ task: 'nhiem-vu', missing: false, text: '- Đã làm xong\n+ Phần hai' }]);
    expect(report.missing).toEqual([]);
  });

  it('refuses after the close, whatever the clock of the caller says', async () => {
    town.setClock('2021-11-16', '15:58');
    const page = await town.handIn('phong-a@so.example', given('xuat-khau', '151'));
    expect(page.status).toBe(404);
    const token = await town.tokenOf('phong-a@so.example');
    const late = await fetch(`${town.address}/api/submission`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ key: crypto.randomUUID(), basedOn: 2, answers: given('xuat-khau', '151') }),
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ type: '/problems/too-late' });
  });

  it('mails each address of Nơi nhận once, however many lines name it, with both files', async () => {
    const mails = town.outbox.filter(({ tags }) => tags.step === 'edition-1' && tags.report === 'bao-cao-thang');
    expect(mails.flatMap(({ destinations }) => destinations).sort()).toEqual([
      'phong-a@so.example',
      'phong-b@so.example',
      'phong-c@so.example',
      'so-khdt@tinh.example',
    ]);
    const [first] = mails;
    const mail = first && (await opened(first));
    expect(mail?.subject).toBe('SỞ MẪU: V/v báo cáo tháng 10/2021');
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    expect(mail?.attachments.map(({ name }) => name)).toEqual([edition?.files.docx.name, edition?.files.pdf.name]);
    expect(mail?.attachments[1]?.content.equals(await readFiled(town.archive, edition?.files.pdf as never))).toBe(true);
  });

  it('accounts for each delivery', async () => {
    const letters = (await town.ledger('bao-cao-thang', '2021-10')).filter(({ step }) => step === 'edition-1');
    expect(letters.map(({ state, attempts }) => `${state} ${attempts}`)).toEqual([
      'delivered 1',
      'delivered 1',
      'delivered 1',
      'delivered 1',
    ]);
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('issued');
  });

  it('compares the next month with what this one issued', async () => {
    await town.publish(departmentWith(main, small));
    await town.at('2021-12-01', '08:00');
    await town.handIn('phong-a@so.example', given('xuat-khau', '152,9'));
    await town.at('2021-12-16', '16:00');
    expect((await reportOf('bao-cao-thang', '2021-11')).figures[0]?.changes).toMatchObject([
      { against: '2021-10', base: '139', direction: 'up', amount: '10' },
    ]);
  });
});
