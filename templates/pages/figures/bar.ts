import { scaleLinear } from 'd3-scale';
import { html } from 'hono/html';
import type { Markup } from '../frame.ts';
import { placed } from './placed.ts';

const [width, height] = [120, 14];

/** The least and most that bars stand beside one another for; nought is always among them. */
export function rangeOf(values: (string | undefined)[]): [number, number] {
  const known = values.flatMap(value => (value === undefined ? [] : [Number(value)]));
  return [Math.min(0, ...known), Math.max(0, ...known)];
}

/** A bar beside its number, last year's as a thin mark: the number itself tells it to who cannot see it. */
export function bar(range: [number, number], value: string | undefined, lastYear: string | undefined): Markup {
  if (value === undefined || range[0] === range[1]) return html``;
  const x = scaleLinear(range, [1, width - 1]);
  const [from, to] = [Math.min(x(0), x(Number(value))), Math.max(x(0), x(Number(value)))];
  const mark =
    lastYear === undefined
      ? ''
      : html`<line x1="${placed(x(Number(lastYear)))}" x2="${placed(x(Number(lastYear)))}" y1="0" y2="${height}"></line>`;
  return html`<svg class="bar" aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect x="${placed(from)}" y="3" width="${placed(Math.max(1, to - from))}" height="${height - 6}"></rect>${mark}</svg>`;
}
