import * as z from 'zod/mini';
import { Line } from '../text/line.ts';
import { MailAddress } from './mail-address.ts';
import { coordinatorsOf, type Staff } from './staff.ts';

/** A telephone number as people write it, "0255 382 2222, máy lẻ 12". */
const Phone = z
  .string()
  .check(
    z.regex(
      /^(\(\d{2,5}\)|\+?\d)[\d .()-]{4,24}\d(,? máy lẻ \d{1,6})?$/,
      'phải là số điện thoại, ví dụ 0255 382 2222 hoặc 0255 382 2222, máy lẻ 12',
    ),
  );

/** Whom an office wants to be asked, as far as that is not its coordinator. */
export const Contact = z.strictObject({
  name: z.optional(Line),
  phone: z.optional(Phone),
  mail: z.optional(MailAddress),
});

/** The person to ask: whoever is stuck turns to them, and an answer to a mail reaches them. */
export type Contact = { name: string; phone?: string | undefined; mail: string };

/** Whose page or mail it is, and whom to ask; nothing where that is not known. */
export type ToAsk = { department?: string | undefined; contact?: Contact | undefined };

/** Whom to ask in an office: its first coordinator, but in what it says of somebody else. */
export function contactOf({ staff, contact = {} }: Office): Contact | undefined {
  const [coordinator = staff[0]] = coordinatorsOf({ staff });
  if (!coordinator) return undefined;
  const { name = coordinator.name, mail = coordinator.mail, phone } = contact;
  return { name, mail, ...(phone && { phone }) };
}

type Office = { staff: Staff[]; contact?: z.infer<typeof Contact> | undefined };
