import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { faultLine } from '../../infra/department/fault.ts';
import { type ReadDepartment, readDepartment } from '../../infra/department/folder.ts';
import type { Department } from '../../shared/domain/office/department.ts';

const templates = join(import.meta.dirname, '..', '..', 'templates');

export const sample = sampleNamed('so-cong-thuong');
export const sampleAnswers = answersNamed('so-cong-thuong', '2021-10');

/** The folder of one of the sample departments, and that of its units' answers in a term. */
export function sampleNamed(name: string): string {
  return join(templates, 'departments', name);
}

export function answersNamed(name: string, term: string): string {
  return join(templates, 'answers', name, term);
}

/** The files of the sample that tests change most. */
export const office = 'department.yaml';
export const report = 'reports/bao-cao-thang/report.yaml';
export const wording = 'reports/bao-cao-thang/letter.md';
export const history = 'history.csv';

/** A copy of a folder, for a test to spoil. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'thu-muc-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Changes one place of a file; a test whose place is gone fails here, not by finding nothing wrong. */
export function change(folder: string, file: string, [from, to]: [from: string, to: string]): void {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text, `${file} has what is to be changed`).toContain(from);
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  );
}

/** What is wrong with a folder, a line for each fault. */
export function faultsOf(folder: string): string[] {
  const read = readDepartment(folder);
  return 'faults' in read ? read.faults.map(faultLine) : [];
}

/** The department in a folder that is right. */
export function departmentIn(folder: string): Department {
  return rightIn(folder).department;
}

/** What stands out in a folder that is right, a line for each remark. */
export function remarksIn(folder: string): string[] {
  return rightIn(folder).remarks.map(faultLine);
}

function rightIn(folder: string): ReadDepartment {
  const read = readDepartment(folder);
  if ('faults' in read) throw new Error(read.faults.map(faultLine).join('\n'));
  return read;
}

/** A fault or a remark without its line's number. */
export function withoutLine(fault: string): string {
  return fault.replace(/:\d+ {2}/, ': ');
}

/** The line of a file on which some words stand, counted from 1. */
export function lineOf(folder: string, file: string, words: string): number {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.findIndex(line => line.includes(words)) + 1;
}
