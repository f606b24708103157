import { randomUUID } from 'node:crypto';
import type { Sent } from './ses.ts';
import type { FaultKind } from './ses-faults.ts';

type EventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint';

/** An event as SNS hands it to a function, without its signature, which only SNS can make. */
export type FeedbackEvent = ReturnType<typeof eventOf>;

/**
 * What SES publishes of an accepted mail, in order, as SNS hands it to a function (SES developer guide, "Examples of event
 * data"). A mail outside any configuration set is published nowhere.
 */
export function eventsOf(
  sent: Sent,
  { fault, at, topicArn }: { fault: FaultKind | undefined; at: number; topicArn: string },
): FeedbackEvent[] {
  if (sent.configurationSet === undefined) return [];
  const timestamp = new Date(at).toISOString();
  return typesAfter(fault).map(type => eventOf(messageOf(sent, type, timestamp), timestamp, topicArn));
}

function typesAfter(fault: FaultKind | undefined): EventType[] {
  if (fault === 'bounce') return ['Send', 'Bounce'];
  if (fault === 'complain') return ['Send', 'Delivery', 'Complaint'];
  return ['Send', 'Delivery'];
}

function eventOf(message: unknown, timestamp: string, topicArn: string) {
  const Sns = {
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: topicArn,
    Subject: 'Amazon SES Email Event Notification',
    Message: JSON.stringify(message),
    Timestamp: timestamp,
    MessageAttributes: {},
  };
  const EventSubscriptionArn = `${topicArn}:${randomUUID()}`;
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn, Sns }] };
}

function messageOf(sent: Sent, eventType: EventType, timestamp: string) {
  return { eventType, mail: mailOf(sent, timestamp), ...detailsOf(sent, timestamp)[eventType] };
}

function mailOf({ messageId, source, destinations, subject, tags, configurationSet }: Sent, timestamp: string) {
  const lists = Object.entries({ 'ses:configuration-set': configurationSet ?? '', ...tags });
  return {
    timestamp,
    messageId,
    source,
    destination: destinations,
    commonHeaders: { from: [source], to: destinations, messageId, subject },
    tags: Object.fromEntries(lists.map(([name, value]) => [name, [value]])),
  };
}

function detailsOf({ destinations }: Sent, timestamp: string) {
  const recipients = destinations.map(emailAddress => ({ emailAddress }));
  const feedbackId = randomUUID();
  const unknown = { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };
  return {
    Send: { send: {} },
    Delivery: {
      delivery: {
        timestamp,
        processingTimeMillis: 1,
        recipients: destinations,
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'mta.example',
      },
    },
    Bounce: {
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: recipients.map(recipient => ({ ...recipient, ...unknown })),
        timestamp,
        feedbackId,
        reportingMTA: 'dsn; mta.example',
      },
    },
    Complaint: {
      complaint: {
        complainedRecipients: recipients,
        complaintFeedbackType: 'abuse',
        arrivalDate: timestamp,
        timestamp,
        feedbackId,
      },
    },
  };
}
