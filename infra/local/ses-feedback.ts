import { randomUUID } from 'node:crypto';
import type { FaultKind } from './ses-faults.ts';
import type { Sent } from './ses-message.ts';

type EventType = 'Send' | 'Delivery' | 'DeliveryDelay' | 'Bounce' | 'Complaint' | 'Reject';

/** What comes back, by the fault that was planned. */
const bounces: Partial<Record<FaultKind, Bounce>> = {
  bounce: {
    ...{ bounceType: 'Permanent', bounceSubType: 'General' },
    notice: { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  },
  'out-of-office': { bounceType: 'Transient', bounceSubType: 'General' },
  'full-after-all': { bounceType: 'Transient', bounceSubType: 'MailboxFull' },
  full: {
    ...{ bounceType: 'Transient', bounceSubType: 'MailboxFull' },
    notice: { action: 'failed', status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
  },
  'soft-bounce': {
    ...{ bounceType: 'Transient', bounceSubType: 'General' },
    notice: { action: 'failed', status: '4.4.7', diagnosticCode: 'smtp; 451 4.4.7 message expired' },
  },
};

/** A reply of somebody's own has no notice of delivery with it. */
type Bounce = {
  bounceType: string;
  bounceSubType: string;
  notice?: { action: string; status: string; diagnosticCode: string };
};

export type FeedbackEvent = ReturnType<typeof eventOf>;

/**
 * What SES publishes of an accepted mail, in order (SES developer guide, "Examples of event data"). A mail outside any
 * configuration set is published nowhere.
 */
export function eventsOf(sent: Sent, fault: FaultKind | undefined, at: number): FeedbackEvent[] {
  if (sent.configurationSet === undefined) return [];
  return typesAfter(fault).map(type => eventOf(sent, { type, fault }, new Date(at).toISOString()));
}

function typesAfter(fault: FaultKind | undefined): EventType[] {
  if (fault === 'out-of-office' || fault === 'full-after-all') return ['Send', 'Delivery', 'Bounce'];
  if (fault && fault in bounces) return ['Send', 'Bounce'];
  if (fault === 'delay') return ['Send', 'DeliveryDelay'];
  if (fault === 'reject') return ['Send', 'Reject'];
  if (fault === 'complain') return ['Send', 'Delivery', 'Complaint'];
  return ['Send', 'Delivery'];
}

type Happening = { type: EventType; fault: FaultKind | undefined };

function eventOf(sent: Sent, { type, fault }: Happening, timestamp: string) {
  return { eventType: type, mail: mailOf(sent, timestamp), ...detailsOf(sent, fault, timestamp)[type] };
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

function detailsOf({ destinations }: Sent, fault: FaultKind | undefined, timestamp: string) {
  const recipients = destinations.map(emailAddress => ({ emailAddress }));
  const feedbackId = randomUUID();
  const { notice, ...bounce } = (fault && bounces[fault]) ?? {};
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
    DeliveryDelay: {
      deliveryDelay: { timestamp, delayType: 'TransientCommunicationFailure', delayedRecipients: recipients },
    },
    Bounce: {
      bounce: {
        ...bounce,
        bouncedRecipients: recipients.map(recipient => ({ ...recipient, ...notice })),
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
