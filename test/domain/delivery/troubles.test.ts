import { describe, expect, it } from 'vitest';
import type { MailEntry } from '../../../shared/domain/delivery/mail.ts';
import {
  isWordOfTrouble,
  mostToldAtOnce,
  toldBy,
  troubleWith,
  untoldIn,
} from '../../../shared/domain/delivery/troubles.ts';

const hour = 3_600_000;
const mail = (changed: Partial<MailEntry> = {}): MailEntry => ({
  ...{ report: 'bao-cao-thang', month: '2021-10', step: 'edition-1', recipient: '0'.repeat(32) },
  ...{ address: 'nhan@noi.example', to: { kind: 'recipient', lines: [] }, state: 'unknown', attempts: 1, at: 0 },
  ...changed,
});
const named = (at: number) => at.toString(16).padStart(32, '0');
const unwritten = mail({ state: 'pending', reason: 'Unwritten: TypeError', attempts: 3 });

describe('a mail is in trouble', () => {
  it('when its fate is unknown, and no report of SES is waited for any more', () => {
    expect([troubleWith(mail(), hour - 1), troubleWith(mail(), hour)]).toEqual([undefined, 'unknown']);
  });

  it('when it was refused', () => {
    expect(troubleWith(mail({ state: 'refused' }), 0)).toBe('refused');
  });

  it('when it alone does not go out, again and again', () => {
    expect(troubleWith(unwritten, 0)).toBe('waiting');
    expect(troubleWith({ ...unwritten, attempts: 2 }, 0)).toBeUndefined();
    expect(troubleWith({ ...unwritten, reason: 'SomethingNew: no' }, 0)).toBe('waiting');
    expect(troubleWith({ ...unwritten, reason: 'MessageRejected: Email address is not verified.' }, 0)).toBe('waiting');
  });

  it('but not when nobody’s mail goes out: coordinators could not be told; nor when it goes out', () => {
    expect(troubleWith({ ...unwritten, reason: 'AccessDenied: no' }, 0)).toBeUndefined();
    expect(troubleWith({ ...unwritten, reason: 'Throttling: slowly' }, 0)).toBeUndefined();
    for (const state of ['claimed', 'sent', 'delivered', 'bounced', 'complained'] as const)
      expect(troubleWith({ ...unwritten, state }, 9 * hour)).toBeUndefined();
    expect(troubleWith(mail({ state: 'pending', attempts: 9 }), 9 * hour)).toBeUndefined();
  });

  it('and word of trouble never is: it would be told of without end', () => {
    for (const step of ['unknown-1', 'refused-0123456789abcdef', 'waiting-0123456789abcdef']) {
      expect(isWordOfTrouble(step)).toBe(true);
      for (const state of ['unknown', 'refused'] as const)
        expect(troubleWith(mail({ step, state }), hour)).toBeUndefined();
    }
    expect(isWordOfTrouble('opening')).toBe(false);
  });
});

describe('what coordinators have still to be told', () => {
  const first = mail({ recipient: named(1) });
  const second = mail({ recipient: named(2), step: 'reminder-1', at: 5 * hour });
  const word = mail({ step: 'unknown-0123456789abcdef', state: 'delivered', about: [`edition-1 ${named(1)}`] });

  it('is each mail once, by its name: the next one is told, though the first has been settled since', () => {
    expect(untoldIn([first], hour)).toEqual([{ trouble: 'unknown', about: [`edition-1 ${named(1)}`] }]);
    expect(untoldIn([first, word], hour)).toEqual([]);
    const later = [{ ...first, state: 'delivered' as const }, word, second];
    expect(untoldIn(later, 6 * hour)).toEqual([{ trouble: 'unknown', about: [`reminder-1 ${named(2)}`] }]);
  });

  it('is each of its troubles: one that was told as waiting is told again when it is refused', () => {
    const waiting = { ...word, step: 'waiting-0123456789abcdef' };
    const about = [`edition-1 ${named(1)}`];
    expect(untoldIn([{ ...first, state: 'refused' }, waiting], 0)).toEqual([{ trouble: 'refused', about }]);
  });

  it('fits: a word tells of no more than so many mails', () => {
    const many = Array.from({ length: 2 * mostToldAtOnce + 1 }, (_, at) => mail({ recipient: named(at) }));
    const untold = untoldIn(many, hour);
    expect(untold.map(({ about }) => about.length)).toEqual([mostToldAtOnce, mostToldAtOnce, 1]);
    expect(new Set(untold.flatMap(({ about }) => about)).size).toBe(many.length);
  });

  it('is read back from a word; one from before words named their mails tells of all that are lost', () => {
    const ledger = [first, second, mail({ state: 'sent', recipient: named(3) })];
    expect(toldBy(word, ledger, 6 * hour)).toEqual([first]);
    expect(toldBy({ step: 'unknown-2' }, ledger, 6 * hour)).toEqual([first, second]);
    expect(toldBy({ step: 'unknown-2' }, ledger, hour)).toEqual([first]);
  });
});
