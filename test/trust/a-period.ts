import type { Session } from '../../shared/aws/access.ts';
import { type Archive, readFiled } from '../../shared/aws/archive.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { revisionsOf } from '../../shared/aws/submissions.ts';
import type { Table } from '../../shared/aws/table.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { owedBy } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { recordOpened } from '../journeys/opened.ts';

export const deadline = instantAt('2021-11-16', '16:00');
export const units = ['phong-a', 'phong-b', 'phong-c'];

const definition = reportWith({
  reminders: [],
  tasks: [],
  indicators: units.map(unit => ({
    ...exports,
    code: codeOf(unit),
    owner: [{ unit }],
    comparisons: [],
  })),
});

/** The one indicator that a unit of the schedules owes. */
export function codeOf(unit: string): string {
  return `so-${unit.at(-1)}`;
}

const department = departmentWith(definition);

/** A session of a unit, for as long as a schedule lasts. */
export function sessionOf(period: Period, unit: string): Session {
  return { head: { ...period, unit }, epoch: 0, until: deadline + 86_400_000 };
}

/** Publishes the office; its hash names it in every schedule. */
export function publishOffice(archive: Archive): Promise<string> {
  return publish(archive, department);
}

/** Opens the period of the schedules as `open-periods` would, with every unit let in. */
export async function openPeriod(table: Table, hash: string): Promise<Period> {
  const period: Period = {
    report: definition.id,
    month: '2021-10',
    state: 'open',
    definition: hash,
    opensAt: deadline - 15 * 86_400_000,
    deadline,
    reminders: [],
    window: { from: '2021-10-01', to: '2021-10-31' },
    units: units.map(id => ({ id, name: id, mail: [] })),
    shards: 1,
  };
  await recordOpened(table, period);
  return period;
}

/** What a unit is asked, as `collect` gathers it. */
export function askedOf(period: Period, unit: string) {
  const owed = owedBy(definition, unit, period.month);
  return {
    department,
    definition,
    period,
    before: undefined,
    unitName: unit,
    owed,
    past: { month: period.month, known: knownFrom([]) },
  };
}

/** The values on record for a unit and by which keys, oldest first, and the revision its head has come to. */
export async function recordOf(table: Table, period: Period, unit: string) {
  const name = { ...period, unit };
  const revisions = await revisionsOf(table, name);
  const values = revisions.map(({ submission }) => valueIn(submission, unit));
  return { values, keys: revisions.map(({ key }) => key), revision: (await headOf(table, name))?.revision ?? 0 };
}

function valueIn(submission: Submission | undefined, unit: string): string | undefined {
  return submission?.figures[codeOf(unit)]?.value;
}

/** Every edition's figures by unit, read from its report.json; undefined for a unit that is missing. */
export async function lettersOf(archive: Archive, table: Table, period: Period) {
  const editions = await editionsOf(table, period);
  return Promise.all(
    editions.map(async ({ files }) => {
      const report = JSON.parse(new TextDecoder().decode(await readFiled(archive, files.report)));
      const figures = report.figures as { code: string; value?: string }[];
      return new Map(units.map(unit => [unit, figures.find(({ code }) => code === codeOf(unit))?.value]));
    }),
  );
}
