import { html } from 'hono/html';
import {
  type Term,
  termAlone,
  termAYearBefore,
  termBefore,
  termInWords,
  termOnAxis,
  yearOfTerm,
} from '../../shared/domain/calendar/term.ts';
import type { Point } from '../../shared/domain/compilation/course.ts';
import { type FigureLine, type FigureRow, tellsYearSoFar } from '../../shared/domain/compilation/figures-table.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { waysFrom } from './board/ways.ts';
import { bar, rangeOf } from './figures/bar.ts';
import { columnCells, columnHeads, numberColumns } from './figures/columns.ts';
import { lackingInWords, makingInWords } from './figures/making.ts';
import { remarked, sideways, valueInWords } from './figures/numbers.ts';
import { type Part, pager } from './figures/pager.ts';
import { type ComparedWith, comparedWith, type HandedInAs, handedInAs } from './figures/source.ts';
import { axisBeginsAt, type YearChart, yearChart } from './figures/year-chart.ts';
import { framed, type Markup } from './frame.ts';

/** A year's terms as they were, and the year up to each of them. */
export type CourseOfYear = { values: Point[]; soFar: Point[] };

export type IndicatorPage = Part & {
  department: string;
  report: string;
  month: Term;
  yearBegins?: number | undefined;
  row: FigureRow;
  /** As the letter tells it. */
  sentence: string;
  /** What a computed one is made of, by names. */
  formula: string | undefined;
  /** This year, and the one before; one alone of what there is once a year. */
  now: CourseOfYear;
  before: CourseOfYear | undefined;
  /** The units of this part, those with the most first. */
  units: FigureRow['units'];
  /** Who handed in what it is made of, by unit. */
  handedIn: ReadonlyMap<string, HandedInAs>;
  compared: ComparedWith[];
  previous: FigureRow['indicator'] | undefined;
  next: FigureRow['indicator'] | undefined;
};

/** One indicator: its year beside the year before and the plan, drawn and as a table, and the units it is of. */
export function indicatorPage(told: IndicatorPage): string {
  const { department, report, month, row, part } = told;
  const { indicator, figure } = row;
  const at = `/board/${report}/${month}/figures`;
  const own = told.handedIn.get(figure.unit ?? '');
  return framed({
    title: `${indicator.name}, ${termInWords(month)}`,
    department,
    ways: waysFrom({ report, month }),
    stylesheets: ['figures.css'],
    main: html`<p class="sentence"><a href="/board/${report}/${month}/preview#${indicator.code}">${told.sentence}</a></p>
<dl class="facts">
${fact(capitalised(termInWords(month)), html`${valueInWords(figure)}${figure.value === undefined ? '' : ` ${indicator.unitOfMeasure}`}`)}
${fact('Nguồn', html`${makingInWords(row.making)}${told.formula ? html`: ${told.formula}` : ''}`)}
${own ? fact('Nhận từ', handedInAs({ report, month }, own)) : ''}
${told.compared.map(each => fact('So với', comparedWith({ report, month }, indicator.code, each)))}
${row.without.length > 0 ? fact('Còn thiếu', html`<span class="wanting">${lackingInWords(row)}</span>`) : ''}
${row.plans.map(({ name, value, share }) => fact(capitalised(name), html`${writeNumeral(value)} ${indicator.unitOfMeasure}${share === undefined ? '' : `, đạt ${writeNumeral(share)}%`}`))}
${row.remark ? fact('Cần xem', html`<span class="wanting">${row.remark}</span>`) : ''}
${figure.restates === undefined ? '' : fact('Điều chỉnh', html`${termInWords(termBefore(month))} là ${writeNumeral(figure.restates)}`)}
${figure.note ? fact('Giải trình', html`${figure.note}`) : ''}
</dl>
${part === 1 ? html`<h2>Diễn biến</h2>${charts(told)}` : ''}
${row.units.length > 0 ? html`<h2>Theo đơn vị</h2>${byUnit(told)}${pager(told)}` : ''}
<nav class="around" aria-label="Chỉ tiêu khác"><ul>
${told.previous ? html`<li><a rel="prev" href="${at}/${told.previous.code}">← ${told.previous.name}</a></li>` : ''}
<li><a href="${at}">Mọi chỉ tiêu</a></li>
${told.next ? html`<li><a rel="next" href="${at}/${told.next.code}">${told.next.name} →</a></li>` : ''}
</ul></nav>`,
  });
}

function fact(name: string, words: Markup): Markup {
  return html`<div><dt>${name}</dt><dd>${words}</dd></div>`;
}

