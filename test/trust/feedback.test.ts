import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { selfSigned } from '../../infra/local/certificate.ts';
import { listening } from '../../infra/local/listening.ts';
import { startSns } from '../../infra/local/sns.ts';
import { claim, plan } from '../../shared/aws/ledger.ts';
import type { MailEntry, MailState } from '../../shared/domain/delivery/mail.ts';
import { log } from '../../shared/log.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

const period = { report: 'bao-cao-thang', month: '2021-10' };
let town: Town;
let count = 0;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
});
afterAll(() => town.leave());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

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

/** What SES tells of a mail. */
function told(eventType: string, { report, month, step, recipient }: MailEntry, details: object = {}) {
  const tags = { report: [report], month: [month], step: [step], recipient: [recipient] };
  return { eventType, mail: { messageId: 'm', timestamp: '2021-11-16T09:30:00Z', tags }, ...details };
}

/** The same as SNS brings it. */
const report = (eventType: string, mail: MailEntry, details?: object) =>
  town.notify(told(eventType, mail, details ?? (eventType === 'Bounce' ? back('Permanent', 'General') : {})));

function back(bounceType: string, bounceSubType: string, notice: object = {}) {
  return {
    bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: 'nhan@noi.example', ...notice }] },
  };
}

/** From the least certain that may be told of a mail to the most; two that say the same of its state differ in their reasons. */
const stages: { tells: string; details?: object; state: MailState; reason?: string }[] = [
  { tells: 'Send', state: 'sent' },
  {
    ...{ tells: 'DeliveryDelay', details: { deliveryDelay: { delayType: 'MailboxFull' } } },
    ...{ state: 'delayed', reason: 'Delay / MailboxFull' },
  },
  {
    tells: 'Bounce',
    details: back('Undetermined', 'Undetermined'),
    state: 'returned',
    reason: 'Undetermined / Undetermined',
  },
  { tells: 'Bounce', details: back('Transient', 'General'), state: 'returned', reason: 'Transient / General' },
  { tells: 'Delivery', state: 'delivered' },
  { tells: 'Open', state: 'delivered' },
  { tells: 'Complaint', details: { complaint: { complaintFeedbackType: 'not-spam' } }, state: 'delivered' },
  {
    tells: 'Bounce',
    details: back('Transient', 'MailboxFull'),
    state: 'undelivered',
    reason: 'Transient / MailboxFull',
  },
  {
    ...{ tells: 'Bounce', details: back('Transient', 'General', { action: 'failed', status: '4.4.7' }) },
    ...{ state: 'undelivered', reason: 'Transient / General / failed 4.4.7' },
  },
  {
    tells: 'Rendering Failure',
    details: { failure: { errorMessage: 'x' } },
    state: 'undelivered',
    reason: 'Rendering / x',
  },
  {
    tells: 'Reject',
    details: { reject: { reason: 'Bad content' } },
    state: 'undelivered',
    reason: 'Reject / Bad content',
  },
  { tells: 'Bounce', details: back('Permanent', 'NoEmail'), state: 'bounced', reason: 'Permanent / NoEmail' },
  { tells: 'Bounce', details: back('Permanent', 'General'), state: 'bounced', reason: 'Permanent / General' },
  {
    ...{ tells: 'Complaint', details: { complaint: { complaintSubType: 'OnAccountSuppressionList' } } },
    ...{ state: 'bounced', reason: 'Complaint / OnAccountSuppressionList' },
  },
  {
    tells: 'Complaint',
    details: { complaint: { complaintFeedbackType: 'abuse' } },
    state: 'complained',
    reason: 'abuse',
  },
];

const entryOf = async ({ step, recipient }: MailEntry) => {
  const ledger = await town.ledger(period.report, period.month);
  return ledger.find(mail => mail.step === step && mail.recipient === recipient);
};

