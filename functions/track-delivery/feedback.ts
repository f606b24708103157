import * as z from 'zod/mini';
import { MailId, type MailState } from '../../shared/domain/delivery/mail.ts';

/** What SES publishes of a mail, as far as the ledger needs it (SES developer guide, "Contents of event data"). */
const SesEvent = z.object({
  eventType: z.enum(['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject']),
  mail: z.object({
    messageId: z.string(),
    timestamp: z.iso.datetime(),
    tags: z.record(z.string(), z.array(z.string())),
  }),
  bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()) })),
  complaint: z.optional(z.object({ complaintFeedbackType: z.optional(z.string()) })),
  reject: z.optional(z.object({ reason: z.string() })),
});
type SesEvent = z.infer<typeof SesEvent>;

export type Feedback = { id: MailId; state: MailState; messageId: string; reason: string | undefined; at: number };

const states: Record<SesEvent['eventType'], MailState> = {
  Send: 'sent',
  Delivery: 'delivered',
  Bounce: 'bounced',
  Complaint: 'complained',
  Reject: 'refused',
};

/** Reads a report of SES; undefined when it is none, or is about no mail of ours. Total: any text may come. */
export function feedbackFrom(message: string): Feedback | undefined {
  const event = SesEvent.safeParse(jsonOrNothing(message));
  if (!event.success) return undefined;
  const { eventType, mail } = event.data;
  const first = (tag: string) => mail.tags[tag]?.[0];
  const id = MailId.safeParse({
    report: first('report'),
    month: first('month'),
    step: first('step'),
    recipient: first('recipient'),
  });
  if (!id.success) return undefined;
  return {
    id: id.data,
    state: states[eventType],
    messageId: mail.messageId,
    reason: reasonOf(event.data),
    at: Date.parse(mail.timestamp),
  };
}

function reasonOf({ bounce, complaint, reject }: SesEvent): string | undefined {
  if (bounce) return [bounce.bounceType, bounce.bounceSubType].filter(Boolean).join(' / ');
  return complaint?.complaintFeedbackType ?? reject?.reason;
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