/** Plans are of the year: they stand beside the year so far, and beside the values of what does not add up. */
function charts({ row, month, yearBegins, now, before }: IndicatorPage): Markup {
  const { indicator, plans } = row;
  const { kind, shows } = indicator;
  const adds = tellsYearSoFar(indicator) && kind !== 'stock';
  const onceAYear = before === undefined;
  const yearName = (term: Term): string => {
    const year = yearOfTerm(term, yearBegins);
    return yearBegins === undefined || yearBegins === 1 ? String(year) : `${year}-${year + 1}`;
  };
  const chart = (of: keyof CourseOfYear, title: string, planned: boolean): YearChart => ({
    title,
    unit: indicator.unitOfMeasure,
    places: now[of].map(point => termOnAxis(point.month)),
    now: { name: onceAYear ? '' : yearName(month), points: now[of] },
    before: before && { name: yearName(termAYearBefore(month)), points: before[of] },
    levels: planned ? plans.map(({ name, value }) => ({ name: capitalised(name), value })) : [],
    fromZero: kind !== 'rate' && kind !== 'index' && shows !== 'change',
  });
  const each = drawnWhole(chart('values', `${indicator.name}, từng kỳ`, !adds || onceAYear));
  const soFar = adds && !onceAYear ? drawnWhole(chart('soFar', `${indicator.name}, lũy kế`, true)) : undefined;
  if (!each)
    return html`<p>Chưa có số liệu nào để vẽ: ${shows === 'change' ? 'chỉ tiêu này chỉ báo mức tăng, giảm' : 'chưa kỳ nào có số liệu'}.</p>`;
  return html`${each}${soFar ?? ''}${courseTable({ now, before }, { tellsYear: soFar !== undefined, yearName, month })}`;
}

/** With what it is of; undefined where no value is known. */
function drawnWhole(chart: YearChart): Markup | undefined {
  const drawn = yearChart(chart);
  if (!drawn) return undefined;
  const begins = axisBeginsAt(chart);
  return html`<figure><figcaption>${chart.title}${chart.unit ? ` (${chart.unit})` : ''}${begins === undefined ? '' : `; trục bắt đầu từ ${begins}`}</figcaption>${drawn}</figure>`;
}

type Named = { tellsYear: boolean; yearName: (term: Term) => string; month: Term };

/** The same numbers as the charts'. */
function courseTable(
  { now, before }: Pick<IndicatorPage, 'now' | 'before'>,
  { tellsYear, yearName, month }: Named,
): Markup {
  const [year, yearBefore] = [yearName(month), yearName(termAYearBefore(month))];
  const columns = before
    ? [
        { name: `Năm ${year}`, points: now.values },
        { name: `Năm ${yearBefore}`, points: before.values },
        ...(tellsYear
          ? [
              { name: `Lũy kế ${year}`, points: now.soFar },
              { name: `Lũy kế ${yearBefore}`, points: before.soFar },
            ]
          : []),
      ]
    : [{ name: 'Số liệu', points: now.values }];
  const told = now.values.flatMap((point, at) =>
    point.month === month || columns.some(({ points }) => points[at]?.value !== undefined) ? [{ point, at }] : [],
  );
  const left = now.values.length - told.length;
  const table = html`<table class="figures course"><caption>Số liệu của biểu đồ; ◦ là số ước${left > 0 ? `; ${left} kỳ chưa có số liệu thì không ghi` : ''}</caption>
<thead><tr><th scope="col">Kỳ</th>${columns.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${told.map(({ point, at }) => html`<tr><th scope="row">${before ? termOnAxis(point.month) : termAlone(point.month)}</th>${columns.map(({ points }) => html`<td class="number">${pointCell(points[at], month)}</td>`)}</tr>`)}</tbody></table>`;
  return sideways('Số liệu của biểu đồ', table);
}

function pointCell(point: Point | undefined, month: Term): Markup {
  if (point?.value === undefined) return html`${point && point.month <= month ? 'chưa có' : ''}`;
  return html`${point.estimated ? html`<abbr title="số ước">◦</abbr> ` : ''}${writeNumeral(point.value)}`;
}

function byUnit({ row, units, report, month, yearBegins, handedIn }: IndicatorPage): Markup {
  const { indicator } = row;
  const range = rangeOf(row.units.flatMap(({ figure, lastYear }) => [figure.value, lastYear]));
  const lines: FigureLine[] = [row, ...row.units];
  const columns = numberColumns(
    { month, yearBegins },
    { year: lines.some(({ soFar }) => soFar !== undefined), plan: lines.some(({ plans }) => plans.length > 0) },
  );
  const fromUnit = (unit: string | undefined) => {
    const from = handedIn.get(unit ?? '');
    return from ? html`<br><small>${handedInAs({ report, month }, { ...from, name: 'Bản nộp' })}</small>` : '';
  };
  const whole =
    row.figure.value === undefined
      ? ''
      : html`<tr class="total"><th scope="row">${row.making.by === 'total' ? capitalised(makingInWords(row.making)) : 'Cả cơ quan'}</th><td></td>${columnCells(columns, row)}</tr>`;
  const table = html`<table class="cards figures"><caption>Xếp từ cao xuống thấp${indicator.unitOfMeasure ? `; ${indicator.unitOfMeasure}` : ''}; vạch đứng là cùng kỳ năm trước</caption>
<thead><tr><th scope="col">Đơn vị</th><th scope="col"><span class="spoken">Cột so sánh</span></th>${columnHeads(columns)}</tr></thead>
<tbody>${units.map(unit => html`<tr><th scope="row">${unit.name}${fromUnit(unit.figure.unit)}${remarked(unit)}</th><td>${bar(range, unit.figure.value, unit.lastYear)}</td>${columnCells(columns, unit)}</tr>`)}${whole}</tbody></table>`;
  return sideways('Số liệu theo đơn vị', table);
}