describe('reports of SES', () => {
  it('told twice, late and in any order leave the ledger where the most certain of them does, for the same reason', async () => {
    const order = fc.array(fc.constantFrom(...stages), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(order, async told => {
        const mail = await claimed();
        for (const [at, { tells, details }] of told.entries()) {
          await town.invoke('track-delivery', report(tells, mail, details));
          const { state, reason } = stages.findLast(stage => told.slice(0, at + 1).includes(stage)) ?? {};
          const entry = await entryOf(mail);
          expect([entry?.state, entry?.reason]).toEqual([state, reason]);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it.each(stages.map(stage => [`${stage.tells} ${stage.reason ?? ''}`, stage] as const))(
    '%s leaves a mail that SES was asked to send as it says',
    async (_, { tells, details, state, reason }) => {
      const mail = await claimed();
      await town.invoke('track-delivery', report(tells, mail, details));
      expect(await entryOf(mail)).toMatchObject({ state, ...(reason && { reason }), messageId: 'm' });
    },
  );

  it('that are broken, or of mails nobody knows, change nothing, and end no function', async () => {
    const mail = await claimed();
    const nobody = { ...mail, recipient: 'f'.repeat(32) };
    const before = (await town.ledger(period.report, period.month)).length;
    const unheard = [
      town.notify('no report'),
      town.notify({ eventType: 'Bounce' }),
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

type Parts = Record<string, unknown>;

/** A report as SNS brings it, with some of its parts changed on the way. */
const tampered = (change: (own: Parts) => Parts) => (mail: MailEntry) => ({
  Records: report('Bounce', mail).Records.map(({ Sns }) => ({ Sns: change(Sns) })),
});
const changed = (parts: Parts) => tampered(own => ({ ...own, ...parts }));
const without = (part: string) => tampered(({ [part]: _, ...rest }) => rest);
const certifiedAt = (address: (own: string) => string) =>
  tampered(own => ({ ...own, SigningCertUrl: address(String(own.SigningCertUrl)) }));

/** Answers anyone who asks for a certificate; closed with the test. */
async function keeperAnswering(status: number, headers: Record<string, string>, body = ''): Promise<string> {
  const { endpoint, close } = await listening(
    createServer((_, response) => response.writeHead(status, headers).end(body)),
  );
  onTestFinished(close);
  return endpoint;
}

describe('a forged report', () => {
  it.each<[string, (mail: MailEntry) => unknown]>([
    ['without a signature', without('Signature')],
    ['with an empty signature', changed({ Signature: '' })],
    ['with a signature of noise', changed({ Signature: Buffer.alloc(256, 7).toString('base64') })],
    ['with a signature that is no text', changed({ Signature: ['x'] })],
    ['without a certificate', without('SigningCertUrl')],
    ['signed by a way there is not', changed({ SignatureVersion: '3' })],
    ['signed by one way and said to be by the other', changed({ SignatureVersion: '1' })],
    ['with another message', changed({ Message: '{}' })],
    ['with another id', changed({ MessageId: 'x' })],
    ['with another subject', changed({ Subject: 'x' })],
    ['with no subject, though one was signed', changed({ Subject: null })],
    ['of another time', changed({ Timestamp: '2021-11-16T09:30:00.000Z' })],
    ['of another kind', changed({ Type: 'SubscriptionConfirmation' })],
    ['said to be of another topic', changed({ TopicArn: 'arn:aws:sns:ap-southeast-1:000000000000:foreign' })],
    ['with a certificate that is not there', certifiedAt(own => own.replace(/[\w-]+\.pem/, 'x.pem'))],
    ['with a certificate in another folder', certifiedAt(own => own.replace(/\/(?=[\w-]+\.pem)/, '/x/../'))],
    ['with a question for a certificate', certifiedAt(own => `${own}?x=.pem`)],
    ['with a certificate that is none', certifiedAt(own => own.replace(/\.pem/, ''))],
    ['with SNS’s name before another’s', certifiedAt(own => own.replace(/(?<=:\d+)\//, '@evil.example/'))],
    ['with SNS’s name in another’s', certifiedAt(own => own.replace(/(?<=:\d+)\//, '.evil.example/'))],
    ['with nothing in it', () => ({ Records: [{ Sns: null }] })],
  ])('%s is refused for good: it is logged, alters nothing, and is not asked for again', async (_, forged) => {
    const warned = vi.spyOn(log, 'warn').mockReturnValue();
    const mail = await claimed();
    await expect(town.invoke('track-delivery', forged(mail))).resolves.toBeUndefined();
    expect(warned).toHaveBeenCalledWith('a report of delivery was refused', { why: expect.any(String) });
    expect(await stateOf(mail)).toBe('claimed');
  });

  it('soundly signed, by whoever keeps a certificate elsewhere, is refused, and nobody calls there', async () => {
    const mail = await claimed();
    const elsewhere = await startSns({ topicArn: process.env.FEEDBACK_TOPIC ?? '', now: town.clock.now });
    onTestFinished(elsewhere.close);
    const calls = vi.spyOn(globalThis, 'fetch');
    const forged = elsewhere.notify(told('Bounce', mail, back('Permanent', 'General')));
    await town.invoke('track-delivery', forged);
    expect(calls).not.toHaveBeenCalled();
    expect(await stateOf(mail)).toBe('claimed');
    // What is refused is the place alone: where that is where SNS keeps its certificates, the same is believed.
    vi.stubEnv('FEEDBACK_SIGNER', elsewhere.endpoint);
    await town.invoke('track-delivery', forged);
    expect(await stateOf(mail)).toBe('bounced');
  });

  it('signed by SNS for a topic of somebody else is refused', async () => {
    const mail = await claimed();
    const foreign = await startSns({ topicArn: 'arn:aws:sns:ap-southeast-1:111111111111:x', now: town.clock.now });
    onTestFinished(foreign.close);
    vi.stubEnv('FEEDBACK_SIGNER', foreign.endpoint);
    await town.invoke('track-delivery', foreign.notify(told('Bounce', mail, back('Permanent', 'General'))));
    expect(await stateOf(mail)).toBe('claimed');
  });

  it('whose certificate is elsewhere after all, though asked for at SNS, is refused: nobody is followed', async () => {
    const mail = await claimed();
    const event = report('Bounce', mail);
    const location = event.Records[0]?.Sns.SigningCertUrl ?? '';
    const signer = await keeperAnswering(302, { location });
    vi.stubEnv('FEEDBACK_SIGNER', signer);
    await town.invoke('track-delivery', certifiedAt(() => `${signer}/a.pem`)(mail));
    expect(await stateOf(mail)).toBe('claimed');
  });
});

describe('a sound report', () => {
  it('is checked with a certificate that is fetched once', async () => {
    await town.invoke('track-delivery', report('Send', await claimed()));
    const calls = vi.spyOn(globalThis, 'fetch');
    const mail = await claimed();
    await town.invoke('track-delivery', report('Bounce', mail));
    expect(calls).not.toHaveBeenCalled();
    expect(await stateOf(mail)).toBe('bounced');
  });

  it('comes again when SNS cannot give its certificate out just then', async () => {
    const signer = await keeperAnswering(503, {});
    vi.stubEnv('FEEDBACK_SIGNER', signer);
    const event = certifiedAt(() => `${signer}/a.pem`)(await claimed());
    await expect(town.invoke('track-delivery', event)).rejects.toThrow('503');
  });

  it('may be signed by the older way, and have no subject', async () => {
    const mail = await claimed();
    const keys = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const signer = await keeperAnswering(200, {}, selfSigned('sns.localhost', keys));
    vi.stubEnv('FEEDBACK_SIGNER', signer);
    const { Signature: _, Subject: __, ...own } = report('Bounce', mail).Records[0]?.Sns ?? {};
    const signed = ['Message', 'MessageId', 'Timestamp', 'TopicArn', 'Type'] as const;
    const text = signed.map(name => `${name}\n${(own as Parts)[name]}\n`).join('');
    const Signature = createSign('SHA1').update(text).sign(keys.privateKey, 'base64');
    const Sns = { ...own, Subject: null, SignatureVersion: '1', Signature, SigningCertUrl: `${signer}/a.pem` };
    await town.invoke('track-delivery', { Records: [{ Sns }] });
    expect(await stateOf(mail)).toBe('bounced');
  });
});
