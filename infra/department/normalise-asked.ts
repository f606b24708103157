import { filledIn, given, list, listOf, onRecord, type Raw, truth, whole } from './raw.ts';

/** Fills in and unfolds what a report asks for and how it is shown, as normalise.ts does, without judging. */

/** An indicator prints its level, takes one decimal, has no unit of measure, is compared with nothing and has no limits. */
export function indicator(raw: unknown): unknown {
  return onRecord(raw, it => {
    const decimals = it.decimals ?? '1';
    return {
      shows: 'level',
      unitOfMeasure: '',
      ...asked(it),
      ...given(it, { twoDigits: truth, yearToDate: soFar => yearToDate(soFar, decimals) }),
      decimals: whole(decimals),
      comparisons: comparisons(it.comparisons, decimals),
      limits: onRecord(it.limits || {}, limits => filledIn(limits, 'least', 'most', 'change')),
    };
  });
}

/** Nhiệm vụ without a group are of the group "chung". */
export function task(raw: unknown): unknown {
  return onRecord(raw, it => ({ group: 'chung', ...asked(it) }));
}

/** A column of a list is text; a rule written by itself refuses what breaks it. */
export function listAsked(raw: unknown): unknown {
  return onRecord(raw, it => ({
    ...asked(it),
    ...given(it, { carriesOver: truth, most: whole, rules: listOf(rule) }),
    columns: list(it.columns).map(one =>
      onRecord(one, column => ({
        kind: 'text',
        ...filledIn(column, 'formula'),
        ...given(column, { decimals: whole, required: truth }),
      })),
    ),
  }));
}

export function rule(raw: unknown): unknown {
  return typeof raw === 'string'
    ? { rule: raw, otherwise: 'refuse' }
    : onRecord(raw, it => ({ otherwise: 'refuse', ...it }));
}

/** A table is an annex in portrait, unless it says otherwise. */
export function table(raw: unknown): unknown {
  return onRecord(raw, it => ({
    orientation: 'portrait',
    ...it,
    annex: truth(it.annex ?? 'true'),
    ...given(it, { months, notes: list }),
    rows: onRecord(it.rows, rows => ({
      ...rows,
      ...given(rows, { byUnit: truth, subtotals: truth, groups: listOf(group) }),
    })),
    columns: list(it.columns).map(one =>
      onRecord(one, column => ({
        heading: '',
        ...column,
        ...given(column, { months, over: list, decimals: whole }),
      })),
    ),
  }));
}

function group(raw: unknown): unknown {
  return onRecord(raw, it => ({ ...it, indicators: list(it.indicators) }));
}

/** Whoever owes it, and when it is asked. */
function asked(it: Raw): Raw {
  return {
    ...filledIn(it, 'validFrom', 'validTo'),
    ...given(it, { months, owedBy: many => (many === 'all' ? 'all' : list(many)) }),
    owner: owner(it.owner),
  };
}

const months = listOf(whole);

/** "phong-a", or one after another with the month it was handed over. */
function owner(raw: unknown): unknown {
  return list(raw).map(one =>
    typeof one === 'string' ? { unit: one } : onRecord(one, turn => filledIn(turn, 'from')),
  );
}

/** The comparisons of the year so far may stand there by themselves. */
function yearToDate(raw: unknown, ofFigure: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { comparisons: comparisons(raw, ofFigure) };
  return onRecord(raw, it => ({ ...it, comparisons: comparisons(it.comparisons, ofFigure) }));
}

function comparisons(raw: unknown, ofFigure: unknown): unknown {
  return listOf(one => comparison(one, ofFigure))(raw);
}

/**
 * A comparison is a percentage with one decimal, that with the plan a ratio, and an amount has the decimals of its figure, unless
 * `as` and `decimals` say otherwise.
 */
function comparison(raw: unknown, ofFigure: unknown): unknown {
  if (typeof raw === 'string') return comparison({ with: raw }, ofFigure);
  return onRecord(raw, it => ({
    as: it.with === 'plan' ? 'ratio' : 'percent',
    ...it,
    with: comparedWith(it.with),
    decimals: whole(it.decimals ?? (it.as === 'amount' ? ofFigure : '1')),
  }));
}

/** With what a figure is compared, as it is kept: what comparisons were called while every report was a month's. */
export function comparedWith(raw: unknown): unknown {
  return typeof raw === 'string' && Object.hasOwn(alsoCalled, raw) ? alsoCalled[raw] : raw;
}

const alsoCalled: Record<string, string> = {
  'previous-period': 'previous-month',
  'same-period-last-year': 'same-month-last-year',
};
