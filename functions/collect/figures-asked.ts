import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { figureFrom } from '../../shared/domain/collection/figure-from.ts';
import { rowsFrom } from '../../shared/domain/collection/rows-from.ts';
import { computedOfUnit, measuringUnit } from '../../shared/domain/collection/unit-measures.ts';
import { changesAskedFor } from '../../shared/domain/collection/unused.ts';
import { plansOf } from '../../shared/domain/compilation/planned.ts';
import { planMeasures } from '../../shared/domain/compilation/reported-figure.ts';
import type { Given } from '../../shared/domain/figures/asking.ts';
import { exactText, rounded } from '../../shared/domain/figures/exact.ts';
import type { Measures } from '../../shared/domain/figures/measures.ts';
import { issuedIn, type Past, termsComparedWith } from '../../shared/domain/figures/past.ts';
import { previewed } from '../../shared/domain/letter/preview.ts';
import { reckoned } from '../../shared/domain/letter/reckoned.ts';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import type { Owed } from '../../shared/domain/office/owing.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { own } from '../../shared/domain/text/own.ts';
import type { AskedFigure, Base } from '../../templates/pages/form/figure.ts';
import type { AskedList } from '../../templates/pages/form/list.ts';
import type { Asked } from './room.ts';

/** The figures a unit is asked for as typed so far, and what is computed of nothing but its own, in the order of the report. */
export function figuresAsked({ definition, owed, past }: Asked, answers: Answers, lists: AskedList[]): AskedFigure[] {
  const places = new Map(definition.indicators.map(({ code }, at) => [code, at]));
  const placeOf = ({ code }: Indicator) => places.get(code) ?? 0;
  const computed = new Set(computedOfUnit(owed));
  const measures = measuringUnit(owed, past)(givenIn(answers, owed, { past, lists: computed.size > 0 ? lists : [] }));
  return [...owed.indicators, ...computed]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(indicator => {
      const typed = own(answers.figures, indicator.code);
      const asked = { typed, changes: changesAskedFor(indicator, past), told: previewed(indicator, typed, past) };
      return {
        ...{ indicator, term: past.month, bases: basesOf(indicator, measures, past) },
        reckoned: reckoned(indicator, measures, past.unit ?? ''),
        asked: computed.has(indicator) ? undefined : asked,
      };
    });
}

/** What was typed, as far as it can be taken down. */
function givenIn(answers: Answers, { indicators }: Owed, { past, lists }: { past: Past; lists: AskedList[] }): Given {
  const figures = indicators.flatMap(indicator => {
    const typed = own(answers.figures, indicator.code);
    return typed ? [[indicator.code, figureFrom(typed, indicator, past).figure] as const] : [];
  });
  const rows = lists.map(({ list, rows }) => [list.id, rowsFrom(rows, list).rows] as const);
  return { figures: Object.fromEntries(figures), lists: Object.fromEntries(rows) };
}

/** What a figure is told beside: those of earlier terms, as issued or made of such, and the plans of the year. */
function basesOf(indicator: Indicator, measures: Measures, past: Past): Base[] {
  const { code, decimals, formula } = indicator;
  const unit = past.unit ?? '';
  const made = (of: 'previous' | 'last-year') => {
    const found = formula === undefined ? undefined : measures.of(of, code, unit);
    return found && rounded(found.exact, decimals);
  };
  const earlier = termsComparedWith(past.month).flatMap((month, at): Base[] => {
    const of = at === 0 ? 'previous' : 'last-year';
    const value = issuedIn(past, indicator, month) ?? made(of);
    return value === undefined ? [] : [{ of, name: termInWords(month), value: writeNumeral(value) }];
  });
  const plans = planMeasures(indicator).flatMap(measure => {
    const found = measures.of(measure, code, unit);
    return found ? [[measure, exactText(found.exact)] as const] : [];
  });
  const planned = plansOf(indicator, { measures: Object.fromEntries(plans) }, past.saying);
  return [...earlier, ...planned.map(({ name, value }) => ({ of: 'plan' as const, name, value: writeNumeral(value) }))];
}
