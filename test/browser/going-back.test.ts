import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { handIn, openForm, press, shown } from './clerk.ts';

let town: Town;
let browser: Browser;

const imports = { ...exports, code: 'nhap-khau', name: 'Kim ngạch nhập khẩu', phrase: 'Kim ngạch nhập khẩu' };
const tasks = ['mot', 'hai'].map(id => ({
  id,
  text: `Nhiệm vụ ${id}`,
  group: 'chung',
  owner: [{ unit: 'phong-a' }],
}));

beforeAll(async () => {
  const indicators = [exports, imports];
  town = await foundTown(departmentWith(reportWith({ indicators, tasks })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const one = '[name="figures.xuat-khau.value"]';
const other = '[name="figures.nhap-khau.value"]';
const further = '[name="further"]';

async function atTheForm(settings: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage(browser, settings);
  await openForm(page, await town.linkOf('phong-a@so.example'), { afresh: settings.javaScriptEnabled !== false });
  return page;
}

const scripts: [string, BrowserContextOptions][] = [
  ['with the script', {}],
  ['without', { javaScriptEnabled: false }],
];

describe.each(scripts)('going back and loading anew, %s', (_, settings) => {
  it('send nothing again and lose no word, whichever button was pressed', async () => {
    const page = await atTheForm(settings);
    await page.fill(one, '');
    await page.fill(other, '96');
    const acts: [string, string][] = [
      ['Nộp báo cáo', 'chỗ cần sửa'],
      ['Xem phần của đơn vị trong công văn', 'chỗ cần sửa'],
      ['Lưu nháp, chưa nộp', 'Đã lưu bản nháp'],
    ];
    for (const [at, [act, said]] of acts.entries()) {
      await page.fill(further, `Lời thứ ${at}`);
      await press(page, act);
      await shown(page.getByText(said).first());
      await page.reload();
      await shown(page.getByText(said).first());
      await page.goBack();
      expect([await page.inputValue(further), await page.inputValue(other)]).toEqual([`Lời thứ ${at}`, '96']);
    }
    await page.getByText('Điền từ Excel').click();
    await page.fill('[name=pasted]', 'Kim ngạch xuất khẩu\t138,8');
    await press(page, 'Điền số liệu đã dán');
    await shown(page.getByText(/^Đã điền/));
    await page.reload();
    expect(await page.inputValue(one)).toBe('138,8');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
    await page.reload();
    await page.getByRole('button', { name: 'Sửa' }).click();
    expect([await page.inputValue(one), await page.inputValue(further)]).toEqual(['138,8', 'Lời thứ 2']);
  });

  it('after a hand-in show what was handed in, to be mended and handed in again', async () => {
    const page = await atTheForm(settings);
    await page.fill(one, '140');
    await page.fill(other, '97');
    await page.fill(further, 'Bản đầu');
    await handIn(page);
    const receipt = page.url();
    await page.goBack();
    expect(page.url()).toBe(receipt);
    await page.goBack();
    await shown(page.getByText(/Đã nộp lần \d/).first());
    expect(await page.inputValue(further)).toBe('Bản đầu');
    expect(await page.textContent('.facts')).toMatch(/Đang hiện\s*bản đã nộp lần \d/);
    await page.fill(further, 'Bản sửa');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Thay đổi so với bản đã nộp' }));
    expect(await page.getByRole('table').textContent()).toMatch(/Bản đầu[\s\S]*Bản sửa/);
    // axe is a script itself.
    if (settings.javaScriptEnabled !== false) expect(await barriersOn(page)).toEqual([]);
    await press(page, 'Xác nhận nộp');
    await shown(page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
    expect(await page.textContent('main')).toContain('Bản sửa');
  });
});

describe('a machine that others use', () => {
  it('keeps nothing once the clerk has left: the draft is the unit’s, and the way back is the mail', async () => {
    const page = await atTheForm();
    await page.fill(further, 'Viết dở rồi đi');
    await press(page, 'Lưu nháp và thoát khỏi máy này');
    await shown(page.getByText('Đã thoát khỏi biểu mẫu trên máy này'));
    expect(await page.evaluate(() => globalThis.localStorage.length)).toBe(0);
    expect((await page.context().cookies()).length).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    const again = await atTheForm();
    expect(await again.inputValue(further)).toBe('Viết dở rồi đi');
    expect(await again.textContent('.facts')).toContain('bản nháp lưu lúc');
  });
});

describe('Enter in a field', () => {
  it.each(scripts)('sends nothing, %s', async (_, settings) => {
    const page = await atTheForm(settings);
    const at = page.url();
    await page.fill(one, '5');
    await page.press(one, 'Enter');
    await page.fill(other, '6');
    await page.press(other, 'Enter');
    expect([page.url(), await page.inputValue(one), await page.inputValue(other)]).toEqual([at, '5', '6']);
  });
});

describe('a task that was left empty', () => {
  it('is named before the hand-in, on the receipt, at the board and in the preview; "không phát sinh" answers it', async () => {
    const page = await atTheForm();
    await page.fill(one, '141');
    await page.fill(other, '98');
    await page.fill('[name="outcomes.mot"]', 'Đã xong');
    await page.fill('[name="outcomes.hai"]', '');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Còn 1 nhiệm vụ chưa có kết quả' }));
    expect(await barriersOn(page)).toEqual([]);
    await press(page, 'Xác nhận nộp');
    await shown(page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
    expect(await page.textContent('main')).toContain('Nhiệm vụ hai');
    expect(await page.textContent('main')).toContain('chưa có báo cáo');

    const coordinator = await town.staffAt('tong-hop@so.example');
    expect((await coordinator.get('/board/bao-cao-thang/2021-10')).text).toContain('1 nhiệm vụ chưa có kết quả');
    const preview = (await coordinator.get('/board/bao-cao-thang/2021-10/preview')).text;
    expect(preview).toContain('Nhiệm vụ hai: chưa có báo cáo của Phòng A.');
    expect(preview).toContain('1 nhiệm vụ chưa có kết quả dù đơn vị đã nộp');

    await page.getByRole('link', { name: 'Nhiệm vụ hai' }).click();
    await page.selectOption('[name="statuses.hai"]', 'none');
    await handIn(page);
    expect(await page.textContent('main')).toContain('[không phát sinh]');
    expect((await coordinator.get('/board/bao-cao-thang/2021-10')).text).not.toContain('nhiệm vụ chưa có kết quả');
  });
});

describe('that there is no figure', () => {
  it('is offered only where none was typed or handed in, throws nothing away, and hands in nothing by itself', async () => {
    const page = await atTheForm();
    const nothing = 'Trong kỳ không phát sinh số liệu nào';
    expect(await page.getByRole('button', { name: nothing }).count()).toBe(0);

    const unit = await openPage(browser);
    const bare = await openPage(browser, { javaScriptEnabled: false });
    const second = reportWith({ id: 'bao-cao-hai', name: 'Báo cáo hai', indicators: [exports, imports], tasks });
    await town.publish(departmentWith(reportWith({ indicators: [exports, imports], tasks }), second));
    await town.at('2021-11-01', '08:05');
    for (const opened of [unit, bare]) await openForm(opened.page, await town.linkOf('phong-a@so.example'));
    await unit.page.fill(one, '5');
    expect(await unit.page.getByRole('button', { name: nothing }).isVisible()).toBe(false);
    await bare.page.fill(one, '812,5');
    await press(bare.page, nothing);
    expect(await bare.page.textContent('[role=status]')).toContain(
      'Chưa làm gì: đã nhập số liệu của Kim ngạch xuất khẩu',
    );
    expect(await bare.page.inputValue(one)).toBe('812,5');
    await unit.page.fill(one, '');
    await press(unit.page, nothing);
    await shown(unit.page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
    await press(unit.page, 'Xác nhận nộp');
    await shown(unit.page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
    expect(await unit.page.textContent('main')).toContain('Kim ngạch xuất khẩu tháng 10 không phát sinh.');
  });
});

describe('the last hour', () => {
  it('looks like it: on the form, on the page that confirms; and the receipt says what comes next', async () => {
    const page = await atTheForm();
    expect(await page.locator('[data-last-hour]').isVisible()).toBe(false);
    town.setClock('2021-11-16', '15:35');
    const last = await atTheForm();
    expect(await last.locator('[data-last-hour]').textContent()).toContain('còn 25 phút đến hạn');
    for (const code of ['xuat-khau', 'nhap-khau'])
      await last.selectOption(`[name="figures.${code}.state"]`, 'reported');
    await last.fill(one, '142');
    await last.fill(other, '99');
    await press(last, 'Nộp báo cáo');
    await shown(last.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
    expect(await last.locator('[data-last-hour]').isVisible()).toBe(true);
    expect(await barriersOn(last)).toEqual([]);
    await press(last, 'Xác nhận nộp');
    await shown(last.getByRole('heading', { name: 'Việc tiếp theo' }));
    expect(await last.textContent('main')).toMatch(/\d{3} \d{3}, lần \d+ \(đọc qua điện thoại\)/);
    expect(await barriersOn(last)).toEqual([]);
  });
});

describe('a text with a place of the form left in it', () => {
  it('is read once more before the hand-in; one press leads to the text, and what is right is handed in', async () => {
    const page = await atTheForm();
    await page.fill(one, '141');
    await page.fill(other, '98');
    await page.fill('[name="outcomes.mot"]', 'Đã chi … tỷ đồng');
    await page.fill('[name="outcomes.hai"]', 'Đã xong');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Đọc lại 1 chỗ' }));
    expect(await page.textContent('main')).toContain(
      'Nhiệm vụ mot: Còn 1 chỗ để trống của mẫu, như "Đã chi … tỷ đồng"',
    );
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Nhiệm vụ mot' }).click();
    await expect.poll(() => page.inputValue('[name="outcomes.mot"]')).toBe('Đã chi … tỷ đồng');
    await page.fill('[name="outcomes.mot"]', 'Đã chi 12 tỷ đồng');
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('heading', { name: 'Kiểm tra trước khi nộp' }));
    expect(await page.textContent('main')).not.toContain('Đọc lại');
    await press(page, 'Xác nhận nộp');
    await shown(page.getByRole('heading', { name: 'Biên nhận báo cáo' }));
    expect(await page.textContent('main')).toContain('Đã chi 12 tỷ đồng');
  });
});
