import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'hono/html';
import type { Point } from '../../../shared/domain/compilation/course.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';
import { placed } from './placed.ts';

/** One year's values, a place on the axis each. */
export type YearLine = { name: string; points: Point[] };

/**
 * A chart of a year: its values, those of the year before, and the plans as level lines. `places` stand under the axis. It begins
 * at nought but where `fromZero` is false: an index of 98 to 103 would be a flat line.
 */
export type YearChart = {
  title: string;
  unit: string;
  places: string[];
  now: YearLine;
  before?: YearLine | undefined;
  levels: { name: string; value: string }[];
  fromZero: boolean;
};

type Size = { name: 'wide' | 'narrow'; width: number; height: number };

/** As wide as a desk has room for, and for a phone: text is as large in both. The style sheet shows one of them. */
const sizes: Size[] = [
  { name: 'wide', width: 720, height: 300 },
  { name: 'narrow', width: 328, height: 260 },
];

/** The widths of letters, about, in the size that the style sheet sets them in. */
const letter = 7.2;

/** Lines of labels are at least so far apart. */
const lineHeight = 15;

/** The chart, drawn as SVG with axis, unit and ticks, and the same told in a sentence. Undefined where no value is known. */
export function yearChart(chart: YearChart): Markup | undefined {
  if (valuesIn(chart).length === 0) return undefined;
  return html`${sizes.map(size => drawing(chart, size))}`;
}

/** Where the axis begins, when that is not at nought and so has to be said. */
export function axisBeginsAt(chart: YearChart): string | undefined {
  const [least = 0, most = 0] = axisOf(chart).domain();
  return least > 0 || most < 0 ? numeral(least) : undefined;
}

