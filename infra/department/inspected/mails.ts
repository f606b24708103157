import { recipientOf } from '../../../shared/aws/ledger.ts';
import type { Item } from '../../../shared/aws/table.ts';
import { MailEntry } from '../../../shared/domain/delivery/mail.ts';
import type { Breach } from '../../../shared/domain/inspection/breach.ts';
import type { KeptMail } from '../../../shared/domain/inspection/kept.ts';
import { sorted } from './items.ts';

/** The mails of a ledger, each with whether its name is its recipient's. */
export function mailsIn(items: Item[]): { kept: KeptMail[]; breaches: Breach[] } {
  const { values, breaches } = sorted(items, 'mail', {
    parse: item => MailEntry.parse(item),
    says: ({ report, month, step, recipient }) => ({ pk: `MAIL#${report}#${month}`, sk: `${step}#${recipient}` }),
  });
  return { kept: values.map(({ value }) => ({ ...value, named: recipientOf(value) === value.recipient })), breaches };
}
