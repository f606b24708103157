import { linkToForm } from '../../shared/aws/form-links.ts';
import type { Table } from '../../shared/aws/table.ts';
import type { Edit } from '../../shared/domain/collection/edit.ts';
import type { MendRequest } from '../../shared/domain/collection/mend-request.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import { mendRequestTold, owes } from '../../shared/domain/delivery/notices.ts';
import { isWordOfTrouble } from '../../shared/domain/delivery/troubles.ts';
import type { Past } from '../../shared/domain/figures/past.ts';
import type { Contact } from '../../shared/domain/office/contact.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { unitName } from '../../shared/domain/office/unit.ts';
import { edited } from '../../templates/mail/edited.ts';
import { extended } from '../../templates/mail/extended.ts';
import { mend } from '../../templates/mail/mend.ts';
import { mime, type Words } from '../../templates/mail/message.ts';
import { periodOpened, reminder, unitLink } from '../../templates/mail/notices.ts';
import { ownUnitOwes, stillOwing } from '../../templates/mail/owing.ts';
import { type HandedIn, receipt } from '../../templates/mail/receipt.ts';
import { inTrouble } from '../../templates/mail/trouble.ts';

export type Writing = {
  table: Table;
  period: Period;
  department: Department;
  /** Whom its units may ask. */
  contact: Contact | undefined;
  /** What receipts compare figures with. */
  past: Past;
  heads: ReadonlyMap<string, HandedIn>;
  requests: MendRequest[];
  edits: Edit[];
  /** Every mail of the period: a word of trouble tells of some of them. */
  ledger: MailEntry[];
  sender: string;
  baseUrl: string;
  now: number;
};

/** How long a link outlives the deadline: the fence shuts it, the clock must not do so sooner. Milliseconds. */
const grace = 24 * 3_600_000;

/** Writes the mails of a period's opening and its reminders; a unit's carries a new link, known to nobody but its reader. */
export function writer(writing: Writing): (mail: MailEntry) => Promise<Uint8Array> {
  const { department, period, contact, sender, now } = writing;
  return async mail =>
    mime({
      sender: { name: department.name, address: sender },
      to: mail.address,
      words: await wordsOf(writing, mail),
      contact,
      at: now,
      id: `${period.report}.${period.month}.${mail.step}.${mail.recipient}`,
    });
}

async function wordsOf(
  { table, period, department, past, heads, requests, edits, ledger, baseUrl, now }: Writing,
  mail: MailEntry,
): Promise<Words> {
  const { to, step } = mail;
  const definition = reportNamed(department, period.report);
  const report = definition?.name ?? period.report;
  const known = { department: department.name, report, period };
  const board = `${baseUrl}/board/${period.report}/${period.month}`;
  if (isWordOfTrouble(step)) return inTrouble({ report, period, address: board, word: mail, ledger, now });
  if (to.kind !== 'unit') {
    const units = period.units.filter(({ id }) => owes(heads.get(id))).map(({ name }) => name);
    return step.startsWith('owing-')
      ? stillOwing({ ...known, address: board, units })
      : periodOpened({ ...known, address: board });
  }
  const address = `${baseUrl}/link/${await linkToForm(table, to.unit, period, period.deadline + grace)}`;
  if (step.startsWith('receipt-')) return receipt({ department, period, past }, heads.get(to.unit), address);
  const unit = unitName(period, to.unit);
  if (step.startsWith('owing-')) return ownUnitOwes({ ...known, unit, address });
  if (step.startsWith('extension-')) return extended({ ...known, unit, address });
  if (step.startsWith('edited-')) return edited({ ...known, unit, address, edits, head: heads.get(to.unit) });
  const request = mendRequestTold(requests, mail);
  if (request) return mend({ ...known, unit, address, request });
  if (!definition) throw new Error(`no such report: ${period.report}`);
  const asked = { ...known, unit, address, owed: owedBy(definition, to.unit, period.month) };
  return step.startsWith('reminder-') || step.startsWith('nudge-') ? reminder(asked) : unitLink(asked);
}
