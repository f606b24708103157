import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  GetSendQuotaCommand,
  SESClient,
  SendRawEmailCommand,
  type SendRawEmailCommandInput,
} from '@aws-sdk/client-ses';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSes } from '../../infra/local/ses.ts';
import type { FeedbackEvent } from '../../infra/local/ses-feedback.ts';
import { answersElsewhere, emptyDirectory, hangUpHalfway, reaching, refusalOf } from './wire.ts';

const now = Date.parse('2021-10-25T17:00:00Z');
const letter = Buffer.from(
  [
    'From: =?UTF-8?B?U+G7nyBDw7RuZyBUaMawxqFuZw==?= <bao-cao@so.example>',
    'To: ubnd@tp.example',
    'Bcc: stranger@elsewhere.example',
    'Subject: =?UTF-8?Q?B=C3=A1o_c=C3=A1o_th=C3=A1ng_10?=',
    '',
    'Kính gửi: Ủy ban nhân dân + & = %20 \u0000\u00ff',
    '',
  ].join('\r\n'),
);

describe('SES on one machine: a mail', () => {
  it('is written down with its bytes unchanged, so that what people open is what was sent', async () => {
    const { send, outbox, directory } = await start();
    await send();
    expect(readdirSync(directory)).toEqual(['001-ubnd@tp.example.eml']);
    expect(readFileSync(join(directory, '001-ubnd@tp.example.eml'))).toEqual(letter);
    expect(outbox[0]?.raw).toEqual(letter);
  });

  it('lies in the outbox with all that was said of it, under the id the sender was told', async () => {
    const { send, outbox } = await start();
    const { MessageId } = await send();
    expect(outbox).toEqual([
      expect.objectContaining({
        number: 1,
        messageId: MessageId,
        source: 'bao-cao@so.example',
        destinations: ['ubnd@tp.example'],
        subject: 'Báo cáo tháng 10',
        tags: { report: 'kinh-te', step: 'edition-1' },
        configurationSet: 'house',
      }),
    ]);
  });

  it('goes to its Destinations and to nobody a header names: a smuggled Bcc reaches no one', async () => {
    const { send, outbox } = await start();
    await send({ Destinations: ['a@so.example', 'b@so.example'] });
    expect(outbox.map(({ destinations }) => destinations)).toEqual([['a@so.example', 'b@so.example']]);
    expect(await refusalOf(send({ Destinations: [] }))).toEqual({ status: 400, name: 'InvalidParameterValue' });
  });

  it.each(['a@x.example\r\nBcc: b@y.example', 'a@x.example,b@y.example', 'A <a@x.example>', 'nobody', '../../a@b c'])(
    'is not taken for what is not one bare address: %j',
    async address => {
      const { send, outbox } = await start();
      expect(await refusalOf(send({ Destinations: [address] }))).toEqual({
        status: 400,
        name: 'InvalidParameterValue',
      });
      expect(outbox).toEqual([]);
    },
  );

  it('is written inside the directory, whatever the address', async () => {
    const { send, directory, outbox } = await start();
    await send({ Destinations: ['../../../a:b"c@x.example'] });
    expect(readdirSync(directory)).toEqual([basename(outbox[0]?.file ?? '')]);
  });

  it('from no address is rejected', async () => {
    const { send } = await start();
    expect(await refusalOf(send({ Source: 'nobody' }))).toEqual({ status: 400, name: 'MessageRejected' });
  });

  it('with a tag that SES would not take is refused: its events could not be matched', async () => {
    const { send } = await start();
    const refused = { status: 400, name: 'InvalidParameterValue' };
    expect(await refusalOf(send({ Tags: [{ Name: 'unit', Value: 'Phòng' }] }))).toEqual(refused);
  });

  it.each([
    [10_485_760, 'is taken'],
    [10_485_761, 'is refused'],
  ])('of %i bytes %s: SES counts the message as it is sent on', async (size, outcome) => {
    const { send, outbox } = await start();
    const sending = send({ RawMessage: { Data: Buffer.alloc(size, letter) } });
    if (outcome === 'is refused') {
      await expect(sending).rejects.toMatchObject({
        name: 'InvalidParameterValue',
        message: `Message length is more than 10485760 bytes long: '${size}'.`,
      });
    } else await sending;
    expect(outbox).toHaveLength(outcome === 'is refused' ? 0 : 1);
  });

  it('gets a number of its own among many sent at once, and the outbox keeps their order', async () => {
    const { send, outbox, directory } = await start();
    await Promise.all(Array.from({ length: 25 }, (_, at) => send({ Destinations: [`unit-${at}@so.example`] })));
    const numbers = Array.from({ length: 25 }, (_, at) => at + 1);
    expect(outbox.map(({ number }) => number)).toEqual(numbers);
    expect(readdirSync(directory).map(name => Number(name.slice(0, 3)))).toEqual(numbers);
  });

  it('never takes the place of one from before a restart', async () => {
    const directory = emptyDirectory();
    const before = await start({ directory });
    await before.send();
    await before.close();
    const { send } = await start({ directory });
    await send();
    expect(readdirSync(directory)).toEqual(['001-ubnd@tp.example.eml', '002-ubnd@tp.example.eml']);
  });
});

