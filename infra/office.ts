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
  /** The certificate of that address in this region (its ARN in ACM): then the API answers there, and nowhere else. */
  certificate: z.optional(z.string().check(z.regex(/^arn:aws:acm:/))),
  /** Whether each function keeps its own share of the account's concurrency (infra/manifest.ts). */
  reserveConcurrency: z.optional(z.boolean()),
  /** For so many years no version of a file can be deleted from the archive (S3 Object Lock); it cannot be switched off again. */
  keepYears: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  /** Whether mails may also go to mailboxes that take them unencrypted only. */
  mailUnencrypted: z.optional(z.boolean()),
  /** A table restored from a backup, to be worked with in place of the stack's own (docs/deploy.md). */
  restoredTable: z.optional(z.string().check(z.regex(/^[\w.-]{3,255}$/))),
});
export type Office = z.infer<typeof Office>;

/**
 * Reads the office from the app's context; or, where it has `offices`, each of them by its name.
 * @throws when something is missing or malformed, naming it
 */
export function officesFrom(node: Node): Map<string | undefined, Office> {
  const several = node.tryGetContext('offices') as Record<string, unknown> | undefined;
  if (several) return new Map(Object.entries(several).map(([name, told]) => [name, officeFrom(told)]));
  const told = Object.keys(Office.shape).map(name => [name, node.tryGetContext(name)]);
  return new Map([[undefined, officeFrom(Object.fromEntries(told.filter(([, value]) => value !== undefined)))]]);
}

function officeFrom(told: unknown): Office {
  const office = Office.safeParse(told);
  if (!office.success) throw new Error(`the office's context, in cdk.json or by -c: ${z.prettifyError(office.error)}`);
  const { sender, senderDomain, baseUrl, certificate } = office.data;
  if (certificate && !baseUrl) throw new Error('a certificate is of an address: tell baseUrl, too');
  if (senderDomain && !sender.endsWith(`@${senderDomain}`)) {
    throw new Error(`the sender ${sender} is no address of the domain ${senderDomain}`);
  }
  return office.data;
}

/** True for the sample's address, to which and from which no mail can go (RFC 2606). */
export function isSample({ sender }: Office): boolean {
  return sender.endsWith('.example');
}
