import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dateAt } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';
import { letterDocx } from '../../templates/letter/docx.ts';
import { letterPdf } from '../../templates/letter/pdf.ts';
import { writeWhole } from '../local/whole-file.ts';
import { madeUp } from './made-up.ts';
import { triedLetter } from './trial.ts';

/**
 * Writes the letter of each report's first term as it would look, DOCX and PDF, with figures that are made up and say so; the paths
 * of what was written.
 */
export function writeSampleLetters(department: Department, out: string): string[] {
  mkdirSync(out, { recursive: true });
  return department.reports.flatMap(definition => {
    const trial = { department, definition, month: definition.first };
    const { deadline } = timetable(department, definition, definition.first);
    const { submission, known } = madeUp(trial);
    const letter = {
      ...triedLetter({ ...trial, known }, submission, dateAt(deadline)),
      banXemTruoc: noteOn(definition),
    };
    const properties = { title: letter.trichYeu, author: department.name, date: new Date(deadline).toISOString() };
    return [
      written(join(out, `${definition.id}.docx`), letterDocx(letter, properties)),
      written(join(out, `${definition.id}.pdf`), letterPdf(letter, properties).bytes),
    ];
  });
}

function noteOn({ first }: ReportDefinition): string {
  return `VĂN BẢN MẪU, ${termInWords(first)}: mọi số liệu và kết quả nhiệm vụ là số giả, chỉ để xem hình thức và lời văn.`;
}

function written(path: string, content: Uint8Array): string {
  writeWhole(path, content);
  return path;
}
