import Big from 'big.js';
import * as z from 'zod/mini';
import { type Answers, FigureState, type TypedFigure } from './answers.ts';
import { Id, type Indicator, type Task } from './department.ts';
import { unreachable } from './letter/charset.ts';
import { readNumeral, writeNumeral } from './numeral.ts';
import type { Fault } from './problem.ts';
import { tidy } from './text.ts';

const Decimal = z.string();

/** A figure as taken down: plain decimals, "138.8". */
export const Figure = z.object({
  state: FigureState,
  value: z.optional(Decimal),
  restates: z.optional(Decimal),
  changes: z.object({ 'previous-month': z.optional(Decimal), 'same-month-last-year': z.optional(Decimal) }),
  note: z.optional(z.string()),
});
export type Figure = z.infer<typeof Figure>;

/** Bản nộp: what a unit handed in, checked and normalised; the letter is made from nothing else. */
export const Submission = z.object({
  figures: z.record(Id, Figure),
  outcomes: z.record(Id, z.string()),
  further: z.string(),
});
export type Submission = z.infer<typeof Submission>;

export type Owed = { indicators: Indicator[]; tasks: Task[] };

const longestWord = 100;
const mostLines = 200;

/** Checks what a unit typed against what it owes. Each fault names its field and says, in Vietnamese, what would be right. */
export function accept(
  answers: Answers,
  owed: Owed,
): { kind: 'accepted'; submission: Submission } | { kind: 'refused'; faults: Fault[] } {
  const faults: Fault[] = [];
  const figures = owed.indicators.map(indicator => {
    const typed = own(answers.figures, indicator.code);
    return [indicator.code, figureFrom(typed, indicator, fault(faults, `figures.${indicator.code}`))] as const;
  });
  const outcomes = owed.tasks.map(task => {
    const field = `outcomes.${task.id}`;
    return [task.id, narrativeFrom(own(answers.outcomes, task.id), fault(faults, field))] as const;
  });
  const further = narrativeFrom(answers.further, fault(faults, 'further'));
  faults.push(...notOwed(answers, owed));
  if (faults.length > 0) return { kind: 'refused', faults };
  return {
    kind: 'accepted',
    submission: { figures: Object.fromEntries(figures), outcomes: Object.fromEntries(outcomes), further },
  };
}

/** What a unit may not answer: an indicator or a task that another unit owes, or nobody. */
export function notOwed(answers: Answers, owed: Owed): Fault[] {
  const codes = new Set(owed.indicators.map(indicator => indicator.code));
  const tasks = new Set(owed.tasks.map(task => task.id));
  const foreign = (field: string) => ({ field, message: 'Đơn vị không được giao mục này trong kỳ; hãy bỏ mục này.' });
  return [
    ...Object.keys(answers.figures)
      .filter(code => !codes.has(code))
      .map(code => foreign(`figures.${code}`)),
    ...Object.keys(answers.outcomes)
      .filter(task => !tasks.has(task))
      .map(task => foreign(`outcomes.${task}`)),
  ];
}

type Report = (part: string, message: string) => void;

function fault(faults: Fault[], field: string): Report {
  return (part, message) => {
    faults.push({ field: part ? `${field}.${part}` : field, message });
  };
}

function figureFrom(typed: TypedFigure | undefined, indicator: Indicator, report: Report): Figure {
  const note = noteFrom(typed?.note, report);
  if (!typed) {
    report('value', `Chưa nhập ${indicator.name}. Nếu trong kỳ không có, hãy chọn "không phát sinh".`);
    return { state: 'missing', changes: {} };
  }
  const numeral = (text: string | undefined, part: string, limits?: Indicator['limits']) =>
    text?.trim() ? decimalFrom(text, indicator, limits, message => report(part, message)) : undefined;
  const figure: Figure = {
    state: typed.state,
    value: numeral(typed.value, 'value', indicator.limits),
    restates: numeral(typed.restates, 'restates', indicator.limits),
    changes: {
      'previous-month': numeral(typed.changes?.['previous-month'], 'changes.previous-month'),
      'same-month-last-year': numeral(typed.changes?.['same-month-last-year'], 'changes.same-month-last-year'),
    },
    note,
  };
  const given = typed.state === 'reported' || typed.state === 'estimated';
  if (!given && typed.value?.trim()) {
    report(
      'value',
      'Đã chọn không phát sinh hoặc chưa báo cáo thì để trống số liệu; nếu có số liệu, hãy chọn "báo cáo".',
    );
  }
  if (given && !typed.value?.trim() && !standsByItsChange(typed, indicator)) {
    report('value', `Chưa nhập ${indicator.name}. Nếu trong kỳ không có, hãy chọn "không phát sinh".`);
  }
  return figure;
}

/** An indicator of which only the change is printed needs no level when the unit hands in the change itself. */
function standsByItsChange(typed: TypedFigure, indicator: Indicator): boolean {
  return indicator.shows === 'change' && Object.values(typed.changes ?? {}).some(change => change?.trim());
}

function decimalFrom(
  typed: string,
  indicator: Indicator,
  limits: Indicator['limits'] | undefined,
  report: (message: string) => void,
): string | undefined {
  const numeral = readNumeral(typed);
  if (numeral.kind === 'ambiguous') {
    report(`"${typed.trim()}" có thể hiểu nhiều cách. Hãy gõ lại: ${numeral.readings.map(quoted).join(' hoặc ')}.`);
    return undefined;
  }
  if (numeral.kind === 'invalid') {
    report(`"${typed.trim()}" không phải là số. Hãy gõ như 3.781 hoặc 138,8, tối đa 15 chữ số.`);
    return undefined;
  }
  const decimals = numeral.value.split('.')[1]?.length ?? 0;
  if (limits && decimals > indicator.decimals) {
    report(`Chỉ tiêu này lấy tối đa ${indicator.decimals} chữ số thập phân; đã nhập ${decimals}.`);
  }
  const { least, most } = limits ?? {};
  if (least !== undefined && new Big(numeral.value).lt(least)) report(`Không được nhỏ hơn ${writeNumeral(least)}.`);
  if (most !== undefined && new Big(numeral.value).gt(most)) report(`Không được lớn hơn ${writeNumeral(most)}.`);
  return numeral.value;
}

function noteFrom(typed: string | undefined, report: Report): string | undefined {
  const note = tidy(typed ?? '');
  refuseWhatTheLetterCannotCarry(note, message => report('note', message));
  return note || undefined;
}

function narrativeFrom(typed: string | undefined, report: Report): string {
  const narrative = tidy(typed ?? '');
  refuseWhatTheLetterCannotCarry(narrative, message => report('', message));
  return narrative;
}

function refuseWhatTheLetterCannotCarry(text: string, report: (message: string) => void): void {
  const foreign = unreachable(text.replaceAll('\n', ' '));
  if (foreign.length > 0) {
    report(`Văn bản không in được các ký tự sau, hãy thay hoặc bỏ: ${foreign.slice(0, 10).join(' ')}`);
  }
  const lines = text.split('\n');
  if (lines.length > mostLines) report(`Quá ${mostLines} dòng; hãy rút gọn.`);
  if (lines.some(line => line.split(' ').some(word => word.length > longestWord))) {
    report(`Có một từ dài quá ${longestWord} ký tự; hãy thêm dấu cách.`);
  }
}

function quoted(reading: string): string {
  return `"${reading}"`;
}

/** Reads an entry of a record that came from outside: an inherited property is no entry. */
function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
