import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { MailId, Posted } from '../domain/delivery/mail.ts';
import { once } from './client.ts';

/** The post: SES, told to try once. Its own retries would send again when only the answer was lost. */
export type Post = { client: SESClient; sender: string; configurationSet: string };

export type Parcel = { id: MailId; to: string; message: Uint8Array };

/** SES takes 10 MB after base64 (SES quotas); a message is measured as it is sent. */
export const largestMessage = 10_000_000;

/** Milliseconds after which no answer is an unknown outcome. */
const patience = 20_000;

export function postFrom(sender: string, configurationSet: string): Post {
  const client = once(
    'ses',
    () => new SESClient({ maxAttempts: 1, requestHandler: { requestTimeout: patience, throwOnRequestTimeout: true } }),
  );
  return { sender, configurationSet, client };
}

/**
 * Sends one message to one address, once, tagged so that a later event finds its entry in the ledger. Never throws:
 * whatever SES or the network does is one of four answers, and only `throttled` may be tried again.
 */
export async function send(post: Post, { id, to, message }: Parcel): Promise<Posted> {
  try {
    const { MessageId } = await post.client.send(
      new SendRawEmailCommand({
        Source: post.sender,
        Destinations: [to],
        ConfigurationSetName: post.configurationSet,
        Tags: tagsOf(id),
        RawMessage: { Data: message },
      }),
    );
    return MessageId ? { kind: 'sent', messageId: MessageId } : { kind: 'unknown', reason: 'SES không trả mã thư' };
  } catch (error) {
    return outcomeOf(error);
  }
}

function tagsOf({ report, month, step, recipient }: MailId) {
  return Object.entries({ report, month, step, recipient }).map(([Name, Value]) => ({ Name, Value }));
}

/** Only an answer that says no proves that nothing was sent; silence and faults of the server prove nothing. */
function outcomeOf(error: unknown): Posted {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const reason = `${name}: ${message}`;
  if (neverConnected(error)) return { kind: 'throttled', reason };
  if (!saysNo(error)) return { kind: 'unknown', reason };
  return { kind: asksToSlowDown.test(name) ? 'throttled' : 'refused', reason };
}

const asksToSlowDown = /Throttling|TooManyRequests|LimitExceeded|SendingPaused/;

function saysNo(error: unknown): boolean {
  return error instanceof SESServiceException && (error.$metadata.httpStatusCode ?? 500) < 500;
}

function neverConnected(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND';
}
