import Big from 'big.js';
import { type Term, termInWords } from '../calendar/term.ts';
import { capitalised } from '../text/capitalised.ts';
import { writeNumeral } from '../text/numeral.ts';

/** An earlier figure that a new one is measured against. */
export type Base = { against: Term; base: string };

/** So far no figure goes from one term to the next without there being something to say of it. */
const tenfold = 10;

/** And so far it does not go from the term before and from last year's too, whatever the season. */
const threefold = 3;

/** Small counts go up and down as they like: 1 to 12, or 0,5 to 6,2. In units of the last place that is written. */
const smallest = 100;

/**
 * What stands out where an office has set nothing: ten times the figure of the term before or of last year's, or three times both;
 * or as small a part of them. A thousands' point read as decimals always does. Bases of nought are none.
 */
export function outOfAllProportion(value: string, bases: Base[]): string | undefined {
  const large = bases.filter(({ base }) => !isSmall([value, base]));
  const times = large.map(({ base }) => timesApart(value, base));
  const both = bases.length > 1 && large.length === bases.length;
  if (!times.some(each => each >= tenfold) && !(both && times.every(each => each >= threefold))) return undefined;
  const far = large.filter((_, at) => (times[at] ?? 0) >= threefold);
  return `${capitalised(far.map(each => inWords(value, each)).join(', '))}.`;
}

/** How many times the larger is of the smaller; of nought there is no end of it. */
function timesApart(one: string, other: string): number {
  const [least, most] = [new Big(one).abs(), new Big(other).abs()].sort((a, b) => a.cmp(b)) as [Big, Big];
  return least.eq(0) ? Number.POSITIVE_INFINITY : Number(most.div(least));
}

function isSmall(values: string[]): boolean {
  const places = Math.max(...values.map(each => new Big(each).toFixed().split('.')[1]?.length ?? 0));
  return values.every(each => new Big(each).abs().times(new Big(10).pow(places)).lt(smallest));
}

/** "gấp 12 lần tháng 9/2021 (3.604)". */
function inWords(value: string, { against, base }: Base): string {
  if (new Big(value).eq(0)) return `bằng 0 trong khi ${termInWords(against)} là ${writeNumeral(base)}`;
  const grown = new Big(value).abs().gt(new Big(base).abs());
  const times = writeNumeral(String(timesApart(value, base)), 1);
  const earlier = `${termInWords(against)} (${writeNumeral(base)})`;
  return grown ? `gấp ${times} lần ${earlier}` : `nhỏ hơn ${times} lần so với ${earlier}`;
}
