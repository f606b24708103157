import { describe, expect, it } from 'vitest';
import { reachedNow, stillReaches, whereTo } from '../../../shared/domain/delivery/reach.ts';
import { departmentWith, reportWith } from '../an-office.ts';

const office = departmentWith(reportWith());
const period = {
  units: [
    { id: 'phong-a', name: 'Phòng A (tên lúc mở kỳ)', mail: ['cu@so.example'] },
    { id: 'da-bo', name: 'Phòng đã bỏ', mail: ['da-bo@so.example'] },
  ],
};
const reached = reachedNow(period, office);

describe('where a unit is reached', () => {
  it('is what the office publishes now; who owes, and its name, stay as the period opened with', () => {
    expect(reached.units).toEqual([
      { id: 'phong-a', name: 'Phòng A (tên lúc mở kỳ)', mail: ['phong-a@so.example'] },
      { id: 'da-bo', name: 'Phòng đã bỏ', mail: ['da-bo@so.example'] },
    ]);
  });
});

describe('a mail that waits', () => {
  const reaches = (to: Parameters<typeof stillReaches>[0]['to'], address: string) =>
    stillReaches({ to, address }, { units: reached.units, staff: office.staff });

  it('to a unit goes to the addresses it has now and to no other', () => {
    const to = { kind: 'unit' as const, unit: 'phong-a' };
    expect(['cu@so.example', 'Phong-A@so.example', 'da-bo@so.example'].map(each => reaches(to, each))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('to staff goes to who is there still, at the address they have now', () => {
    const to = (staff: string) => ({ kind: 'staff' as const, staff });
    expect(reaches(to('tong-hop'), 'tong-hop@so.example')).toBe(true);
    expect(reaches(to('tong-hop'), 'cu@so.example')).toBe(false);
    expect(reaches(to('da-nghi'), 'tong-hop@so.example')).toBe(false);
  });

  it('with the letter goes where the edition says', () => {
    expect(reaches({ kind: 'recipient', lines: [] }, 'noi-khac@tinh.example')).toBe(true);
  });
});

describe('the trail', () => {
  const mail = (unit: string, address: string) => ({ to: { kind: 'unit' as const, unit }, address });
  const mails = [mail('phong-a', 'phong-a@so.example'), mail('da-bo', 'da-bo@so.example')];

  it('says where mails went, and why not where the period opened with', () => {
    expect(whereTo(mails, { period, reached, always: true })).toBe(
      'Phòng A (tên lúc mở kỳ) tới phong-a@so.example (địa chỉ mới công bố, lúc mở kỳ là cu@so.example); Phòng đã bỏ tới da-bo@so.example',
    );
  });

  it('names units only where the addresses are those of the opening', () => {
    expect(whereTo(mails.slice(1), { period, reached, always: false })).toBe('Phòng đã bỏ');
  });
});
