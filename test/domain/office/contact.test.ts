import { describe, expect, it } from 'vitest';
import { Contact, contactOf } from '../../../shared/domain/office/contact.ts';
import { departmentWith, reportWith } from '../an-office.ts';

const office = departmentWith(reportWith());
const coordinator = { name: 'Cán bộ tổng hợp', mail: 'tong-hop@so.example' };

describe('whom to ask', () => {
  it('is the first coordinator, where the office says nothing else', () => {
    const [first] = office.staff;
    const clerk = { id: 'van-thu', name: 'Văn thư', mail: 'van-thu@so.example', roles: ['clerk' as const] };
    expect(contactOf({ staff: [clerk, ...(first ? [first] : [])] })).toEqual(coordinator);
  });

  it('is whom the office names, and the coordinator in what it leaves out', () => {
    const phone = '0255 382 2222, máy lẻ 12';
    expect(contactOf({ ...office, contact: { phone } })).toEqual({ ...coordinator, phone });
    const contact = { name: 'Phòng Kế hoạch', mail: 'phong-kh@so.example' };
    expect(contactOf({ ...office, contact })).toEqual(contact);
  });

  it.each([
    ['0255 382 2222', true],
    ['(0255) 382 2222', true],
    ['+84 255 3822222', true],
    ['0255.3822.222 máy lẻ 7', true],
    ['gọi văn thư', false],
    ['02', false],
    ['0255 382 2222\nBcc: x', false],
  ])('has a telephone number as people write it: %j, %s', (phone, right) => {
    expect(Contact.safeParse({ phone }).success).toBe(right);
  });
});
