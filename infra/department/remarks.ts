import { monthAt } from '../../shared/domain/calendar/day.ts';
import { lastMonthOf, type Term, termsAfter, termsAYear, termUntil } from '../../shared/domain/calendar/term.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import { indicatorsIn, tasksIn } from '../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';
import { codesWritten } from '../../shared/domain/office/written-names.ts';
import { documentRemarks } from './checks/documents.ts';
import { turningTerms } from './checks/turning-terms.ts';
import type { FolderFault } from './fault.ts';
import { historyFile } from './history.ts';
import { triedLetter, uniform } from './trial.ts';

/** What is allowed and yet seldom meant, of a department without faults: told, never refused. */
export function remarksOn(department: Department, now: number): FolderFault[] {
  return department.reports.flatMap(definition => [
    ...unplaced(department, definition),
    ...neverOpen(department, definition, now),
    ...withoutBase(department, definition),
    ...documentRemarks(definition),
    ...comparedTwice(definition),
  ]);
}

/** Those that stand in a table, in another's sentence or formula, or that the wording computes with ("so.<mã>"). */
function usedOtherwise({ wording, tables = [], indicators }: ReportDefinition): ReadonlySet<Indicator> {
  const groups = tables.flatMap(({ rows }) => (rows.of === 'indicators' ? rows.groups : []));
  const formulas = [
    ...tables.flatMap(({ columns }) => columns.map(({ shows }) => shows)),
    ...indicators.flatMap(({ formula }) => formula ?? []),
  ];
  const used = new Set([...groups.flatMap(group => group.indicators), ...formulas.flatMap(codesWritten)]);
  return new Set(
    indicators.filter(({ code, partOf }) => partOf !== undefined || used.has(code) || wording.includes(`so.${code}.`)),
  );
}

/** What units are asked for and the letter never prints. Each thing asked is marked, and the letter searched for the mark. */
function unplaced(department: Department, definition: ReportDefinition): FolderFault[] {
  const file = `reports/${definition.id}/letter.md`;
  const mark = (id: string) => `«${id}»`;
  const marked = {
    ...definition,
    indicators: definition.indicators.map(one => ({ ...one, phrase: mark(one.code), unitOfMeasure: mark(one.code) })),
  };
  const document = documentInWords(definition.document);
  const missing = new Map<string, string>();
  const otherwise = usedOtherwise(definition);
  for (const month of turningTerms(department, definition)) {
    const { body } = triedLetter({ department, definition: marked, month }, uniform(marked, 'reported', mark));
    const printed = JSON.stringify(body);
    const remark = (id: string, message: string, hint: string) => {
      if (!printed.includes(mark(id))) missing.set(message, hint);
    };
    for (const { code } of indicatorsIn(definition, month).filter(indicator => !otherwise.has(indicator))) {
      remark(code, `${document} không in chỉ tiêu "${code}"`, `đặt {{ so_lieu.${code} }} vào lời văn`);
    }
    for (const { id, group } of tasksIn(definition, month)) {
      const hint = `đặt {{ ket_qua.${id} }} hoặc {{ nhom.${group} }} vào lời văn`;
      remark(id, `${document} không in kết quả nhiệm vụ "${id}"`, hint);
    }
    remark('further', `${document} không in việc khác các đơn vị báo thêm`, 'đặt {{ ngoai_ra }} vào lời văn');
  }
  return [...missing].map(([message, hint]) => ({ file, line: 1, message, hint }));
}

const monthsLookedAhead = 36;

/** A long Tết may push a deadline back to before the opening: that month would never open, and nobody be asked. */
function neverOpen(department: Department, definition: ReportDefinition, now: number): FolderFault[] {
  const from = [monthAt(now), lastMonthOf(definition.first)].sort().at(-1) ?? '';
  const start = termUntil(definition.cadence ?? 'month', from);
  const months = Array.from({ length: monthsLookedAhead }, (_, count) => termsAfter(start, count)).filter(month => {
    const { opensAt, deadline } = timetable(department, definition, month);
    return month <= (definition.last ?? month) && deadline <= opensAt;
  });
  if (months.length === 0) return [];
  const file = `reports/${definition.id}/report.yaml`;
  const message = `kỳ ${months.join(', ')} sẽ không mở: vì ngày nghỉ, hạn nộp không sau lúc mở kỳ`;
  return [{ file, line: 1, message, hint: 'lùi deadline, mở kỳ sớm hơn, hoặc onDayOff: next' }];
}

/** Nine months and a year have no other term before than last year's: the letter would say the same change twice. */
function comparedTwice({ id, first, indicators }: ReportDefinition): FolderFault[] {
  if (termsAYear(first) > 1) return [];
  const twice = indicators.filter(({ comparisons }) =>
    ['previous-month', 'same-month-last-year'].every(term => comparisons.some(each => each.with === term)),
  );
  return twice.map(({ code }) => ({
    file: `reports/${id}/report.yaml`,
    line: 1,
    message: `chỉ tiêu "${code}" so với kỳ trước và cùng kỳ, mà ở báo cáo này hai kỳ ấy là một`,
    hint: 'giữ same-period-last-year, bỏ previous-period',
  }));
}

/** Comparisons of the first year for which history.csv has no base: the letter would leave them out. */
function withoutBase({ history }: Department, definition: ReportDefinition): FolderFault[] {
  const known = new Set(history.map(({ period, indicator }) => `${period} ${indicator}`));
  return definition.indicators.flatMap(indicator => {
    if (indicator.formula !== undefined || indicator.source !== undefined || indicator.kind === 'index') return [];
    const months = basesNeeded(definition, indicator).filter(term => !known.has(`${term} ${indicator.code}`));
    if (months.length === 0) return [];
    const message = `chưa có số liệu "${indicator.code}" các kỳ ${months.join(', ')}`;
    const hint = `thêm dòng; không thêm thì ${documentInWords(definition.document)} bỏ phần so sánh với các kỳ ấy`;
    return [{ file: historyFile, line: 1, message, hint }];
  });
}

/** Of the term before only the first lacks its base; of last year's the whole first year does. */
function basesNeeded(definition: ReportDefinition, { comparisons, validFrom = '' }: Indicator): Term[] {
  const { first, cadence = 'month' } = definition;
  const starts = [lastMonthOf(first), validFrom].sort().at(-1) ?? '';
  const term = termUntil(cadence, starts);
  const count = Math.max(
    0,
    ...comparisons.map(({ with: against }) =>
      against === 'plan' ? 0 : against === 'previous-month' ? 1 : termsAYear(term),
    ),
  );
  return Array.from({ length: count }, (_, at) => termsAfter(term, at - count));
}
