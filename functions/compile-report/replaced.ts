import { type Archive, readJson } from '../../shared/aws/archive.ts';
import { editionNumbered } from '../../shared/aws/editions.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import type { Table } from '../../shared/aws/table.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import type { Addressee } from '../../shared/domain/delivery/addressees.ts';
import { reachedBy } from '../../shared/domain/delivery/reached-by.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import type { Period } from '../../shared/domain/office/period.ts';

/** A letter that another takes the place of, with its report, and whom it reached: they get the other. */
export type Replaced = { edition: Edition; report: Report; reached: Addressee[] };

/** The letter that the one in hand takes the place of; undefined where it is the first of its period, or the first to go out. */
export async function replacedBy(table: Table, archive: Archive, period: Period): Promise<Replaced | undefined> {
  const { reissue } = period;
  if (!reissue) return undefined;
  const edition = await editionNumbered(table, { ...period, number: reissue.number });
  if (!edition) throw new Error(`no such edition: ${period.report} ${period.month} ${reissue.number}`);
  const [filed, ledger] = await Promise.all([readJson(archive, edition.files.report), mailsOf(table, period)]);
  return {
    edition: asIssued(edition),
    report: Report.parse(filed),
    reached: reachedBy(edition.number, ledger).map(({ address, to }) => ({
      address,
      lines: to.kind === 'recipient' ? to.lines : [],
    })),
  };
}
