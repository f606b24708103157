import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusals } from '../../../infra/local/ses-refusals.ts';
import { hindranceIn } from '../../../shared/domain/delivery/hindrances.ts';

const documented = readFileSync(join(import.meta.dirname, '../../../docs/mails-not-taken.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const [, reason, by, words] = /^\| `(.+)` \| (\w+) \| (.+) \|$/.exec(line) ?? [];
    return reason ? [{ reason, by, words }] : [];
  });
const said = Object.values(refusals).map(({ code, message }) => `${code}: ${message}`);

describe('what hinders a mail', () => {
  it.each(documented)(
    'is told by what SES says, as docs/mails-not-taken.md has it: $reason',
    ({ reason, by, words }) => {
      expect(hindranceIn(reason)).toMatchObject({ by, words });
    },
  );

  it('is in that table for each thing that the stand-in for SES says no by', () => {
    expect(said.filter(reason => !documented.some(row => row.reason === reason))).toEqual([]);
  });

  it('is the recipient’s own fault only where SES says so of the address: anything else may be mended', () => {
    const final = said.filter(reason => hindranceIn(reason).by === 'address');
    expect(final).toEqual([
      'MessageRejected: Address blacklisted.',
      'MessageRejected: Address is on the suppression list',
      'InvalidParameterValue: Local address contains control or whitespace',
      "InvalidParameterValue: Missing final '@domain'",
      'InvalidParameterValue: Domain contains illegal character',
    ]);
  });

  it.each(['', 'địa chỉ sai', 'MessageRejected', 'AccountSuspended: Your account has been shut down.', 'Bad content'])(
    'is never nothing, and never final, for what nobody foresaw: %j',
    reason => {
      const { by, words, advice } = hindranceIn(reason);
      expect(by).toBe('mail');
      expect(words).toContain(reason.split(':')[0]);
      expect(advice).not.toBe('');
    },
  );
});
