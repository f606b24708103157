import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html } from 'hono/html';
import { spanInWords, termAlone } from '../../../shared/domain/calendar/term.ts';
import type { Point } from '../../../shared/domain/compilation/course.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';
import { placed } from './placed.ts';

const [width, height, margin, labels] = [208, 84, 5, 30];

/** A small line of an indicator's terms, its ends labelled, with the same in words for who cannot see it. A term without a figure is a gap. */
export function sparkline(name: string, course: Point[]): Markup {
  const known = course.flatMap(({ value }) => (value === undefined ? [] : [Number(value)]));
  const [first, last] = [course[0], course.at(-1)];
  if (known.length === 0 || !first || !last) return html`<small>chưa có số liệu</small>`;
  const x = scaleLinear([0, Math.max(1, course.length - 1)], [margin, width - margin]);
  const y = scaleLinear([Math.min(...known), Math.max(...known)], [height - labels - margin, margin]);
  const places = course.map((point, at) => ({ ...point, x: x(at), y: y(Number(point.value ?? 0)) }));
  const dots = places.filter(({ value }) => value !== undefined);
  const path = line<(typeof places)[number]>(
    place => placed(place.x),
    place => placed(place.y),
  ).defined(({ value }) => value !== undefined);
  return html`<svg class="spark" role="img" aria-label="${inWords(name, course)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<path d="${path(places) ?? ''}"></path>
${dots.map(dot => html`<circle class="${dot.month === last.month ? 'last' : ''}" cx="${placed(dot.x)}" cy="${placed(dot.y)}" r="${dot.month === last.month ? 3.5 : 1.5}"></circle>`)}
${endLabel(first, 'start')}${endLabel(last, 'end')}
</svg>`;
}

function endLabel({ month, value }: Point, end: 'start' | 'end'): Markup {
  const x = end === 'start' ? 0 : width;
  return html`<text x="${x}" y="${height - 16}" text-anchor="${end}">${value === undefined ? '–' : writeNumeral(value)}</text><text class="quiet" x="${x}" y="${height - 3}" text-anchor="${end}">${termAlone(month)}</text>`;
}

function inWords(name: string, course: Point[]): string {
  const told = course.map(
    ({ month, value, estimated }) =>
      `${termAlone(month)}: ${value === undefined ? 'không có' : `${estimated ? 'ước ' : ''}${writeNumeral(value)}`}`,
  );
  return `${name}, ${course.length} ${spanInWords(course[0]?.month ?? '')}. ${told.join('; ')}.`;
}
