import { linkToForm } from '../../../shared/aws/form-links.ts';
import { recordLink } from '../../../shared/aws/links.ts';
import { everyPeriod } from '../../../shared/aws/periods.ts';
import type { Table } from '../../../shared/aws/table.ts';
import { termInWords } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { reportNamed } from '../../../shared/domain/office/owing.ts';
import type { Period } from '../../../shared/domain/office/period.ts';
import { newToken } from '../../../shared/token.ts';

/** A way in for whoever plays a part on this machine: `part` says it to the desk, `who` to people. */
export type Door = { part: string; who: string };

/** The ways in to one place: the board, or a period's form. */
export type Doors = { to: string; doors: Door[] };

/** How long a door stays open, milliseconds; whoever plays goes through at once. */
const openFor = 15 * 60_000;

/** Every unit of every open period, and every member of staff. */
export async function doorsOf(table: Table, department: Department): Promise<Doors[]> {
  const periods = await openPeriods(table);
  return [
    ...periods.map(({ report, month, units }) => ({
      to: `Biểu mẫu "${reportNamed(department, report)?.name ?? report}" ${termInWords(month)}`,
      doors: units.map(({ id, name }) => ({ part: `unit ${report} ${month} ${id}`, who: name })),
    })),
    { to: 'Bảng tổng hợp', doors: department.staff.map(({ id, name }) => ({ part: `staff ${id}`, who: name })) },
  ];
}

/** Makes a link for a part, as a mail would carry it: its path. Undefined when there is no such part. */
export async function openDoor(table: Table, part: string, now: number): Promise<string | undefined> {
  const [kind, ...named] = part.split(' ');
  if (kind === 'staff') {
    const token = newToken();
    const expiresAt = Math.floor((now + openFor) / 1_000);
    await recordLink(table, token, { opens: 'sign-in', staff: named[0] ?? '', expiresAt });
    return `/sign-in/${token}`;
  }
  const [report, month, unit = ''] = named;
  const period = (await openPeriods(table)).find(each => each.report === report && each.month === month);
  if (!period) return undefined;
  return `/link/${await linkToForm(table, unit, period, now + openFor)}`;
}

async function openPeriods(table: Table): Promise<Period[]> {
  return (await everyPeriod(table)).filter(({ state }) => state === 'open');
}
