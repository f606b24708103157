import * as z from 'zod/mini';
import { Term } from '../domain/calendar/term.ts';
import { termsToKnow } from '../domain/compilation/terms-to-know.ts';
import type { IssuedFigures } from '../domain/figures/issued-figures.ts';
import { type Known, knownFrom, nameOf } from '../domain/figures/known.ts';
import type { Past } from '../domain/figures/past.ts';
import { termsTaken, withTaken } from '../domain/figures/sourced.ts';
import type { Department } from '../domain/office/department.ts';
import { asksManyForOne, reportNamed } from '../domain/office/owing.ts';
import type { ReportDefinition } from '../domain/office/report-definition.ts';
import { Id } from '../domain/text/id.ts';
import { get, type Item, type Key, putOnce, query, type Table, update } from './table.ts';

/** An item of the series: a term's figures of the office, or of one unit; `estimated` says which were estimates. */
export const SeriesItem = z.object({
  month: Term,
  unit: z.optional(Id),
  figures: z.record(Id, z.string()),
  estimated: z.optional(z.record(Id, z.boolean())),
});
type SeriesItem = z.infer<typeof SeriesItem>;

/** The items of one term as what was issued in it. */
export function issuedFrom(month: Term, items: SeriesItem[]): IssuedFigures {
  const office = items.find(({ unit }) => unit === undefined);
  const units = items.flatMap(({ unit, figures }) => (unit === undefined ? [] : [[unit, figures] as const]));
  const estimated = items.flatMap(({ unit, estimated = {} }) =>
    Object.keys(estimated).flatMap(code => (estimated[code] ? nameOf({ code, unit }) : [])),
  );
  return {
    month,
    figures: office?.figures ?? {},
    ...(units.length > 0 ? { units: Object.fromEntries(units) } : {}),
    ...(estimated.length > 0 ? { estimated } : {}),
  };
}

/** Whose figures are asked for beside the office's own: of every unit, of one, of none. */
export type OfUnits = 'every unit' | { unit: string } | 'no unit';

/** The figures issued for some terms of a report; a term that issued none is left out. */
export async function issuedFigures(
  table: Table,
  report: string,
  terms: Term[],
  of: OfUnits = 'every unit',
): Promise<IssuedFigures[]> {
  const issued = await Promise.all(terms.map(term => issuedIn(table, { report, term }, of)));
  return issued.flatMap(one => one ?? []);
}

/** Which report in which term, by the department that the period pinned. */
export type Knowing = { department: Department; definition: ReportDefinition; term: Term };

/** Terms that are looked at beside those a letter rests on, and whose figures of them. */
export type Beside = { terms: Term[]; of: OfUnits };

/** What the figures of a period are told with: the office's history and plans, and what was issued since; `also` of further terms. */
export async function knownIn(
  table: Table,
  { department, definition, term }: Knowing,
  { of = 'every unit', also }: { of?: OfUnits; also?: Beside | undefined } = {},
): Promise<Known> {
  const needed = termsToKnow(definition, term);
  const further = (also?.terms ?? []).filter(each => !needed.includes(each));
  const known = async (report: string, asked: Beside[]) => {
    const many = asksManyForOne(definition);
    const issued = asked.map(({ terms, of }) => issuedFigures(table, report, terms, many ? of : 'no unit'));
    return knownFrom(department.history, (await Promise.all(issued)).flat(), department.plan);
  };
  const beside = { terms: further.filter(each => each !== term), of: also?.of ?? of };
  const taken = { department, definition, terms: [term, ...needed] };
  const theirs = [...termsTaken(taken)].map(async ([report, terms]) => {
    const others = termsTaken({ ...taken, terms: beside.terms }).get(report) ?? [];
    return [
      report,
      await known(report, [
        { terms, of },
        { ...beside, terms: others },
      ]),
    ] as const;
  });
  const [own, ...found] = await Promise.all([
    known(definition.id, [
      { terms: needed, of },
      { ...beside, terms: further },
    ]),
    ...theirs,
  ]);
  return withTaken(own, { ...taken, terms: [...taken.terms, ...beside.terms] }, new Map(found));
}

