import { randomUUID } from 'node:crypto';
import type { Sent, Ses } from './ses.ts';

/** What SES publishes of a mail, as SNS hands it to a function (SES developer guide, "Contents of event data"). */
export function feedbackEvent(
  sent: Sent,
  eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint',
  { now, topicArn }: Pick<Ses, 'now' | 'topicArn'>,
) {
  const timestamp = new Date(now()).toISOString();
  const recipients = sent.destinations.map(emailAddress => ({ emailAddress }));
  const details = {
    Send: { send: {} },
    Delivery: { delivery: { timestamp, recipients: sent.destinations } },
    Bounce: { bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients: recipients, timestamp } },
    Complaint: { complaint: { complainedRecipients: recipients, complaintFeedbackType: 'abuse', timestamp } },
  };
  const { messageId, source, destinations: destination } = sent;
  const tags = Object.fromEntries(Object.entries(sent.tags).map(([name, value]) => [name, [value]]));
  const message = { eventType, mail: { timestamp, messageId, source, destination, tags }, ...details[eventType] };
  const Sns = { TopicArn: topicArn, MessageId: randomUUID(), Timestamp: timestamp, Message: JSON.stringify(message) };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: topicArn, Sns }] };
}
