import type { Department } from '../../../shared/domain/office/department.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';
import { foreignCharacters, foreignCharactersOfWording } from './characters.ts';
import { indicatorFaults } from './indicators.ts';
import { ownerFaults } from './owners.ts';
import { recipientFaults } from './recipients.ts';
import { repeated } from './repeated.ts';
import { reportSizes } from './sizes.ts';
import { emptySpans } from './spans.ts';
import { timeFaults } from './times.ts';
import { wordingFaults } from './wording.ts';

/** What is wrong within a report, or between it and its office, though each value by itself is right. */
export function reportFaults(department: Department, report: ReportFile): FolderFault[] {
  const { yaml, definition, wordingFile } = report;
  const { indicators, tasks, recipients } = definition;
  const { wording, ...printed } = definition;
  return [
    ...repeated(indicators, { of: ({ code }) => code, list: 'indicators' }, yaml),
    ...repeated(tasks, { of: ({ id }) => id, list: 'tasks' }, yaml),
    ...repeated(recipients, { of: ({ id }) => id, list: 'recipients' }, yaml),
    ...emptySpans(indicators, 'indicators', yaml),
    ...emptySpans(tasks, 'tasks', yaml),
    ...emptySpans(recipients, 'recipients', yaml),
    ...indicatorFaults(definition, yaml),
    ...ownerFaults(department, report),
    ...timeFaults(department, report),
    ...recipientFaults(department, report),
    ...reportSizes(department, report),
    ...foreignCharacters(printed, yaml),
    ...foreignCharactersOfWording(wording, wordingFile),
    ...wordingFaults(department, report),
  ];
}