function drawing(chart: YearChart, { name, width, height }: Size): Markup {
  const axis = axisOf(chart);
  const ticks = axis.ticks(5);
  const left = Math.max(...ticks.map(tick => numeral(tick).length)) * letter + 10;
  const right = width - Math.max(...linesOf(chart).map(each => each.name.length)) * letter - 14;
  const [top, bottom] = [34, height - 26];
  const y = axis.copy().range([bottom, top]);
  const x = scalePoint(chart.places, [left, right]).padding(0.3);
  const room = Math.max(...chart.places.map(label => label.length)) * letter + 4;
  const every = Math.max(1, Math.ceil(room / Math.max(1, x.step())));
  const at = (place: number) => x(chart.places[place] ?? '') ?? left;
  const drawn = linesOf(chart).map(({ points, ...rest }) => {
    const dots = points.flatMap(({ value, estimated }, place) =>
      value === undefined ? [] : [{ x: at(place), y: y(Number(value)), estimated, place }],
    );
    return { ...rest, dots, length: points.length };
  });
  const ends = apart(drawn.flatMap(({ name, tone, dots }) => dots.slice(-1).map(({ y }) => ({ name, tone, y }))));
  const levels = apart(
    chart.levels.map(level => ({ ...level, line: y(Number(level.value)), y: y(Number(level.value)) - 5 })),
  );
  return html`<svg class="plot ${name}" role="img" aria-label="${inWords(chart)}" viewBox="0 0 ${width} ${height}">
<text class="quiet" x="0" y="12">${chart.unit}</text>
${ticks.map(tick => html`<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${placed(left)}" x2="${placed(right)}" y1="${placed(y(tick))}" y2="${placed(y(tick))}"></line><text class="quiet" x="${placed(left - 6)}" y="${placed(y(tick) + 4)}" text-anchor="end">${numeral(tick)}</text>`)}
<line class="axis" x1="${placed(left)}" x2="${placed(right)}" y1="${bottom}" y2="${bottom}"></line>
${chart.places.map((label, place) => html`<line class="axis" x1="${placed(at(place))}" x2="${placed(at(place))}" y1="${bottom}" y2="${bottom + 4}"></line>${place % every === 0 ? html`<text class="quiet" x="${placed(at(place))}" y="${bottom + 18}" text-anchor="middle">${label}</text>` : ''}`)}
${levels.map(level => html`<line class="plan" x1="${placed(left)}" x2="${placed(right)}" y1="${placed(level.line)}" y2="${placed(level.line)}"></line><text x="${placed(left + 4)}" y="${placed(level.y)}">${level.name} ${writeNumeral(level.value)}</text>`)}
${drawn.map(({ tone, dots }) => html`${stretches(dots).map(stretch => html`<path class="${tone}" d="${pathOf(stretch)}"></path>`)}${dots.map(dot => html`<circle class="${tone}${dot.estimated ? ' guess' : ''}" cx="${placed(dot.x)}" cy="${placed(dot.y)}" r="${tone === 'now' ? 3.5 : 2}"></circle>`)}`)}
${ends.map(end => html`<text class="${end.tone === 'now' ? 'strong' : 'quiet'}" x="${placed(right + 8)}" y="${placed(end.y + 4)}">${end.name}</text>`)}
</svg>`;
}

/** The year before first, so that this year's line lies above it. */
function linesOf({ now, before }: YearChart): (YearLine & { tone: 'now' | 'before' })[] {
  return [...(before ? [{ ...before, tone: 'before' as const }] : []), { ...now, tone: 'now' as const }];
}

function valuesIn({ now, before }: YearChart): number[] {
  const points = [...now.points, ...(before?.points ?? [])];
  return points.flatMap(({ value }) => (value === undefined ? [] : [Number(value)]));
}

/** From about the least to about the most that is shown, in round numbers. */
function axisOf(chart: YearChart) {
  const all = [...valuesIn(chart), ...chart.levels.map(({ value }) => Number(value)), ...(chart.fromZero ? [0] : [])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = least === most ? Math.abs(most) / 10 || 1 : 0;
  const from = chart.fromZero && least === 0 ? 0 : least - room;
  return scaleLinear([from, most + room], [0, 1]).nice(5);
}

/** Neighbours that are known, together: a term without a figure is a gap. */
function stretches<Dot extends { place: number }>(dots: Dot[]): Dot[][] {
  const all: Dot[][] = [];
  for (const dot of dots) {
    const last = all.at(-1);
    if (last?.at(-1)?.place === dot.place - 1) last.push(dot);
    else all.push([dot]);
  }
  return all.filter(({ length }) => length > 1);
}

const pathOf = line<{ x: number; y: number }>(
  dot => placed(dot.x),
  dot => placed(dot.y),
);

/** Labels that would lie on one another are moved apart, upwards, from the lowest on. */
function apart<Label extends { y: number }>(labels: Label[]): Label[] {
  const placedAlready: Label[] = [];
  for (const label of labels.toSorted((one, other) => other.y - one.y)) {
    const below = placedAlready.at(-1);
    placedAlready.push({ ...label, y: below ? Math.min(label.y, below.y - lineHeight) : label.y });
  }
  return placedAlready;
}

function inWords(chart: YearChart): string {
  const told = linesOf(chart)
    .reverse()
    .map(({ name, points }) => {
      const last = points.findLast(({ value }) => value !== undefined);
      const values = points.flatMap(({ value }) => (value === undefined ? [] : [Number(value)]));
      if (values.length === 0 || !last?.value) return `${name}: chưa có số liệu`;
      const place = chart.places[points.indexOf(last)];
      return `${name}: thấp nhất ${numeral(Math.min(...values))}, cao nhất ${numeral(Math.max(...values))}, ${place} là ${writeNumeral(last.value)}`;
    });
  const planned = chart.levels.map(({ name, value }) => `${name}: ${writeNumeral(value)}`);
  const unit = chart.unit ? ` (${chart.unit})` : '';
  return `Biểu đồ ${chart.title}${unit}. ${[...told, ...planned].join('; ')}. Bảng bên dưới có đủ các số.`;
}

/** A number of the axis; what floats leave behind is rounded away. */
function numeral(value: number): string {
  return writeNumeral(String(value), 9);
}
