import { describe, expect, it, vi } from 'vitest';
import { advance, allSettled, claim, giveUpStaleClaims, mailsOf, plan, settle } from '../../shared/aws/ledger.ts';
import type { MailEntry, MailState } from '../../shared/domain/delivery/mail.ts';
import type { Notice } from '../../shared/domain/delivery/notices.ts';
import { aTable } from './a-unit.ts';

const period = { report: 'bao-cao-thang', month: '2021-10' };
const letter = (address: string, changed: Partial<Notice> = {}): Notice => ({
  ...{ ...period, step: 'edition-1', address, to: { kind: 'recipient', lines: ['Như trên'] } },
  ...changed,
});
const minute = 60_000;

/** A ledger with one letter in it, claimed at 5. */
async function claimedLetter() {
  const table = aTable();
  const [mail] = await plan(table, period, [letter('nhan@noi.example')], 1);
  const claimed = (await claim(table, mail as MailEntry, 5)) as MailEntry;
  const now = async () => (await mailsOf(table, period))[0];
  return { table, claimed, now };
}

describe('planning mails', () => {
  it('enters each as pending, and gives the whole ledger of the period', async () => {
    const table = aTable();
    await plan(table, period, [letter('mo@noi.example', { step: 'opening' })], 1);
    const ledger = await plan(table, period, [letter('nhan@noi.example')], 2);
    const entered = { state: 'pending', attempts: 0, recipient: expect.stringMatching(/^[0-9a-f]{32}$/) };
    expect(ledger).toEqual([
      { ...letter('nhan@noi.example'), ...entered, at: 2 },
      { ...letter('mo@noi.example', { step: 'opening' }), ...entered, at: 1 },
    ]);
    expect(await mailsOf(table, period)).toEqual(ledger);
  });

  it('again, or beside itself, changes nothing: a step that runs twice mails once', async () => {
    const { table, claimed } = await claimedLetter();
    const planned = () => plan(table, period, [letter('nhan@noi.example')], 9);
    expect(await Promise.all([planned(), planned()])).toEqual([[claimed], [claimed]]);
  });

  it('enters only what is not there yet', async () => {
    const { table } = await claimedLetter();
    const ledger = await plan(table, period, [letter('nhan@noi.example'), letter('khac@noi.example')], 9);
    expect(ledger.map(({ address, state }) => `${address} ${state}`).sort()).toEqual([
      'khac@noi.example pending',
      'nhan@noi.example claimed',
    ]);
  });

  it('is one mail to an address, however it is written and however many lines name it', async () => {
    const lines = { to: { kind: 'recipient' as const, lines: ['Lưu'] } };
    const mails = [letter('nhan@noi.example'), letter('Nhan@NOI.example', lines)];
    expect(await plan(aTable(), period, mails, 1)).toHaveLength(1);
  });

  it('is a mail to each unit and each person, though they share an address', async () => {
    const whom: Notice['to'][] = [
      { kind: 'unit', unit: 'a' },
      { kind: 'unit', unit: 'b' },
      { kind: 'staff', staff: 'a' },
      { kind: 'staff', staff: 'b' },
      { kind: 'recipient', lines: [] },
    ];
    const mails = whom.map(to => letter('chung@so.example', { to }));
    expect(await plan(aTable(), period, mails, 1)).toHaveLength(5);
  });

  it('is a mail for each step, found by its step and not by one whose name it begins', async () => {
    const table = aTable();
    const mails = ['edition-1', 'edition-12'].map(step => letter('nhan@noi.example', { step }));
    expect(await plan(table, period, mails, 1)).toHaveLength(2);
    expect((await mailsOf(table, period, 'edition-1')).map(({ step }) => step)).toEqual(['edition-1']);
    expect(await mailsOf(table, { ...period, month: '2021-11' })).toEqual([]);
  });
});

describe('the ledger', () => {
  it('costs one read when there is nothing to enter: every tick asks for it', async () => {
    const { table } = await claimedLetter();
    const calls = vi.spyOn(table.client, 'send');
    await plan(table, period, [letter('nhan@noi.example')], 9);
    expect(calls).toHaveBeenCalledOnce();
    await plan(table, period, [letter('khac@noi.example'), letter('nhan@noi.example')], 9);
    expect(calls).toHaveBeenCalledTimes(1 + 3);
  });

  it.each<[Notice['to'], string]>([
    [{ kind: 'recipient', lines: [] }, '0b4a5d1566acc2a84e7a3cf322f11ea9'],
    [{ kind: 'unit', unit: 'phong-a' }, '42e21a7d72722ba0a625e2549ed30367'],
    [{ kind: 'staff', staff: 'tong-hop' }, '41f2d1e675a512b938d8832b7e142e9a'],
  ])('never changes the name of a mail: what was mailed last year is not mailed again (%j)', async (to, recipient) => {
    const [mail] = await plan(aTable(), period, [letter('Nhan@noi.example', { to })], 1);
    expect(mail?.recipient).toBe(recipient);
  });
});

