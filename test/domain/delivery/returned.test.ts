import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cameBack, reasonOfBounce, stateAsRead, stateByBounce } from '../../../shared/domain/delivery/returned.ts';

const documented = readFileSync(join(import.meta.dirname, '../../../docs/mails-come-back.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, reason, state, words] = /^\| `(.+)` \| (\w+) \| (.+) \|$/.exec(line) ?? [];
    return reason ? [{ reason, state, words }] : [];
  });

const bounceIn = (reason: string) => {
  const [type = '', subtype, notice] = reason.split(' / ');
  const [action, status] = notice?.split(' ') ?? [];
  return { type, subtype, action, status };
};
const bounces = documented.filter(({ reason }) => /^(Permanent|Transient|Undetermined)/.test(reason));

describe('what comes back of a mail', () => {
  it.each(documented)('is told in the words of docs/mails-come-back.md: $reason', ({ reason, words }) => {
    expect(cameBack(reason)).toEqual({ words, advice: expect.stringMatching(/\.$/) });
  });

  it.each(bounces)('leaves it as that table has it, and is kept in the words of SES: $reason', ({ reason, state }) => {
    expect(stateByBounce(bounceIn(reason))).toBe(state);
    expect(reasonOfBounce(bounceIn(reason))).toBe(reason);
  });

  it('is a wrong address only where the mailbox is none: whatever will pass, or is a person’s own reply, is not', () => {
    const asked = bounces.filter(({ reason }) => cameBack(reason).advice.startsWith('Hỏi địa chỉ đúng'));
    expect(asked.every(({ state }) => state === 'bounced')).toBe(true);
    for (const reason of ['Transient / General', 'Transient / MailboxFull', 'Undetermined / Undetermined'])
      expect(cameBack(reason).advice).toContain('Không phải sửa địa chỉ');
  });

  it('may be the notice that it did arrive, late', () => {
    for (const action of ['delivered', 'relayed', 'expanded'])
      expect(stateByBounce({ type: 'Transient', subtype: 'General', action, status: '2.0.0' })).toBe('delivered');
  });

  it.each(['', 'hộp thư đầy', 'Permanent', 'SomethingNew / Else'])('is never told as nothing: %j', reason => {
    expect(cameBack(reason).words).not.toBe('');
  });
});

describe('a mail that was entered before the kinds of bounces were told apart', () => {
  it.each([
    ['bounced', 'Transient / General', 'returned'],
    ['bounced', 'Transient / MailboxFull', 'undelivered'],
    ['bounced', 'Undetermined / Undetermined', 'returned'],
    ['bounced', 'Permanent / General', 'bounced'],
    ['bounced', undefined, 'bounced'],
    ['complained', 'abuse', 'complained'],
    ['refused', 'Bad content', 'refused'],
  ] as const)('%s, "%s" reads as %s', (state, reason, read) => {
    expect(stateAsRead({ state, reason })).toBe(read);
  });
});
