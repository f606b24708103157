import { defaultOperators, type FilterImplOptions, Liquid, LiquidError, type Operators } from 'liquidjs';
import { filters } from './filters.ts';
import { type Inset, isInset } from './inset.ts';
import { isNumberValue, type NumberValue, printed } from './number-value.ts';

/** What a wording may name; null for what is empty, so that `{% if … %}` can ask. */
export type Values = { [name: string]: Value };
export type Value = string | boolean | number | NumberValue | Inset | null | undefined | Value[] | Values;

/** What is wrong with a wording, on which line of it, and who says so: Liquid, in its own words, or the wording in Vietnamese. */
export type WordingFault = Error & { line: number; by: 'liquid' | 'wording' };

export function isWordingFault(error: unknown): error is WordingFault {
  return error instanceof Error && error.name === 'WordingFault';
}

/** What is wrong, on a line counted from 1. */
export function wordingFault(line: number, message: string, by: WordingFault['by'] = 'wording'): WordingFault {
  return Object.assign(new Error(message), { name: 'WordingFault', line, by });
}

/** Private-use characters: no font has them, so no text can hold them. */
const opens = '\ue000';
const closes = '\ue001';

/** Where a value goes, and which: what Liquid writes in its place. */
export const mark = /\ue000(\d+)\ue001/g;

/** Words that say something was not reported, marked so that they stay a run of their own wherever a wording puts them. */
export function unreported(words: string): string {
  return `\ue002${words}\ue003`;
}

/** The sentence of an indicator, marked so that it leads to its figure wherever a wording puts it. */
export function ofFigure(code: string, words: string): string {
  return `\ue004${code}\ue005${words}\ue006`;
}

/** What `ofFigure` marks: the indicator, and its words. */
export const figureMark = /\ue004([a-z0-9-]+)\ue005([^\ue004\ue006]*)\ue006/gi;

/**
 * The wording as Liquid fills it: Markdown, with the mark of `mark` in the place of each value, which is in `placed` at the
 * index it names.
 * @throws {WordingFault} when it names what does not exist, or is no Liquid
 */
export function filled(wording: string, values: Values): { markdown: string; placed: (string | Inset)[] } {
  const placed: (string | Inset)[] = [];
  const place = (value: string | Inset) => `${opens}${placed.push(value) - 1}${closes}`;
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    outputEscape: value => (value === null || value === undefined ? '' : place(placeable(value))),
    parseLimit: 100_000,
    renderLimit: 2_000,
    memoryLimit: 10_000_000,
    operators,
    // A wording is one file: nothing can be included, wherever a name points.
    templates: {},
  });
  for (const tag of ['include', 'render', 'layout', 'block']) delete engine.tags[tag];
  delete engine.filters.raw;
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter as never);
  for (const [name, filter] of Object.entries(engine.filters)) engine.registerFilter(name, knownToBeNothing(filter));
  try {
    return { markdown: String(engine.parseAndRenderSync(wording, values)), placed };
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    throw wordingFault(lineOf(error, wording), error.originalError?.message ?? error.message, 'liquid');
  }
}

/** What a filter makes of what is not known may have a name (`assign`): it then stands for nothing, and is no name that nobody gave. */
function knownToBeNothing(filter: FilterImplOptions): FilterImplOptions {
  if (typeof filter !== 'function') return filter;
  return function (...given) {
    return filter.apply(this, given) ?? null;
  };
}

/** What a filter is told in quotes is read by itself, and counts its own lines. */
function lineOf({ token }: LiquidError, wording: string): number {
  const inner = token.input === wording ? -1 : wording.indexOf(token.input);
  return inner < 0 ? (token.getPosition()[0] ?? 1) : wording.slice(0, inner).split('\n').length;
}

/** What is not known stands in no order to anything; JavaScript would take it for nought. */
const operators: Operators = {
  ...defaultOperators,
  ...Object.fromEntries(
    ['<', '>', '<=', '>='].map(sign => {
      const inOrder = defaultOperators[sign] as (...sides: unknown[]) => Generator;
      return [
        sign,
        function* (left: unknown, right: unknown, ...rest: unknown[]) {
          if ([left, right].some(side => side === null || side === undefined)) return false;
          return yield* inOrder(left, right, ...rest);
        },
      ];
    }),
  ),
};

function placeable(value: unknown): string | Inset {
  if (isInset(value)) return value;
  return isNumberValue(value) ? printed(value) : String(value);
}
