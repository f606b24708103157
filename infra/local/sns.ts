import { createHash, createSign, generateKeyPair, type KeyObject, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { selfSigned } from './certificate.ts';
import { type Listening, listening } from './listening.ts';

/** `now` in milliseconds since 1970. */
export type Topic = { topicArn: string; now: () => number };

/** What was published, as SNS hands it to a function. @throws InvalidParameter when it is too long */
export type Notify = (message: unknown) => ReturnType<typeof eventOf>;

/**
 * Stands in for SNS and its one topic: signs what SES publishes with a key of its own, by signature version 2, and gives out
 * the certificate of it. test/local/sns.test.ts specifies it.
 */
export async function startSns({ topicArn, now }: Topic): Promise<Listening & { notify: Notify }> {
  const keys = await promisify(generateKeyPair)('rsa', { modulusLength: 2_048 });
  const certificate = selfSigned('sns.localhost', keys);
  const path = `/SimpleNotificationService-${createHash('md5').update(certificate).digest('hex')}.pem`;
  const server = createServer(({ url }, response) => {
    if (url === path) response.end(certificate);
    else response.writeHead(404).end();
  });
  const listens = await listening(server);
  const signing = { key: keys.privateKey, certificate: listens.endpoint + path };
  return { ...listens, notify: message => eventOf(message, { topicArn, at: now(), ...signing }) };
}

/** Bytes SNS takes of a message ("Publish"). */
const largestMessage = 256 * 1024;

type Signing = { topicArn: string; at: number; key: KeyObject; certificate: string };

function eventOf(message: unknown, { topicArn, at, key, certificate }: Signing) {
  const Message = JSON.stringify(message);
  if (Buffer.byteLength(Message) > largestMessage) {
    throw Object.assign(new Error('Invalid parameter: Message too long'), { name: 'InvalidParameter' });
  }
  const signed = {
    Message,
    MessageId: randomUUID(),
    Subject: 'Amazon SES Email Event Notification',
    Timestamp: new Date(at).toISOString(),
    TopicArn: topicArn,
    Type: 'Notification',
  };
  const lines = Object.entries(signed).flat().join('\n');
  const Signature = createSign('SHA256').update(`${lines}\n`).sign(key, 'base64');
  const Sns = { ...signed, SignatureVersion: '2', Signature, SigningCertUrl: certificate, MessageAttributes: {} };
  const EventSubscriptionArn = `${topicArn}:${randomUUID()}`;
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn, Sns }] };
}
