import { describe, expect, it } from 'vitest';
import { type Asking, noticesAskedFor } from '../../../shared/domain/delivery/asked-for.ts';
import { MailEntry } from '../../../shared/domain/delivery/mail.ts';
import { periodWith } from '../a-period.ts';

const period = periodWith({ deadline: 1e9 });
const minute = 60_000;

const entry = (step: string, changed: Partial<MailEntry> = {}): MailEntry =>
  MailEntry.parse({
    ...{ report: 'bao-cao-thang', month: '2021-10', step, recipient: '0'.repeat(32), address: 'b@so.example' },
    ...{ to: { kind: 'unit', unit: 'b' }, state: 'sent', attempts: 1, at: 0 },
    ...changed,
  });

type Asked = { units?: string[]; now?: number; asking?: Asking; epoch?: number };
const asked = (ledger: MailEntry[], { units = ['b'], now = 10 * minute, asking = 'link', epoch }: Asked = {}) => {
  const heads = new Map(units.map(id => [id, epoch === undefined ? {} : { epoch }]));
  const { notices, standing } = noticesAskedFor(asking, period, { units: new Set(units), heads, ledger, now });
  return [...notices.map(({ step, address }) => `${step} ${address}`), ...standing.map(({ step }) => `(${step})`)];
};

describe('what a coordinator asks for', () => {
  it('is a first, a second and a third, each kind by itself', () => {
    expect(asked([])).toEqual(['link-1 b@so.example']);
    expect(asked([entry('link-1'), entry('link-2'), entry('nudge-7')])).toEqual(['link-3 b@so.example']);
    expect(asked([entry('link-9'), entry('link-10')])).toEqual(['link-11 b@so.example']);
    expect(asked([entry('link-1')], { asking: 'nudge' })).toEqual(['nudge-1 b@so.example']);
  });

  it('is not sent again while the last waits, or within five minutes: a double click mails once', () => {
    expect(asked([entry('link-1', { state: 'pending' })], { now: 60 * minute })).toEqual(['(link-1)']);
    expect(asked([entry('link-1')], { now: 5 * minute - 1 })).toEqual(['(link-1)']);
    expect(asked([entry('link-1')], { now: 5 * minute })).toEqual(['link-2 b@so.example']);
    expect(asked([entry('link-1', { state: 'pending' }), entry('link-2')])).toEqual(['link-3 b@so.example']);
  });

  it.each(['refused', 'undelivered', 'bounced'] as const)('is sent at once where the last was %s', state => {
    expect(asked([entry('link-1', { state })], { now: 1 })).toEqual(['link-2 b@so.example']);
  });

  it.each(['pending', 'claimed', 'sent', 'delayed', 'returned', 'delivered'] as const)(
    'is sent at once where the unit was shut out after the last was asked for, though that is %s',
    state => {
      expect(asked([entry('link-1', { state })], { now: 1, epoch: 1 })).toEqual(['link-2 b@so.example']);
      expect(asked([entry('link-2', { state, epoch: 1 })], { now: 1, epoch: 1 })).toEqual(['(link-2)']);
      expect(asked([entry('link-2', { state, epoch: 1 })], { now: 1, epoch: 2 })).toEqual(['link-3 b@so.example']);
    },
  );

  it('is remembered with the epoch it was asked for in', () => {
    const { notices } = noticesAskedFor('link', period, {
      units: new Set(['b']),
      heads: new Map([['b', { epoch: 3 }]]),
      ledger: [],
      now: 0,
    });
    expect(notices).toMatchObject([{ epoch: 3 }]);
  });

  it('counts for each unit and each address by itself: mail to one never holds up another', () => {
    const toA = { address: 'a1@so.example', to: { kind: 'unit' as const, unit: 'a' } };
    const ledger = [entry('link-4', { ...toA, at: 9 * minute }), entry('link-1')];
    expect(asked(ledger, { units: ['a', 'b'] })).toEqual(['link-1 a2@so.example', 'link-2 b@so.example', '(link-4)']);
  });

  it('goes to a mended address at once, however lately the old one was mailed', () => {
    expect(asked([entry('link-1', { address: 'cu@so.example' })], { now: 1 })).toEqual(['link-1 b@so.example']);
    expect(asked([entry('link-1', { address: 'B@so.example' })], { now: 1 })).toEqual(['(link-1)']);
  });
});
