import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordLink } from '../../shared/aws/links.ts';
import type { Table } from '../../shared/domain/office/table.ts';
import { newToken } from '../../shared/token.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { barriersInTheDark, barriersOn, launchChromium, openPage } from './chromium.ts';
import { openForm } from './clerk.ts';

/** The widest that a letter may carry: a statistical form on a sheet that lies across. */
const wideForm: Table = {
  ...{ id: 'bieu-01', title: 'Số liệu chủ yếu', annex: true, orientation: 'landscape' },
  rows: { of: 'indicators', groups: [{ indicators: ['xuat-khau'] }] },
  columns: [
    { heading: 'Chỉ tiêu', shows: 'name' },
    { heading: 'Kỳ báo cáo', shows: 'value' },
  ],
  form: {
    ...{ bieuSo: 'Biểu số 001.N/BC-SCT', banHanhTheo: 'Ban hành theo Thông tư số 33/2022/TT-BCT' },
    ...{ donViBaoCao: 'Sở Công Thương tỉnh Mẫu', donViNhan: 'Cục Thống kê và Bộ Công Thương' },
    foot: ['Người lập biểu', 'Người kiểm tra biểu', 'Thủ trưởng đơn vị'],
  },
};

let town: Town;
let browser: Browser;

beforeAll(async () => {
  const office = departmentWith(reportWith({ tables: [wideForm] }));
  const units = office.units.map(unit => ({
    ...unit,
    name: `${unit.name} - Trung tâm Khuyến công và Xúc tiến thương mại`,
  }));
  town = await foundTown({ ...office, units }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {} });
  await town.handIn('phong-a@so.example', {
    figures: { 'xuat-khau': { state: 'reported', value: '5' } },
    outcomes: {},
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await town.leave();
});

const ofUnits = ['/form', '/history', '/receipt/x', '/', '/nowhere', '/sign-in', '/kiem-tra'];
/** As few things move as may, so that what becomes dark is dark at once. */
const still = { colorScheme: 'light', reducedMotion: 'reduce' } as const;

/** What stands in a person's way, in light and in dark, how much wider than the screen it is, and what is too small to be pressed. */
async function troublesOn(page: Tabbing, paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(new URL(path, town.address).href);
    const barriers = [...(await barriersOn(page)), ...(await barriersInTheDark(page))];
    found.push(...barriers.map(barrier => `${path}: ${barrier}`));
    const small = (await page.evaluate(`
      [...document.querySelectorAll('a, button, summary')].flatMap(each => {
        const { width, height } = each.getBoundingClientRect();
        const alone = each.parentElement.textContent.trim() === each.textContent.trim();
        return width > 0 && alone && Math.min(width, height) < 24 ? [each.textContent.trim()] : [];
      })`)) as string[];
    found.push(...small.map(name => `${path}: "${name}" is too small to be pressed`));
    const tight = (await page.evaluate(`
      [...document.querySelectorAll('summary')].flatMap(each => {
        const { fontSize, lineHeight } = getComputedStyle(each);
        return parseFloat(lineHeight) < 1.3 * parseFloat(fontSize) ? [each.textContent.trim()] : [];
      })`)) as string[];
    found.push(...tight.map(name => `${path}: the lines of "${name}" touch`));
    for (const { name, size, width } of sizes) {
      await page.setViewportSize({ width, height: 740 });
      const overflow = await page.evaluate(`
        const text = new CSSStyleSheet();
        text.replaceSync('html { font-size: ${size} !important; }');
        document.adoptedStyleSheets = [text];
        document.documentElement.scrollWidth - innerWidth`);
      if (Number(overflow) > 0) found.push(`${path} is ${overflow} px too wide ${name}`);
    }
    await page.setViewportSize({ width: 360, height: 740 });
  }
  return found;
}

/** The narrowest phone, and text at twice its size, as who sees badly sets it (WCAG 2.2, 1.4.4 and 1.4.10). */
const sizes = [
  { name: 'at 320 px', size: '100%', width: 320 },
  { name: 'at twice the text', size: '200%', width: 360 },
];

/** A member of staff, in this browser. */
async function enterBoard(page: Tabbing): Promise<void> {
  await page.goto(await town.signInLinkOf('tong-hop@so.example'));
  await page.getByRole('button', { name: 'Mở bảng tổng hợp' }).click();
  await page.waitForURL(/\/board$/);
}

/** Where the first link on a page leads whose address begins so. */
async function linkOn(page: Tabbing, path: string, start: string): Promise<string> {
  await page.goto(town.address + path);
  return (await page.locator(`a[href^="${start}"]`).first().getAttribute('href')) ?? '';
}
const ofStaff = [
  '/board',
  ...['', '/units/phong-a', '/preview', '/figures', '/figures/xuat-khau'].map(
    rest => `/board/bao-cao-thang/2021-10${rest}`,
  ),
  '/years/bao-cao-thang/2021',
];

