import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Department, ReportDefinition } from '../../shared/domain/department.ts';
import { crossFaults } from './cross-check.ts';
import type { FolderFault } from './fault.ts';
import { readHistory } from './history.ts';
import { normalisedDepartment, normalisedReport } from './normalise.ts';
import { checkedFile, readText, readYaml, type YamlFile } from './yaml-file.ts';

/** A report as read, with the file it came from, so that later faults find their line. */
export type ReportFile = { yaml: YamlFile; definition: ReportDefinition; wordingFile: string };

const DepartmentFile = z.omit(Department, { history: true, reports: true });
const ReportFileShape = z.omit(ReportDefinition, { wording: true });

/**
 * Reads a department's folder: department.yaml, history.csv and reports/<id>/{report.yaml,letter.md}. Either the
 * department, ready to be published, or every fault that was found. The same folder gives the same department.
 */
export function readDepartment(directory: string): { department: Department } | { faults: FolderFault[] } {
  const faults: FolderFault[] = [];
  const file = 'department.yaml';
  const yaml = readYaml(join(directory, file), file, faults);
  const office = yaml && checkedFile({ ...yaml, content: normalisedDepartment(yaml.content) }, DepartmentFile, faults);
  const reports = reportIds(directory, faults).flatMap(id => readReport(directory, id, faults));
  const history = readHistory(join(directory, 'history.csv'), faults);
  if (!yaml || !office || faults.length > 0) return { faults };

  const department = Department.parse({ ...office, history, reports: reports.map(({ definition }) => definition) });
  faults.push(...crossFaults(department, yaml, reports));
  return faults.length > 0 ? { faults } : { department };
}

/** The reports in the order of their folders' names. */
function reportIds(directory: string, faults: FolderFault[]): string[] {
  const folder = join(directory, 'reports');
  const ids = existsSync(folder)
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

function readReport(directory: string, id: string, faults: FolderFault[]): ReportFile[] {
  const folder = `reports/${id}`;
  const wordingFile = `${folder}/letter.md`;
  const yaml = readYaml(join(directory, folder, 'report.yaml'), `${folder}/report.yaml`, faults);
  const wording = readText(join(directory, wordingFile), wordingFile, faults);
  const shape = yaml && checkedFile({ ...yaml, content: normalisedReport(yaml.content, id) }, ReportFileShape, faults);
  if (!yaml || !shape || wording === undefined) return [];
  if (shape.id !== id) {
    faults.push({
      file: yaml.file,
      line: yaml.lineOf(['id']),
      message: `mã "${shape.id}" khác tên thư mục`,
      hint: `viết id: ${id} hoặc bỏ dòng này`,
    });
  }
  return [{ yaml, definition: { ...shape, wording }, wordingFile }];
}
