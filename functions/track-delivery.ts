import type { SNSEvent } from 'aws-lambda';
import { advance } from '../shared/aws/ledger.ts';
import { tableNamed } from '../shared/aws/table.ts';
import { config } from '../shared/config.ts';
import { log } from '../shared/log.ts';
import { feedbackFrom } from './track-delivery/feedback.ts';

/** Enters in the ledger what SES reports of a mail. Reports come twice, late and out of order; the ledger only moves forward. */
export async function handler(event: SNSEvent): Promise<void> {
  const { TABLE, FEEDBACK_TOPIC } = config('TABLE', 'FEEDBACK_TOPIC');
  for (const { Sns } of event.Records) {
    const feedback = Sns.TopicArn === FEEDBACK_TOPIC ? feedbackFrom(Sns.Message) : undefined;
    if (!feedback) {
      log.warn('a report of delivery that is not ours', { topic: Sns.TopicArn });
      continue;
    }
    const { id, state, messageId, reason, at } = feedback;
    const moved = await advance(tableNamed(TABLE), id, state, { messageId, reason, at });
    if (moved) log.info('reported', { [state]: 1 });
  }
}
