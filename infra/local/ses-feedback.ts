import { randomUUID } from 'node:crypto';
import type { FaultKind } from './ses-faults.ts';
import type { Sent } from './ses-message.ts';

type EventType = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Reject';

export type FeedbackEvent = ReturnType<typeof eventOf>;

/**
 * What SES publishes of an accepted mail, in order (SES developer guide, "Examples of event data"). A mail outside any
 * configuration set is published nowhere.
 */
export function eventsOf(sent: Sent, fault: FaultKind | undefined, at: number): FeedbackEvent[] {
  if (sent.configurationSet === undefined) return [];
  return typesAfter(fault).map(type => eventOf(sent, type, new Date(at).toISOString()));
}

function typesAfter(fault: FaultKind | undefined): EventType[] {
  if (fault === 'bounce') return ['Send', 'Bounce'];
  if (fault === 'reject') return ['Send', 'Reject'];
  if (fault === 'complain') return ['Send', 'Delivery', 'Complaint'];
  return ['Send', 'Delivery'];
}

function eventOf(sent: Sent, eventType: EventType, timestamp: string) {
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
    Reject: { reject: { reason: 'Bad content' } },
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
