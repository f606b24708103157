import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listsFilled } from '../../functions/collect/list-sheets.ts';
import { type Browser, browserAt, hiddenField, type Page } from '../../infra/local/browser.ts';
import { workbookRead } from '../../shared/xlsx.ts';
import { workbook } from '../../templates/sheet.ts';
import { handInByApi, handInByForm, sample } from './an-office-at-work.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  town = await foundTown(sample('so-xay-dung'), ['2025-11-01', '08:00']);
  await town.at('2025-11-01', '08:00');
});
afterAll(() => town.leave());

type Clerk = { browser: Browser; form: Page; press: (act: string, fields?: Record<string, string>) => Promise<Page> };

/** A clerk of a unit with the form open, who presses its button `act`. */
async function clerk(unit: string): Promise<Clerk> {
  const browser = browserAt(town.address);
  const form = await browser.post(await town.linkOf(`${unit}@so-xay-dung.example`));
  const own = { key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn'), 'lists.du-an': '' };
  return { browser, form, press: (act, fields = {}) => browser.post('/form', { ...own, act, ...fields }) };
}

const columns = ['ten', 'ke-hoach-von', 'da-giai-ngan'];

/** The fields of rows, from the first on. */
function rows(...typed: string[][]): Record<string, string> {
  return Object.fromEntries(
    typed.flatMap((row, at) => columns.map((column, nth) => [`lists.du-an.${at}.${column}`, row[nth] ?? ''])),
  );
}

/** The cells of rows on a page, as many as have one filled in. */
function rowsOn({ text }: Page): string[][] {
  const cell = (at: number, column: string) =>
    new RegExp(`name="lists.du-an.${at}.${column}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  const all = Array.from({ length: 20 }, (_, at) => columns.map(column => cell(at, column)));
  return all.filter(row => row.some(Boolean));
}

const [bridge, road] = [
  ['Cầu Sông Mới', '12.000', '9.500,25'],
  ['Đường tránh', '1.000', '200'],
] as [string[], string[]];

describe('the rows of a list in the form, without a script', () => {
  it('have empty ones to begin with, more of them at a press, and what is computed of those filled in', async () => {
    const { form, press } = await clerk('ban-1');
    expect(form.text.match(/name="lists\.du-an\.\d+\.ten"/g)).toHaveLength(3);
    expect(form.text).toContain('aria-label="Đã giải ngân, dòng 1"');
    const more = await press('more-rows du-an', rows(bridge, road));
    expect(more.text.match(/name="lists\.du-an\.\d+\.ten"/g)).toHaveLength(12);
    expect(rowsOn(more)).toEqual([bridge, road]);
    expect(more.text).toContain('<output id="lists.du-an.0.ty-le">79,2</output>');
    expect(more.text).toContain('<output data-sum="da-giai-ngan">9.700,25</output>');
    expect(more.text).toContain('Đơn vị chưa nộp');
  });

  it('are taken out one by one', async () => {
    const { press } = await clerk('ban-1');
    expect(rowsOn(await press('drop-row du-an 0', rows(bridge, road)))).toEqual([road]);
  });

  it('are added to by what is pasted, under its heads; what is not used of it is shown', async () => {
    const { press } = await clerk('ban-1');
    const pasted = 'DANH MỤC\nSTT\tĐã giải ngân\tDự án\tghi chú\n1\t200\tĐường tránh\tgấp\n2\t5\tKè\t';
    const page = await press('paste-rows du-an', { ...rows(bridge), 'pasted.du-an': pasted });
    expect(rowsOn(page)).toEqual([bridge, ['Đường tránh', '', '200'], ['Kè', '', '5']]);
    expect(page.text).toContain('Đã thêm 2 dòng vào Các dự án, chưa nộp');
    expect(page.text).toContain('<li>DANH MỤC</li><li>cả cột &quot;ghi chú&quot;</li>');
  });

  it('are kept as a draft, and found again', async () => {
    const { press } = await clerk('ban-1');
    await press('draft', rows(bridge, ['Kè', 'chưa rõ', '']));
    const { form } = await clerk('ban-1');
    expect(rowsOn(form)).toEqual([bridge, ['Kè', 'chưa rõ', '']]);
  });

  it('come back as typed when one is refused, and what is wrong stands at its cell', async () => {
    const { press } = await clerk('ban-1');
    const typed = [bridge, ['Kè', 'chưa rõ', ''], ['Cống', '1', '2']];
    const refused = await press('confirm', rows(...typed));
    expect(refused.text).toContain('id="faults"');
    expect(rowsOn(refused)).toEqual(typed);
    expect(refused.text).toContain('href="#lists.du-an.1.da-giai-ngan">Các dự án, dòng 2, cột Đã giải ngân: chưa nhập');
    expect(refused.text).toContain('id="lists.du-an.1.da-giai-ngan.fault">Chưa nhập; hãy nhập, hoặc bỏ cả dòng.');
    expect(refused.text).toContain('id="lists.du-an.2.giai-trinh.fault">Đã giải ngân 2 lớn hơn Kế hoạch vốn 1.');
  });

  it('are refused when there are 501, and all come back', async () => {
    const { press } = await clerk('ban-1');
    const refused = await press('confirm', rows(...Array.from({ length: 501 }, (_, at) => [`Dự án ${at}`, '1', '1'])));
    expect(refused.text).toContain('id="faults"');
    expect(refused.text).toContain('Các dự án: được tối đa 500 dòng, đã nhập 501');
    expect(refused.text).toContain('name="lists.du-an.500.ten" value="Dự án 500"');
  });

  it('go out in the workbook of the unit, and come back with it; rows it no longer has, and sheets of nothing, are told', async () => {
    const { browser, form, press } = await clerk('ban-1');
    await press('draft', rows(bridge, ['Kè', 'chưa rõ', '']));
    const template = await browser.get(`${new URL(form.address).pathname}/template`);
    const { sheets } = await workbookRead(template.bytes);
    const heads = ['Dự án', 'Kế hoạch vốn (triệu đồng)', 'Đã giải ngân (triệu đồng)', 'Giải trình'];
    expect(sheets).toEqual([
      { name: 'Các dự án', rows: [heads, [...bridge, ''], ['Kè', 'chưa rõ', '', '']], hidden: 0 },
    ]);

    const mine = { name: 'Các dự án', rows: [heads, ['Cống', { number: '20' }, { number: '10.5' }]] };
    const notes = { name: 'Ghi chú', rows: [['gọi lại Ban 2']] };
    const read = await workbookRead(await workbook([mine, notes]));
    const { answers, told, unused, others } = listsFilled(
      { figures: {}, outcomes: {}, lists: { 'du-an': [{ ten: 'Kè' }, { ten: 'Cống', 'ke-hoach-von': '1' }] } },
      read.sheets,
      sample('so-xay-dung').reports[0]?.lists ?? [],
    );
    expect(answers.lists).toEqual({ 'du-an': [{ ten: 'Cống', 'ke-hoach-von': '20', 'da-giai-ngan': '10,5' }] });
    expect(told).toContain('Đã điền 1 dòng vào Các dự án');
    expect(unused).toEqual(['Các dự án, dòng đã có mà tệp không có: Kè']);
    expect(others.map(({ name }) => name)).toEqual(['Ghi chú']);
  });

  it('that came by program are shown, and stay where a page hands in that does not name the list', async () => {
    const lists = { 'du-an': [{ ten: 'Cầu Sông Mới', 'ke-hoach-von': '12.000', 'da-giai-ngan': '9.500,25' }] };
    await handInByApi(town, 'ban-2@so-xay-dung.example', { figures: {}, outcomes: {}, lists });
    expect(rowsOn((await clerk('ban-2')).form)).toEqual([bridge]);
    const receipt = await handInByForm(town, 'ban-2@so-xay-dung.example', { further: 'Việc khác' });
    expect(receipt.text).toContain('Đã nhận bản nộp lần 2');
    expect(receipt.text).toContain('Cầu Sông Mới');
    const { press } = await clerk('ban-2');
    expect((await press('confirm')).text).not.toContain('Cầu Sông Mới');
    await handInByApi(town, 'ban-1@so-xay-dung.example', { figures: {}, outcomes: {}, lists });
  });

  it('are those of the term before where they carry over, until the unit hands in', async () => {
    await town.at('2025-12-01', '08:00');
    const { form, press } = await clerk('ban-1');
    expect(form.text).toContain('Các dòng của tháng trước đã được điền sẵn');
    expect(rowsOn(form)).toEqual([bridge]);
    expect((await press('confirm')).text).toContain('Đã nhận bản nộp lần 1');
    expect(rowsOn((await clerk('ban-1')).form)).toEqual([]);
  });
});
