import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handInByLink } from '../../infra/local/hand-in.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { agenda } from '../../shared/aws/periods.ts';
import { monthsAfter } from '../../shared/domain/calendar/month.ts';
import { isSettled } from '../../shared/domain/delivery/mail.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { crashes } from './crash.ts';

const scheduled = ['open-periods', 'compile-report', 'deliver-report'] as const;
const { plan, unreached, watch, countAnew, mostCalls } = crashes(scheduled);

let town: Town;
let month = '2021-01';

beforeAll(async () => {
  const report = reportWith({ deadline: { month: 1, day: 16, at: '16:00', onDayOff: 'keep' }, reminders: [] });
  town = await foundTown(departmentWith(report), ['2021-02-01', '07:00']);
  watch();
});
afterAll(() => town.leave());

/** Minutes past the hour at which ticks follow: within them a claim nobody came back from is given up. */
const ticks = ['00', '05', '20', '25'];

/** Runs the next month whole; each of these functions ends once before its `call`-th call. What went wrong, by name. */
async function monthWith(call: number, ending: (typeof scheduled)[number][]): Promise<string[]> {
  const now = month;
  month = monthsAfter(month, 1);
  for (const name of ending) plan(name, { call, when: 'before' });
  for (const minute of ticks) await town.at(`${month}-01`, `08:${minute}`);
  const accepted = [await handIn(now, '100'), await handIn(now, '138,8')].at(-1);
  await town.at(`${month}-01`, '08:35');

  for (const minute of ticks) await town.at(`${month}-16`, `16:${minute}`);
  // By then the report of SES is no longer waited for: the coordinators are told of what stays unknown.
  for (const minute of ['35', '40']) await town.at(`${month}-16`, `17:${minute}`);
  const lives = unreached().map(name => `${now}: ${name} did not end`);
  return [...lives, ...(await faultsOfMails(now)), ...(await faultsOfLetter(now, accepted ? '138.8' : undefined))];
}

/** Hands in by the link mailed for the month; false when that mail's fate is unknown and no link came. */
async function handIn(of: string, value: string): Promise<boolean> {
  const mail = town.mailsTo('phong-a@so.example', 'opening').find(({ tags }) => tags.month === of);
  const { link } = mail ? await opened(mail) : {};
  if (!link) return false;
  const figures = { 'xuat-khau': { state: 'reported' as const, value } };
  const { status } = await handInByLink(town.address, link, { figures, outcomes: {} });
  expect(status).toBe(200);
  return true;
}

async function faultsOfMails(of: string): Promise<string[]> {
  const ledger = await town.ledger('bao-cao-thang', of);
  return ledger.flatMap(({ step, recipient, state, address }) => {
    const sent = town.outbox.filter(
      ({ tags }) => tags.month === of && tags.step === step && tags.recipient === recipient,
    ).length;
    const right =
      state === 'unknown' ? sent <= 1 : step === 'receipt-1' && state === 'pending' ? sent === 0 : sent === 1;
    const settled = isSettled(state) || step === 'receipt-1';
    return right && settled ? [] : [`${of} ${step} to ${address}: ${state}, sent ${sent} times`];
  });
}

async function faultsOfLetter(of: string, value: string | undefined): Promise<string[]> {
  const editions = await town.editions('bao-cao-thang', of);
  const [edition] = editions;
  if (!edition || editions.length > 1) return [`${of}: ${editions.length} editions`];
  const report = JSON.parse(new TextDecoder().decode(await readFiled(town.archive, edition.files.report)));
  const ledger = await town.ledger('bao-cao-thang', of);
  const left = (await agenda(town.table)).some(period => period.month === of);
  return [
    report.figures[0].value === value ? '' : `${of}: ${report.figures[0].value} in the letter, accepted ${value}`,
    (await town.period('bao-cao-thang', of))?.state === 'issued' ? '' : `${of} was not issued`,
    ledger.some(({ step }) => step === 'edition-1') ? '' : `${of}: the letter is in no ledger`,
    left ? `${of} is still on the agenda` : '',
  ].filter(Boolean);
}

// test/trust/double-crashes.test.ts tries every place, and every two, in memory; here it is the real clients, many calls at
// a time, and functions side by side. To end after a call is to end before the next one.
describe('a process that ends in the middle, at the wire', () => {
  it('loses nothing and mails nothing twice, before whichever call it ends', async () => {
    expect(await monthWith(0, [])).toEqual([]);
    // The first month read what is then remembered.
    countAnew();
    expect(await monthWith(0, [])).toEqual([]);
    const calls = new Map(scheduled.map(name => [name, mostCalls(name)]));
    const faults: string[] = [];
    for (let call = 1; call <= Math.max(...calls.values()); call += 1) {
      const ending = scheduled.filter(name => (calls.get(name) ?? 0) >= call);
      const found = await monthWith(call, ending);
      faults.push(...found.map(fault => `ended before call ${call}: ${fault}`));
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
