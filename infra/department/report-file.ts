import * as z from 'zod/mini';
import { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import type { FolderFault } from './fault.ts';
import { normalisedReport } from './normalise.ts';
import { checkedFile } from './schema-fault.ts';
import { readText } from './text-file.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A report as read, with the files it came from, so that later faults find their line. */
export type ReportFile = { yaml: YamlFile; definition: ReportDefinition; wordingFile: string };

const ReportShape = z.omit(ReportDefinition, { wording: true });

/** As long as Liquid takes it; some twenty pages of a letter. Bytes. */
const largestWording = 100_000;

/** Reads reports/<id>: its report.yaml and letter.md. Faults are pushed to `faults`, and then there may be no report. */
export function readReport(directory: string, id: string, faults: FolderFault[]): ReportFile[] {
  const wordingFile = `reports/${id}/letter.md`;
  const yaml = readYaml({ directory, file: `reports/${id}/report.yaml` }, faults);
  const wording = readText({ directory, file: wordingFile, atMost: largestWording }, faults);
  const shape = yaml && checkedFile({ ...yaml, content: normalisedReport(yaml.content, id) }, ReportShape, faults);
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
