import { describe, expect, it } from 'vitest';
import {
  coordinatorNotices,
  goesAfterTheClose,
  isDue,
  mendNotices,
  mendRequestTold,
  openingNotices,
  owes,
  receiptNotices,
  reminderDue,
  reminderNotices,
} from '../../../shared/domain/delivery/notices.ts';
import { periodWith } from '../a-period.ts';
import { departmentWith, reportWith } from '../an-office.ts';

const office = departmentWith(reportWith());
const department = {
  ...office,
  staff: [...office.staff, { id: 'van-thu', name: 'Văn thư', mail: 'van-thu@so.example', roles: ['clerk' as const] }],
};
const period = periodWith({ reminders: [10, 20] });
const base = { report: 'bao-cao-thang', month: '2021-10' };
const toUnit = (id: string) => ({ kind: 'unit' as const, unit: id });
const brief = (notices: { step: string; address: string }[]) =>
  notices.map(({ step, address }) => `${step} ${address}`);
const handedIn = (revisions: Record<string, number>) =>
  new Map(Object.entries(revisions).map(([id, revision]) => [id, { revision }]));

describe('the opening of a period', () => {
  it('mails each address of each unit its link, and each coordinator the board’s; nobody else', () => {
    const staff = { kind: 'staff', staff: 'tong-hop' };
    expect(openingNotices(period, new Set(['a', 'b']), department)).toEqual([
      { ...base, step: 'opening', address: 'a1@so.example', to: toUnit('a') },
      { ...base, step: 'opening', address: 'a2@so.example', to: toUnit('a') },
      { ...base, step: 'opening', address: 'b@so.example', to: toUnit('b') },
      { ...base, step: 'opening', address: 'tong-hop@so.example', to: staff },
    ]);
  });
});

describe('an opening told later', () => {
  it('is for units that still owe, since who has handed in need not be asked', () => {
    expect(brief(openingNotices(period, new Set(['b']), department))).toEqual([
      'opening b@so.example',
      'opening tong-hop@so.example',
    ]);
  });
});

describe('a reminder', () => {
  it('is due from its hour on; earlier ones that were missed are not made up for', () => {
    expect([9, 10, 19, 20, 99].map(now => reminderDue(period, now))).toEqual([undefined, 1, 1, 2, 2]);
  });

  it('goes to those who still owe', () => {
    expect(reminderNotices(period, new Set(['b']), 20)).toEqual([
      { ...base, step: 'reminder-2', address: 'b@so.example', to: toUnit('b') },
    ]);
    expect(reminderNotices(period, new Set(['b']), 9)).toEqual([]);
  });
});

describe('a receipt', () => {
  it('goes to each unit that has handed in, of its latest revision', () => {
    expect(brief(receiptNotices(period, handedIn({ a: 2, b: 0 })))).toEqual([
      'receipt-2 a1@so.example',
      'receipt-2 a2@so.example',
    ]);
  });
});

describe('before the close', () => {
  const due = (step: string, revision: number, reminder?: number) =>
    isDue({ step, to: toUnit('a') }, handedIn({ a: revision }), { reminder });

  it.each(['opening', 'link-1', 'unknown-1', 'refused-0123456789abcdef'])('%s goes to whomever it is for', step => {
    expect([due(step, 0), due(step, 3)]).toEqual([true, true]);
    expect(isDue({ step, to: { kind: 'staff', staff: 'tong-hop' } }, new Map())).toBe(true);
  });

  it('a receipt is of the latest revision, or goes no more', () => {
    expect([due('receipt-2', 2), due('receipt-1', 2), due('receipt-0', 2)]).toEqual([true, false, false]);
  });

  it('the last reminder goes to who still owes, and to nobody who has handed in meanwhile', () => {
    expect([due('reminder-2', 0, 2), due('reminder-1', 0, 2), due('reminder-2', 1, 2)]).toEqual([true, false, false]);
    expect([due('nudge-1', 0), due('nudge-1', 1)]).toEqual([true, false]);
  });

  it('no reminder goes to a unit whose record cannot be read: it may have handed in', () => {
    const spoilt = new Map([['a', { revision: 0, unreadable: true as const }]]);
    expect(isDue({ step: 'reminder-2', to: toUnit('a') }, spoilt, { reminder: 2 })).toBe(false);
    expect(isDue({ step: 'nudge-1', to: toUnit('a') }, spoilt, { reminder: 2 })).toBe(false);
    expect([...spoilt.values(), { revision: 0 }, { revision: 1 }].map(owes)).toEqual([false, true, false]);
  });

  it('nothing goes to whom nobody knows, nor of a kind that nobody knows', () => {
    expect(isDue({ step: 'nudge-1', to: toUnit('x') }, new Map(), { reminder: 1 })).toBe(false);
    expect(
      isDue({ step: 'reminder-1', to: { kind: 'recipient', lines: [] } }, handedIn({ a: 0 }), { reminder: 1 }),
    ).toBe(false);
    expect(due('edition-1', 0, 1)).toBe(false);
  });
});

describe('after the close', () => {
  const goes = (step: string) => goesAfterTheClose({ step, to: toUnit('a') }, handedIn({ a: 2 }));

  it('go receipts of the latest revision, letters sent again, and word of mails in trouble; nothing else', () => {
    const steps = [
      'receipt-2',
      'receipt-1',
      'resend-1',
      'unknown-1',
      'waiting-0123456789abcdef',
      'nudge-1',
      'opening',
      'link-1',
      'edition-1',
    ];
    expect(steps.filter(goes)).toEqual(['receipt-2', 'resend-1', 'unknown-1', 'waiting-0123456789abcdef']);
  });
});

describe('word to the coordinators', () => {
  const word = { ...base, address: 'tong-hop@so.example', to: { kind: 'staff', staff: 'tong-hop' } };

  it('goes to each of them and to no other staff', () => {
    expect(coordinatorNotices(period, 'missing-1', department)).toEqual([{ ...word, step: 'missing-1' }]);
  });
});

describe('what is to be mended', () => {
  const asked = { ...base, reason: 'xem lại', who: 'tong-hop', at: 1 };
  const requests = [
    { ...asked, unit: 'a', revision: 1 },
    { ...asked, unit: 'a', revision: 2 },
    { ...asked, unit: 'b', revision: 1 },
  ];

  it('is mailed to its unit while the revision it is of is the newest', () => {
    expect(brief(mendNotices(period, requests, handedIn({ a: 2, b: 3 })))).toEqual([
      'mend-2 a1@so.example',
      'mend-2 a2@so.example',
    ]);
  });

  it('goes no more once the unit has handed in anew, nor after the close', () => {
    const mail = { step: 'mend-2', to: toUnit('a') };
    expect(isDue(mail, handedIn({ a: 2 }))).toBe(true);
    expect(isDue(mail, handedIn({ a: 3 }))).toBe(false);
    expect(goesAfterTheClose(mail, handedIn({ a: 2 }))).toBe(false);
  });

  it('is found again by its mail', () => {
    expect(mendRequestTold(requests, { step: 'mend-2', to: toUnit('a') })).toBe(requests[1]);
    expect(mendRequestTold(requests, { step: 'mend-2', to: toUnit('b') })).toBeUndefined();
    expect(mendRequestTold(requests, { step: 'receipt-2', to: toUnit('a') })).toBeUndefined();
  });
});
