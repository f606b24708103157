import { filledIn, list, onRecord, type Raw, truth, whole } from './raw.ts';

/** Fills in and unfolds what a report asks for and how it is shown, as normalise.ts does, without judging. */

/** An indicator prints its level, takes one decimal, has no unit of measure, is compared with nothing and has no limits. */
export function indicator(raw: unknown): unknown {
  return onRecord(raw, it => ({
    shows: 'level',
    unitOfMeasure: '',
    ...asked(it),
    ...(it.twoDigits === undefined ? {} : { twoDigits: truth(it.twoDigits) }),
    decimals: whole(it.decimals ?? '1'),
    comparisons: list(it.comparisons).map(comparison),
    limits: onRecord(it.limits || {}, limits => filledIn(limits, 'least', 'most', 'change')),
    ...(it.yearToDate === undefined ? {} : { yearToDate: yearToDate(it.yearToDate) }),
  }));
}

/** Nhiệm vụ without a group are of the group "chung". */
export function task(raw: unknown): unknown {
  return onRecord(raw, it => ({ group: 'chung', ...asked(it) }));
}

/** A column of a list is text; a rule written by itself refuses what breaks it. */
export function listAsked(raw: unknown): unknown {
  return onRecord(raw, it => ({
    ...asked(it),
    ...(it.carriesOver === undefined ? {} : { carriesOver: truth(it.carriesOver) }),
    ...(it.most === undefined ? {} : { most: whole(it.most) }),
    ...(it.rules === undefined ? {} : { rules: list(it.rules).map(rule) }),
    columns: list(it.columns).map(one =>
      onRecord(one, column => ({
        kind: 'text',
        ...filledIn(column, 'formula'),
        ...(column.decimals === undefined ? {} : { decimals: whole(column.decimals) }),
        ...(column.required === undefined ? {} : { required: truth(column.required) }),
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
    ...months(it),
    ...(it.notes === undefined ? {} : { notes: list(it.notes) }),
    rows: onRecord(it.rows, rows => ({
      ...rows,
      ...(rows.byUnit === undefined ? {} : { byUnit: truth(rows.byUnit) }),
      ...(rows.subtotals === undefined ? {} : { subtotals: truth(rows.subtotals) }),
      ...(rows.groups === undefined
        ? {}
        : {
            groups: list(rows.groups).map(group =>
              onRecord(group, one => ({ ...one, indicators: list(one.indicators) })),
            ),
          }),
    })),
    columns: list(it.columns).map(one =>
      onRecord(one, column => ({
        heading: '',
        ...column,
        ...months(column),
        ...(column.over === undefined ? {} : { over: list(column.over) }),
        ...(column.decimals === undefined ? {} : { decimals: whole(column.decimals) }),
      })),
    ),
  }));
}

/** Whoever owes it, and when it is asked. */
function asked(it: Raw): Raw {
  return {
    ...filledIn(it, 'validFrom', 'validTo'),
    ...months(it),
    owner: owner(it.owner),
    ...(it.owedBy === undefined ? {} : { owedBy: it.owedBy === 'all' ? 'all' : list(it.owedBy) }),
  };
}

function months(it: Raw): Raw {
  return it.months === undefined ? {} : { months: list(it.months).map(whole) };
}

/** "phong-a", or one after another with the month it was handed over. */
function owner(raw: unknown): unknown {
  return list(raw).map(one =>
    typeof one === 'string' ? { unit: one } : onRecord(one, turn => filledIn(turn, 'from')),
  );
}

/** The comparisons of the year so far may stand there by themselves. */
function yearToDate(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { comparisons: list(raw).map(comparison) };
  return onRecord(raw, it => ({ ...it, comparisons: list(it.comparisons).map(comparison) }));
}

/** A comparison is a percentage with one decimal, that with the plan a ratio, unless `as` and `decimals` say otherwise. */
function comparison(raw: unknown): unknown {
  if (typeof raw === 'string') return comparison({ with: raw });
  return onRecord(raw, it => ({
    as: it.with === 'plan' ? 'ratio' : 'percent',
    ...it,
    with: comparedWith(it.with),
    decimals: whole(it.decimals ?? '1'),
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
