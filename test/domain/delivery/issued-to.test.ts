import { expect, it } from 'vitest';
import { whoGotIt } from '../../../shared/domain/delivery/issued-to.ts';
import type { MailEntry } from '../../../shared/domain/delivery/mail.ts';

const letter = (address: string, state: MailEntry['state'], reason?: string) => ({ address, state, reason });
const blacklisted = 'MessageRejected: Address blacklisted.';

it('the trail says how many got the letter, of how many, and who did not and why', () => {
  const got = [letter('a@x.example', 'delivered'), letter('b@x.example', 'sent'), letter('c@x.example', 'bounced')];
  expect(whoGotIt([])).toBe('0/0 địa chỉ');
  expect(whoGotIt(got)).toBe('3/3 địa chỉ');
  const rest = [
    letter('f@x.example', 'refused', 'InvalidParameterValue: Illegal address'),
    letter('e@x.example', 'refused', blacklisted),
    letter('d@x.example', 'refused', blacklisted),
    letter('g@x.example', 'unknown', 'InternalFailure: failed'),
  ];
  expect(whoGotIt([...got, ...rest])).toBe(
    '3/7 địa chỉ; bị từ chối vì địa chỉ sai: f@x.example; bị từ chối vì địa chỉ bị máy chủ thư chặn, vì từng trả lại thư: d@x.example, e@x.example; chưa rõ đã đi hay chưa: g@x.example',
  );
});

it('and names ten of them at most: an entry of the trail stays readable', () => {
  const letters = Array.from({ length: 12 }, (_, at) => letter(`${at + 10}@x.example`, 'refused', blacklisted));
  expect(whoGotIt(letters)).toMatch(/: 10@x\.example, .*, 19@x\.example, và 2 địa chỉ khác$/);
});
