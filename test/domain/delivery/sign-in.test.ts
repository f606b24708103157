import { describe, expect, it } from 'vitest';
import { instantAt } from '../../../shared/domain/calendar/day.ts';
import {
  boardPath,
  monthAt,
  signInMonths,
  signInNotice,
  signInServes,
} from '../../../shared/domain/delivery/sign-in.ts';

const person = { id: 'tong-hop', mail: 'tong-hop@so.example' };
const now = instantAt('2021-11-16', '09:00');
const hour = 3_600_000;
const mailed = (at: number, state: 'pending' | 'sent' = 'sent', staff = person.id) => ({
  ...{ at, state, to: { kind: 'staff' as const, staff } },
});
const asked = (ledger: Parameters<typeof signInNotice>[2]) => signInNotice(person, '/board', ledger, now);

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

  it('is a new one each time', () => {
    expect(asked([mailed(now - 2 * hour), mailed(now - 3 * hour)])?.step).toBe('link-3');
  });

  it('is not sent while one is still on its way', () => {
    expect(asked([mailed(now - 3 * hour, 'pending')])).toBeUndefined();
  });

  it('is sent five times an hour at most: nobody’s mailbox is flooded by a stranger', () => {
    const within = now - hour + 1;
    expect(asked([1, 2, 3, 4].map(() => mailed(within)))).toBeDefined();
    expect(asked([1, 2, 3, 4, 5].map(() => mailed(within)))).toBeUndefined();
    expect(asked([...[1, 2, 3, 4].map(() => mailed(within)), mailed(now - hour)])).toBeDefined();
  });

  it('is nobody else’s affair', () => {
    const others = [1, 2, 3, 4, 5].map(() => mailed(now, 'pending', 'van-thu'));
    const unit = { at: now, state: 'pending' as const, to: { kind: 'unit' as const, unit: person.id } };
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
