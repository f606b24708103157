import { randomBytes } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt, hiddenField, type Page } from '../../infra/local/browser.ts';
import { keyOf } from '../../shared/aws/heads.ts';
import { update } from '../../shared/aws/table.ts';
import { xlsx } from '../../templates/sheet.ts';
import { departmentWith, exports, index, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  const limits = { ...exports.limits, change: '50' };
  const tasks = [{ id: 'nhiem-vu', text: 'Nhiệm vụ được giao', group: 'chung', owner: [{ unit: 'phong-a' }] }];
  const report = reportWith({
    indicators: [
      { ...exports, limits },
      { ...index, shows: 'level' },
    ],
    tasks,
  });
  const history = [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }];
  town = await foundTown({ ...departmentWith(report), history }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

/** A clerk with the form open, who presses the button `act`. */
async function clerk(): Promise<{
  browser: Browser;
  press: (act: string, fields?: Record<string, string>) => Promise<Page>;
}> {
  const browser = browserAt(town.address);
  const form = await browser.post(await town.linkOf('phong-a@so.example'));
  const own = { key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn') };
  return { browser, press: (act, fields = {}) => browser.post('/form', { ...own, act, ...fields }) };
}

const figures = { 'figures.xuat-khau.value': '138,8', 'figures.chi-so.value': '101,99' };

describe('a button of the form', () => {
  it('keeps a draft, faults and all, which a colleague finds; nothing is handed in by it', async () => {
    const { press } = await clerk();
    const kept = await press('draft', { 'figures.xuat-khau.value': '138.8', further: 'viết dở' });
    expect(kept.text).toContain('Đã lưu bản nháp lúc 08:00 ngày 01/11/2021');
    const { browser } = await clerk();
    const { text } = await browser.get('/form');
    expect(text).toContain('Đây là bản nháp đã lưu lúc 08:00 ngày 01/11/2021, chưa nộp.');
    expect(text).toContain('value="138.8"');
    expect(text).toContain('viết dở');
    expect(text).toContain('Đơn vị chưa nộp');
  });

  it('leaves the form where a colleague’s draft says the same by now', async () => {
    const [one, other] = [await clerk(), await clerk()];
    await one.press('draft', { further: 'viết chung' });
    const left = await other.press('leave', { further: 'viết chung', seen: '0' });
    expect(left.text).toContain('Đã thoát khỏi biểu mẫu trên máy này');
  });

  it('keeps a draft over one that cannot be read, and says no other thing', async () => {
    const [one, other] = [await clerk(), await clerk()];
    await one.press('draft', { further: 'hỏng' });
    const { pk } = keyOf({ report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 });
    const spoilt = { set: ['answers = :spoilt'], condition: 'attribute_exists(pk)', values: { ':spoilt': '{' } };
    await update(town.table, { pk, sk: 'DRAFT#phong-a' }, spoilt);
    const kept = await other.press('draft', { further: 'viết lại', seen: '0' });
    expect(kept.text).toContain('Đã lưu bản nháp lúc 08:00 ngày 01/11/2021');
    expect((await one.browser.get('/form/bao-cao-thang/2021-10/phong-a?saved=1')).text).toContain('viết lại');
  });

  it('shows the unit’s part of the letter as typed, and hands nothing in', async () => {
    const { press } = await clerk();
    const { text } = await press('preview', { ...figures, 'outcomes.nhiem-vu': '+ Xong phần một' });
    expect(text).toContain('đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.');
    expect(text).toContain('<p>+ Xong phần một</p>');
    expect(text).toContain('Đơn vị chưa nộp');
  });

  it('fills the figures pasted by name, and leaves a row with two numerals unread', async () => {
    const { press } = await clerk();
    const pasted = 'KIM NGẠCH xuất khẩu\t138,8\nchi-so\t100\t101\nkhác\t1';
    const { text } = await press('paste', { pasted, further: 'giữ lại' });
    expect(text).toContain('Đã điền 1/2 số liệu, chưa nộp');
    expect(text).toContain(
      '<li>chi-so | 100 | 101 (có nhiều số)</li><li>khác | 1 (không nêu chỉ tiêu nào của đơn vị)</li>',
    );
    expect(text).toContain('name="figures.xuat-khau.value" value="138,8"');
    expect(text).toContain('giữ lại');
  });

  it('asks of a figure far from history for an explanation, and takes it', async () => {
    const { press } = await clerk();
    const far = { ...figures, 'figures.xuat-khau.value': '300' };
    const refused = await press('confirm', far);
    expect(refused.text).toContain('id="faults"');
    expect(refused.text).toContain('Lệch 130% so với tháng 9/2021; mức thường gặp là trong 50%.');
    const taken = await press('confirm', {
      ...far,
      'figures.xuat-khau.note': 'một đơn hàng lớn',
      'statuses.nhiem-vu': 'done',
    });
    expect(taken.text).toContain('Đã nhận bản nộp lần 1');
    expect(taken.text).toContain('đạt 300 triệu USD, tăng 129,5% so với tháng 9/2021.\nGhi chú: một đơn hàng lớn');
    expect(taken.text).toContain('[đã hoàn thành]');
  });

  it('shows whoever would overwrite a colleague’s revision what differs, and the history what changed', async () => {
    const [one, other] = [await clerk(), await clerk()];
    await one.press('confirm', figures);
    const late = await other.press('confirm', { ...figures, 'figures.xuat-khau.value': '140' });
    expect(late.text).toMatch(/<td data-name="Bản đã nộp lần \d[^"]*"><span class="typed">138,8</);
    expect(late.text).toMatch(/<td data-name="Đang nhập ở đây"><span class="typed">140</);
    const { text } = await one.browser.get('/history');
    expect(text).toMatch(
      /<span class="typed">[^<]*300 triệu USD[^<]*Ghi chú: một đơn hàng lớn<\/span><\/td>\s*<td data-name="Lần \d"><span class="typed">[^<]*138,8 triệu USD/,
    );
  });

  it.each([
    ['a numeral', 'figures.xuat-khau.value', '1'.repeat(65)],
    ['a note', 'figures.xuat-khau.note', 'a '.repeat(501)],
    ['an outcome', 'outcomes.nhiem-vu', 'a '.repeat(5_001)],
    ['a state nobody has', 'figures.xuat-khau.state', 'khác'],
  ])('gives everything back when %s is out of shape, and names the field', async (_, field, text) => {
    for (const act of ['confirm', 'draft']) {
      const { press } = await clerk();
      const page = await press(act, { ...figures, [field]: text, further: 'giữ lại' });
      expect(page.text).toContain('id="faults"');
      expect(page.text).toContain(`href="#${field}"`);
      expect(page.text).toContain('giữ lại</textarea>');
    }
  });

  it('gives the text back where the session has ended', async () => {
    const { status, text } = await browserAt(town.address).post('/form', { act: 'confirm', further: 'chưa mất' });
    expect(status).toBe(401);
    expect(text).toContain('chưa mất');
  });
});

describe('a filled template', () => {
  async function upload(file: Uint8Array): Promise<{ status: number; text: string }> {
    const link = await town.linkOf('phong-a@so.example');
    const opened = await fetch(link, { method: 'POST', redirect: 'manual', headers: { origin: town.address } });
    const cookie = opened.headers
      .getSetCookie()
      .map(each => each.split(';')[0])
      .join('; ');
    const form = {
      status: 200,
      address: '',
      text: await (await fetch(`${town.address}/form`, { headers: { cookie } })).text(),
    };
    const body = new FormData();
    for (const name of ['key', 'basedOn']) body.set(name, hiddenField(form, name));
    body.set('act', 'upload');
    body.set('further', 'giữ lại');
    body.set('sheet', new Blob([new Uint8Array(file)]), 'a.xlsx');
    const answer = await fetch(`${town.address}/form`, {
      method: 'POST',
      body,
      headers: { cookie, origin: town.address },
    });
    return { status: answer.status, text: await answer.text() };
  }

  it('fills the fields, numbers and text alike', async () => {
    const rows = [
      ['Mã', 'Số liệu'],
      ['xuat-khau', { number: '139.5' }],
      ['chi-so', '102,5'],
    ];
    const { status, text } = await upload(await xlsx({ name: 'Số liệu', rows }));
    expect(status).toBe(200);
    expect(text).toContain('name="figures.xuat-khau.value" value="139,5"');
    expect(text).toContain('name="figures.chi-so.value" value="102,5"');
  });

  it('is taken with a hidden sheet of a name longer than any; what is told of it is shortened', async () => {
    const sheets = [{ name: 'Tháng 10', rows: [['xuat-khau', 139.5]] }];
    const parts = unzipSync(await writeXlsx({ sheets: [...sheets, { name: 'AN', rows: [['x', 1]], hidden: true }] }));
    const names = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    parts['xl/workbook.xml'] = strToU8(names.replace('name="AN"', `name="${'n'.repeat(500_000)}"`));
    const { status, text } = await upload(zipSync(parts));
    expect(status).toBe(200);
    expect(text).toContain('name="figures.xuat-khau.value" value="139,5"');
    expect(text).toContain('giữ lại</textarea>');
    expect(text).toContain('Không đọc trang tính ẩn: nnn');
    expect(text).not.toContain('n'.repeat(50_000));
  });

  it('of two sheets is asked about; what is hidden is not read, and that is told', async () => {
    const sheet = (name: string, value: number, more = {}) => ({
      name,
      rows: [
        ['xuat-khau', value],
        [name, 1],
      ],
      ...more,
    });
    const file = await writeXlsx({
      sheets: [sheet('Tháng 10', 139.5), sheet('Lũy kế', 1_240), sheet('Cũ', 1, { veryHidden: true })],
    });
    const { status, text } = await upload(file);
    expect(status).toBe(200);
    expect(text).toContain('Tệp có 2 trang tính. Lấy số liệu ở trang nào?');
    expect(text).toContain('Không đọc trang tính ẩn: Cũ.');
    expect(text).toContain('1/2 số liệu: Kim ngạch xuất khẩu 1.240.');
    expect(text).toContain('<li>Lũy kế | 1 (không nêu chỉ tiêu nào của đơn vị)</li>');
    expect(text).not.toContain('name="figures.xuat-khau.value" value="1');

    const [, fills = ''] =
      /<button name="act" value="(fill [^"]*)" class="secondary">Lấy trang “Lũy kế”/.exec(text) ?? [];
    const { press } = await clerk();
    const filled = await press(fills.replaceAll('&amp;', '&'), { 'figures.xuat-khau.value': '', further: 'giữ lại' });
    expect(filled.text).toContain('Đã điền Kim ngạch xuất khẩu 1.240; chưa nộp, hãy xem lại.');
    expect(filled.text).toContain('name="figures.xuat-khau.value" value="1.240"');
    expect(filled.text).toContain('giữ lại');
  });

  it('is taken with a logo in it: 700 KB', async () => {
    const rows = [
      ['Mã', 'Số liệu'],
      ['xuat-khau', '139,5'],
    ];
    const parts = unzipSync(await xlsx({ name: 'Số liệu', rows }));
    parts['xl/media/image1.png'] = randomBytes(700 * 1_024);
    const { status, text } = await upload(zipSync(parts));
    expect([status, text.includes('name="figures.xuat-khau.value" value="139,5"')]).toEqual([200, true]);
  });

  it('of more than three megabytes is refused for what it is, and what was typed comes back', async () => {
    const { status, text } = await upload(randomBytes(3 * 1_024 * 1_024 + 1));
    expect(status).toBe(413);
    expect(text).toContain('Tệp Excel này quá lớn');
    expect(text).toContain('Tệp được tối đa 3 MB, tệp này 3,1 MB.');
    expect(text).toContain('giữ lại');
    expect(text).not.toContain('tối đa 128 KB');
  });

  it.each([
    ['no workbook', new TextEncoder().encode('xlsx?')],
    ['a bomb', zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000) }, { level: 9 })],
    ['a declaration', zipSync({ 'a.xml': new TextEncoder().encode('<!DOCTYPE a [<!ENTITY b "c">]><a/>') })],
    ['a cell far down', zipSync({ 'a.xml': new TextEncoder().encode('<c r="A1048576"/>') })],
    ['a cell far right', zipSync({ 'a.xml': new TextEncoder().encode("<c r = 'XFD1'/>") })],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}`, new Uint8Array()]))),
    ],
  ])('is refused when it is %s, and what was typed comes back', async (_, file) => {
    const { text } = await upload(file);
    expect(text).toContain('Không đọc được tệp Excel này');
    expect(text).toContain('giữ lại');
  });
});

describe('after the deadline', () => {
  it.each(['confirm', 'draft'])('%s says so and gives the text back; what was in time stands', async act => {
    town.setClock('2021-11-16', '15:59');
    const { browser, press } = await clerk();
    town.setClock('2021-11-16', '16:00');
    const { text } = await press(act, { ...figures, further: `muộn ${act}` });
    expect(text).toContain('Kỳ báo cáo đã chốt');
    expect(text).toContain(`muộn ${act}`);
    expect((await browser.get('/form')).text).toContain('Đã nhận, chưa chốt: bản nộp lần 2');
  });
});
