import type { Department, Recipient, ReportDefinition, Role } from './department.ts';
import { type Month, within } from './month.ts';

/** One address of Nơi nhận with the lines that name it; a person named twice still gets one mail. */
export type Addressee = { address: string; lines: string[] };

/** The lines of Nơi nhận as printed: "- Như trên;" … "- Lưu: VT, KHTCTH." (NĐ 30/2020, Phụ lục I, ô 9b). */
export function printedLines(definition: ReportDefinition, month: Month): string[] {
  const lines = linesIn(definition, month);
  return lines.map((line, at) => `- ${line}${at === lines.length - 1 ? '.' : ';'}`);
}

/** The lines of Nơi nhận in a month, in the order they are printed. */
export function linesIn(definition: ReportDefinition, month: Month): string[] {
  return recipientsIn(definition, month).map(({ line }) => line);
}

/** To whom a month's letter goes: the printed lines are the lines mailed, each address once, in the order of the lines. */
export function addresseesOf(department: Department, definition: ReportDefinition, month: Month): Addressee[] {
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

function recipientsIn(definition: ReportDefinition, month: Month): Recipient[] {
  return definition.recipients.filter(recipient => within(recipient, month));
}

function addressesOf(
  recipient: Recipient,
  department: Department,
  definition: ReportDefinition,
  month: Month,
): string[] {
  return [...groupOf(recipient.to, department, definition, month), ...recipient.mail];
}

function groupOf(to: Recipient['to'], department: Department, definition: ReportDefinition, month: Month): string[] {
  switch (to) {
    case undefined:
      return [];
    case 'addressees':
      return definition.addressees.flatMap(addressee => addressee.mail);
    case 'units':
      return department.units.filter(unit => within(unit, month)).flatMap(unit => unit.mail);
    case 'approvers':
      return addressesOfStaff(department, 'approver');
    case 'coordinators':
      return addressesOfStaff(department, 'coordinator');
    case 'clerks':
      return addressesOfStaff(department, 'clerk');
  }
}
