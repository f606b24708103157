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

/** What makes each mail's line its own. */
const ownLine = { keepAlive: false, maxSockets: Number.POSITIVE_INFINITY };

/** Milliseconds within which the line must stand; past them it is certain that nothing was sent. */
const connecting = 5_000;

export function postFrom(sender: string, configurationSet: string): Post {
  const client = once(
    'ses',
    () =>
      new SESClient({
        maxAttempts: 1,
        requestHandler: {
          ...{ connectionTimeout: connecting, requestTimeout: patience, throwOnRequestTimeout: true },
          // A line kept open from an earlier mail may be dead, and a break of it would leave the next mail's fate unknown.
          ...{ httpAgent: ownLine, httpsAgent: ownLine },
        },
      }),
  );
  return { sender, configurationSet, client };
}

/**
 * Sends one message to one address, once, tagged so that a later event finds its entry in the ledger. Never throws: whatever
 * SES or the network does is one of three answers. `declined` is said only where it is certain that nothing was sent, by
 * SES's own "no" or because nothing ever went down the line.
 */
export async function send(post: Post, { id, to, message }: Parcel): Promise<Posted> {
  const sending = new SendRawEmailCommand({
    Source: post.sender,
    Destinations: [to],
    ConfigurationSetName: post.configurationSet,
    Tags: tagsOf(id),
    RawMessage: { Data: message },
  });
  let asked = false;
  const last = { step: 'deserialize', priority: 'low' } as const;
  sending.middlewareStack.add(
    next => given => {
      asked = true;
      return next(given);
    },
    last,
  );
  try {
    const { MessageId } = await post.client.send(sending);
    return MessageId ? { kind: 'sent', messageId: MessageId } : { kind: 'unknown', reason: 'SES không trả mã thư' };
  } catch (error) {
    return outcomeOf(error, asked);
  }
}

function tagsOf({ report, month, step, recipient }: MailId) {
  return Object.entries({ report, month, step, recipient }).map(([Name, Value]) => ({ Name, Value }));
}

/** Only an answer that says no, or a line that never stood, proves that nothing was sent; silence and a server's fault do not. */
function outcomeOf(error: unknown, asked: boolean): Posted {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const reason = `${name}: ${message}`;
  if (saysNo(error)) return { kind: 'declined', reason };
  if (asked && !neverConnected(error)) return { kind: 'unknown', reason };
  return { kind: 'declined', reason: name === 'CredentialsProviderError' ? reason : `Unreached: ${reason}` };
}

function saysNo(error: unknown): boolean {
  return error instanceof SESServiceException && (error.$metadata.httpStatusCode ?? 500) < 500;
}

/** No name, no way, nobody there, or somebody else: the request is written only once the line stands and its far end is known. */
function neverConnected(error: unknown): boolean {
  const { syscall, code = '', message = '', errors } = error as Partial<Record<string, unknown>>;
  if (Array.isArray(errors)) return errors.every(neverConnected);
  if (syscall === 'connect' || syscall === 'getaddrinfo' || neverAnswered.test(String(code))) return true;
  return /CERT|UNABLE_TO_VERIFY/.test(String(code)) || neverStood.test(String(message));
}

const neverAnswered = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** What Node says of a line that broke before TLS stood, and the SDK of one that took too long to stand. */
const neverStood = /before secure TLS connection was established|did not establish a connection/;
