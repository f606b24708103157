import * as z from 'zod/mini';
import { MailId, type MailState } from '../../shared/domain/delivery/mail.ts';
import { reasonOfBounce, stateByBounce } from '../../shared/domain/delivery/returned.ts';

/** What SES publishes of a mail, as far as the ledger needs it (SES developer guide, "Contents of event data"). */
const SesEvent = z.object({
  eventType: z.enum([
    ...(['Send', 'Delivery', 'DeliveryDelay', 'Bounce', 'Complaint', 'Reject', 'Rendering Failure'] as const),
    ...(['Open', 'Click', 'Subscription'] as const),
  ]),
  mail: z.object({
    messageId: z.string(),
    timestamp: z.iso.datetime(),
    tags: z.record(z.string(), z.array(z.string())),
  }),
  bounce: z.optional(
    z.object({
      bounceType: z.string(),
      bounceSubType: z.optional(z.string()),
      bouncedRecipients: z.optional(
        z.array(z.object({ action: z.optional(z.string()), status: z.optional(z.string()) })),
      ),
    }),
  ),
  complaint: z.optional(
    z.object({ complaintFeedbackType: z.optional(z.string()), complaintSubType: z.nullish(z.string()) }),
  ),
  reject: z.optional(z.object({ reason: z.string() })),
  failure: z.optional(z.object({ errorMessage: z.optional(z.string()) })),
  deliveryDelay: z.optional(z.object({ delayType: z.optional(z.string()) })),
});
type SesEvent = z.infer<typeof SesEvent>;

export type Feedback = { id: MailId; messageId: string; at: number } & Told;

type Told = { state: MailState; reason: string | undefined };

/** Reads a report of SES; undefined when it is none, or is about no mail of ours. Total: any text may come. */
export function feedbackFrom(message: string): Feedback | undefined {
  const event = SesEvent.safeParse(jsonOrNothing(message));
  if (!event.success) return undefined;
  const { mail } = event.data;
  const first = (tag: string) => mail.tags[tag]?.[0];
  const id = MailId.safeParse({
    report: first('report'),
    month: first('month'),
    step: first('step'),
    recipient: first('recipient'),
  });
  if (!id.success) return undefined;
  return { id: id.data, messageId: mail.messageId, at: Date.parse(mail.timestamp), ...told(event.data) };
}

/** What a report says of its mail. Whoever opens it, or presses something in it, has it. */
function told({ eventType, ...details }: SesEvent): Told {
  switch (eventType) {
    case 'Send':
      return { state: 'sent', reason: undefined };
    case 'Delivery':
    case 'Open':
    case 'Click':
    case 'Subscription':
      return { state: 'delivered', reason: undefined };
    case 'DeliveryDelay':
      return { state: 'delayed', reason: named('Delay', details.deliveryDelay?.delayType) };
    case 'Bounce':
      return toldByBounce(details.bounce);
    case 'Complaint':
      return toldByComplaint(details.complaint);
    case 'Reject':
      return { state: 'undelivered', reason: named('Reject', details.reject?.reason) };
    case 'Rendering Failure':
      return { state: 'undelivered', reason: named('Rendering', details.failure?.errorMessage) };
  }
}

function toldByBounce(bounce: SesEvent['bounce']): Told {
  const { action, status } = bounce?.bouncedRecipients?.[0] ?? {};
  const back = { type: bounce?.bounceType ?? 'Undetermined', subtype: bounce?.bounceSubType, action, status };
  const state = stateByBounce(back);
  return { state, reason: state === 'delivered' ? undefined : reasonOfBounce(back) };
}

/** An address that SES suppresses for an earlier complaint was sent nothing; a reader may also say that a mail is no spam. */
function toldByComplaint(complaint: SesEvent['complaint']): Told {
  const { complaintFeedbackType: kind, complaintSubType: subtype } = complaint ?? {};
  if (subtype) return { state: 'bounced', reason: named('Complaint', subtype) };
  return kind === 'not-spam' ? { state: 'delivered', reason: undefined } : { state: 'complained', reason: kind };
}

function named(kind: string, detail: string | undefined): string {
  return [kind, detail].filter(Boolean).join(' / ');
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
