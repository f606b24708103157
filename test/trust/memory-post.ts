import { randomUUID } from 'node:crypto';
import { GetSendQuotaCommand, type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { eventsOf, type FeedbackEvent } from '../../infra/local/ses-feedback.ts';
import { refusalOf, type Sent } from '../../infra/local/ses-message.ts';
import { refusals } from '../../infra/local/ses-refusals.ts';
import { type Around, sendingBy } from './turns.ts';

/** A mail that was accepted, and when. */
export type Accepted = Sent & { at: number };

export type MemoryPost = {
  outbox: Accepted[];
  /** Milliseconds since 1970. */
  now: () => number;
  onFeedback: (event: FeedbackEvent) => void;
  /** Whether nobody is mailed just now. */
  declines?: () => boolean;
};

/** A post in memory that takes every mail that SES at the wire would, and reports it as that does: by the same rules. */
export function memoryPost(around: Around, { outbox, now, onFeedback, declines = () => false }: MemoryPost): SESClient {
  const answerTo = (command: unknown) => {
    if (command instanceof GetSendQuotaCommand)
      return { MaxSendRate: 1_000, Max24HourSend: 50_000, SentLast24Hours: 0 };
    if (!(command instanceof SendRawEmailCommand)) throw new Error('no such command in the house');
    const sent = { ...acceptedFrom(command), number: outbox.length + 1, at: now() };
    const refusal = declines() ? refusals['not-allowed'] : refusalOf(sent);
    if (refusal)
      throw new SESServiceException({
        name: refusal.code,
        $fault: 'client',
        message: refusal.message,
        $metadata: { httpStatusCode: refusal.status },
      });
    outbox.push(sent);
    for (const event of eventsOf(sent, undefined, sent.at)) onFeedback(event);
    return { MessageId: sent.messageId };
  };
  return { send: sendingBy(answerTo, around) } as unknown as SESClient;
}

function acceptedFrom({ input }: SendRawEmailCommand) {
  return {
    messageId: randomUUID(),
    source: input.Source ?? '',
    destinations: input.Destinations ?? [],
    configurationSet: input.ConfigurationSetName,
    tags: Object.fromEntries((input.Tags ?? []).map(({ Name = '', Value = '' }) => [Name, Value])),
    raw: Buffer.from(input.RawMessage?.Data ?? []),
    subject: '',
    file: '',
  };
}
