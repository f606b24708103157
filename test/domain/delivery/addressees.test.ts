import { describe, expect, it } from 'vitest';
import { addresseesOf, addressesOfStaff } from '../../../shared/domain/delivery/addressees.ts';
import { printedLines } from '../../../shared/domain/office/recipient.ts';
import { departmentWith, reportWith } from '../an-office.ts';

const definition = reportWith({
  recipients: [
    { id: 'nhu-tren', line: 'Như trên', to: 'addressees', mail: [] },
    { id: 'ubnd', line: 'UBND tỉnh (b/c)', mail: ['ubnd@tinh.example'] },
    { id: 'cu', line: 'Nơi đã giải thể', mail: ['cu@tinh.example'], validTo: '2021-09' },
    { id: 'cac-phong', line: 'Các phòng, đơn vị thuộc Sở', to: 'units', mail: ['UBND@tinh.example'] },
    { id: 'tong-hop', line: 'Cán bộ tổng hợp', to: 'coordinators', mail: [] },
    { id: 'luu', line: 'Lưu: VT, KHTCTH', mail: [] },
  ],
});

describe('Nơi nhận', () => {
  it('prints each line with its dash, and the last with a full stop (ô 9b)', () => {
    expect(printedLines(definition, '2021-10')).toEqual([
      '- Như trên;',
      '- UBND tỉnh (b/c);',
      '- Các phòng, đơn vị thuộc Sở;',
      '- Cán bộ tổng hợp;',
      '- Lưu: VT, KHTCTH.',
    ]);
  });

  it('mails each address once, however it is written and however many lines name it', () => {
    expect(addresseesOf(departmentWith(definition), definition, '2021-10')).toEqual([
      { address: 'so-khdt@tinh.example', lines: ['Như trên'] },
      { address: 'ubnd@tinh.example', lines: ['UBND tỉnh (b/c)', 'Các phòng, đơn vị thuộc Sở'] },
      { address: 'phong-a@so.example', lines: ['Các phòng, đơn vị thuộc Sở'] },
      { address: 'phong-b@so.example', lines: ['Các phòng, đơn vị thuộc Sở'] },
      { address: 'phong-c@so.example', lines: ['Các phòng, đơn vị thuộc Sở'] },
      { address: 'tong-hop@so.example', lines: ['Cán bộ tổng hợp'] },
    ]);
  });
});

describe('the staff with a role', () => {
  const office = departmentWith(reportWith());
  const people = (['coordinator', 'approver', 'clerk'] as const).map(role => ({
    ...{ id: role, name: role, mail: `${role}@so.example`, roles: [role] },
  }));
  const department = { ...office, staff: people };

  it('are found by it', () => {
    expect(addressesOfStaff(department, 'approver')).toEqual(['approver@so.example']);
  });

  it.each([
    ['approvers', 'approver'],
    ['coordinators', 'coordinator'],
    ['clerks', 'clerk'],
  ] as const)('are whom a line to the %s goes to', (to, role) => {
    const report = reportWith({ recipients: [{ id: 'nhan', line: 'Nơi nhận', to, mail: [] }] });
    expect(addresseesOf(department, report, '2021-10')).toEqual([
      { address: `${role}@so.example`, lines: ['Nơi nhận'] },
    ]);
  });
});

describe('a line of Nơi nhận', () => {
  it('to the units goes to those that exist in that month', () => {
    const report = reportWith({ recipients: [{ id: 'nhan', line: 'Các phòng', to: 'units', mail: [] }] });
    const office = departmentWith(report);
    const units = office.units.map(unit => (unit.id === 'phong-b' ? { ...unit, validTo: '2021-09' } : unit));
    expect(addresseesOf({ ...office, units }, report, '2021-10').map(({ address }) => address)).toEqual([
      'phong-a@so.example',
      'phong-c@so.example',
    ]);
  });

  it('that names an address twice is told once', () => {
    const mail = ['a@noi.example', 'A@noi.example'];
    const report = reportWith({ recipients: [{ id: 'nhan', line: 'Nơi nhận', mail }] });
    expect(addresseesOf(departmentWith(report), report, '2021-10')).toEqual([
      { address: 'a@noi.example', lines: ['Nơi nhận'] },
    ]);
  });
});
