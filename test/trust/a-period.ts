import type { Session } from '../../shared/aws/access.ts';
import { type Archive, readFiled } from '../../shared/aws/archive.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { revisionsOf } from '../../shared/aws/submissions.ts';
import type { Table } from '../../shared/aws/table.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { owedBy } from '../../shared/domain/office/owing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { opened } from '../../shared/domain/office/timetable.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { recordOpened } from '../journeys/opened.ts';
import { ofTheQuarter, rowsGiving, toldIn, works } from './a-quarter.ts';

export const deadline = instantAt('2021-11-16', '16:00');
export const units = ['phong-a', 'phong-b', 'phong-c'];

const monthly = reportWith({
  reminders: [],
  tasks: [],
  indicators: units.map(unit => ({
    ...exports,
    code: codeOf(unit),
    owner: [{ unit }],
    comparisons: [],
  })),
});

/** The same of a quarter, and of each unit a row beside its figure. */
const quarterly = reportWith({ ...monthly, ...ofTheQuarter, id: 'bao-cao-quy' });

/** The reports of the office, each with its term. */
const reports = {
  'bao-cao-thang': { definition: monthly, month: '2021-10' },
  'bao-cao-quy': { definition: quarterly, month: '2021-Q3' },
};
export type ReportId = keyof typeof reports;
export const reportIds = Object.keys(reports) as ReportId[];

/** The one indicator that a unit of the schedules owes. */
function codeOf(unit: string): string {
  return `so-${unit.at(-1)}`;
}

const department = departmentWith(monthly, quarterly);

/** A session of a unit, for as long as a schedule lasts. */
export function sessionOf(period: Period, unit: string): Session {
  return { head: { ...period, unit }, epoch: 0, until: deadline + 86_400_000 };
}

/** Publishes the office; its hash names it in every schedule. */
export function publishOffice(archive: Archive): Promise<string> {
  return publish(archive, department);
}

/** Opens the period of a report as `open-periods` would, with every unit let in. */
export async function openPeriod(table: Table, hash: string, report: ReportId): Promise<Period> {
  const { definition, month } = reports[report];
  const named = units.map(id => ({ id, name: id, mail: [] }));
  const period: Period = { ...opened(department, hash, definition, month), units: named };
  await recordOpened(table, period);
  return period;
}

/** What a unit is asked, as `collect` gathers it. */
export function askedOf(period: Period, unit: string) {
  const { definition } = reports[period.report as ReportId];
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

/** What a unit answers by which it gives a value: as its figure, and where a row is owed in that too. */
export function answersGiving(value: string, period: Period, unit: string): Answers {
  const figures = { [codeOf(unit)]: { state: 'reported' as const, value } };
  return { figures, outcomes: {}, ...(period.report === quarterly.id ? { lists: rowsGiving(value) } : {}) };
}

/** The values on record for a unit and by which keys, oldest first, and the revision its head has come to. */
export async function recordOf(table: Table, period: Period, unit: string) {
  const name = { ...period, unit };
  const revisions = await revisionsOf(table, name);
  const values = revisions.map(({ submission }) => valueIn(submission, unit));
  return { values, keys: revisions.map(({ key }) => key), revision: (await headOf(table, name))?.revision ?? 0 };
}

function valueIn(submission: Submission | undefined, unit: string): string | undefined {
  return toldIn(submission?.figures[codeOf(unit)]?.value, submission?.lists?.[works.id]);
}

/** What the letter says of each unit beside its figure: its own words, and what stands in their place. */
export async function wordsInLetter(archive: Archive, table: Table, period: Period): Promise<Report['further']> {
  const edition = (await editionsOf(table, period)).at(-1);
  if (!edition) return [];
  return Report.parse(JSON.parse(new TextDecoder().decode(await readFiled(archive, edition.files.report)))).further;
}

/** Every edition's figures by unit, read from its report.json; undefined for a unit that is missing. */
export async function lettersOf(archive: Archive, table: Table, period: Period) {
  const editions = await editionsOf(table, period);
  return Promise.all(
    editions.map(async ({ files }) => {
      const { figures, lists }: Report = JSON.parse(new TextDecoder().decode(await readFiled(archive, files.report)));
      return new Map(
        units.map(unit => {
          const figure = figures.find(({ code }) => code === codeOf(unit))?.value;
          const rows = lists?.[0]?.rows.filter(row => row.unit === unit).map(({ cells }) => cells);
          return [unit, toldIn(figure, rows)];
        }),
      );
    }),
  );
}
