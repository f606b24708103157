import { compared, type Exact, exact, inFull } from '../figures/exact.ts';
import { writeNumeral } from '../text/numeral.ts';

/**
 * A number that a wording may compute and compare with ("{% if so.xuat-khau.gia_tri > 100 %}"), exact to the end, and that prints
 * itself the Vietnamese way. What Liquid asks of a value that knows how to be compared is `equals`, `gt`, `geq`, `lt`, `leq`.
 */
export type NumberValue = {
  exact: Exact;
  equals: (other: unknown) => boolean;
  gt: (other: unknown) => boolean;
  geq: (other: unknown) => boolean;
  lt: (other: unknown) => boolean;
  leq: (other: unknown) => boolean;
};

export function numberValue(value: Exact): NumberValue {
  const order = (other: unknown): number => {
    const against = exactOf(other);
    return against ? compared(value, against) : Number.NaN;
  };
  return {
    exact: value,
    equals: other => order(other) === 0,
    gt: other => order(other) > 0,
    geq: other => order(other) >= 0,
    lt: other => order(other) < 0,
    leq: other => order(other) <= 0,
  };
}

/** The number a value of a wording stands for: one of ours, or one written in it, 100 or "0.5"; undefined for anything else. */
export function exactOf(value: unknown): Exact | undefined {
  if (isNumberValue(value)) return value.exact;
  if (typeof value === 'number' && Number.isFinite(value)) return exact(value);
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? exact(value) : undefined;
}

export function isNumberValue(value: unknown): value is NumberValue {
  return value instanceof Object && 'exact' in value && 'leq' in value;
}

/** As it is printed where nothing else is said: all its digits. */
export function printed(value: NumberValue): string {
  return writeNumeral(inFull(value.exact));
}
