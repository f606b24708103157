import type { SNSEvent } from 'aws-lambda';
import { advance } from '../shared/aws/ledger.ts';
import { tableNamed } from '../shared/aws/table.ts';
import { config } from '../shared/config.ts';
import { log } from '../shared/log.ts';
import { feedbackFrom } from './track-delivery/feedback.ts';
import { doubtAbout } from './track-delivery/signature.ts';

/** Enters in the ledger what SES reports of a mail. Reports come twice, late and out of order; the ledger only moves forward. */
export async function handler(event: SNSEvent): Promise<void> {
  const { TABLE, FEEDBACK_TOPIC, FEEDBACK_SIGNER } = config('TABLE', 'FEEDBACK_TOPIC', 'FEEDBACK_SIGNER');
  for (const { Sns } of event.Records) {
    const doubt = await doubtAbout(Sns, { topic: FEEDBACK_TOPIC, signer: FEEDBACK_SIGNER });
    const feedback = doubt ? undefined : feedbackFrom(Sns.Message);
    if (!feedback) {
      log.warn('a report of delivery was refused', { why: doubt ?? 'of no mail of ours' });
      continue;
    }
    const { id, state, messageId, reason, at } = feedback;
    const moved = await advance(tableNamed(TABLE), id, state, { messageId, reason, at });
    if (moved) log.info('reported', { [state]: 1 });
  }
}
