import { createVerify, X509Certificate } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSns } from '../../infra/local/sns.ts';
import { answersElsewhere } from './wire.ts';

const topicArn = 'arn:aws:sns:ap-southeast-1:000000000000:feedback';

describe('SNS on one machine', () => {
  it('hands a message on as to a function: from its topic, at the clock of the host', async () => {
    const { notify } = await start();
    expect(notify({ eventType: 'Send' }).Records).toEqual([
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: expect.stringContaining(topicArn),
        Sns: expect.objectContaining({
          Type: 'Notification',
          TopicArn: topicArn,
          Message: '{"eventType":"Send"}',
          Timestamp: '2021-10-25T17:00:00.000Z',
          MessageId: expect.any(String),
          SignatureVersion: '2',
        }),
      },
    ]);
  });

  it('signs it with the key of a certificate it gives out, which is a certificate to whoever knows them', async () => {
    const { notify, endpoint } = await start();
    const { Signature = '', SigningCertUrl = '', ...own } = notify({ a: 'ệ\n' }).Records[0]?.Sns ?? {};
    expect(SigningCertUrl).toMatch(new RegExp(`^${endpoint}/SimpleNotificationService-\\w{32}\\.pem$`));
    const certificate = new X509Certificate(await (await fetch(SigningCertUrl)).text());
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=sns.localhost');
    const text = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      .map(name => `${name}\n${(own as Record<string, unknown>)[name]}\n`)
      .join('');
    const verify = createVerify('SHA256').update(text);
    expect(verify.verify(certificate.publicKey, Signature, 'base64')).toBe(true);
  });

  it('gives out nothing else, and that on 127.0.0.1 only', async () => {
    const { endpoint } = await start();
    for (const path of ['/', '/x.pem']) expect((await fetch(endpoint + path)).status).toBe(404);
    expect(await answersElsewhere(endpoint)).toBe(false);
  });
});

async function start() {
  const sns = await startSns({ topicArn, now: () => Date.parse('2021-10-25T17:00:00Z') });
  onTestFinished(sns.close);
  return sns;
}
