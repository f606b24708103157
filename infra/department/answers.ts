import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Answers } from '../../shared/domain/answers.ts';
import type { Department } from '../../shared/domain/department.ts';
import type { FolderFault } from './fault.ts';
import { checkedFile, readYaml, type YamlFile } from './yaml-file.ts';

/** What units hand in: answers by unit, then by report. */
export type AnswersByUnit = Map<string, Map<string, Answers>>;

type Raw = Record<string, unknown>;

/**
 * Reads a folder of answers, a file "<unit>.yaml" for each unit that hands in; a unit without one hands in nothing. A figure
 * may be written short, `xuat-khau: 138,8`. One file serves all reports: each takes what it asks this unit.
 */
export function readAnswers(
  directory: string,
  department: Department,
): { answers: AnswersByUnit } | { faults: FolderFault[] } {
  if (!existsSync(directory)) {
    return {
      faults: [
        {
          file: directory,
          line: 1,
          message: 'không có thư mục này',
          hint: 'tạo thư mục với một tệp <mã đơn vị>.yaml cho mỗi đơn vị',
        },
      ],
    };
  }
  const faults: FolderFault[] = [];
  const answers: AnswersByUnit = new Map();
  for (const file of readdirSync(directory)
    .filter(name => /\.ya?ml$/.test(name))
    .sort()) {
    const unit = basename(file).replace(/\.ya?ml$/, '');
    if (!department.units.some(({ id }) => id === unit)) {
      const hint = `đặt tên tệp theo mã đơn vị: ${department.units.map(({ id }) => id).join(', ')}`;
      faults.push({ file, line: 1, message: `không có đơn vị "${unit}"`, hint });
      continue;
    }
    const yaml = readYaml(join(directory, file), file, faults);
    const whole = yaml && checkedFile({ ...yaml, content: normalised(yaml.content) }, Answers, faults);
    if (!yaml || !whole) continue;
    faults.push(...unknownOf(whole, department, yaml));
    answers.set(unit, split(whole, unit, department));
  }
  return faults.length > 0 ? { faults } : { answers };
}

/** "138,8" alone is a reported figure; lists that are left out are empty. */
function normalised(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const { figures, outcomes, ...rest } = raw as Raw;
  const unfolded = Object.entries((figures ?? {}) as Raw).map(([code, figure]) => [
    code,
    typeof figure === 'string' ? { state: 'reported', value: figure } : { state: 'reported', ...(figure as Raw) },
  ]);
  return { figures: Object.fromEntries(unfolded), outcomes: outcomes ?? {}, ...rest };
}

function unknownOf({ figures, outcomes }: Answers, { reports }: Department, { file, lineOf }: YamlFile): FolderFault[] {
  const codes = new Set(reports.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  const tasks = new Set(reports.flatMap(report => report.tasks.map(({ id }) => id)));
  const unknown = (list: string, known: Set<string>, given: string[]) =>
    given
      .filter(id => !known.has(id))
      .map(id => ({
        file,
        line: lineOf([list, id]),
        message: `không báo cáo nào hỏi "${id}"`,
        hint: `các mã đang có: ${[...known].join(', ')}`,
      }));
  return [...unknown('figures', codes, Object.keys(figures)), ...unknown('outcomes', tasks, Object.keys(outcomes))];
}

/** What each report asks; `further` goes to the first that asks this unit anything. */
function split({ figures, outcomes, further }: Answers, unit: string, { reports }: Department): Map<string, Answers> {
  const owns = (owner: { unit: string }[]) => owner.some(turn => turn.unit === unit);
  const byReport = new Map<string, Answers>();
  for (const { id, indicators, tasks } of reports) {
    const asked = {
      codes: indicators.filter(({ owner }) => owns(owner)).map(({ code }) => code),
      tasks: tasks.filter(({ owner }) => owns(owner)).map(task => task.id),
    };
    if (asked.codes.length + asked.tasks.length === 0) continue;
    byReport.set(id, {
      figures: picked(figures, asked.codes),
      outcomes: picked(outcomes, asked.tasks),
      further: byReport.size === 0 ? further : undefined,
    });
  }
  return byReport;
}

function picked<Value>(record: Record<string, Value>, keys: string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
