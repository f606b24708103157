import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt, type Page } from '../../infra/local/browser.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const contact = { name: 'Nguyễn Thị Hỏi', phone: '0255 382 2222, máy lẻ 12', mail: 'hoi-dap@so.example' };
let town: Town;
/** Phòng A, which has handed in, and its page at the very deadline. */
let handedIn: { browser: Browser; at: Page };

beforeAll(async () => {
  const office = departmentWith(reportWith());
  const approver = { id: 'giam-doc', name: 'Giám đốc', mail: 'giam-doc@so.example', roles: ['approver' as const] };
  town = await foundTown({ ...office, contact, staff: [...office.staff, approver] }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

const asked = (page: { text: string }) => [
  page.text.includes(contact.name),
  page.text.includes('href="tel:02553822222"'),
  page.text.includes(`href="mailto:${contact.mail}"`),
];
const everyWay = [true, true, true];

describe('a person to ask', () => {
  it('stands on every page of a unit, from the link to the receipt, and after the close', async () => {
    const browser = browserAt(town.address);
    const link = await town.linkOf('phong-a@so.example');
    expect(asked(await browser.get(link))).toEqual(everyWay);
    const form = await browser.post(link);
    expect(asked(form)).toEqual(everyWay);
    expect(asked(await browser.get(`${form.address}/history`))).toEqual(everyWay);
    expect(asked(await browser.get('/'))).toEqual(everyWay);
    const key = /name="key" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const answers = { 'figures.xuat-khau.value': '138,8', 'figures.xuat-khau.state': 'reported' };
    for (const act of ['check', 'confirm'])
      expect(asked(await browser.post(form.address, { key, basedOn: '0', act, ...answers }))).toEqual(everyWay);
  });

  it('stands on every error, of units and of staff', async () => {
    const browser = browserAt(town.address);
    for (const path of ['/form', '/nowhere', '/link/x', '/board', '/sign-in', `/sign-in/${'x'.repeat(43)}`])
      expect([path, ...asked(await browser.get(path))]).toEqual([path, ...everyWay]);
    expect(asked(await browser.post('/form', { 'outcomes.x': 'đã gõ' }))).toEqual(everyWay);
  });

  it('is named in every mail, and an answer to it reaches them: of units, of staff, of recipients', async () => {
    await town.at('2021-11-01', '08:05');
    await town.signInLinkAskedIn(browserAt(town.address), 'giam-doc@so.example');
    await town.at('2021-11-12', '08:00');
    const browser = browserAt(town.address);
    town.setClock('2021-11-16', '15:59');
    const { address } = await browser.post(await town.linkOf('phong-a@so.example'));
    town.setClock('2021-11-16', '16:00');
    handedIn = { browser, at: await browser.get(address) };
    await town.at('2021-11-16', '16:00');
    const steps = new Set<string>();
    for (const { raw, tags } of town.outbox) {
      steps.add(`${tags.report === 'sign-in' ? 'sign-in' : tags.step}`);
      const { text = '', html, replyTo } = await simpleParser(raw);
      expect(replyTo?.value).toEqual([{ name: contact.name, address: contact.mail }]);
      for (const said of [contact.name, contact.phone, contact.mail]) {
        expect(text).toContain(said);
        expect(html).toContain(said);
      }
    }
    expect(steps).toContain('sign-in');
    for (const step of ['opening', 'receipt-1', 'reminder-1', 'compiled-1', 'edition-1']) expect(steps).toContain(step);
  });
});

describe('the page of a unit after its deadline', () => {
  it('says nothing of the letter until the unit is closed, and then that it is in it', async () => {
    const { at, browser } = handedIn;
    expect(at.text).toContain('hệ thống đang chốt kỳ');
    expect(at.text).toContain('Đã nhận, chưa chốt: bản nộp lần 1');
    expect(at.text).not.toContain('Đã đưa vào công văn');
    expect((await browser.get(at.address)).text).toContain('Đã đưa vào công văn: bản nộp lần 1');
  });
});

describe('the mail at the close', () => {
  it('brings the coordinator and the approver the letter, its first figures and who was missing', async () => {
    for (const address of ['tong-hop@so.example', 'giam-doc@so.example']) {
      const [sent] = town.mailsTo(address, 'compiled-1');
      const { text = '', attachments } = await simpleParser(sent?.raw ?? Buffer.alloc(0));
      expect(attachments.map(({ contentType }) => contentType).sort()).toEqual([
        'application/pdf',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ]);
      expect(text).toContain('Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD.');
      expect(text).toContain('- Phòng B');
      expect(text).not.toContain('- Phòng A');
    }
  });
});

describe('a mail to a unit', () => {
  it.each(['opening', 'reminder-1'])('%s names the report, what is owed, and the day of the week', async step => {
    const [sent] = town.mailsTo('phong-b@so.example', step);
    const { text = '' } = await simpleParser(sent?.raw ?? Buffer.alloc(0));
    expect(text).toContain('Báo cáo: Báo cáo tháng, tháng 10/2021');
    expect(text).toContain('Cần nộp: 1 kết quả nhiệm vụ');
    expect(text).toContain('Hạn nộp: trước 16 giờ 00, thứ Ba ngày 16/11/2021');
  });
});

describe('the mail that carries the letter', () => {
  it('is a cover letter: what it is, its first figures, and only at the end, small, how to check its files', async () => {
    const [sent] = town.mailsTo('so-khdt@tinh.example', 'edition-1');
    const { text = '', html } = await simpleParser(sent?.raw ?? Buffer.alloc(0));
    expect(text.indexOf('Kim ngạch xuất khẩu tháng 10 đạt')).toBeLessThan(text.indexOf('Mã kiểm tra'));
    expect(text.split('\n\n').at(-1)).toContain('SHA-256');
    expect(String(html)).toMatch(/font-size: 13px[^>]*>[^<]*Mã kiểm tra/);
  });
});
