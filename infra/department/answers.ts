import { readdirSync, statSync } from 'node:fs';
import type { Month } from '../../shared/domain/calendar/month.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { AnswersFile, unfolded } from './answers-file.ts';
import { type FolderFault, inReadingOrder } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { refusedAnswers } from './refused.ts';
import { checkedFile } from './schema-fault.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** What units hand in: answers by unit, then by report. */
export type AnswersByUnit = Map<string, Map<string, Answers>>;

/**
 * Reads a folder of answers, a file "<unit>.yaml" for each unit that hands in; a unit without one hands in nothing. One file
 * serves all reports: each takes what it asks this unit, `further` goes to the first of them; what stands under `reports`
 * goes to that report alone, before what is said for all. What the form would refuse is a fault here; told the month, also
 * what a unit owes and does not answer.
 */
export function readAnswers(
  directory: string,
  department: Department,
  month?: Month,
): { answers: AnswersByUnit } | { faults: FolderFault[] } {
  const faults: FolderFault[] = [];
  const answers: AnswersByUnit = new Map();
  for (const { file, unit } of filesOfUnits(directory, department, faults)) {
    const yaml = readYaml({ directory, file }, faults);
    const whole = yaml && checkedFile({ ...yaml, content: unfolded(yaml.content) }, AnswersFile, faults);
    if (!yaml || !whole) continue;
    const split = byReport(whole, unit, department);
    faults.push(...notAsked(whole, unit, department, yaml));
    faults.push(...refusedAnswers({ unit, byReport: split, month }, department, yaml));
    answers.set(unit, split);
  }
  return faults.length > 0 ? { faults: inReadingOrder(faults) } : { answers };
}

function filesOfUnits(directory: string, { units }: Department, faults: FolderFault[]) {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    const hint = 'tạo thư mục với một tệp <mã đơn vị>.yaml cho mỗi đơn vị';
    faults.push({ file: directory, line: 1, message: 'không có thư mục này', hint });
    return [];
  }
  const ids = units.map(({ id }) => id);
  const taken = new Set<string>();
  const names = readdirSync(directory).sort();
  return names.flatMap(file => {
    const [unit = '', ...endings] = file.split('.');
    const known = ids.includes(unit);
    const fault = (message: string, hint: string) => {
      faults.push({ file, line: 1, message, hint });
      return [];
    };
    if (!/^ya?ml$/.test(endings.join('.'))) {
      // A desktop may add an ending of its own and hide it: what a unit wrote would be passed over unseen.
      return known ? fault('tệp này không được đọc', `đổi tên tệp thành ${unit}.yaml`) : [];
    }
    if (!known) {
      return fault(`không có đơn vị "${unit}"`, didYouMean(unit, ids, `đặt tên tệp theo mã đơn vị: ${ids.join(', ')}`));
    }
    if (taken.has(unit)) return fault(`đơn vị "${unit}" có hai tệp`, 'giữ một tệp, bỏ tệp kia');
    taken.add(unit);
    return [{ file, unit }];
  });
}

type Owing = { id: string; unit: string[] };

/** What reports ask in a list of the answers: whoever owes it at any time. */
function askedBy(reports: ReportDefinition[]): Record<'figures' | 'outcomes' | 'statuses', Owing[]> {
  const unit = (owner: { unit: string }[]) => owner.map(turn => turn.unit);
  const tasks = reports.flatMap(report => report.tasks.map(({ id, owner }) => ({ id, unit: unit(owner) })));
  return {
    figures: reports.flatMap(report => report.indicators.map(({ code, owner }) => ({ id: code, unit: unit(owner) }))),
    outcomes: tasks,
    statuses: tasks,
  };
}

/** What a unit answers though nobody asks it, or another unit: it would be dropped without a word. */
function notAsked(
  { reports, ...whole }: AnswersFile,
  unit: string,
  department: Department,
  yaml: YamlFile,
): FolderFault[] {
  const ids = department.reports.map(({ id }) => id);
  const sections = Object.entries(reports ?? {}).flatMap(([id, answers]) => {
    const definition = department.reports.find(report => report.id === id);
    const path = ['reports', id];
    if (definition) return notAskedIn({ answers, path, by: [definition] }, unit, yaml);
    const hint = didYouMean(id, ids, `dùng một mã báo cáo: ${ids.join(', ')}`);
    return [{ file: yaml.file, line: yaml.lineOf(path), message: `không có báo cáo "${id}"`, hint }];
  });
  return [...notAskedIn({ answers: whole, path: [], by: department.reports }, unit, yaml), ...sections];
}

type Section = { answers: Answers; path: string[]; by: ReportDefinition[] };

function notAskedIn({ answers, path, by }: Section, unit: string, { file, lineOf }: YamlFile): FolderFault[] {
  const asked = askedBy(by);
  return (['figures', 'outcomes', 'statuses'] as const).flatMap(list =>
    Object.keys(answers[list] ?? {}).flatMap(id => {
      const owing = asked[list].filter(one => one.id === id).flatMap(one => one.unit);
      if (owing.includes(unit)) return [];
      const line = lineOf([...path, list, id]);
      if (owing.length > 0) {
        const hint = `chuyển sang tệp ${owing.at(-1)}.yaml`;
        return [{ file, line, message: `"${id}" giao cho đơn vị ${owing.join(', ')}`, hint }];
      }
      const own = asked[list].filter(one => one.unit.includes(unit)).map(one => one.id);
      const hint = didYouMean(id, own, `bỏ mục này; đơn vị được hỏi: ${own.join(', ') || 'không mục nào'}`);
      return [{ file, line, message: `không báo cáo nào hỏi "${id}"`, hint }];
    }),
  );
}

function byReport({ reports, ...whole }: AnswersFile, unit: string, department: Department): Map<string, Answers> {
  const split = new Map<string, Answers>();
  for (const definition of department.reports) {
    const asked = askedBy([definition]);
    const own = (list: Owing[]) => list.filter(one => one.unit.includes(unit)).map(({ id }) => id);
    const [codes, tasks] = [own(asked.figures), own(asked.outcomes)];
    if (codes.length + tasks.length === 0) continue;
    const section = reports?.[definition.id];
    split.set(definition.id, {
      figures: picked({ ...whole.figures, ...section?.figures }, codes),
      outcomes: picked({ ...whole.outcomes, ...section?.outcomes }, tasks),
      ...(whole.statuses || section?.statuses
        ? { statuses: picked({ ...whole.statuses, ...section?.statuses }, tasks) }
        : {}),
      further: section?.further ?? (split.size === 0 ? whole.further : undefined),
    });
  }
  return split;
}

function picked<Value>(record: Record<string, Value>, keys: string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
