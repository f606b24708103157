import type { Report } from '../compilation/report.ts';
import { measureOf, planMeasures, type ReportedChange } from '../compilation/reported-figure.ts';
import type { Told } from '../compilation/told.ts';
import { exact } from '../figures/exact.ts';
import { formulasIn, numberIn } from '../figures/row-numbers.ts';
import type { List } from '../office/list.ts';
import { wordsOf } from '../office/saying.ts';
import { own } from '../text/own.ts';
import type { Value, Values } from './liquid.ts';
import { type NumberValue, numberValue } from './number-value.ts';
import { comparisonInWords, restatedInWords, type Speaking } from './sentence.ts';

/**
 * All that letter.md may ask of a figure: `so.<mã>.gia_tri`, `ky_truoc`, `cung_ky`, `luy_ke`, `luy_ke_cung_ky`, `ke_hoach`, exact;
 * changes with their sign, `tang_ky_truoc`, `tang_cung_ky`, `tang_luy_ke`; the term before as it was issued where that is another
 * number, `ky_truoc_da_bao`, and in words `noi_dieu_chinh`; and of what many owe each unit's, `don_vi`, and who is
 * missing, `thieu`.
 */
export function numbersOf({ indicator, figure }: Told, speaking: Speaking): Values {
  const { unitNamed: nameOf = unit => unit } = speaking;
  const { changes, yearToDate, units = [], without = [] } = figure;
  const said = (against: ReportedChange['with']): Value => {
    const change = changes.find(each => each.with === against);
    return change ? comparisonInWords(change, indicator, speaking) : null;
  };
  const measure = (name: string): NumberValue | null => {
    const known = measureOf(figure, name);
    return known ? numberValue(known) : null;
  };
  return {
    ten: indicator.name,
    don_vi_tinh: indicator.unitOfMeasure,
    trang_thai: figure.state,
    uoc: figure.state === 'estimated',
    gia_tri: measure('value'),
    ky_truoc: measure('previous'),
    cung_ky: measure('last-year'),
    luy_ke: measure('year-to-date'),
    luy_ke_cung_ky: measure('year-to-date-last-year'),
    ...Object.fromEntries(planMeasures(indicator).map(plan => [planName(plan), measure(plan)])),
    tang_ky_truoc: changeIn(changes, 'previous-month'),
    tang_cung_ky: changeIn(changes, 'same-month-last-year'),
    tang_luy_ke: changeIn(yearToDate?.changes ?? [], 'same-month-last-year'),
    noi_ky_truoc: said('previous-month'),
    noi_cung_ky: said('same-month-last-year'),
    noi_ke_hoach: said('plan'),
    ky_truoc_da_bao: figure.restated ? numberValue(exact(figure.restated.from)) : null,
    noi_dieu_chinh: restatedInWords(figure, speaking, wordsOf(speaking.saying, indicator.saying).restated) || null,
    don_vi: units.map(own => ({
      ...numbersOf({ indicator, figure: own }, speaking),
      // A unit's own name, not the indicator's.
      ten: nameOf(own.unit ?? ''),
      ma: own.unit ?? '',
    })),
    thieu: without.map(nameOf),
  };
}

/** As the letter tells it, with its sign; a ratio is what it is above or below a hundred. */
function changeIn(changes: ReportedChange[], against: ReportedChange['with']): Value {
  const change = changes.find(each => each.with === against);
  if (!change || change.as === 'times') return null;
  const amount =
    change.as === 'ratio' ? exact(change.amount) : exact(`${change.direction === 'down' ? '-' : ''}${change.amount}`);
  return numberValue(amount);
}

/** "ke_hoach" of "plan", "ke_hoach_thu_tuong" of "plan.thu-tuong". */
function planName(measure: string): string {
  return measure.replace('plan', 'ke_hoach').replace(/[.-]/g, '_');
}

/** The rows of a list: each cell by its column, numbers exact; `don_vi` is whose the row is. */
export function rowValues(list: List, report: Report, nameOf: (unit: string) => string): Value[] {
  const rows = report.lists?.find(each => each.list === list.id)?.rows ?? [];
  const formulas = formulasIn(list);
  return rows.map(({ unit, cells }) => ({
    ma_don_vi: unit,
    don_vi: nameOf(unit),
    ...Object.fromEntries(
      list.columns.map(({ code, kind }) => {
        if (kind !== 'number') return [code, own(cells, code) ?? null];
        const number = numberIn(formulas, cells, code);
        return [code, number ? numberValue(number) : null];
      }),
    ),
  }));
}
