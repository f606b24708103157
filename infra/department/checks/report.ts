import type { Department } from '../../../shared/domain/office/department.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';
import { foreignCharacters, foreignCharactersOfWording } from './characters.ts';
import { tooManyWanted } from './enough.ts';
import { escalationFaults } from './escalation.ts';
import { formulaFaults } from './formulas.ts';
import { indicatorFaults } from './indicators.ts';
import { issuingFaults } from './issuing.ts';
import { kindFaults } from './kinds.ts';
import { listFaults } from './lists.ts';
import { makingFaults } from './making.ts';
import { ownerFaults } from './owners.ts';
import { partFaults } from './parts.ts';
import { placeFaults } from './places.ts';
import { recipientFaults } from './recipients.ts';
import { repeated } from './repeated.ts';
import { ruleFaults } from './rules.ts';
import { reportSizes } from './sizes.ts';
import { lateSources, sourceFaults } from './sources.ts';
import { emptySpans } from './spans.ts';
import { tooWideTables } from './table-room.ts';
import { tableFaults } from './tables.ts';
import { hasItsTerms, termFaults } from './terms.ts';
import { timeFaults } from './times.ts';
import { wordingFaults } from './wording.ts';

/** What is wrong within a report, or between it and its office, though each value by itself is right. */
export function reportFaults(department: Department, report: ReportFile): FolderFault[] {
  const { yaml, definition, wordingFile } = report;
  const { indicators, tasks, recipients, lists = [], tables = [] } = definition;
  const { wording, ...printed } = definition;
  const byItself = [
    ...repeated(indicators, { of: ({ code }) => code, list: 'indicators' }, yaml),
    ...repeated(tasks, { of: ({ id }) => id, list: 'tasks' }, yaml),
    ...repeated(recipients, { of: ({ id }) => id, list: 'recipients' }, yaml),
    ...repeated(lists, { of: ({ id }) => id, list: 'lists' }, yaml),
    ...repeated(tables, { of: ({ id }) => id, list: 'tables' }, yaml),
    ...emptySpans(indicators, 'indicators', yaml),
    ...emptySpans(tasks, 'tasks', yaml),
    ...emptySpans(recipients, 'recipients', yaml),
    ...emptySpans(lists, 'lists', yaml),
    ...indicatorFaults(definition, yaml),
    ...makingFaults(definition, yaml),
    ...kindFaults(definition, yaml),
    ...formulaFaults(definition, yaml),
    ...partFaults(definition, yaml),
    ...listFaults(definition, yaml),
    ...tableFaults(definition, yaml),
    ...placeFaults(definition, yaml),
    ...termFaults(definition, yaml),
    ...sourceFaults(department, report),
    ...foreignCharacters(printed, yaml),
    ...foreignCharactersOfWording(wording, wordingFile),
  ];
  // What follows goes from term to term.
  if (!hasItsTerms(definition)) return byItself;
  return [
    ...byItself,
    ...ownerFaults(department, report),
    ...tooWideTables(department, definition, yaml),
    ...ruleFaults(department, report),
    ...timeFaults(department, report),
    ...lateSources(department, report),
    ...recipientFaults(department, report),
    ...tooManyWanted(department, report),
    ...escalationFaults(department, report),
    ...issuingFaults(department, report),
    ...reportSizes(department, report),
    ...wordingFaults(department, report),
  ];
}
