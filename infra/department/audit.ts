import { type Archive, archiveNamed, read } from '../../shared/aws/archive.ts';
import { departmentPublished } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { headsOf } from '../../shared/aws/heads.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { everyPeriod } from '../../shared/aws/periods.ts';
import { revisionsOf } from '../../shared/aws/submissions.ts';
import { type Table, tableNamed } from '../../shared/aws/table.ts';
import { config } from '../../shared/config.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import { type Breach, inspect, type Kept } from '../../shared/domain/inspection.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { sha256 } from '../../shared/token.ts';
import { standingClock } from '../local/clock.ts';
import { startHost } from '../local/host.ts';

export type Audited = { periods: number; revisions: number; editions: number; mails: number; breaches: Breach[] };

/**
 * Inspects every period there is. `where` is a folder in which `npm start` keeps its records, or "live": then the table and
 * archive that TABLE and ARCHIVE name, with AWS credentials as any AWS tool takes them. Reads only.
 */
export async function audited(where: string): Promise<Audited> {
  const host =
    where === 'live'
      ? undefined
      : await startHost({ directory: where, clock: standingClock(Date.now()), lasting: true });
  try {
    const { TABLE, ARCHIVE } = config('TABLE', 'ARCHIVE');
    return await auditedIn(tableNamed(TABLE), archiveNamed(ARCHIVE));
  } finally {
    await host?.close();
  }
}

/** The same of a table and an archive at hand. */
export async function auditedIn(table: Table, archive: Archive): Promise<Audited> {
  const all = await Promise.all((await everyPeriod(table)).map(period => keptOf(table, archive, period)));
  const count = (each: (kept: Kept) => number) => all.reduce((sum, kept) => sum + each(kept), 0);
  return {
    periods: all.length,
    revisions: count(({ units }) => [...units.values()].reduce((sum, unit) => sum + (unit?.revisions.length ?? 0), 0)),
    editions: count(({ editions }) => editions.length),
    mails: count(({ mails }) => mails.length),
    breaches: all.flatMap(inspect),
  };
}

async function keptOf(table: Table, archive: Archive, period: Period): Promise<Kept> {
  const heads = await headsOf(table, period);
  const units = await Promise.all(
    period.units.map(async ({ id: unit }) => {
      const head = heads.get(unit);
      const revisions = head ? await revisionsOf(table, { ...period, unit }) : [];
      const digested = revisions.map(one => ({ ...one, digest: sha256(JSON.stringify(one.submission)) }));
      return [unit, head && { revision: head.revision, fencedAt: head.fencedAt, revisions: digested }] as const;
    }),
  );
  const editions = await editionsOf(table, period);
  return {
    period,
    department: await departmentPublished(archive, period.definition),
    units: new Map(units),
    editions: await Promise.all(editions.map(edition => filedOf(archive, edition))),
    mails: await mailsOf(table, period),
  };
}

async function filedOf(archive: Archive, edition: Edition): Promise<Kept['editions'][number]> {
  const contents = await Promise.all(
    Object.values(edition.files).map(async ({ key }) => [key, await read(archive, key)] as const),
  );
  const report = new Map(contents).get(edition.files.report.key);
  return {
    edition,
    report: report && reportFrom(new TextDecoder().decode(report)),
    digests: new Map(contents.map(([key, content]) => [key, content && sha256(content)])),
  };
}

/** Undefined when it is no report any more: then it says nothing that was accepted. */
function reportFrom(text: string): Report | undefined {
  try {
    return Report.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
