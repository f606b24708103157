import { dateInDigits, dateLine } from '../calendar/day.ts';
import { monthAndYear, monthNumber, yearOf } from '../calendar/month.ts';
import { statusNames } from '../collection/names.ts';
import type { Report, ReportedOutcome } from '../compilation/report.ts';
import type { Department } from '../office/department.ts';
import { indicatorsIn, tasksIn } from '../office/owing.ts';
import type { Timetable } from '../office/period.ts';
import { printedLines } from '../office/recipient.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { Letter, Paragraph } from './letter.ts';
import { type Inset, unreported, type Values } from './liquid.ts';
import { paragraphsOf } from './narrative.ts';
import { level, sentence } from './sentence.ts';
import { worded } from './wording.ts';

export type Composed = {
  department: Department;
  definition: ReportDefinition;
  report: Report;
  window: Timetable['window'];
  /** The date the letter bears, "2021-11-16". */
  date: string;
  /** What a preview says above itself; what is missing is then marked. */
  banXemTruoc?: string;
};

/**
 * Composes the letter of a report: every word decided, nothing left to compute. Its layout is NĐ 30/2020/NĐ-CP, Phụ lục I.
 * @throws {WordingFault} when letter.md names what the report does not have; `npm run department -- check` finds it first
 */
export function compose(composed: Composed): Letter {
  const { department, definition, report, date, banXemTruoc } = composed;
  return {
    quocHieu: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    tieuNgu: 'Độc lập - Tự do - Hạnh phúc',
    coQuanChuQuan: department.coQuanChuQuan,
    coQuanBanHanh: department.coQuanBanHanh,
    soKyHieu: { kyHieu: `/${definition.kyHieu}` },
    diaDanh: `${department.diaDanh}, ${dateLine(date)}`,
    trichYeu: subject(definition, report),
    kinhGui: definition.addressees.map(addressee => addressee.name),
    body: worded(definition.wording, valuesOf(composed)),
    quyenHan: definition.signer.quyenHan,
    chucVu: definition.signer.chucVu,
    nguoiKy: definition.signer.nguoiKy,
    noiNhan: printedLines(definition, report.month),
    doKhan: definition.doKhan,
    nguoiSoan: definition.nguoiSoan,
    diaChi: department.diaChi,
    phuLuc: [],
    banXemTruoc,
  };
}

/** "V/v báo cáo …"; the month may stand in it as in an indicator's phrase. */
export function subject(definition: ReportDefinition, report: Pick<Report, 'month'>): string {
  const withMonth = definition.trichYeu
    .replaceAll('{tháng/năm}', monthAndYear(report.month))
    .replaceAll('{tháng}', monthNumber(report.month));
  return `V/v ${withMonth}`;
}

/**
 * The names a letter.md may use; docs/huong-dan.md lists them for the office. Whatever is not asked in this month has its name
 * all the same, and nothing to say: a letter is never held up by an indicator that has ended.
 */
function valuesOf({ department, definition, report, window, banXemTruoc }: Composed): Values {
  const marks = banXemTruoc !== undefined;
  const figures = indicatorsIn(definition, report.month).flatMap(indicator => {
    const figure = report.figures.find(({ code }) => code === indicator.code);
    return figure ? [{ indicator, figure }] : [];
  });
  const outcomes = tasksIn(definition, report.month).map(task => ({
    task,
    paragraphs: outcomeOf(
      task.text,
      report.outcomes.find(outcome => outcome.task === task.id),
      marks,
    ),
  }));
  const groups = [...new Set(definition.tasks.map(({ group }) => group))];
  const codes = named(definition.indicators.map(({ code }) => code));
  const tasks = named(definition.tasks.map(({ id }) => id));
  return {
    co_quan: department.name,
    ky: {
      thang: monthNumber(report.month),
      nam: String(yearOf(report.month)),
      thang_nam: monthAndYear(report.month),
      tu_ngay: dateInDigits(window.from),
      den_ngay: dateInDigits(window.to),
    },
    can_cu: inset(definition.basis.map(text => ({ kind: 'paragraph', runs: [{ text }] }))),
    so_lieu: codes(
      figures.map(({ indicator, figure }) => {
        const words = sentence(indicator, figure, { term: report.month });
        return [indicator.code, marks && figure.state === 'missing' ? unreported(words) : words];
      }),
    ),
    gia_tri: codes(figures.map(({ indicator, figure }) => [indicator.code, level(indicator, figure) ?? null])),
    trang_thai: codes(figures.map(({ figure }) => [figure.code, figure.state])),
    ket_qua: tasks(outcomes.map(({ task, paragraphs }) => [task.id, inset(paragraphs)])),
    tien_do: tasks(report.outcomes.map(({ task, status }) => [task, status ? statusNames[status] : null])),
    nhom: named(groups)(
      groups.map(group => [
        group,
        inset(outcomes.filter(({ task }) => task.group === group).flatMap(({ paragraphs }) => paragraphs)),
      ]),
    ),
    ngoai_ra: inset(report.further.flatMap(({ text }) => paragraphsOf(text))),
    con_thieu: report.missing.map(({ name }) => name),
  };
}

/** Gives each of these names what is known of it, or nothing. */
function named(names: string[]) {
  const nothing = names.map(name => [name, null] as const);
  return (known: (readonly [string, Values[string]])[]): Values => Object.fromEntries([...nothing, ...known]);
}

function outcomeOf(taskText: string, outcome: ReportedOutcome | undefined, marks: boolean): Paragraph[] {
  if (!outcome) return [];
  return outcome.missing ? [notReported(taskText, outcome, marks)] : paragraphsOf(outcome.text);
}

function notReported(taskText: string, outcome: ReportedOutcome, marks: boolean): Paragraph {
  const of = outcome.unitName ? ` của ${outcome.unitName}` : '';
  const text = `${taskText.replace(/[.;:]$/, '')}: chưa có báo cáo${of}.`;
  return { kind: 'paragraph', runs: [marks ? { text, missing: true } : { text }] };
}

function inset(paragraphs: Paragraph[]): Inset | null {
  return paragraphs.length > 0 ? { paragraphs } : null;
}
