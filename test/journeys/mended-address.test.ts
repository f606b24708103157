import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt } from '../../infra/local/browser.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const period = '/board/bao-cao-thang/2021-10';
const [wrong, right, second] = ['phong-aa@so.example', 'phong-a@so.example', 'phong-a2@so.example'];

let town: Town;
let board: Browser;

const officeWith = (mail: string[], staff: string[] = ['tong-hop']): Department => {
  const office = departmentWith(reportWith({ whenMissing: 'hold' }));
  return {
    ...office,
    units: office.units.map(unit => (unit.id === 'phong-a' ? { ...unit, mail } : unit)),
    staff: staff.map(id => ({ id, name: id, mail: `${id}@so.example`, roles: ['coordinator'] })),
  };
};

beforeAll(async () => {
  town = await foundTown(officeWith([wrong]), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  board = await town.staffAt('tong-hop@so.example');
});
afterAll(() => town.leave());

const steps = (address: string) =>
  town.outbox
    .filter(({ destinations, tags }) => destinations.includes(address) && tags.report !== 'sign-in')
    .map(({ tags }) => tags.step);

describe('a unit whose address was wrong when the period opened', () => {
  it('is reached where it is as soon as that is published: a link that waited goes there once, and to the old no more', async () => {
    town.faults.plan(wrong, 'throttle', 9);
    await board.post(`${period}/link`, { unit: 'phong-a' });
    await town.quiet();
    expect(steps(wrong)).toEqual(['opening']);
    town.faults.forget();

    await town.publish(officeWith([right]));
    const { text } = await board.post(`${period}/link`, { unit: 'phong-a' });
    await town.quiet();
    expect(text).toContain(`đang đi tới Phòng A (${right})`);
    await town.at('2021-11-01', '08:05');
    await town.at('2021-11-01', '08:10');
    expect(steps(wrong)).toEqual(['opening']);
    expect([...steps(right)].sort()).toEqual(['link-1', 'opening']);
    expect((await browserAt(town.address).post(await town.linkOf(right))).text).toContain('Phòng A');
  });

  it('is told of in the trail with where the mail went and why, and the mail that goes no more is shown so', async () => {
    const { text } = await board.get(period);
    expect(text).toContain(`Phòng A tới ${right} (địa chỉ mới công bố, lúc mở kỳ là ${wrong})`);
    expect(text).toContain('không gửi nữa');
  });

  it('is reminded there, at each of its addresses', async () => {
    await town.publish(officeWith([right, second]));
    await town.at('2021-11-11', '08:00');
    expect(steps(right)).toContain('reminder-1');
    expect(steps(second)).toContain('reminder-1');
    expect(steps(wrong)).toEqual(['opening']);
  });

  it('has its receipt there; and who has handed in is not asked to again at a new address', async () => {
    await town.handIn(right, { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {} });
    await town.at('2021-11-11', '08:05');
    expect(steps(right)).toContain('receipt-1');
    await town.publish(officeWith([right, 'phong-a3@so.example']));
    await town.at('2021-11-11', '08:10');
    expect(steps('phong-a3@so.example')).toEqual(['receipt-1']);
  });

  it('is reached where it was when the office has it no more', async () => {
    const office = officeWith([right]);
    await town.publish({ ...office, units: office.units.filter(({ id }) => id !== 'phong-b') });
    board = await town.staffAt('tong-hop@so.example');
    await board.post(`${period}/remind`);
    await town.quiet();
    expect(steps('phong-b@so.example')).toContain('nudge-1');
  });
});

describe('a coordinator', () => {
  it('who is new is told of the period, and who has left is told nothing more and let in no more', async () => {
    town.faults.plan('tong-hop@so.example', 'throttle', 9);
    await browserAt(town.address).post('/sign-in', { address: 'tong-hop@so.example' });
    await town.quiet();
    town.faults.forget();
    const before = town.outbox.filter(({ destinations }) => destinations.includes('tong-hop@so.example')).length;
    await town.publish(officeWith([right], ['moi-den']));
    await town.at('2021-11-12', '08:00');
    expect(steps('moi-den@so.example')).toEqual(['opening']);
    await town.at('2021-11-16', '16:00');
    expect(steps('moi-den@so.example')).toEqual(['opening', 'held-1']);
    expect(town.outbox.filter(({ destinations }) => destinations.includes('tong-hop@so.example'))).toHaveLength(before);
    expect((await board.get(period)).status).toBe(401);
  });

  it('who comes after the issue, and a unit that moves then, are mailed nothing of that month when a letter goes again', async () => {
    const newcomer = await town.staffAt('moi-den@so.example');
    await newcomer.post(`${period}/release`);
    await town.quiet();
    await town.publish(officeWith(['phong-a4@so.example'], ['moi-den', 'sau-nua']));
    const [mail] = (await town.ledger('bao-cao-thang', '2021-10')).filter(({ step }) => step === 'edition-1');
    town.setClock('2021-12-20', '09:00');
    const later = await town.staffAt('moi-den@so.example');
    const reason = 'nơi nhận báo mất thư';
    await later.post(`${period}/resend`, {
      mail: `${mail?.step} ${mail?.recipient}`,
      address: mail?.address ?? '',
      reason,
    });
    await town.quiet();
    expect(steps(mail?.address ?? '')).toContain('resend-1');
    expect([...steps('phong-a4@so.example'), ...steps('sau-nua@so.example')]).toEqual([]);
  });
});
