import type { Node } from 'constructs';
import * as z from 'zod/mini';

/** What differs from office to office, told as context: in cdk.json, or with `-c sender=…`. */
export const Office = z.object({
  /** The address mails come from. */
  sender: z.email(),
  /** The domain to verify in place of the one address, when the office can enter records in its DNS. */
  senderDomain: z.optional(z.string().check(z.regex(/^[\w-]+(\.[\w-]+)+$/))),
  /** Whom the alarms write to. */
  technician: z.optional(z.email()),
  /** Where people reach the pages, without a slash at the end, when the office has an address of its own. */
  baseUrl: z.optional(z.string().check(z.regex(/^https:\/\/[^/]+$/))),
});
export type Office = z.infer<typeof Office>;

/** Reads the office from the app's context. @throws when something is missing or malformed, naming it */
export function officeFrom(node: Node): Office {
  const told = Object.keys(Office.shape).map(name => [name, node.tryGetContext(name)]);
  const office = Office.safeParse(Object.fromEntries(told.filter(([, value]) => value !== undefined)));
  if (!office.success) throw new Error(`the office's context, in cdk.json or by -c: ${z.prettifyError(office.error)}`);
  const { sender, senderDomain } = office.data;
  if (senderDomain && !sender.endsWith(`@${senderDomain}`)) {
    throw new Error(`the sender ${sender} is no address of the domain ${senderDomain}`);
  }
  return office.data;
}

/** True for the sample's address, to which and from which no mail can go (RFC 2606). */
export function isSample({ sender }: Office): boolean {
  return sender.endsWith('.example');
}
