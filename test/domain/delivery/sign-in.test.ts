import { describe, expect, it } from 'vitest';
import { instantAt, monthAt } from '../../../shared/domain/calendar/day.ts';
import {
  boardPath,
  type SignInsBefore,
  signInMonths,
  signInNotice,
  signInServes,
} from '../../../shared/domain/delivery/sign-in.ts';

const person = { id: 'tong-hop', mail: 'tong-hop@so.example' };
const now = instantAt('2021-11-16', '09:00');
const hour = 3_600_000;
const minute = 60_000;
type Mailed = SignInsBefore['ledger'][number];
const mailed = (at: number, changed: Partial<Mailed> = {}): Mailed => ({
  ...{ at, step: 'link-1', state: 'sent', address: person.mail, to: { kind: 'staff', staff: person.id } },
  ...changed,
});
const asked = (ledger: Mailed[], tooOften = false) =>
  signInNotice(person, { path: '/board' }, { ledger, tooOften, now });

describe('a mail to sign in with', () => {
  it('goes to the person alone, and says where they wanted to go', () => {
    expect(asked([])).toEqual({
      ...{ report: 'sign-in', month: '2021-11', step: 'link-1', address: person.mail },
      to: { kind: 'staff', staff: 'tong-hop', path: '/board' },
    });
  });

  it('serves for a quarter of an hour', () => {
    expect(signInServes).toBe(15 * 60 * 1_000);
  });

  it('is a new one each time, numbered for the person', () => {
    expect(asked([mailed(now - 2 * hour), mailed(now - 3 * hour, { step: 'link-2' })])?.step).toBe('link-3');
    expect(asked([mailed(now - 2 * hour, { step: 'link-41' })])?.step).toBe('link-42');
  });

  it('is not sent while one still waits, unless that waits for an address which is theirs no more', () => {
    expect(asked([mailed(now - 3 * hour, { state: 'pending' })])).toBeUndefined();
    expect(asked([mailed(now - 3 * hour, { state: 'pending', address: 'cu@so.example' })])?.step).toBe('link-2');
  });

  it('is not sent while one waits for the same address, however the office writes it, and names the browser that asks', () => {
    expect(asked([mailed(now - 3 * hour, { state: 'pending', address: 'Tong-Hop@so.example' })])).toBeUndefined();
    const notice = signInNotice(person, { path: '/board', asker: 'a' }, { ledger: [], tooOften: false, now });
    expect(notice?.to).toEqual({ kind: 'staff', staff: 'tong-hop', path: '/board', asker: 'a' });
  });

  it('goes to who asks too often once in ten minutes, so that there is always one which serves', () => {
    expect(asked([mailed(now - 10 * minute + 1)], true)).toBeUndefined();
    expect(asked([mailed(now - 10 * minute)], true)?.step).toBe('link-2');
    expect(asked([], true)?.step).toBe('link-1');
    expect(10 * minute).toBeLessThan(signInServes);
  });

  it('goes once in ten minutes after ten in an hour, however many ask: nobody’s mailbox is flooded', () => {
    const within = (count: number, at: number) => Array.from({ length: count }, () => mailed(at));
    expect(asked(within(9, now - 1))).toBeDefined();
    expect(asked(within(10, now - 1))).toBeUndefined();
    expect(asked(within(10, now - 10 * minute))).toBeDefined();
    expect(asked([...within(9, now - hour + 1), mailed(now - hour)])).toBeDefined();
  });

  it('is nobody else’s affair', () => {
    const others = Array.from({ length: 20 }, () =>
      mailed(now, { state: 'pending', to: { kind: 'staff', staff: 'van-thu' } }),
    );
    const unit = mailed(now, { state: 'pending', to: { kind: 'unit', unit: person.id } });
    expect(asked([...others, unit])?.step).toBe('link-1');
  });
});

describe('the months of sign-in mails', () => {
  it('are this one and the one before: one may have been asked for at the very end of it', () => {
    expect(signInMonths(instantAt('2022-01-01', '00:00'))).toEqual(['2021-12', '2022-01']);
  });

  it('are told by the clock in Việt Nam', () => {
    expect([monthAt(instantAt('2021-10-31', '23:59')), monthAt(instantAt('2021-11-01', '00:00'))]).toEqual([
      '2021-10',
      '2021-11',
    ]);
  });
});

describe('after signing in', () => {
  it.each(['/board', '/board/bao-cao-thang/2021-10', '/years/bao-cao-thang'])(
    'one is led to a page of the board: %s',
    path => {
      expect(boardPath(path)).toBe(path);
    },
  );

  it.each([
    null,
    undefined,
    '',
    '/',
    '/form',
    '//ke-xau.example/board',
    'https://ke-xau.example/board',
    '/boardx',
    '/board/',
    '/board//a',
    '/board/../form',
    '/board?x=1',
    '/board/a b',
    '/board\n',
  ])('and nowhere else: %j', path => {
    expect(boardPath(path)).toBe('/board');
  });
});
