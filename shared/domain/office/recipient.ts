import * as z from 'zod/mini';
import type { Term } from '../calendar/term.ts';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { MailAddress } from './mail-address.ts';
import { standsIn, Validity } from './validity.ts';

/** A line of "Nơi nhận": what it prints, and to whom it goes. Without `to` and `mail` it prints and mails nobody. */
export const Recipient = z.strictObject({
  id: Id,
  line: Line,
  to: z.optional(z.enum(['addressees', 'units', 'approvers', 'coordinators', 'clerks'])),
  mail: z.array(MailAddress),
  ...Validity,
});
export type Recipient = z.infer<typeof Recipient>;

/** What of a report's definition says who is to receive its letter. */
type Routing = { recipients: Recipient[] };

/** The lines of Nơi nhận as printed: "- Như trên;" … "- Lưu: VT, KHTCTH." (NĐ 30/2020, Phụ lục I, ô 9b). */
export function printedLines(definition: Routing, month: Term): string[] {
  const lines = linesIn(definition, month);
  return lines.map((line, at) => `- ${line}${at === lines.length - 1 ? '.' : ';'}`);
}

/** The lines of Nơi nhận in a month, in the order they are printed. */
export function linesIn(definition: Routing, month: Term): string[] {
  return recipientsIn(definition, month).map(({ line }) => line);
}

/** The lines of Nơi nhận that exist in a month, in the order of the file. */
export function recipientsIn(definition: Routing, month: Term): Recipient[] {
  return definition.recipients.filter(recipient => standsIn(recipient, month));
}
