import { describe, expect, it } from 'vitest';
import { MailEntry, mailName } from '../../../shared/domain/delivery/mail.ts';
import { sendingAgain } from '../../../shared/domain/delivery/sending-again.ts';

const minute = 60_000;
const base = { report: 'bao-cao-thang', month: '2021-10' };
const to = { kind: 'recipient' as const, lines: ['Như trên'] };
const address = 'nhan@noi.example';
const letter = (step: string, changed: Partial<MailEntry> = {}) =>
  MailEntry.parse({
    ...base,
    step,
    recipient: '0'.repeat(32),
    address,
    to,
    state: 'sent',
    attempts: 1,
    at: 0,
    ...changed,
  });
const again = (ledger: MailEntry[], now = 60 * minute, knowing?: string) =>
  sendingAgain(base, { address, to, knowing }, { ledger, now });

describe('a letter sent again', () => {
  it('goes to that address by its lines, each time as a new mail, counted for the address', () => {
    expect(again([])).toEqual({ kind: 'send', notice: { ...base, step: 'resend-1', address, to } });
    const ledger = [letter('edition-1'), letter('resend-2'), letter('resend-7', { address: 'khac@noi.example' })];
    expect(again(ledger)).toMatchObject({ notice: { step: 'resend-3' } });
  });

  it.each(['pending', 'claimed'] as const)('goes not while another to the address is %s', state => {
    for (const step of ['edition-1', 'resend-1'])
      expect(again([letter(step, { state })])).toMatchObject({ kind: 'on its way', mail: { step } });
  });

  it('is asked about within ten minutes of another to the address, however that was written', () => {
    expect(again([letter('edition-1')], 10 * minute - 1)).toMatchObject({
      kind: 'just left',
      mail: { step: 'edition-1' },
    });
    expect(again([letter('resend-1', { address: 'Nhan@noi.example' })], 1)).toMatchObject({ kind: 'just left' });
    expect(again([letter('edition-1')], 10 * minute)).toMatchObject({ kind: 'send' });
  });

  it.each(['refused', 'undelivered', 'bounced'] as const)('goes at once where the other was %s', state => {
    expect(again([letter('edition-1', { state })], 1)).toMatchObject({ kind: 'send' });
  });

  it('goes to who knows of the one that has just left; of a later one they are told again', () => {
    const first = letter('edition-1');
    expect(again([first], 1, mailName(first))).toMatchObject({ kind: 'send', notice: { step: 'resend-1' } });
    expect(again([first, letter('resend-1', { at: 1 })], 2, mailName(first))).toMatchObject({
      kind: 'just left',
      mail: { step: 'resend-1' },
    });
  });
});
