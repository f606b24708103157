import type { Term } from '../calendar/term.ts';
import type { Formula } from '../office/formula.ts';
import { namesIn } from '../office/formula-names.ts';
import type { Indicator, Total } from '../office/indicator.ts';
import type { List } from '../office/list.ts';
import { own } from '../text/own.ts';
import { type Asking, givenBy, type ListRow, type Measured } from './asking.ts';
import { calculated, measured } from './calculation.ts';
import { type Exact, exact } from './exact.ts';
import { termsLacking } from './known.ts';
import { type MeasureName, oneMeasure } from './one-measure.ts';

export type Measures = {
  /** A measure of an indicator, of the whole office or of one unit; undefined where it is not known. */
  of: (measure: MeasureName, code: string, unit?: string) => Measured | undefined;
  /** The units that owe a figure and gave none, in their order; of a computed one those that its parts lack. */
  missing: (code: string) => string[];
  /** The terms of another report that a figure taken from it lacks, or one made of it; of many units' those that no unit has. */
  lacks: (code: string, unit?: string) => Term[];
  /** The units of which an indicator is told one by one, in their order: those of the many who owe it, or its parts. */
  units: (code: string) => string[];
  /** What a sum, a mean or a count goes over: an indicator's values by unit, a list's cells or rows; of one unit or of all. */
  over: (name: string, unit?: string) => Exact[] | undefined;
};

/**
 * Every number that can be told of a term: exact, and none guessed, since what lacks a part is undefined. A total over units is
 * made of those that gave a figure, and so is whatever it is compared with; what is computed of several totals is made of the
 * units that gave all of them.
 */
