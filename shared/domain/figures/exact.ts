import Big from 'big.js';

/**
 * An exact number: a fraction of two decimals, so that a quotient is never rounded before the end. Figures come and go as plain
 * decimals, "138.8".
 */
export type Exact = { over: Big; under: Big };

const one = new Big(1);

export function exact(decimal: string | number): Exact {
  return { over: new Big(decimal), under: one };
}

export function plus(a: Exact, b: Exact): Exact {
  if (a.under.eq(b.under)) return { over: a.over.plus(b.over), under: a.under };
  return { over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under) };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { over: b.over.times(-1), under: b.under });
}

export function times(a: Exact, b: Exact): Exact {
  return { over: a.over.times(b.over), under: a.under.times(b.under) };
}

/** Undefined where there is nothing to divide by. */
export function dividedBy(a: Exact, b: Exact): Exact | undefined {
  if (b.over.eq(0)) return undefined;
  const sign = b.over.lt(0) ? -1 : 1;
  return { over: a.over.times(b.under).times(sign), under: a.under.times(b.over).times(sign) };
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compared(a: Exact, b: Exact): -1 | 0 | 1 {
  return a.over.times(b.under).cmp(b.over.times(a.under));
}

export function isZero({ over }: Exact): boolean {
  return over.eq(0);
}

/** As a plain decimal, rounded once, half away from zero; trailing zeros dropped. */
export function rounded({ over, under }: Exact, decimals: number): string {
  const scaled = over.abs().times(`1e${decimals}`);
  const whole = wholePart(scaled, under);
  const remainder = scaled.minus(whole.times(under));
  const magnitude = (remainder.times(2).gte(under) ? whole.plus(1) : whole).times(`1e${-decimals}`);
  return (over.lt(0) ? magnitude.times(-1) : magnitude).toFixed();
}

/** As a plain decimal with all its digits; one without end is cut after `longest` decimals, for showing and no further use. */
export function inFull(value: Exact, longest = 12): string {
  return value.under.eq(1) ? value.over.toFixed() : rounded(value, longest);
}

/** As a report keeps it: a plain decimal, or where that has no end the fraction, "2480/2548". */
export function exactText({ over, under }: Exact): string {
  return under.eq(1) ? over.toFixed() : `${over.toFixed()}/${under.toFixed()}`;
}

/** What `exactText` wrote. */
export function exactFrom(text: string): Exact {
  const [over = '', under = '1'] = text.split('/');
  return { over: new Big(over), under: new Big(under) };
}

/** The sum; undefined of none. */
export function sum(values: Exact[]): Exact | undefined {
  const [first, ...rest] = values;
  return first && rest.reduce(plus, first);
}

/** The arithmetic mean; undefined of none. */
export function mean(values: Exact[]): Exact | undefined {
  const total = sum(values);
  return total && dividedBy(total, exact(values.length));
}

/** The least, or the most; undefined of none. */
export function extreme(values: Exact[], which: 'least' | 'most'): Exact | undefined {
  const [first, ...rest] = values;
  const wanted = which === 'least' ? -1 : 1;
  return first && rest.reduce((found, each) => (compared(each, found) === wanted ? each : found), first);
}

/** The greatest whole number of times that `under` goes into `scaled`; neither is negative. */
function wholePart(scaled: Big, under: Big): Big {
  const quotient = scaled.div(under).round(0, Big.roundDown);
  return quotient.times(under).gt(scaled) ? quotient.minus(1) : quotient;
}
