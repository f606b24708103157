import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, hiddenField } from '../../infra/local/browser.ts';
import { handInByLink } from '../../infra/local/hand-in.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { makeEdit } from '../../shared/aws/edits.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const [strict, lenient] = ['bao-cao-thang', 'bao-cao-nhanh'];
const month = '2021-10';
const said = 'Đã làm xong.';
let town: Town;
let deputy: Browser;
let director: Browser;

/** A deputy coordinates too, and edited what Phòng B wrote in two reports: one lets nobody approve their own edit, one does. */
beforeAll(async () => {
  const steps = [{ step: 'approval' as const, by: 'approvers' as const }];
  const report = reportWith({ issuing: 'after-approval', steps });
  const department = departmentWith(report, { ...report, id: lenient, approvesOwnEdits: true });
  department.staff = [
    { id: 'pho-giam-doc', name: 'Phó Giám đốc', mail: 'pho@so.example', roles: ['coordinator', 'approver'] },
    { id: 'giam-doc', name: 'Giám đốc', mail: 'giam-doc@so.example', roles: ['approver'] },
  ];
  town = await foundTown(department, ['2021-10-31', '09:00']);
  await town.at('2021-11-01', '08:00');
  for (const report of [strict, lenient]) {
    await handInByLink(town.address, await linkTo(report), { figures: {}, outcomes: { 'nhiem-vu': said } });
    const period = await town.period(report, month);
    const part = { unit: 'phong-b', part: 'outcomes.nhiem-vu', called: 'Nhiệm vụ được giao', madeOn: said };
    const made = { text: 'Đã hoàn thành.', who: 'pho-giam-doc', at: instantAt('2021-11-02', '08:00') };
    if (period) await makeEdit(town.table, period, { report, month, ...part, ...made });
  }
  await town.at('2021-11-16', '16:00');
  deputy = await town.staffAt('pho@so.example');
  director = await town.staffAt('giam-doc@so.example');
});
afterAll(() => town.leave());

async function linkTo(report: string): Promise<string> {
  const mail = town.outbox.find(
    ({ destinations, tags }) => destinations.includes('phong-b@so.example') && tags.report === report,
  );
  return (mail && (await opened(mail)).link) ?? '';
}

async function approval(browser: Browser, report: string) {
  const place = `/board/${report}/${month}/issuing`;
  const page = await browser.get(place);
  return browser.post(`${place}/approve`, { pdf: hiddenField(page, 'pdf'), turn: hiddenField(page, 'turn') });
}

const stands = async (report: string) => (await town.editions(report, month)).at(-1)?.passage?.stands;

it('nobody approves a draft that says what they edited themselves; another does', async () => {
  const own = await approval(deputy, strict);
  expect([own.status, await stands(strict)]).toEqual([422, 'approval']);
  expect(own.text).toContain('lời do chính người duyệt biên tập (Nhiệm vụ được giao)');
  expect((await approval(director, strict)).status).toBe(200);
  expect(await stands(strict)).toBe('through');
});

it('where the office says that they may, they do', async () => {
  expect((await approval(deputy, lenient)).status).toBe(200);
  expect(await stands(lenient)).toBe('through');
});