export function measuresOf(asking: Asking): Measures {
  const indicators = new Map(asking.indicators.map(indicator => [indicator.code, indicator]));
  const lists = new Map(asking.lists.map(list => [list.id, list]));
  const { formulas, inRow = written } = asking;

  const found = remembering((measure: MeasureName, code: string, unit: string | undefined, without: string[]) => {
    const indicator = indicators.get(code);
    if (!indicator) return undefined;
    const formula = formulas.get(code);
    if (formula) return computed(measure, indicator, formula, { unit, without });
    if (unit === undefined && indicator.owedBy) return total(measure, indicator, without);
    return oneMeasure(asking, measure, indicator, {
      unit: indicator.owedBy && unit,
      giver: unit ?? asking.owing(indicator)[0],
    });
  });
  const of: Measures['of'] = (measure, code, unit) => found(measure, code, unit, everybody);

  const missing = remembering((code: string): string[] | undefined => {
    const formula = formulas.get(code);
    if (formula) return [...new Set(namesIn(formula).flatMap(name => missing(name) ?? []))];
    const list = listNamed(code);
    if (list) return asking.owing(list).filter(unit => !asking.given.has(unit));
    const indicator = indicators.get(code);
    if (!indicator) return [];
    const gave = (unit: string) => (indicator.source ? of('value', code, unit) : givenBy(asking, code, unit));
    return asking.owing(indicator).filter(unit => !gave(unit));
  });

  const lacks = remembering((code: string, unit: string | undefined): Term[] | undefined => {
    const formula = formulas.get(code);
    if (formula) return [...new Set(namesIn(formula).flatMap(name => lacks(name, unit) ?? []))];
    const indicator = indicators.get(code);
    if (!indicator?.source) return [];
    if (unit !== undefined || !indicator.owedBy) return termsLacking(asking.known, { code, unit }, asking.term);
    const [first = [], ...others] = asking.owing(indicator).map(each => lacks(code, each) ?? []);
    return first.filter(term => others.every(each => each.includes(term)));
  });

  const units = remembering((code: string): string[] | undefined => {
    const formula = formulas.get(code);
    const owed = listNamed(code) ?? indicators.get(code);
    if (!formula) return owed?.owedBy ? asking.owing(owed) : [];
    const owing = new Set(namesIn(formula).flatMap(name => units(name) ?? []));
    return asking.units.filter(unit => owing.has(unit));
  });

  /** An indicator's code is taken before a list's. */
  function listNamed(name: string): List | undefined {
    return indicators.has(name) ? undefined : lists.get(listIn(name));
  }

  /** Of those that reported; where all did, it may also be what the office knows as one number. */
  function total(measure: MeasureName, indicator: Indicator, without: string[]): Measured | undefined {
    const parts = ofUnits(measure, indicator, without);
    const how = totalOf(indicator);
    if (how !== 'none' && parts && parts.length > 0) return joined(how, parts);
    const whole = without.length + (missing(indicator.code) ?? []).length === 0;
    return whole ? oneMeasure(asking, measure, indicator, office) : undefined;
  }

  /**
   * What the formula makes of its parts' same measures, which were never rounded; where they are not known what was issued as such.
   * The plan is no such measure.
   */
  function computed(
    measure: MeasureName,
    indicator: Indicator,
    formula: Formula,
    { unit, without }: Whose,
  ): Measured | undefined {
    const lacking = unit === undefined ? [...new Set([...without, ...(missing(indicator.code) ?? [])])] : everybody;
    const issued = () =>
      lacking.length === 0 ? oneMeasure(asking, measure, indicator, { unit, giver: undefined }) : undefined;
    if (measure.startsWith('plan')) return issued();
    const parts: Measured[] = [];
    const noted = (part: Measured): Exact => {
      parts.push(part);
      return part.exact;
    };
    const result = calculated(formula, {
      value: name => {
        const part = found(measure, name, unit, lacking);
        return part && noted(part);
      },
      over: name => over(measure, name, { unit, without: lacking })?.map(noted),
    });
    return result ? { exact: result, estimated: parts.some(({ estimated }) => estimated) } : issued();
  }

  /** The values of an indicator of all units, or the cells of a list. */
  function over(measure: MeasureName, name: string, whose: Whose): Measured[] | undefined {
    const indicator = indicators.get(name);
    if (!indicator) return measure === 'value' ? ofRows(name, whose) : undefined;
    const parts = ofUnits(measure, indicator, whose.without);
    return parts?.length === 0 ? undefined : parts;
  }

  /** Of each unit that reported; undefined when of one of them it is not known. */
  function ofUnits(measure: MeasureName, indicator: Indicator, without: string[]): Measured[] | undefined {
    const { code } = indicator;
    const lacking = new Set([...without, ...(missing(code) ?? [])]);
    const parts = asking.owing(indicator).flatMap(unit => (lacking.has(unit) ? [] : [of(measure, code, unit)]));
    return parts.every(part => part !== undefined) ? parts : undefined;
  }

  /**
   * Of a list's column the cells of all rows, or of one unit's; of a list the rows themselves, each as one. Undefined when nobody
   * who owes it handed in: no row and no answer are two things.
   */
  function ofRows(name: string, { unit, without }: Whose): Measured[] | undefined {
    const list = lists.get(listIn(name));
    if (!list) return undefined;
    const column = name.split('.')[1];
    const givers = asking
      .owing(list)
      .filter(each => asking.given.has(each) && !without.includes(each) && (unit === undefined || each === unit));
    if (givers.length === 0) return undefined;
    const rows = givers.flatMap(each => own(asking.given.get(each)?.lists ?? {}, list.id) ?? []);
    const numbers = rows.map(row => (column === undefined ? exact(1) : inRow(list.id, row, column)));
    return numbers.flatMap(number => (number ? [{ exact: number, estimated: false }] : []));
  }

  return {
    of,
    missing: code => missing(code) ?? [],
    lacks: (code, unit) => lacks(code, unit) ?? [],
    units: code => units(code) ?? [],
    over: (name, unit) => over('value', name, { unit, without: everybody })?.map(part => part.exact),
  };
}

/** Of one unit or of the office, and which units are left out. */
type Whose = { unit: string | undefined; without: string[] };

const everybody: string[] = [];

/** "du-an" of a column's "du-an.ke-hoach-von". */
function listIn(name: string): string {
  return name.split('.')[0] ?? '';
}

const office = { unit: undefined, giver: undefined };

/** How a total is made; rates and indices of units make none by themselves. */
export function totalOf({ total, kind }: Pick<Indicator, 'total' | 'kind'>): Total {
  return total ?? (kind === 'rate' || kind === 'index' ? 'none' : 'sum');
}

function joined(how: Exclude<Total, 'none'>, parts: Measured[]): Measured | undefined {
  const values = parts.map(part => part.exact);
  const made = measured(how, values);
  return made && { exact: made, estimated: parts.some(({ estimated }) => estimated) };
}

/** What stands in a row's column as it was given. */
function written(_list: string, row: ListRow, column: string): Exact | undefined {
  const cell = own(row, column);
  return cell ? exact(cell) : undefined;
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
