import { type Term, termBefore, termInWords } from '../calendar/term.ts';
import type { ReportedChange, ReportedFigure } from '../compilation/reported-figure.ts';
import type { Told } from '../compilation/told.ts';
import { exact, inFull, minus } from '../figures/exact.ts';
import type { Indicator } from '../office/indicator.ts';
import { type Saying, type Words, wordsOf } from '../office/saying.ts';
import { writeCount, writeNumeral } from '../text/numeral.ts';
import { filledPhrase } from './phrase.ts';

/** What a sentence is made with: the term, the office's ways of saying, and what stands beside the figure. */
export type Speaking = {
  term: Term;
  yearBegins?: number | undefined;
  /** The report's ways of saying. */
  saying?: Saying | undefined;
  /** The indicators that stand in its sentence, with their figures. */
  parts?: Told[] | undefined;
  unitNamed?: ((unit: string) => string) | undefined;
};

/**
 * The sentence of one indicator, as it stands in the letter: "Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2%
 * so với tháng 9/2021, tăng 17,4% so với tháng 10/2020." (the letter's section 1).
 */
export function sentence(indicator: Indicator, figure: ReportedFigure, speaking: Speaking): string {
  return `${clause(indicator, figure, speaking)}.`;
}

/** The same without its stop: the figure, the year so far, its parts. */
function clause(indicator: Indicator, figure: ReportedFigure, speaking: Speaking): string {
  const words = wordsOf(speaking.saying, indicator.saying);
  const opening = filledPhrase(indicator.phrase, speaking.term, speaking.yearBegins);
  const said = `${opening} ${predicate(indicator, figure, { ...speaking, words })}`.trim();
  const parts = (speaking.parts ?? []).map(part => clause(part.indicator, part.figure, { ...speaking, parts: [] }));
  return parts.length > 0 ? `${said}${before(words.parts, ',')}${aboutParts(words.parts, parts.join('; '))}` : said;
}

/** What goes on may bring its own mark, ". Lũy kế 9 tháng", or stand in brackets. */
function before(words: string, usual: string): string {
  if (/^[,;.:]/.test(words)) return '';
  return words.startsWith('(') ? ' ' : `${usual} `;
}

/** "trong đó: …"; and where the office says where they stand, "(trong đó {các phần})". */
function aboutParts(words: string, parts: string): string {
  return words.includes('{các phần}') ? words.replaceAll('{các phần}', parts) : `${words} ${parts}`;
}

/** The level with its unit of measure: "3.781 tỷ đồng"; undefined when none was given. */
export function level(indicator: Indicator, figure: Pick<ReportedFigure, 'value'>): string | undefined {
  return figure.value === undefined ? undefined : amount(indicator, figure.value);
}

function amount({ unitOfMeasure, twoDigits }: Pick<Indicator, 'unitOfMeasure' | 'twoDigits'>, value: string): string {
  const separator = unitOfMeasure === '%' ? '' : ' ';
  return `${twoDigits ? writeCount(value) : writeNumeral(value)}${separator}${unitOfMeasure}`.trimEnd();
}

type Wording = Speaking & { words: Words };

function predicate(indicator: Indicator, figure: ReportedFigure, wording: Wording): string {
  const { words } = wording;
  if (figure.state === 'none') return words.none;
  const [now, soFar] = [ofTheTerm(indicator, figure, wording), ofTheYear(indicator, figure, wording)];
  if (now && soFar) return `${now}${before(soFar, ';')}${soFar}`;
  return now || soFar.replace(/^[,;.:]\s*/, '') || withoutFigure(figure);
}

function ofTheTerm(indicator: Indicator, figure: ReportedFigure, wording: Wording): string {
  const { words } = wording;
  if (words.zero !== undefined && isNought(indicator, figure)) return joined(words.zero, lackingIn(figure, wording));
  const changes = figure.changes.map(change => comparison(change, indicator, wording));
  const shown = indicator.shows === 'level' ? level(indicator, figure) : undefined;
  const told = shown === undefined ? [] : [joined(words.reached, shown, lackingIn(figure, wording))];
  const all = [...told, ...inARow(changes, words)].join(', ');
  if (!all) return '';
  const restated = words.restated === undefined ? '' : restatedInWords(figure, wording, words.restated);
  return `${figure.state === 'estimated' ? joined(words.estimated, all) : all}${restated && before(restated, ',')}${restated}`;
}

/** "số liệu tháng 9/2021 được điều chỉnh từ 2.301 thành 2.297,4"; "" where the term before is what was issued then. */
export function restatedInWords(
  { restated }: Pick<ReportedFigure, 'restated'>,
  { term, yearBegins }: Pick<Speaking, 'term' | 'yearBegins'>,
  words = usualRestated,
): string {
  if (!restated) return '';
  const { from, to } = restated;
  const said = words.replaceAll('{cũ}', writeNumeral(from)).replaceAll('{mới}', writeNumeral(to));
  return filledPhrase(said, termBefore(term), yearBegins);
}

