import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { goToFault, openForm, shown } from './clerk.ts';
import { type Clipboard, excel, googleSheets, word } from './clipboards.ts';

let town: Town;
let browser: Browser;

const imports = { ...exports, code: 'nhap-khau', name: 'Kim ngạch nhập khẩu' };
const fish: Indicator = {
  ...exports,
  code: 'thuy-san',
  name: 'Thủy sản, hóa chất',
  unitOfMeasure: 'nghìn tấn',
  decimals: 3,
  limits: { least: '0' },
};

beforeAll(async () => {
  const report = reportWith({ indicators: [exports, imports, fish] });
  town = await foundTown(departmentWith(report), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const field = (code: string, part = 'value') => `[name="figures.${code}.${part}"]`;
const codes = ['xuat-khau', 'nhap-khau', 'thuy-san'];
const valuesOn = (page: Page) => Promise.all(codes.map(code => page.inputValue(field(code))));
const understood = (page: Page, code: string) => page.textContent(`[id="figures.${code}.understood"]`);
const told = (page: Page) => page.textContent('#cells-told');
const handIn = { name: 'Nộp báo cáo' };

async function atTheForm(settings = {}): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await openPage(browser, settings);
  await openForm(page, await town.linkOf('phong-a@so.example'), { afresh: !('javaScriptEnabled' in settings) });
  return { page, complaints };
}

/** As a browser does it: the page is asked first; what it leaves goes in as text, in a field of one line without its breaks. */
async function paste(page: Page, into: string, { html, text }: Clipboard): Promise<void> {
  await page.focus(into);
  await page.evaluate(
    ([html, text]) => {
      const clipboardData = new DataTransfer();
      if (html) clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', text ?? '');
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, text);
    },
    [html, text],
  );
}

describe('cells pasted into the field of one figure', () => {
  it.each([
    ['Excel', excel([['138'], ['210']])],
    ['a text', { text: '138\n210' }],
    ['Google Sheets', googleSheets([['138'], ['210']])],
    ['Word', word([[['138']], [['210']]])],
  ])('from %s go down from it, one number each, and all is told; a press takes them back', async (_, clipboard) => {
    const { page, complaints } = await atTheForm();
    await page.fill(field('nhap-khau'), '96');
    await page.selectOption(field('nhap-khau', 'state'), 'none');
    await paste(page, field('xuat-khau'), clipboard);
    expect(await valuesOn(page)).toEqual(['138', '210', '']);
    expect(await page.inputValue(field('nhap-khau', 'state'))).toBe('reported');
    expect(await told(page)).toContain(
      'Vừa dán 2 ô, đã điền 2/3 số liệu: Kim ngạch xuất khẩu 138; Kim ngạch nhập khẩu 210 (trước là 96).',
    );
    expect(await understood(page, 'nhap-khau')).toBe('Hiểu là 210 triệu USD');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ, lấy lại như trước khi dán' }).click();
    expect(await valuesOn(page)).toEqual(['', '96', '']);
    expect(complaints).toEqual([]);
  });

  it('that do not fit are said, and what stays as it was', async () => {
    const { page } = await atTheForm();
    await page.fill(field('xuat-khau'), '130,7');
    await paste(page, field('thuy-san'), excel([['138'], ['210']]));
    expect(await valuesOn(page)).toEqual(['130,7', '', '138']);
    expect(await told(page)).toContain('Vẫn giữ số đã có: Kim ngạch xuất khẩu 130,7.');
    expect(await told(page)).toContain('210 (không còn ô nào bên dưới)');
    await paste(page, field('xuat-khau'), excel([['138', '210']]));
    expect(await valuesOn(page)).toEqual(['130,7', '', '138']);
    expect(await told(page)).toContain('Vừa dán 2 ô, đã điền 0/3 số liệu. Vẫn giữ số đã có: Kim ngạch xuất khẩu 130,7');
    expect(await told(page)).toContain('138 | 210 (không nêu chỉ tiêu nào của đơn vị)');
    await page.getByText('Giải trình, điều chỉnh').first().click();
    await paste(page, field('xuat-khau', 'restates'), excel([['138'], ['210']]));
    expect(await page.inputValue(field('xuat-khau', 'restates'))).toBe('');
    expect(await told(page)).toContain('210 (ô này nhận một số)');
  });

  it('go to the figures they name, however they are spelt; every row that is not used is shown', async () => {
    const { page } = await atTheForm();
    const rows = [
      ['Chỉ tiêu', 'Đơn vị tính', 'Số liệu'],
      ['1. Kim ngạch xuất khẩu', 'Triệu USD', '138,8'],
      ['Thuỷ sản, hoá chất', 'nghìn tấn', '3,604'],
      ['Cộng', '', '5'],
    ];
    await paste(page, field('nhap-khau'), excel(rows, ['Kim ngạch xuất khẩu', 'triệu USD', '1']));
    expect(await valuesOn(page)).toEqual(['138,8', '', '3,604']);
    expect(await page.locator('#cells-told li').allTextContents()).toEqual([
      'Cộng | 5 (không nêu chỉ tiêu nào của đơn vị)',
    ]);
    const cells = word([
      [
        ['Kim ngạch', 'nhập khẩu'],
        ['210', ''],
      ],
      [['Kim ngạch xuất khẩu'], ['138', '139']],
    ]);
    await paste(page, field('nhap-khau'), cells);
    expect(await page.inputValue(field('nhap-khau'))).toBe('210');
    expect(await understood(page, 'xuat-khau')).toContain('"138 139" có thể hiểu nhiều cách');
  });

  it('are one cell or none: then the cell is typed, with its unit, and told as it is understood', async () => {
    const { page } = await atTheForm();
    await paste(page, field('xuat-khau'), { text: '"138,8\r\ntriệu USD"\r\n' });
    expect(await page.inputValue(field('xuat-khau'))).toBe('138,8 triệu USD');
    expect(await understood(page, 'xuat-khau')).toBe('Hiểu là 138,8 triệu USD');
    await paste(page, field('nhap-khau'), { text: '(1.240,5)\r\n' });
    expect(await understood(page, 'nhap-khau')).toBe('Hiểu là -1.240,5 triệu USD');
    await page.fill(field('nhap-khau'), '１３８，８');
    expect(await understood(page, 'nhap-khau')).toBe('Hiểu là 138,8 triệu USD');
  });

  it('of Word keep their places where they are pasted for the house to read', async () => {
    const { page } = await atTheForm();
    await page.getByText('Điền từ Excel').click();
    await paste(
      page,
      '#pasted',
      word([
        [['Kim ngạch', 'xuất khẩu'], ['138,8']],
        [['Khác'], ['1']],
      ]),
    );
    expect(await page.inputValue('#pasted')).toBe('Kim ngạch xuất khẩu\t138,8\nKhác\t1');
    await page.getByRole('button', { name: 'Điền số liệu đã dán' }).click();
    await shown(page.getByText(/^Đã điền 1\/3/));
    expect(await page.textContent('main')).toContain('Khác | 1 (không nêu chỉ tiêu nào của đơn vị)');
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('on a phone', () => {
  it('a number that may be below nought has a keyboard with a minus, and no other', async () => {
    const { page } = await atTheForm();
    const modeOf = (code: string, part: string) => page.getAttribute(field(code, part), 'inputmode');
    expect(await modeOf('thuy-san', 'value')).toBe('decimal');
    expect(await modeOf('thuy-san', 'restates')).toBe('decimal');
    expect(await modeOf('xuat-khau', 'value')).toBe('text');
    expect(await modeOf('thuy-san', 'changes.previous-month')).toBe('text');
  });

  it('without a comma, each reading is a button that fills the field', async () => {
    const { page, complaints } = await atTheForm();
    await page.fill(field('xuat-khau'), '138.8');
    await page.getByRole('button', { name: '138,8', exact: true }).click();
    expect(await page.inputValue(field('xuat-khau'))).toBe('138,8');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('figures.xuat-khau.value');
    expect(await page.locator('.readings').count()).toBe(0);

    await page.fill(field('nhap-khau'), '1,234');
    expect(await page.locator('.readings button').allTextContents()).toEqual(['1.234', '1,23']);
    await page.fill(field('nhap-khau'), '138 210');
    expect(await page.locator('.readings button').allTextContents()).toEqual(['138.210']);
    await page.fill(field('thuy-san'), '3.604');
    expect(await understood(page, 'thuy-san')).toContain('Hiểu là 3.604 nghìn tấn.');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: '3,6040', exact: true }).click();
    expect(await understood(page, 'thuy-san')).toBe('Hiểu là 3,604 nghìn tấn');
    expect(complaints).toEqual([]);
  });
});

describe.each([
  ['with its script', {}],
  ['without', { javaScriptEnabled: false }],
])('what is at fault, %s', (_, settings) => {
  it('is told with its field’s name, once; a line leads to the field, a press mends it', async () => {
    const { page } = await atTheForm(settings);
    await page.fill(field('xuat-khau'), '138.8');
    await page.fill(field('nhap-khau'), '200.000');
    await page.fill('[name=further]', 'Tốt 👀');
    await page.getByRole('button', handIn).first().click();
    await shown(page.getByRole('alert'));
    expect(await page.title()).toMatch(/^Lỗi: Báo cáo tháng/);
    expect(await page.textContent('h1')).toMatch(/^Báo cáo tháng/);
    const lines = (await page.getByRole('alert').getByRole('link').allTextContents()).map(line => line.slice(0, 45));
    expect(lines).toEqual([
      'Kim ngạch xuất khẩu: "138.8" có thể hiểu nhiề',
      'Kim ngạch nhập khẩu: Lớn hơn mức thường gặp (',
      'Thủy sản, hóa chất: Chưa nhập số liệu. Nếu tr',
      'Việc khác: Văn bản không in được các ký tự sa',
    ]);
    if (!('javaScriptEnabled' in settings)) {
      expect(await barriersOn(page)).toEqual([]);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
      await goToFault(page, /^Thủy sản/);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('figures.thuy-san.value');
    }
    await page.getByRole('button', { name: '138,8', exact: true }).click();
    await expect.poll(() => page.inputValue(field('xuat-khau'))).toBe('138,8');
    expect(await page.inputValue(field('nhap-khau'))).toBe('200.000');
    expect(await page.inputValue('[name=further]')).toBe('Tốt 👀');
  });
});