describe('SES on one machine: its feedback', () => {
  it('is Send, then Delivery, with the tags by which the ledger finds its entry', async () => {
    const { send, told } = await start();
    const { MessageId } = await send();
    expect(told.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
    expect(told[1]).toMatchObject({
      mail: {
        messageId: MessageId,
        timestamp: '2021-10-25T17:00:00.000Z',
        source: 'bao-cao@so.example',
        destination: ['ubnd@tp.example'],
        tags: { report: ['kinh-te'], step: ['edition-1'], 'ses:configuration-set': ['house'] },
      },
      delivery: { timestamp: '2021-10-25T17:00:00.000Z', recipients: ['ubnd@tp.example'] },
    });
  });

  it('is not published of a mail outside a configuration set, nor of one that was refused', async () => {
    const { send, told } = await start();
    await send({ ConfigurationSetName: undefined });
    await refusalOf(send({ Source: 'nobody' }));
    expect(told).toEqual([]);
  });
});

describe('SES on one machine: faults on demand', () => {
  it('refuses: an answer that proves that nothing was sent', async () => {
    const { send, faults, outbox, told } = await start();
    faults.plan('ubnd@tp.example', 'refuse');
    expect(await refusalOf(send())).toEqual({ status: 400, name: 'MessageRejected' });
    expect([outbox, told]).toEqual([[], []]);
  });

  it('throttles as often as asked, then takes the mail', async () => {
    const { send, faults, outbox } = await start();
    faults.plan('*', 'throttle', 2);
    expect(await refusalOf(send())).toEqual({ status: 400, name: 'Throttling' });
    expect(await refusalOf(send())).toEqual({ status: 400, name: 'Throttling' });
    await send();
    expect(outbox).toHaveLength(1);
  });

  it('takes the mail and drops the answer: the sender cannot know, yet the events will tell', async () => {
    const { send, faults, outbox, told } = await start();
    faults.plan('ubnd@tp.example', 'accept-then-drop');
    expect((await refusalOf(send())).status).toBeUndefined();
    expect(outbox).toHaveLength(1);
    expect(told.map(({ eventType }) => eventType)).toEqual(['Send', 'Delivery']);
  });

  it('takes the mail and answers that it broke', async () => {
    const { send, faults, outbox } = await start();
    faults.plan('ubnd@tp.example', 'accept-then-500');
    expect(await refusalOf(send())).toMatchObject({ status: 500 });
    expect(outbox).toHaveLength(1);
  });

  it('is silent, takes nothing, and still closes at once', async () => {
    const { send, faults, outbox, close } = await start();
    faults.plan('ubnd@tp.example', 'silence');
    const refused = refusalOf(send());
    expect(await Promise.race([refused, new Promise(over => setTimeout(over, 200, 'silence'))])).toBe('silence');
    await close();
    expect((await refused).status).toBeUndefined();
    expect(outbox).toEqual([]);
  });

  it.each([
    [
      'bounce',
      ['Send', 'Bounce'],
      { bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'ubnd@tp.example' }] } },
    ],
    [
      'complain',
      ['Send', 'Delivery', 'Complaint'],
      { complaint: { complainedRecipients: [{ emailAddress: 'ubnd@tp.example' }] } },
    ],
  ] as const)('lets a mail %s after it was taken', async (kind, types, detail) => {
    const { send, faults, told } = await start();
    faults.plan('ubnd@tp.example', kind);
    await send();
    expect(told.map(({ eventType }) => eventType)).toEqual(types);
    expect(told.at(-1)).toMatchObject(detail);
  });

  it('strikes whom it was planned for, as often as planned, and nobody else', async () => {
    const { send, faults, outbox } = await start();
    faults.plan('ubnd@tp.example', 'refuse');
    await send({ Destinations: ['a@so.example'] });
    await refusalOf(send());
    await send();
    expect(outbox.map(({ destinations }) => destinations)).toEqual([['a@so.example'], ['ubnd@tp.example']]);
  });
});

describe('SES on one machine: its door', () => {
  it('tells how much may be sent', async () => {
    const { client } = await start();
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({ MaxSendRate: 1_000, SentLast24Hours: 0 });
  });

  it('takes no more a second, and no more a day, than the account may send', async () => {
    const { send, account, outbox } = await start();
    account.perSecond = 2;
    const asked = await Promise.allSettled([send(), send(), send()]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    Object.assign(account, { perSecond: 100, perDay: 2 });
    expect(await refusalOf(send())).toEqual({ status: 400, name: 'Throttling' });
    expect(outbox).toHaveLength(2);
  });

  it('lives on when a caller hangs up halfway', async () => {
    const { endpoint, send, outbox } = await start();
    await hangUpHalfway(endpoint, 'POST / HTTP/1.1');
    await send();
    expect(outbox).toHaveLength(1);
  });

  it('listens on 127.0.0.1 only: nobody in the office network can send in its name', async () => {
    const { endpoint } = await start();
    expect(await answersElsewhere(endpoint)).toBe(false);
  });
});

async function start({ directory = emptyDirectory() } = {}) {
  const told: FeedbackEvent[] = [];
  const ses = await startSes({ directory, now: () => now, onFeedback: event => told.push(event) });
  const client = new SESClient({ ...reaching(ses.endpoint), maxAttempts: 1 });
  onTestFinished(async () => {
    client.destroy();
    await ses.close();
  });
  const send = (wanted: Partial<SendRawEmailCommandInput> = {}) =>
    client.send(
      new SendRawEmailCommand({
        Source: 'bao-cao@so.example',
        Destinations: ['ubnd@tp.example'],
        ConfigurationSetName: 'house',
        Tags: [
          { Name: 'report', Value: 'kinh-te' },
          { Name: 'step', Value: 'edition-1' },
        ],
        RawMessage: { Data: letter },
        ...wanted,
      }),
    );
  return { ...ses, client, directory, send, told };
}
