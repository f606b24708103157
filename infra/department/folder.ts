import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Department } from '../../shared/domain/office/department.ts';
import { historyFaults } from './checks/history.ts';
import { officeFaults } from './checks/office.ts';
import { numberRemarks } from './checks/out-of-line.ts';
import { planFaults, planRemarks } from './checks/plan.ts';
import { reportFaults } from './checks/report.ts';
import { wordingRemarks } from './checks/wording-remarks.ts';
import { withEntriesNamed } from './entry-named.ts';
import { type FolderFault, inReadingOrder } from './fault.ts';
import { readHistory } from './history.ts';
import { normalisedDepartment } from './normalise.ts';
import { readPlan } from './plan.ts';
import { readReport } from './report-file.ts';
import { readRoots } from './roots.ts';
import { checkedFile } from './schema-fault.ts';
import { readYaml } from './yaml-file.ts';

const OfficeShape = z.omit(Department, { history: true, plan: true, reports: true, roots: true });

/** A department, ready to be published, and what stands out in its files though nothing is wrong with them. */
export type ReadDepartment = { department: Department; remarks: FolderFault[] };

/**
 * Reads a department's folder: department.yaml, history.csv, plan.csv, chung-thu-goc/* and reports/<id>/{report.yaml,letter.md}.
 * Either the department or every fault that was found. The same folder gives the same department.
 */
export function readDepartment(directory: string): ReadDepartment | { faults: FolderFault[] } {
  const faults: FolderFault[] = [];
  const office = readOffice(directory, faults);
  const ids = reportIds(directory, faults);
  const reports = ids.flatMap(id => readReport(directory, id, faults));
  const history = readHistory(directory, faults);
  const plan = readPlan(directory, faults);
  const roots = readRoots(directory, faults);
  if (!office) return { faults: inReadingOrder(faults) };

  const department: Department = {
    ...office.content,
    history: history?.map(({ figure }) => figure) ?? [],
    ...(plan.length > 0 ? { plan: plan.map(each => each.plan) } : {}),
    reports: reports.map(({ definition }) => definition),
    ...(roots.length > 0 ? { roots } : {}),
  };
  faults.push(...withEntriesNamed(officeFaults(department, office.yaml), office.yaml));
  faults.push(...reports.flatMap(report => withEntriesNamed(reportFaults(department, report), report.yaml)));
  if (reports.length === ids.length) {
    faults.push(...historyFaults(department, history ?? []), ...planFaults(department, plan));
  }
  if (faults.length > 0) return { faults: inReadingOrder(faults) };
  const remarks = [
    ...reports.flatMap(wordingRemarks),
    ...numberRemarks(department, history ?? [], plan),
    ...planRemarks(department, plan),
  ];
  return { department: Department.parse(department), remarks: inReadingOrder(remarks) };
}

function readOffice(directory: string, faults: FolderFault[]) {
  const yaml = readYaml({ directory, file: 'department.yaml' }, faults);
  const content = yaml && checkedFile({ ...yaml, content: normalisedDepartment(yaml.content) }, OfficeShape, faults);
  return yaml && content && { yaml, content };
}

/** The reports in the order of their folders' names. */
function reportIds(directory: string, faults: FolderFault[]): string[] {
  const folder = join(directory, 'reports');
  const ids = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
        .sort()
    : [];
  if (ids.length === 0) {
    faults.push({
      file: 'reports',
      line: 1,
      message: 'chưa có báo cáo nào',
      hint: 'tạo reports/<mã báo cáo>/report.yaml và letter.md',
    });
  }
  return ids;
}
