import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  const department = departmentWith(
    reportWith({
      escalation: [
        { workingDaysBefore: 1, at: '14:00', to: 'heads' },
        { workingDaysBefore: 0, at: '09:00', to: ['giam-doc'] },
        { workingDaysBefore: 0, at: '10:00', to: 'coordinators' },
      ],
    }),
  );
  department.staff.push({ id: 'giam-doc', name: 'Giám đốc', mail: 'giam-doc@so.example', roles: ['approver'] });
  for (const unit of department.units) unit.head = [`truong-${unit.id}@so.example`];
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '138,8' } };
  await town.handIn('phong-a@so.example', { figures, outcomes: {} });
});
afterAll(() => town.leave());

const told = (address: string) =>
  town.outbox.filter(({ destinations, tags }) => destinations.includes(address) && tags.step?.startsWith('owing-'));

describe('units that still owe shortly before the deadline', () => {
  it('are told of to who heads each, once, with the unit’s link; who has handed in is not', async () => {
    await town.at('2021-11-15', '13:55');
    expect(told('truong-phong-b@so.example')).toEqual([]);
    for (const hour of ['14:00', '14:05']) await town.at('2021-11-15', hour);
    expect(['phong-a', 'phong-b', 'phong-c'].map(id => told(`truong-${id}@so.example`).length)).toEqual([0, 1, 0]);
    const mail = await opened(told('truong-phong-b@so.example')[0] as never);
    expect(mail.text).toContain('Phòng B chưa nộp');
    expect(mail.link).toContain('/link/');
  });

  it('then to whom the office named, all of them in one mail; and to nobody once all have handed in', async () => {
    for (const hour of ['09:00', '09:05']) await town.at('2021-11-16', hour);
    expect(told('giam-doc@so.example')).toHaveLength(1);
    expect((await opened(told('giam-doc@so.example')[0] as never)).text).toContain('còn 1/2 đơn vị chưa nộp');
    await town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': 'Đã xong.' } });
    for (const hour of ['10:00', '16:00']) await town.at('2021-11-16', hour);
    expect(told('tong-hop@so.example')).toEqual([]);
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });
});