/** What figures and receipts of a period are told with; nothing where the department no longer has the report. */
export async function pastIn(
  table: Table,
  department: Department,
  { report, month }: { report: string; month: Term },
  of: OfUnits = 'every unit',
): Promise<Past> {
  const definition = reportNamed(department, report);
  if (!definition) return { month, known: knownFrom([]) };
  const { yearBegins, saying } = definition;
  return { month, known: await knownIn(table, { department, definition, term: month }, { of }), yearBegins, saying };
}

/**
 * Enters figures as issued, beside those of their term already there; a figure issued again replaces the old one. Each unit's lie
 * in an item of their own, so that none grows with the units. Entered some at a time, each time by a write that may be done again:
 * who was cut off halfway enters them all once more.
 */
export async function issueFigures(table: Table, report: string, issued: IssuedFigures): Promise<void> {
  const { month, figures, units = {}, estimated = [] } = issued;
  await enterAll(table, { report, term: month }, figures, new Set(estimated));
  for (const [unit, own] of Object.entries(units)) {
    const guesses = estimated.flatMap(name => (name.endsWith(`@${unit}`) ? name.slice(0, -unit.length - 1) : []));
    await enterAll(table, { report, term: month, unit }, own, new Set(guesses));
  }
}

type Place = { report: string; term: Term; unit?: string | undefined };

async function issuedIn(table: Table, place: Place, of: OfUnits): Promise<IssuedFigures | undefined> {
  const [office, units] = await Promise.all([get(table, keyOf(place)), unitsIn(table, place, of)]);
  const items = [...(office ? [office] : []), ...units].map(item => SeriesItem.parse(item));
  return items.length > 0 ? issuedFrom(place.term, items) : undefined;
}

async function unitsIn(table: Table, { report, term }: Place, of: OfUnits): Promise<Item[]> {
  if (of === 'no unit') return [];
  if (of === 'every unit') {
    const { pk, sk } = keyOf({ report, term, unit: '' });
    return query(table, pk, sk);
  }
  const item = await get(table, keyOf({ report, term, unit: of.unit }));
  return item ? [item] : [];
}

/**
 * DynamoDB takes an update expression of 4,096 bytes ("Constraints"): one figure takes 58 of them at most, and so these 50 fit
 * however long their codes are, which are not in it.
 */
const mostAtOnce = 50;

async function enterAll(
  table: Table,
  place: Place,
  figures: Record<string, string>,
  estimated: ReadonlySet<string>,
): Promise<void> {
  const { report: _, term: month, unit } = place;
  const entries = Object.entries(figures);
  if (unit !== undefined && entries.length === 0) return;
  const made = await putOnce(table, { ...keyOf(place), month, ...(unit && { unit }), figures: {}, estimated: {} });
  // One of before there were estimates has no place for them.
  if (!made)
    await update(table, keyOf(place), {
      set: ['estimated = if_not_exists(estimated, :none)'],
      condition: 'attribute_exists(pk)',
      values: { ':none': {} },
    });
  for (let from = 0; from < entries.length; from += mostAtOnce)
    await enter(table, keyOf(place), entries.slice(from, from + mostAtOnce), estimated);
}

async function enter(
  table: Table,
  key: Key,
  entries: [string, string][],
  estimated: ReadonlySet<string>,
): Promise<void> {
  await update(table, key, {
    set: entries.flatMap((_, at) => [`figures.#code${at} = :value${at}`, `estimated.#code${at} = :guess${at}`]),
    condition: 'attribute_exists(pk)',
    names: Object.fromEntries(entries.map(([code], at) => [`#code${at}`, code])),
    values: Object.fromEntries(
      entries.flatMap(([code, value], at) => [
        [`:value${at}`, value],
        [`:guess${at}`, estimated.has(code)],
      ]),
    ),
  });
}

function keyOf({ report, term, unit }: Place): Key {
  return { pk: `SERIES#${report}`, sk: unit === undefined ? term : `${term}#${unit}` };
}