describe('every page on a phone', () => {
  it('has no barrier in the way, in light or in dark, and is no wider than the phone', async () => {
    const { page } = await openPage(browser, still);
    const [link, signInLink] = [
      await town.linkOf('phong-a@so.example'),
      await town.signInLinkOf('tong-hop@so.example'),
    ];
    // No link of this form was ever asked for: a code is, as in any browser that has not asked.
    const elsewhere = `/sign-in/${newToken()}`;
    expect(await troublesOn(page, [link, signInLink, elsewhere])).toEqual([]);
    await page.goto(link);
    await page.getByRole('button', { name: 'Mở biểu mẫu' }).click();
    await page.fill('[name="figures.xuat-khau.value"]', '6');
    await page.getByRole('button', { name: 'Nộp báo cáo' }).click();
    await page.waitForURL(/\/check\?/);
    expect(await troublesOn(page, [page.url()])).toEqual([]);
    await page.setViewportSize({ width: 1_280, height: 740 });
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    const receipt = await linkOn(page, '/history', '/form/bao-cao-thang/2021-10/phong-a/receipt/');
    expect(await troublesOn(page, [...ofUnits, receipt])).toEqual([]);
    await enterBoard(page);
    const mail = await linkOn(page, '/ban-thu', '/ban-thu/mail/');
    expect(await troublesOn(page, [...ofStaff, '/ban-thu', mail])).toEqual([]);
  });
});

describe('the ways from the head of a page', () => {
  it('can be pressed on 24 px by 24 px, however low and narrow the letters of the font are', async () => {
    const { page } = await openPage(browser);
    await enterBoard(page);
    await page.goto(`${town.address}/board/bao-cao-thang/2021-10`);
    const sizes = await page.evaluate(`
      const low = new CSSStyleSheet();
      low.replaceSync('html { font-size: 9px !important; } * { letter-spacing: -3px; }');
      document.adoptedStyleSheets = [low];
      [...document.querySelectorAll('body > header nav a')].map(link => {
        const { width, height } = link.getBoundingClientRect();
        return Math.min(width, height);
      });`);
    expect(sizes).not.toEqual([]);
    expect(Math.min(...(sizes as number[]))).toBeGreaterThanOrEqual(24);
  });
});

describe('every page on paper', () => {
  it('is no wider than the sheet, and has nothing on it that only a screen can press', async () => {
    const { page } = await openPage(browser, { viewport: { width: 720, height: 1_000 } });
    await enterBoard(page);
    await page.emulateMedia({ media: 'print' });
    for (const path of ofStaff) {
      await page.goto(town.address + path);
      const buttons = await page.locator('button:visible, nav:visible').count();
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect([path, buttons, Number(overflow)]).toEqual([path, 0, 0]);
    }
  });
});

describe('the keyboard alone', () => {
  it('brings a clerk from the mailed link to the receipt', async () => {
    const { page } = await openPage(browser);
    await page.goto(await town.linkOf('phong-b@so.example'));
    await press(page, 'Mở biểu mẫu');
    await page.waitForURL(/\/form\/bao-cao-thang\/2021-10\/phong-b$/);
    await tabTo(page, element => element === 'outcomes.nhiem-vu');
    await page.keyboard.type('- Đã xong');
    await press(page, 'Nộp báo cáo');
    await page.waitForURL(/\/check\?/);
    await press(page, 'Xác nhận nộp');
    await page.waitForURL(/\/receipt\//);
    expect(await page.textContent('main')).toContain('Đã xong');
  });
});

describe('every page after the deadline, on a phone', () => {
  it('has no barrier in the way either, in light or in dark', async () => {
    town.setClock('2021-11-16', '15:00');
    const { page } = await openPage(browser, still);
    await openForm(page, await town.linkOf('phong-a@so.example'));
    await town.at('2021-11-16', '16:00');
    await town.quiet();
    const letter = { opens: 'edition', report: 'bao-cao-thang', month: '2021-10', number: 1 } as const;
    const token = newToken();
    await recordLink(town.table, token, { ...letter, expiresAt: town.clock.now() / 1_000 + 3_600 });
    expect(await troublesOn(page, ['/form', `/download/${token}`])).toEqual([]);
    await page.goto(`${town.address}/form`);
    expect(await page.textContent('main')).toContain('Đã đưa vào công văn');
    await enterBoard(page);
    expect(await troublesOn(page, [...ofStaff, '/ban-thu'])).toEqual([]);
  });
});

type Tabbing = Awaited<ReturnType<typeof openPage>>['page'];

async function press(page: Tabbing, name: string): Promise<void> {
  await tabTo(page, element => element === name);
  await page.keyboard.press('Enter');
}

/** Tabs on until the focus is on the field or button of that name. */
async function tabTo(page: Tabbing, isIt: (element: string) => boolean): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused =
      'document.activeElement.tagName === "BUTTON" ? document.activeElement.textContent.trim() : document.activeElement.name';
    if (isIt(String(await page.evaluate(focused)))) return;
  }
  throw new Error('the keyboard does not reach it');
}
