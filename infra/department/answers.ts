import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Term } from '../../shared/domain/calendar/term.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import type { List } from '../../shared/domain/office/list.ts';
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
 * goes to that report alone, before what is said for all. What the form would refuse is a fault here; told the term, also
 * what a unit owes and does not answer.
 */
export function readAnswers(
  directory: string,
  department: Department,
  term?: Term,
): { answers: AnswersByUnit } | { faults: FolderFault[] } {
  const faults: FolderFault[] = [];
  const answers: AnswersByUnit = new Map();
  for (const { file, unit } of filesOfUnits(directory, department, faults)) {
    const yaml = readYaml({ directory, file }, faults);
    const whole = yaml && checkedFile({ ...yaml, content: unfolded(yaml.content) }, AnswersFile, faults);
    if (!yaml || !whole) continue;
    const split = byReport(whole, unit, department);
    faults.push(...notAsked(whole, unit, department, yaml));
    faults.push(...refusedAnswers({ unit, byReport: split, term }, department, yaml));
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
  const within = names.find(name => Term.safeParse(name).success);
  if (within !== undefined) {
    const hint = `chỉ thư mục của một kỳ: ${join(directory, within)}`;
    faults.push({ file: directory, line: 1, message: 'thư mục này chứa thư mục của từng kỳ', hint });
  }
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

type Asked = { id: string; units: string[] };

/** What of the answers is asked for by its id. */
const asking = ['figures', 'outcomes', 'statuses', 'lists'] as const;

/** What reports ask in each part of the answers: whoever owes it at any time. What is computed nobody owes. */
function askedBy(reports: ReportDefinition[], { units }: Department): Record<(typeof asking)[number], Asked[]> {
  const owing = ({ owner = [], owedBy }: Pick<List, 'owner' | 'owedBy'>) =>
    owedBy === 'all' ? units.map(({ id }) => id) : (owedBy ?? owner.map(({ unit }) => unit));
  const byId = (things: (Pick<List, 'owner' | 'owedBy'> & { id: string })[]) =>
    things.map(thing => ({ id: thing.id, units: owing(thing) }));
  const tasks = byId(reports.flatMap(report => report.tasks));
  return {
    figures: byId(reports.flatMap(report => report.indicators.map(each => ({ ...each, id: each.code })))),
    outcomes: tasks,
    statuses: tasks,
    lists: byId(reports.flatMap(({ lists = [] }) => lists)),
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
    if (definition) return notAskedIn({ answers, path, asked: askedBy([definition], department) }, unit, yaml);
    const hint = didYouMean(id, ids, `dùng một mã báo cáo: ${ids.join(', ')}`);
    return [{ file: yaml.file, line: yaml.lineOf(path), message: `không có báo cáo "${id}"`, hint }];
  });
  const asked = askedBy(department.reports, department);
  return [...notAskedIn({ answers: whole, path: [], asked }, unit, yaml), ...sections];
}

type Section = { answers: Answers; path: string[]; asked: ReturnType<typeof askedBy> };

function notAskedIn({ answers, path, asked }: Section, unit: string, { file, lineOf }: YamlFile): FolderFault[] {
  return asking.flatMap(part =>
    Object.keys(answers[part] ?? {}).flatMap(id => {
      const owing = asked[part].filter(one => one.id === id).flatMap(one => one.units);
      if (owing.includes(unit)) return [];
      const line = lineOf([...path, part, id]);
      if (owing.length > 0) {
        const hint = `chuyển sang tệp ${owing.at(-1)}.yaml`;
        return [{ file, line, message: `"${id}" giao cho đơn vị ${owing.join(', ')}`, hint }];
      }
      if (asked[part].some(one => one.id === id)) {
        return [{ file, line, message: `"${id}" được tính từ các số khác`, hint: 'bỏ mục này; không ai nhập nó' }];
      }
      const own = asked[part].filter(one => one.units.includes(unit)).map(one => one.id);
      const hint = didYouMean(id, own, `bỏ mục này; đơn vị được hỏi: ${own.join(', ') || 'không mục nào'}`);
      return [{ file, line, message: `không báo cáo nào hỏi "${id}"`, hint }];
    }),
  );
}

function byReport({ reports, ...whole }: AnswersFile, unit: string, department: Department): Map<string, Answers> {
  const split = new Map<string, Answers>();
  for (const definition of department.reports) {
    const asked = askedBy([definition], department);
    const owed = (part: (typeof asking)[number]) =>
      asked[part].filter(({ units }) => units.includes(unit)).map(({ id }) => id);
    if (asking.every(part => owed(part).length === 0)) continue;
    const section = reports?.[definition.id];
    const given = { ...whole, ...section };
    split.set(definition.id, {
      figures: picked({ ...whole.figures, ...section?.figures }, owed('figures')),
      outcomes: picked({ ...whole.outcomes, ...section?.outcomes }, owed('outcomes')),
      ...(given.statuses ? { statuses: picked({ ...whole.statuses, ...section?.statuses }, owed('statuses')) } : {}),
      ...(given.lists ? { lists: picked({ ...whole.lists, ...section?.lists }, owed('lists')) } : {}),
      further: section?.further ?? (split.size === 0 ? whole.further : undefined),
    });
  }
  return split;
}

function picked<Value>(record: Record<string, Value>, keys: string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}
