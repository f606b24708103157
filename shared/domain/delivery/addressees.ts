import type { Term } from '../calendar/term.ts';
import type { Department } from '../office/department.ts';
import { type Recipient, recipientsIn } from '../office/recipient.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { Role } from '../office/staff.ts';
import { standsIn } from '../office/validity.ts';

/** One address of Nơi nhận with the lines that name it; a person named twice still gets one mail. */
export type Addressee = { address: string; lines: string[] };

/** To whom a month's letter goes: the printed lines are the lines mailed, each address once, in the order of the lines. */
export function addresseesOf(department: Department, definition: ReportDefinition, month: Term): Addressee[] {
  const found = new Map<string, Addressee>();
  for (const recipient of recipientsIn(definition, month)) {
    for (const address of addressesOf(recipient, department, definition, month)) {
      const addressee = found.get(address.toLowerCase()) ?? { address, lines: [] };
      if (!addressee.lines.includes(recipient.line)) addressee.lines.push(recipient.line);
      found.set(address.toLowerCase(), addressee);
    }
  }
  return [...found.values()];
}

/** The addresses of the staff with a role. */
export function addressesOfStaff(department: Department, role: Role): string[] {
  return department.staff.filter(staff => staff.roles.includes(role)).map(staff => staff.mail);
}

function addressesOf(
  recipient: Recipient,
  department: Department,
  definition: ReportDefinition,
  month: Term,
): string[] {
  return [...groupOf(recipient.to, department, definition, month), ...recipient.mail];
}

function groupOf(to: Recipient['to'], department: Department, definition: ReportDefinition, month: Term): string[] {
  switch (to) {
    case undefined:
      return [];
    case 'addressees':
      return definition.addressees.flatMap(addressee => addressee.mail);
    case 'units':
      return department.units.filter(unit => standsIn(unit, month)).flatMap(unit => unit.mail);
    case 'approvers':
      return addressesOfStaff(department, 'approver');
    case 'coordinators':
      return addressesOfStaff(department, 'coordinator');
    case 'clerks':
      return addressesOfStaff(department, 'clerk');
  }
}
