import type { Formula } from '../office/formula.ts';
import { namesIn } from '../office/formula-names.ts';
import type { Indicator, Total } from '../office/indicator.ts';
import { type Asking, givenBy, type ListRow, type Measured } from './asking.ts';
import { calculated, measured } from './calculation.ts';
import { type Exact, exact } from './exact.ts';
import { type MeasureName, oneMeasure } from './one-measure.ts';

export type Measures = {
  /** A measure of an indicator, of the whole office or of one unit; undefined where it is not known. */
  of: (measure: MeasureName, code: string, unit?: string) => Measured | undefined;
  /** The units that owe a figure and gave none, in their order; of a computed one those that its parts lack. */
  missing: (code: string) => string[];
  /** The units of which an indicator is told one by one, in their order: those of the many who owe it, or its parts. */
  units: (code: string) => string[];
  /** What a sum, a mean or a count goes over: an indicator's values by unit, a list's cells or rows; of one unit or of all. */
  over: (name: string, unit?: string) => Exact[];
};

/**
 * Every number that can be told of a term: exact, and none guessed, since what lacks a part is undefined. A total over units is
 * made of those that gave a figure, and so is whatever it is compared with.
 */
export function measuresOf(asking: Asking): Measures {
  const indicators = new Map(asking.indicators.map(indicator => [indicator.code, indicator]));
  const { formulas } = asking;
  const of = remembering((measure: MeasureName, code: string, unit?: string) => {
    const indicator = indicators.get(code);
    if (!indicator) return undefined;
    const formula = formulas.get(code);
    if (formula) return computed(measure, indicator, formula, unit);
    if (unit === undefined && indicator.owedBy) return total(measure, indicator);
    return oneMeasure(asking, measure, indicator, {
      unit: indicator.owedBy && unit,
      giver: unit ?? asking.owing(indicator)[0],
    });
  });
  const missing = remembering((code: string): string[] | undefined => {
    const formula = formulas.get(code);
    if (formula) return [...new Set(namesIn(formula).flatMap(name => missing(name) ?? []))];
    const indicator = indicators.get(code);
    return indicator ? asking.owing(indicator).filter(unit => !givenBy(asking, code, unit)) : [];
  });

  const units = remembering((code: string): string[] | undefined => {
    const formula = formulas.get(code);
    const indicator = indicators.get(code);
    if (!formula) return indicator?.owedBy ? asking.owing(indicator) : [];
    const owing = new Set(namesIn(formula).flatMap(name => units(name) ?? []));
    return asking.units.filter(unit => owing.has(unit));
  });

  /** Of those that reported; where all did, it may also be what the office knows as one number. */
  function total(measure: MeasureName, indicator: Indicator): Measured | undefined {
    const { code } = indicator;
    const lacking = missing(code) ?? [];
    const parts = asking
      .owing(indicator)
      .filter(unit => !lacking.includes(unit))
      .map(unit => of(measure, code, unit));
    const how = totalOf(indicator);
    if (how !== 'none' && parts.length > 0 && parts.every(part => part !== undefined)) return joined(how, parts);
    return lacking.length === 0 ? oneMeasure(asking, measure, indicator, office) : undefined;
  }

  /** What was issued as such, else what the formula makes of its parts' same measures. The plan is no such measure. */
  function computed(
    measure: MeasureName,
    indicator: Indicator,
    formula: Formula,
    unit: string | undefined,
  ): Measured | undefined {
    const whole = unit !== undefined || (missing(indicator.code) ?? []).length === 0;
    const issued = whole ? oneMeasure(asking, measure, indicator, { unit, giver: undefined }) : undefined;
    if (issued || measure.startsWith('plan')) return issued;
    const parts: Measured[] = [];
    const noted = (part: Measured | undefined): Exact | undefined => {
      if (part) parts.push(part);
      return part?.exact;
    };
    const result = calculated(formula, {
      value: name => noted(of(measure, name, unit)),
      over: name => over(measure, name, unit).flatMap(part => noted(part) ?? []),
    });
    return result && { exact: result, estimated: parts.some(({ estimated }) => estimated) };
  }

  function over(measure: MeasureName, name: string, unit: string | undefined): Measured[] {
    return indicators.has(name) ? ofUnits(measure, name) : ofRows(asking, measure, name, unit);
  }

  function ofUnits(measure: MeasureName, code: string): Measured[] {
    return asking.owing(indicators.get(code) as Indicator).flatMap(unit => of(measure, code, unit) ?? []);
  }

  return {
    of,
    missing: code => missing(code) ?? [],
    units: code => units(code) ?? [],
    over: (name, unit) => over('value', name, unit).map(part => part.exact),
  };
}

const office = { unit: undefined, giver: undefined };

/** Rates and indices of units make no total by themselves. */
function totalOf({ total, kind }: Indicator): Total {
  return total ?? (kind === 'rate' || kind === 'index' ? 'none' : 'sum');
}

function joined(how: Exclude<Total, 'none'>, parts: Measured[]): Measured | undefined {
  const values = parts.map(part => part.exact);
  const made = measured(how, values);
  return made && { exact: made, estimated: parts.some(({ estimated }) => estimated) };
}

/** Of a list's column the cells of all rows, or of one unit's; of a list the rows themselves, each as one. */
function ofRows(
  { given, inRow = written }: Asking,
  measure: MeasureName,
  name: string,
  unit: string | undefined,
): Measured[] {
  if (measure !== 'value') return [];
  const [id = '', column] = name.split('.');
  const rows = [...given].flatMap(([each, gave]) =>
    unit === undefined || each === unit ? (gave.lists[id] ?? []) : [],
  );
  const numbers = rows.map(row => (column === undefined ? exact(1) : inRow(id, row, column)));
  return numbers.flatMap(number => (number ? [{ exact: number, estimated: false }] : []));
}

/** What stands in a row's column as it was given. */
function written(_list: string, row: ListRow, column: string): Exact | undefined {
  return row[column] ? exact(row[column]) : undefined;
}

/** Works each answer out once. While it is worked out there is none, so that a formula which leads back to itself comes to an end. */
function remembering<Asked extends unknown[], Found>(find: (...asked: Asked) => Found | undefined) {
  const found = new Map<string, Found | undefined>();
  return (...asked: Asked): Found | undefined => {
    const name = asked.join(' ');
    if (!found.has(name)) {
      found.set(name, undefined);
      found.set(name, find(...asked));
    }
    return found.get(name);
  };
}
