import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { projects } from '../domain/a-list.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { handInByApi } from '../journeys/an-office-at-work.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersOn, launchChromium, openPage } from './chromium.ts';
import { goToFault, handIn, openForm, shown } from './clerk.ts';

let town: Town;
let browser: Browser;

const unit = 'phong-a@so.example';
const bridge = { ten: 'Cầu số 1', 'ke-hoach-von': '1.200', 'da-giai-ngan': '600', 'khoi-cong': '31102021' };
const road = { ten: 'Đường tránh', 'ke-hoach-von': '100', 'da-giai-ngan': '100' };

beforeAll(async () => {
  const rules = [{ rule: 'xuat-khau >= sum(du-an.da-giai-ngan)', otherwise: 'refuse' as const }];
  town = await foundTown(departmentWith(reportWith({ indicators: [exports], lists: [projects], rules, tasks: [] })), [
    '2021-11-01',
    '08:00',
  ]);
  await town.at('2021-11-01', '08:00');
  // By a program, so that no test rests on what another hands in.
  const figures = { 'xuat-khau': { state: 'reported', value: '701' } };
  const lists = { 'du-an': [{ ...bridge, nguon: 'Vốn tỉnh' }, road] };
  expect((await handInByApi(town, unit, { figures, outcomes: {}, lists })).status).toBe(200);
  browser = await launchChromium();
});
// One storage for all pages: what one still keeps must not come to the next.
afterEach(async () => {
  const pages = browser.contexts().flatMap(context => context.pages());
  await Promise.all(pages.map(page => page.goto('about:blank')));
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const cell = (row: number, column: string) => `[name="lists.du-an.${row}.${column}"]`;
const told = (page: Page, place: string) => page.locator(`[id="lists.du-an.${place}"]`).textContent();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function atTheForm(options?: BrowserContextOptions) {
  const watched = await openPage(browser, options);
  const { page } = watched;
  await openForm(page, await town.linkOf(unit), { afresh: true });
  return watched;
}

async function fill(page: Page, row: number, typed: Record<string, string>): Promise<void> {
  for (const [column, text] of Object.entries(typed)) await page.fill(cell(row, column), text);
}

/** What is typed in a column, row by row; none at the end in which nothing stands. */
async function typedIn(page: Page, column: string): Promise<string[]> {
  const fields = page.locator(`[name^="lists.du-an."][name$=".${column}"]`);
  const values = await fields.evaluateAll(found => found.map(field => (field as unknown as { value: string }).value));
  return values.slice(0, values.findLastIndex(Boolean) + 1);
}

/** As Ctrl+V does it with what Excel or Word put on the clipboard. */
async function paste(page: Page, place: string, clipboard: Record<string, string>): Promise<void> {
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(${JSON.stringify(clipboard)})) clipboardData.setData(kind, text);
    const pasting = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(${JSON.stringify(place)}).dispatchEvent(pasting);
  }`);
}

describe('the rows of a list on a phone', () => {
  it('are told what is computed, what stands out and what breaks a rule while they are typed, and come to the receipt', async () => {
    const { page, complaints } = await atTheForm();
    await fill(page, 0, bridge);
    await page.selectOption(cell(0, 'nguon'), 'Vốn tỉnh');
    await fill(page, 1, { ...road, 'da-giai-ngan': '150' });
    expect(await told(page, '0.ty-le')).toBe('50');
    expect(await told(page, '1.giai-trinh.fault')).toContain('Đã giải ngân 150 lớn hơn Kế hoạch vốn 100.');
    await expect.poll(() => page.textContent('[data-sum="da-giai-ngan"]')).toBe('750');

    await page.fill('[name="figures.xuat-khau.value"]', '700');
    const rule = 'Kim ngạch xuất khẩu 700 nhỏ hơn Tổng (Đã giải ngân) 750. Hãy sửa một trong các số này.';
    await expect.poll(() => page.textContent('[id="figures.xuat-khau.rule"]')).toBe(rule);
    await page.fill(cell(1, 'da-giai-ngan'), '50,5.5');
    expect(await told(page, '1.da-giai-ngan.fault')).toContain('"50,5.5" không phải là số.');
    await page.fill(cell(1, 'da-giai-ngan'), '110');
    await expect.poll(() => told(page, 'rule')).toContain('700 nhỏ hơn Tổng (Đã giải ngân) 710.');
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);

    await page.fill(cell(1, 'da-giai-ngan'), '100');
    await expect.poll(() => told(page, 'rule')).toBe('');
    await handIn(page);
    for (const words of ['Cầu số 1', '1.200', '31/10/2021', 'Vốn tỉnh', 'Đường tránh'])
      expect(await page.textContent('main')).toContain(words);
    expect(complaints).toEqual([]);
  });

  it('come as one needs them: by typing, at a press, by Enter; one that is taken out comes back at a press', async () => {
    const { page } = await atTheForm();
    const rows = page.locator('table.rows tbody tr');
    await press(page, 'Thêm dòng');
    expect(await page.evaluate('document.activeElement.name')).toBe('lists.du-an.2.ten');
    const before = await rows.count();
    await page.fill(cell(before - 1, 'ten'), 'Kè');
    expect(await rows.count()).toBe(before + 1);
    await page.locator(cell(before - 1, 'ten')).press('Enter');
    expect(await page.evaluate('document.activeElement.name')).toBe(`lists.du-an.${before}.ten`);

    await press(page, 'Bỏ dòng 1');
    expect(await typedIn(page, 'ten')).toEqual(['Đường tránh', ...Array(before - 3).fill(''), 'Kè']);
    expect(await page.inputValue(cell(0, 'da-giai-ngan'))).toBe('100');
    await press(page, 'Lấy lại như trước');
    expect((await typedIn(page, 'ten')).filter(Boolean)).toEqual(['Cầu số 1', 'Đường tránh', 'Kè']);
    expect(await page.inputValue(cell(0, 'nguon'))).toBe('Vốn tỉnh');
  });

  it('are pasted as Excel and Word copy them; what of it was not used is shown', async () => {
    const { page, complaints } = await atTheForm();
    await paste(page, cell(1, 'ten'), {
      'text/plain': 'Kè\t1.000\t900\t1/2/2021\tvốn TỈNH\r\nCống\t20\t10\t\tVốn khác\r\n',
    });
    expect(await typedIn(page, 'ten')).toEqual(['Cầu số 1', 'Kè', 'Cống']);
    expect(await page.inputValue(cell(1, 'nguon'))).toBe('Vốn tỉnh');
    expect(await told(page, '2.nguon.fault')).toContain(
      '"Vốn khác" không có trong danh mục. Hãy chọn: Vốn tỉnh; Vốn trung ương.',
    );

    const table =
      '<table><tr><td>STT</td><td>Đã giải<br>ngân</td><td>Dự án</td><td>Ghi chú</td></tr><tr><td>1</td><td>7</td><td><p>Hồ</p><p>chứa</p></td><td>gấp</td></tr></table>';
    await paste(page, cell(3, 'ten'), { 'text/plain': 'x', 'text/html': `<html><body>${table}</body></html>` });
    expect(await page.inputValue(cell(3, 'ten'))).toBe('Hồ chứa');
    expect(await page.inputValue(cell(3, 'da-giai-ngan'))).toBe('7');
    expect(await page.locator('fieldset.list [role=status]').textContent()).toContain('cả cột "Ghi chú"');
    expect(await barriersOn(page)).toEqual([]);

    expect(await told(page, 'rule')).toContain('Tổng (Đã giải ngân) 1.517');
    await page.getByText('Thêm các dòng từ Excel, Word').click();
    await page.fill('[name="pasted.du-an"]', 'Đê\t5\t4');
    await press(page, 'Thêm các dòng đã dán');
    expect(await page.inputValue(cell(4, 'ten'))).toBe('Đê');
    await press(page, 'Lấy lại như trước');
    expect(await page.inputValue(cell(4, 'ten'))).toBe('');
    expect(complaints).toEqual([]);
  });

  it('are filled by what a number may have meant, wherever its row stands by then', async () => {
    const { page } = await atTheForm();
    await fill(page, 1, { ...road, 'ke-hoach-von': '138.8' });
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('alert'));
    await fill(page, 2, { ten: 'Kè', 'ke-hoach-von': '96.4' });
    await press(page, 'Bỏ dòng 1');
    await press(page, '138,8');
    const plans = () => typedIn(page, 'ke-hoach-von');
    expect(await plans()).toEqual(['138,8', '96.4']);
    await press(page, '96,4');
    expect(await plans()).toEqual(['138,8', '96,4']);
    expect(await page.locator('.readings').count()).toBe(0);
  });

  it('are there again after a reload, those added and those taken out, until they are handed in', async () => {
    const { page } = await atTheForm();
    await press(page, 'Bỏ dòng 1');
    await fill(page, 3, { ten: 'Kè', 'ke-hoach-von': '9' });
    await page.goto(`${town.address}/form`);
    await shown(page.getByText('Đã khôi phục'));
    expect((await typedIn(page, 'ten')).filter(Boolean)).toEqual(['Đường tránh', 'Kè']);
    await press(page, 'Nộp báo cáo');
    await shown(page.getByRole('alert'));
    expect((await typedIn(page, 'ten')).filter(Boolean)).toEqual(['Đường tránh', 'Kè']);
    expect(await told(page, '3.da-giai-ngan.fault')).toBe('Chưa nhập; hãy nhập, hoặc bỏ cả dòng.');
    await goToFault(page, /dòng 4, cột Đã giải ngân/);
    await page.keyboard.type('9');
    await handIn(page);
    await page.goto(`${town.address}/form`);
    expect(await typedIn(page, 'ten')).toEqual(['Đường tránh', 'Kè']);
    expect(await page.textContent('main')).not.toContain('Đã khôi phục');
  });
});

describe('the rows of a list on a wide screen', () => {
  it('are a table that needs no moving sideways, without a barrier in either scheme', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await atTheForm({ viewport: { width: 1_280, height: 800 }, colorScheme });
      expect(await page.getByRole('columnheader', { name: 'Kế hoạch vốn (triệu đồng)' }).isVisible()).toBe(true);
      expect(
        await page.evaluate(
          'document.querySelector("table.rows").scrollWidth - document.querySelector("table.rows").clientWidth',
        ),
      ).toBeLessThanOrEqual(0);
      expect(await barriersOn(page)).toEqual([]);
    }
  });
});
