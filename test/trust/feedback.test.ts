import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claim, plan } from '../../shared/aws/ledger.ts';
import type { MailEntry, MailState } from '../../shared/domain/mail.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

const period = { report: 'bao-cao-thang', month: '2021-10' };
let town: Town;
let count = 0;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
});
afterAll(() => town.leave());

/** A mail that was claimed, and of which the post has said nothing yet. */
async function claimed(): Promise<MailEntry> {
  count += 1;
  const step = `edition-${count}`;
  const address = 'nhan@noi.example';
  const ledger = await plan(
    town.table,
    period,
    [{ ...period, step, address, to: { kind: 'recipient', lines: [] } }],
    0,
  );
  const mail = ledger.find(entry => entry.step === step);
  if (!mail) throw new Error('the ledger did not take the mail');
  await claim(town.table, mail, 0);
  return mail;
}

const stateOf = async ({ step, recipient }: MailEntry) =>
  (await town.ledger(period.report, period.month)).find(mail => mail.step === step && mail.recipient === recipient)
    ?.state;

/** What SNS would bring; each part may be replaced by another's. */
function report(eventType: string, { report, month, step, recipient }: MailEntry, forged: object = {}) {
  const tags = { report: [report], month: [month], step: [step], recipient: [recipient] };
  const mail = { messageId: 'm', timestamp: '2021-11-16T09:30:00Z', tags };
  const Sns = { TopicArn: process.env.FEEDBACK_TOPIC, Message: JSON.stringify({ eventType, mail }), ...forged };
  return { Records: [{ Sns }] };
}

/** From the least that may be known of a mail to the most. */
const stages: [string, MailState][] = [
  ['Reject', 'refused'],
  ['Send', 'sent'],
  ['Delivery', 'delivered'],
  ['Bounce', 'bounced'],
  ['Complaint', 'complained'],
];

describe('reports of SES', () => {
  it('told twice, late and in any order leave the ledger where the furthest of them does, and never move it back', async () => {
    const told = fc.array(fc.integer({ min: 0, max: stages.length - 1 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(told, async order => {
        const mail = await claimed();
        for (const [at, stage] of order.entries()) {
          await town.invoke('track-delivery', report(stages[stage]?.[0] ?? '', mail));
          const furthest = Math.max(...order.slice(0, at + 1));
          expect(await stateOf(mail)).toBe(stages[furthest]?.[1]);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('that are forged, broken, or of mails nobody knows change nothing, and end no function', async () => {
    const mail = await claimed();
    const nobody = { ...mail, recipient: 'f'.repeat(32) };
    const before = (await town.ledger(period.report, period.month)).length;
    const unheard = [
      report('Bounce', mail, { TopicArn: 'arn:aws:sns:ap-southeast-1:000000000000:foreign' }),
      report('Bounce', mail, { Message: 'no JSON' }),
      report('Bounce', mail, { Message: '{"eventType":"Bounce"}' }),
      report('Opened', mail),
      report('Bounce', nobody),
      report('Bounce', { ...mail, step: '../edition-1' }),
      report('Bounce', { ...mail, report: '__proto__' }),
    ];
    for (const event of unheard) await expect(town.invoke('track-delivery', event)).resolves.toBeUndefined();
    expect(await stateOf(mail)).toBe('claimed');
    expect(await town.ledger(period.report, period.month)).toHaveLength(before);
  });

  it('come from the office’s own topic alone: only a function it wakes reads them, and no address of the house takes them', async () => {
    const mail = await claimed();
    const posted = await fetch(`${town.address}/track-delivery`, {
      method: 'POST',
      headers: { origin: town.address, 'x-amz-sns-message-type': 'Notification' },
      body: JSON.stringify(report('Bounce', mail).Records[0]?.Sns),
    });
    expect(posted.status).toBe(404);
    expect(await stateOf(mail)).toBe('claimed');
  });
});
