import { html } from 'hono/html';
import { spanInWords, termAlone } from '../../shared/domain/calendar/term.ts';
import type { Point } from '../../shared/domain/compilation/figures-table.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import type { Markup } from './frame.ts';

const [width, height, margin] = [240, 56, 4];

/** A small line of an indicator's months, with the same in words for who cannot see it. A month without a figure is a gap. */
export function chart(name: string, course: Point[]): Markup {
  const known = course.flatMap(({ value }) => (value === undefined ? [] : [Number(value)]));
  if (known.length === 0) return html`chưa có số liệu`;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => round(margin + (at * (width - 2 * margin)) / Math.max(1, course.length - 1));
  const y = (value: number) => round(height - margin - ((value - least) / (most - least || 1)) * (height - 2 * margin));
  const places = course.map(({ value }, at) => (value === undefined ? undefined : `${x(at)},${y(Number(value))}`));
  return html`<svg class="chart" role="img" aria-label="${inWords(name, course)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
${stretches(places).map(stretch => html`<polyline points="${stretch.join(' ')}"></polyline>`)}
${places.map(place => (place === undefined ? '' : dot(place)))}
</svg>`;
}

function dot(place: string): Markup {
  const [x, y] = place.split(',');
  return html`<circle cx="${x}" cy="${y}" r="2"></circle>`;
}

/** Neighbours that are known, together. */
function stretches(places: (string | undefined)[]): string[][] {
  const all: string[][] = [[]];
  for (const place of places) {
    if (place === undefined) all.push([]);
    else all.at(-1)?.push(place);
  }
  return all.filter(({ length }) => length > 1);
}

function inWords(name: string, course: Point[]): string {
  const told = course.map(
    ({ month, value }) => `${termAlone(month)}: ${value === undefined ? 'không có' : writeNumeral(value)}`,
  );
  return `${name}, ${course.length} ${spanInWords(course.at(-1)?.month ?? '')}. ${told.join('; ')}.`;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
