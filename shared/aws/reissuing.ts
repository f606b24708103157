import { bundledIn } from '../domain/collection/correction.ts';
import type { Edition } from '../domain/compilation/edition.ts';
import type { Department } from '../domain/office/department.ts';
import type { Period } from '../domain/office/period.ts';
import type { Reissue } from '../domain/office/reissue.ts';
import { audit, digestOf } from './audit.ts';
import { withCorrections } from './correcting.ts';
import { correctionsOf } from './corrections.ts';
import { decideReissueOf } from './editions.ts';
import { headOf } from './heads.ts';
import { reissuePeriod } from './periods.ts';
import { putBackOnAgenda } from './put-back.ts';
import { correctRevision } from './submissions.ts';
import type { Table } from './table.ts';

/**
 * Decides that the letter that went out last is replaced; false when that was decided before. One write decides; a tick carries it out.
 * The period is put back on the agenda before, so that a tick finds the decision of whoever is cut off, and after, as a tick between the
 * two finds nothing to do.
 */
export async function decideReissue(
  table: Table,
  period: Period,
  edition: Edition,
  reissue: Reissue,
): Promise<boolean> {
  await putBackOnAgenda(table, period);
  const done = await decideReissueOf(table, edition, reissue);
  await putBackOnAgenda(table, period);
  return done;
}

/**
 * Does what was decided of a letter that went out: the trail first, then each unit's corrected revision, the period last, since it
 * commits. All of it may be done again, by whoever finds it half done; the period as it is then.
 */
export async function goOnReissuing(
  table: Table,
  period: Period,
  { reissue, department }: { reissue: Reissue; department: Department },
): Promise<Period> {
  if (period.state !== 'issued') return period;
  await enterReissue(table, period, reissue);
  const corrections = bundledIn(await correctionsOf(table, period), reissue);
  for (const [unit, own] of Map.groupBy(corrections, correction => correction.unit)) {
    const name = { ...period, unit };
    const head = await headOf(table, name);
    const key = keyOfCorrection(reissue, unit);
    if (!head || head.key === key) continue;
    const verdict = await withCorrections(table, { period, department, head, corrections: own });
    if (verdict.kind === 'refused')
      throw new Error(`corrections that are not taken: ${unit} ${verdict.faults[0]?.field}`);
    await correctRevision(table, name, { head, key, receivedAt: reissue.at, ...verdict });
  }
  return (await reissuePeriod(table, period, reissue)) ? { ...period, state: 'closing', reissue } : period;
}

/** A receipt's number, which the decision gives: however often it is carried out, the revision is the same. */
function keyOfCorrection(reissue: Reissue, unit: string): string {
  const digest = digestOf({ reissue, unit });
  const [one, two, three, four, five] = [8, 12, 16, 20, 32].map((end, at) => digest.slice([0, 8, 12, 16, 20][at], end));
  return `${one}-${two}-8${three?.slice(1)}-8${four?.slice(1)}-${five}`;
}

async function enterReissue(table: Table, period: Period, reissue: Reissue): Promise<void> {
  const { number, corrections, who, at } = reissue;
  const which = corrections.map(each => `${each.unit}, đề nghị ${each.number}`).join(', ');
  const told = { detail: `${which}, thay bản ${number}`, holds: [digestOf(reissue)] };
  await audit(table, period, { at, who, what: 'lập công văn thay thế', ...told });
}
