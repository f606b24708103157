import { monthsOf, type Term, termInWords, termsAfter, termsMakingUp } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { leavesOf } from '../../../shared/domain/office/leaves.ts';
import { madeOf, reportNamed } from '../../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import { timetable } from '../../../shared/domain/office/timetable.ts';
import type { Explained, FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { ReportFile } from '../report-file.ts';
import { cadences } from './terms.ts';

/**
 * Indicators taken from another report: that it is there and asks for them itself, that its terms make up this report's, and that
 * what they come to can be told.
 */
export function sourceFaults(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  return definition.indicators.flatMap((indicator, at) => {
    if (!indicator.source) return [];
    const line = yaml.lineOf(['indicators', at, 'source']);
    const faults = sourceFaultsOf(department, definition, { ...indicator, source: indicator.source });
    return faults.map(fault => ({ file: yaml.file, line, ...fault }));
  });
}

type Sourced = Indicator & { source: NonNullable<Indicator['source']> };

function sourceFaultsOf(department: Department, definition: ReportDefinition, indicator: Sourced): Explained[] {
  const { report: id, indicator: code } = indicator.source;
  const report = reportNamed(department, id);
  if (!report) {
    const ids = department.reports.map(each => each.id);
    return [{ message: `không có báo cáo "${id}"`, hint: didYouMean(id, ids, `các báo cáo: ${ids.join(', ')}`) }];
  }
  const taken = report.indicators.find(each => each.code === code);
  if (!taken) {
    const codes = report.indicators.map(each => each.code);
    const hint = didYouMean(code, codes, `các chỉ tiêu của báo cáo ấy: ${codes.join(', ')}`);
    return [{ message: `báo cáo "${id}" không có chỉ tiêu "${code}"`, hint }];
  }
  return [...termFaults(report, definition), ...kindFaults(report, taken, indicator)];
}

function termFaults(report: ReportDefinition, definition: ReportDefinition): Explained[] {
  const within = termsMakingUp(report.cadence ?? 'month', monthsOf(definition.first));
  if (within.length > 1) return [];
  const [theirs, ours] = [report, definition].map(({ cadence = 'month' }) => cadences[cadence].called);
  const hint = 'lấy từ một báo cáo có kỳ ngắn hơn: báo cáo quý lấy từ báo cáo tháng';
  return [{ message: `báo cáo "${report.id}" theo ${theirs} không gộp lại thành kỳ theo ${ours} được`, hint }];
}

function kindFaults(report: ReportDefinition, taken: Indicator, { kind }: Sourced): Explained[] {
  const { code, source } = taken;
  if (source !== undefined) {
    const hint = `lấy thẳng từ ${source.report}: { report: ${source.report}, indicator: ${source.indicator} }`;
    return [{ message: `"${code}" của báo cáo "${report.id}" cũng lấy từ báo cáo khác`, hint }];
  }
  if (taken.kind === 'index') {
    const hint = 'giao cho đơn vị báo bằng owner: chỉ số của cả kỳ không tính được từ chỉ số các kỳ ngắn hơn';
    return [{ message: `"${code}" của báo cáo "${report.id}" là chỉ số (kind: index)`, hint }];
  }
  if (kind !== undefined && kind !== (taken.kind ?? 'flow')) {
    const hint = `bỏ kind ở đây, hoặc ghi kind: ${kind} cả ở báo cáo "${report.id}"`;
    return [{ message: `kind: ${kind} khác với "${code}" của báo cáo "${report.id}" (${taken.kind ?? 'flow'})`, hint }];
  }
  if (taken.kind === undefined && taken.unitOfMeasure === '%') {
    const hint = `ghi kind ở "${code}" của báo cáo "${report.id}": rate thì lấy số của kỳ cuối`;
    return [{ message: `"${code}" tính bằng % mà không ghi kind, nên sẽ bị cộng qua các kỳ`, hint }];
  }
  return madeOfMany(report, taken);
}

/** What is computed from many units' figures names nobody who is missing in it: so its parts are taken, and it is computed again. */
function madeOfMany(report: ReportDefinition, { code, formula }: Indicator): Explained[] {
  if (formula === undefined) return [];
  const leaves = leavesOf([code], report.indicators);
  const many = report.indicators.filter(each => each.owedBy && leaves.has(each.code)).map(each => each.code);
  if (many.length === 0) return [];
  const hint = `lấy từng chỉ tiêu gốc (${many.join(', ')}) rồi tính lại bằng formula`;
  return [{ message: `"${code}" của báo cáo "${report.id}" tính từ số liệu của nhiều đơn vị`, hint }];
}

/** A figure taken from another report has to be issued there before this one is compiled; told in the first year's terms. */
export function lateSources(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const taken = Map.groupBy(definition.indicators.entries(), ([, { source }]) => source?.report);
  return [...taken].flatMap(([id, indicators]) => {
    const report = id === undefined ? undefined : reportNamed(department, id);
    const late = report && lateTerm(department, report, definition);
    if (!late) return [];
    const message = `hạn của "${id}" kỳ ${termInWords(late.theirs)} không trước hạn của báo cáo này kỳ ${termInWords(late.ours)}, nên số liệu lấy từ đó luôn thiếu`;
    const hint = 'lùi deadline của báo cáo này ít nhất một ngày sau hạn của báo cáo kia';
    return indicators.map(([at]) => {
      const line = yaml.lineOf(['indicators', at, 'source']);
      return { file: yaml.file, line, message, hint };
    });
  });
}

/** The first of a report's terms whose deadline is not after that of the last term it is made of. */
function lateTerm(department: Department, report: ReportDefinition, definition: ReportDefinition) {
  const deadlineOf = (each: ReportDefinition, term: Term) => timetable(department, each, term).deadline;
  return Array.from({ length: 4 }, (_, at) => termsAfter(definition.first, at))
    .filter(term => madeOf(definition, term))
    .flatMap(ours => {
      const theirs = termsMakingUp(report.cadence ?? 'month', monthsOf(ours)).at(-1);
      return theirs !== undefined && madeOf(report, theirs) ? [{ ours, theirs }] : [];
    })
    .find(({ ours, theirs }) => deadlineOf(report, theirs) >= deadlineOf(definition, ours));
}