describe('claiming a mail', () => {
  it('gives it to one and to no other, counted and with the hour', async () => {
    const table = aTable();
    const [mail] = await plan(table, period, [letter('nhan@noi.example')], 1);
    const claims = await Promise.all([1, 2, 3].map(() => claim(table, mail as MailEntry, 5)));
    expect(claims.filter(Boolean)).toEqual([{ ...mail, state: 'claimed', attempts: 1, at: 5 }]);
  });

  it('is counted each time', async () => {
    const { table, claimed } = await claimedLetter();
    await settle(table, claimed, { kind: 'declined', reason: '' }, 6);
    const again = await claim(table, claimed, 7);
    expect(again).toMatchObject({ attempts: 2, at: 7 });
    expect(again).not.toHaveProperty('reason');
  });

  it('gives nothing that is not in the ledger', async () => {
    const { claimed } = await claimedLetter();
    expect(await claim(aTable(), claimed, 5)).toBeUndefined();
  });
});

describe('what the post said', () => {
  const blacklisted = 'MessageRejected: Address blacklisted.';
  const denied = 'AccessDenied: not authorized to perform: ses:SendRawEmail';
  it.each([
    [{ kind: 'sent', messageId: 'm-1' } as const, { state: 'sent', messageId: 'm-1' }],
    [{ kind: 'declined', reason: blacklisted } as const, { state: 'refused', reason: blacklisted }],
    [{ kind: 'declined', reason: denied } as const, { state: 'pending', reason: denied }],
    [{ kind: 'unknown', reason: 'im lặng' } as const, { state: 'unknown', reason: 'im lặng' }],
  ])('is entered with its hour: %j', async (posted, entered) => {
    const { table, claimed, now } = await claimedLetter();
    await settle(table, claimed, posted, 6);
    expect(await now()).toEqual({ ...claimed, ...entered, at: 6 });
  });

  it('does not undo a report of SES that overtook it', async () => {
    const { table, claimed, now } = await claimedLetter();
    await advance(table, claimed, 'delivered', { messageId: 'm-1', at: 6 });
    await settle(table, claimed, { kind: 'unknown', reason: 'im lặng' }, 7);
    expect(await now()).toMatchObject({ state: 'delivered', at: 6 });
  });
});

describe('which message was sent', () => {
  const sha256 = 'a'.repeat(64);
  it('is entered where it was sent or may have been, and not where it was not', async () => {
    for (const [posted, entered] of [
      [{ kind: 'sent', messageId: 'm-1' }, sha256],
      [{ kind: 'unknown', reason: 'im lặng' }, sha256],
      [{ kind: 'declined', reason: 'Throttling: chậm lại' }, undefined],
    ] as const) {
      const { table, claimed, now } = await claimedLetter();
      await settle(table, claimed, { ...posted, sha256 }, 6);
      expect((await now())?.sha256).toBe(entered);
    }
  });

  it('is entered also when a report of SES came first, and never changed', async () => {
    const { table, claimed, now } = await claimedLetter();
    await advance(table, claimed, 'delivered', { messageId: 'm-1', at: 6 });
    await settle(table, claimed, { kind: 'sent', messageId: 'm-1', sha256 }, 7);
    await settle(table, claimed, { kind: 'sent', messageId: 'm-1', sha256: 'b'.repeat(64) }, 8);
    expect(await now()).toMatchObject({ state: 'delivered', at: 6, sha256 });
  });
});

describe('a report of SES', () => {
  it('moves a mail forward, and says whether it did', async () => {
    const { table, claimed, now } = await claimedLetter();
    const report = (state: MailState, reason?: string) =>
      advance(table, claimed, state, { messageId: 'm-1', reason, at: 8 });
    expect([await report('delivered'), await report('sent'), await report('bounced', 'đầy hộp')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await now()).toEqual({ ...claimed, state: 'bounced', messageId: 'm-1', reason: 'đầy hộp', at: 8 });
  });

  it('of a mail nobody entered is not ours, and enters none', async () => {
    const { claimed } = await claimedLetter();
    const table = aTable();
    expect(await advance(table, claimed, 'delivered', { messageId: 'm-1', at: 8 })).toBe(false);
    expect(await mailsOf(table, period)).toEqual([]);
  });
});

describe('a claim nobody came back from', () => {
  it('is given up once no function can still be sending, and is then of unknown fate: never sent again by itself', async () => {
    const { table, claimed, now } = await claimedLetter();
    await giveUpStaleClaims(table, [claimed], 5 + 15 * minute - 1);
    expect(await now()).toEqual(claimed);
    await giveUpStaleClaims(table, [claimed], 5 + 15 * minute);
    expect(await now()).toMatchObject({ state: 'unknown', reason: expect.stringContaining('chưa rõ') });
    expect(await claim(table, claimed, 6)).toBeUndefined();
  });

  it('is the only mail given up, however long the others lie there', async () => {
    const { table, claimed, now } = await claimedLetter();
    await giveUpStaleClaims(table, [{ ...claimed, state: 'pending' }], 99 * minute);
    expect(await now()).toEqual(claimed);
  });
});

describe('a step is done', () => {
  it('when each of its mails is settled, and not before the last', async () => {
    const { claimed } = await claimedLetter();
    const sent = { ...claimed, state: 'sent' as const };
    expect([allSettled([]), allSettled([sent]), allSettled([sent, claimed])]).toEqual([true, true, false]);
  });
});
