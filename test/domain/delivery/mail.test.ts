import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isAwaited,
  isSettled,
  lostIn,
  type MailEntry,
  MailId,
  MailState,
  stateAfter,
  statesBefore,
} from '../../../shared/domain/delivery/mail.ts';

const hour = 3_600_000;
const entry = (changed: Partial<MailEntry> = {}): MailEntry => ({
  report: 'bao-cao-thang',
  month: '2021-10',
  step: 'edition-1',
  recipient: '0'.repeat(32),
  address: 'nhan@noi.example',
  to: { kind: 'recipient', lines: [] },
  state: 'unknown',
  attempts: 1,
  at: 0,
  ...changed,
});

describe('the name of a mail', () => {
  const { report, month, step, recipient } = entry();
  it.each([
    [{}, true],
    [{ step: 'opening' }, true],
    [{ step: 'unknown-1' }, true],
    [{ step: 'nudge-1234' }, true],
    [{ step: 'unknown-0123456789abcdef' }, true],
    [{ step: 'unknown-0123456789abcde' }, false],
    [{ step: 'nudge-12345' }, false],
    [{ step: 'nudge-' }, false],
    [{ step: ' opening' }, false],
    [{ step: 'opening#' }, false],
    [{ recipient: '0'.repeat(31) }, false],
    [{ recipient: `${'0'.repeat(32)}0` }, false],
    [{ recipient: 'G'.repeat(32) }, false],
    [{ month: '2021-13' }, false],
    [{ report: 'Báo cáo' }, false],
  ])('suits a tag of SES and a key of the table: %j, %s', (changed, right) => {
    expect(MailId.safeParse({ report, month, step, recipient, ...changed }).success).toBe(right);
  });
});

describe('the state of a mail', () => {
  it('after an attempt goes back to pending when certainly nothing was sent, unless the address is at fault', () => {
    expect(stateAfter({ kind: 'declined', reason: 'AccessDenied: no' })).toBe('pending');
    expect(stateAfter({ kind: 'declined', reason: 'MessageRejected: Address blacklisted.' })).toBe('refused');
    expect(stateAfter({ kind: 'unknown', reason: '' })).toBe('unknown');
    expect(stateAfter({ kind: 'sent', messageId: 'm' })).toBe('sent');
  });

  it('is moved on by reports in this order and no other', () => {
    const onward = ['sent', 'delayed', 'returned', 'delivered', 'undelivered', 'bounced', 'complained'] as const;
    for (const [at, state] of onward.entries())
      expect(new Set(statesBefore(state))).toEqual(
        new Set(['pending', 'claimed', 'unknown', 'refused', ...onward.slice(0, at)]),
      );
    expect(statesBefore('refused')).toEqual(['pending', 'claimed']);
    expect(statesBefore('unknown')).toEqual(['pending', 'claimed']);
  });

  it('is never moved back: no two states lie before each other', () => {
    const state = fc.constantFrom(...MailState.options);
    fc.assert(
      fc.property(
        state,
        state,
        (one, other) => !(statesBefore(one).includes(other) && statesBefore(other).includes(one)),
      ),
    );
  });

  it('is one of these, as the table has them', () => {
    const all = 'pending claimed unknown refused sent delayed returned delivered undelivered bounced complained';
    expect(MailState.options.join(' ')).toBe(all);
  });

  it('is settled once nothing is left to send', () => {
    expect(MailState.options.filter(state => !isSettled(state))).toEqual(['pending', 'claimed']);
  });
});

describe('a mail of unknown fate', () => {
  it('is awaited for an hour, and then lost', () => {
    expect([isAwaited(entry(), hour - 1), isAwaited(entry(), hour)]).toEqual([true, false]);
    expect([lostIn([entry()], hour - 1), lostIn([entry()], hour)]).toEqual([0, 1]);
  });

  it('is the only one: what is settled otherwise is neither', () => {
    const others = MailState.options.filter(state => state !== 'unknown').map(state => entry({ state }));
    expect(others.filter(mail => isAwaited(mail, 0))).toEqual([]);
    expect(lostIn(others, hour)).toBe(0);
  });
});
