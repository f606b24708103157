import { createVerify, type KeyObject, X509Certificate } from 'node:crypto';
import * as z from 'zod/mini';

/** A notification as SNS hands it to a function: `Subject` is null where there is none. */
const Notification = z.object({
  Type: z.literal('Notification'),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.nullish(z.string()),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertUrl: z.string(),
});
type Notification = z.infer<typeof Notification>;

/** Whom alone we believe: our topic, and certificates from SNS's own address, "https://…", without a slash at the end. */
export type Believed = { topic: string; signer: string };

/**
 * What is wrong with a notification; undefined when it is SNS's own, of our topic, and unchanged. Total: anything may come.
 * @throws when SNS does not give its certificate out, so that the notification comes again
 */
export async function doubtAbout(told: unknown, { topic, signer }: Believed): Promise<string | undefined> {
  const { data: notification } = Notification.safeParse(told);
  if (!notification) return 'is no signed notification';
  if (notification.TopicArn !== topic) return 'of another topic';
  if (!isCertificateOf(signer, notification.SigningCertUrl)) return 'signed by somebody else';
  const key = await keyAt(notification.SigningCertUrl);
  if (!key) return 'its certificate is not there';
  return isSigned(notification, key) ? undefined : 'its signature is not of what it says';
}

/** Compared as it is written, a plain file straight under the address: there is nothing for two readers to read differently. */
function isCertificateOf(signer: string, address: string): boolean {
  return address.startsWith(`${signer}/`) && /^[\w-]+\.pem$/.test(address.slice(signer.length + 1));
}

const keys = new Map<string, KeyObject>();

/** Fetched once in the life of the process; undefined when it is not there, also when we are sent on elsewhere for it. */
async function keyAt(address: string): Promise<KeyObject | undefined> {
  const known = keys.get(address);
  if (known) return known;
  const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
  if (response.status >= 500) throw new Error(`SNS does not give out its certificate: ${response.status}`);
  if (!response.ok) return undefined;
  const { publicKey } = new X509Certificate(await response.text());
  keys.set(address, publicKey);
  return publicKey;
}

const signed = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const;

/** As SNS signs (developer guide, "Verifying the signatures of Amazon SNS messages"): each name and value on a line of its own. */
function isSigned(notification: Notification, key: KeyObject): boolean {
  const lines = signed.flatMap(name => (notification[name] == null ? [] : [name, notification[name]]));
  const verify = createVerify(notification.SignatureVersion === '1' ? 'SHA1' : 'SHA256');
  return verify.update(`${lines.join('\n')}\n`).verify(key, notification.Signature, 'base64');
}
