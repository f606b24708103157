import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { FigureState } from '../../../shared/domain/figures/figure.ts';
import type { Known } from '../../../shared/domain/figures/known.ts';
import { isWordingFault, type WordingFault } from '../../../shared/domain/letter/liquid.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { documentInWords } from '../../../shared/domain/office/document-kind.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';
import { manyPrinted, namesFor } from '../names.ts';
import type { ReportFile } from '../report-file.ts';
import { exampleOfThePast, type Trial, triedLetter, uniform } from '../trial.ts';
import { explainedWording, unknownName } from '../wording-fault.ts';
import { turningTerms } from './turning-terms.ts';
import { loopNameFaults } from './wording-names.ts';
import { signFaults } from './wording-signs.ts';
import { tagsIn } from './wording-tags.ts';

/**
 * Writes the letter of every month in which something turns, with every unit handed in, in each state a figure may have,
 * and with none: so that all its branches run here, and none for the first time on a deadline.
 */
export function wordingFaults(department: Department, { wordingFile, definition }: ReportFile): FolderFault[] {
  if (definition.wording.trim() === '') {
    const hint = 'viết lời văn theo mẫu trong templates/departments';
    return [{ file: wordingFile, line: 1, message: `${documentInWords(definition.document)} không có lời nào`, hint }];
  }
  // What is read where it is written is told in better words than what then comes of it.
  const asWritten = [...signFaults(definition.wording, wordingFile), ...loopNameFaults(definition, wordingFile)];
  const told = new Set(asWritten.map(({ line }) => line));
  const tried = [...faultsByPlace(department, definition).values()].map(fault => ({
    file: wordingFile,
    line: lineOf(fault, definition.wording),
    ...explainedWording(fault, definition),
  }));
  return [...asWritten, ...tried.filter(({ line }) => !told.has(line)), ...manyPrintedIn(definition, wordingFile)];
}

/** Markdown counts lines after Liquid has taken its own away, so that a mark it faults is looked for where it was written. */
function lineOf({ line, message }: WordingFault, wording: string): number {
  if (!message.includes('"*"')) return line;
  const at = wording.split('\n').findIndex(text => /^\s*\*\s/.test(text));
  return at < 0 ? line : at + 1;
}

/** Each fault once. What no trial gets past, such as a tag not closed, is told alone. */
function faultsByPlace(department: Department, definition: ReportDefinition): Map<string, WordingFault> {
  const found = new Map<string, WordingFault>();
  for (const month of turningTerms(department, definition)) {
    for (const [submission, known] of toTry({ department, definition, month })) {
      for (const fault of everyFault({ department, definition, month, known }, submission)) {
        const place = `${fault.line} ${fault.message}`;
        if (!found.has(place)) found.set(place, fault);
        if (unknownName(fault.message) === undefined) return found;
      }
    }
  }
  return found;
}

/** Every state a figure may have; nobody handing in; and once with earlier figures to compare with. */
function toTry(trial: Trial): [Submission | undefined, Known?][] {
  const { definition } = trial;
  const handedIn = FigureState.options.map(state => uniform(definition, state, () => 'Đã thực hiện.'));
  return [
    ...handedIn.map((submission): [Submission] => [submission]),
    [uniform(definition, 'missing', () => '')],
    [undefined],
    [uniform(definition, 'reported', () => 'Đã thực hiện.'), exampleOfThePast(trial)],
  ];
}

const mostFaults = 20;

/** Liquid stops at the first name it does not know; that place is emptied and the rest tried again. */
function everyFault(trial: Trial, submission: Submission | undefined): WordingFault[] {
  const faults: WordingFault[] = [];
  let wording = trial.definition.wording;
  while (faults.length < mostFaults) {
    const fault = faultOf({ ...trial, definition: { ...trial.definition, wording } }, submission);
    if (!fault) break;
    faults.push(fault);
    const rest = withoutUnknown(wording, fault);
    if (rest === wording) break;
    wording = rest;
  }
  return faults;
}

function faultOf(trial: Trial, submission: Submission | undefined): WordingFault | undefined {
  try {
    triedLetter(trial, submission);
    return undefined;
  } catch (error) {
    if (isWordingFault(error)) return error;
    throw error;
  }
}

function withoutUnknown(wording: string, { line, message }: WordingFault): string {
  const name = unknownName(message);
  if (name === undefined) return wording;
  const lines = wording.split('\n');
  const outputs = (lines[line - 1] ?? '').replace(/\{\{[^{}]*\}\}/g, output => (output.includes(name) ? '' : output));
  return lines.with(line - 1, outputs).join('\n');
}

function manyPrintedIn(definition: ReportDefinition, file: string): FolderFault[] {
  return tagsIn(definition.wording).flatMap(({ name, written, line }) => {
    const many = name === undefined ? manyPrinted(written) : undefined;
    if (many === undefined) return [];
    const example = namesFor(definition).find(each => each.startsWith(`${many}.`));
    const hint =
      /^(bang_ke|cac_don_vi|.*\.don_vi$)/.test(many) && many !== 'bang_ke'
        ? `đi qua từng dòng: {% for dong in ${many} %} … {% endfor %}`
        : `viết cả tên sau dấu chấm, ví dụ {{ ${example ?? `${many}.…`} }}`;
    return [{ file, line, message: `"${many}" không phải là một giá trị`, hint }];
  });
}