/** For a wording that asks for it where the office has no words of its own. */
const usualRestated = 'số liệu {kỳ} được điều chỉnh từ {cũ} thành {mới}';

/** "tăng 10,35% so với tháng trước, tăng 17,65% so với cùng kỳ"; where the office says so, "… và tăng …". */
function inARow(changes: string[], { and }: Words): string[] {
  const last = changes.at(-1);
  return and && last && changes.length > 1 ? [`${changes.slice(0, -1).join(', ')} ${and} ${last}`] : changes;
}

function isNought({ shows }: Indicator, { value }: ReportedFigure): boolean {
  return shows === 'level' && value !== undefined && /^[-0.]+$/.test(value);
}

/** The units that a total lacks. */
function lackingIn({ without }: ReportedFigure, wording: Wording): string | undefined {
  return without && wording.words.without.replaceAll('{đơn vị}', namesOf(without, wording));
}

/** "lũy kế 10 tháng ước đạt 43.085 tỷ đồng, tăng 11,7% so với cùng kỳ năm trước, đạt 82,2% kế hoạch năm". */
function ofTheYear(indicator: Indicator, { yearToDate }: ReportedFigure, wording: Wording): string {
  if (!yearToDate) return '';
  const { words, term, yearBegins } = wording;
  const ofYear = { ...wording, words: { ...words, lastYear: words.yearToDateLastYear } };
  const changes = yearToDate.changes.map(change => comparison(change, indicator, ofYear));
  const shown =
    indicator.shows === 'level' && yearToDate.value !== undefined
      ? [joined(yearToDate.estimated ? words.estimated : '', words.reached, amount(indicator, yearToDate.value))]
      : [];
  const told = [...shown, ...inARow(changes, words)].join(', ');
  return told && joined(filledPhrase(words.yearToDate, term, yearBegins), told);
}

/** A change-only indicator whose base is missing was reported, and yet nothing can be said of how it moved. */
function withoutFigure({ state, lacks }: ReportedFigure): string {
  if (lacks) return lackingInWords(lacks);
  return state === 'missing' ? 'chưa có số liệu báo cáo' : 'chưa có số liệu để so sánh';
}

/** "chưa có số liệu tháng 8/2025, tháng 9/2025": what is taken from another report, and was not issued there yet. */
export function lackingInWords(terms: Term[]): string {
  return `chưa có số liệu ${terms.map(termInWords).join(', ')}`;
}

/** "tăng 7% so với quý II/2025", for a wording that makes its own sentence. */
export function comparisonInWords(change: ReportedChange, indicator: Indicator, speaking: Speaking): string {
  return comparison(change, indicator, { ...speaking, words: wordsOf(speaking.saying, indicator.saying) });
}

function comparison(
  change: ReportedChange,
  { unitOfMeasure }: Indicator,
  { words, yearBegins }: Pick<Wording, 'words' | 'yearBegins'>,
): string {
  if (change.with === 'plan') return ofThePlan(change, words, unitOfMeasure);
  const against = change.says ?? (change.with === 'previous-month' ? words.previous : words.lastYear);
  return joined(changeInWords(change, words, unitOfMeasure), filledPhrase(against, change.against, yearBegins));
}

/** Of the plan the share that was reached is told, and where the office wants it what lies beyond. */
function ofThePlan(change: ReportedChange, words: Words, unitOfMeasure: string): string {
  const { says = words.plan, as, direction, amount } = change;
  if (words.beyondPlan === undefined || as !== 'ratio' || direction !== 'up')
    return says.replaceAll('{mức}', measure(change, unitOfMeasure));
  const beyond = inFull(minus(exact(amount), exact(100)));
  return words.beyondPlan.replaceAll('{mức}', measure({ ...change, amount: beyond }, unitOfMeasure));
}

/**
 * "tăng 4,9%", "giảm 0,3 điểm phần trăm", "bằng 101,2%", "gấp 2,02 lần", "không đổi"; "giảm 400 vụ", of which the unit of measure is
 * left out where it stands beside.
 */
export function changeInWords(change: ReportedChange, words: Words = wordsOf(), unitOfMeasure = ''): string {
  if (change.as === 'ratio') return words.ratio.replaceAll('{mức}', measure(change, unitOfMeasure));
  if (change.as === 'times') return words.times.replaceAll('{mức}', writeNumeral(change.amount));
  if (change.direction === 'flat') return words.flat;
  return joined(change.direction === 'up' ? words.up : words.down, measure(change, unitOfMeasure));
}

function measure({ amount: moved, as }: ReportedChange, unitOfMeasure: string): string {
  if (as === 'amount') return amount({ unitOfMeasure }, moved);
  return `${writeNumeral(moved)}${as === 'points' ? ' điểm phần trăm' : '%'}`;
}

function namesOf(units: string[], { unitNamed = unit => unit }: Speaking): string {
  return units.map(unitNamed).join(', ');
}

function joined(...words: (string | undefined)[]): string {
  return words.filter(Boolean).join(' ');
}
