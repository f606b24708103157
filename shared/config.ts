import * as z from 'zod/mini';

/** What a function must be told, and whence: its environment, set by whichever host runs it. */
export const Environment = z.object({
  TABLE: z.string().check(z.minLength(1)),
  ARCHIVE: z.string().check(z.minLength(1)),
  /** Where people reach the pages, "https://…", without a slash at the end; links in mails start with it, never with a Host header. */
  BASE_URL: z.string().check(z.regex(/^https?:\/\/[^/]+$/)),
  /** The address mails come from, verified in SES. */
  SENDER: z.string().check(z.minLength(3)),
  CONFIGURATION_SET: z.string().check(z.minLength(1)),
  FEEDBACK_TOPIC: z.string().check(z.minLength(1)),
  /** Where SNS keeps the certificates it signs with, "https://…", without a slash at the end. */
  FEEDBACK_SIGNER: z.string().check(z.regex(/^https?:\/\/[^/]+$/)),
});
export type Environment = z.infer<typeof Environment>;

/**
 * Reads the part of the environment a function needs.
 * @throws when something is not set: a deployment fault, so it fails loudly
 */
export function config<Name extends keyof Environment>(...names: Name[]): Pick<Environment, Name> {
  const read = names.map(name => [name, Environment.shape[name].parse(process.env[name])]);
  return Object.fromEntries(read);
}
