import type { Term } from '../calendar/term.ts';
import type { Report } from '../compilation/report.ts';
import type { ReportedChange, ReportedFigure } from '../compilation/reported-figure.ts';
import type { Department } from '../office/department.ts';
import type { Indicator } from '../office/indicator.ts';
import { indicatorsIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { unitNames } from '../office/unit.ts';

/** A figure of the letter as it travels inside it, for programs: plain decimals, and whose it is. */
export type AttachedFigure = {
  code: string;
  name: string;
  unitOfMeasure: string;
  term: Term;
  /** The unit that handed it in; none for what is made of others. */
  unit?: { id: string; name: string; revision?: number | undefined; receivedAt?: number | undefined } | undefined;
  state: ReportedFigure['state'];
  /** None for a unit's part of a total that the letter tells as one, and of what is told by its change alone. */
  value?: string | undefined;
  changes: ReportedChange[];
};

/** Of a unit that handed in: which revision the letter is made of, and when it came, milliseconds since 1970. */
export type HandedInBy = ReadonlyMap<string, { revision: number; receivedAt?: number | undefined }>;

export type Attaching = { department: Department; definition: ReportDefinition; report: Report; handedIn: HandedInBy };

/**
 * What a letter carries of its figures: those that its wording or its tables name, with unit, revision and hour. No explanation, no
 * text, no row of a list, and of what many units owe each one's own number only where the letter tells units one by one: whoever
 * gets the letter learns from it no more than it says, but for who gave what and when.
 */
export function attachedFigures({ department, definition, report, handedIn }: Attaching): AttachedFigure[] {
  const figures = new Map(report.figures.map(figure => [figure.code, figure]));
  const named = namedIn(definition);
  const units = unitNames(department);
  return indicatorsIn(definition, report.month).flatMap(indicator => {
    const figure = figures.get(indicator.code);
    if (!figure || !isTold(indicator, definition, named)) return [];
    const { code, name, unitOfMeasure } = indicator;
    const same = { code, name, unitOfMeasure, term: report.month };
    const by = (unit: string | undefined) =>
      unit === undefined ? undefined : { id: unit, name: units.get(unit) ?? unit, ...handedIn.get(unit) };
    const own = named.ofUnits.has(code);
    const level = indicator.shows === 'level' || named.inTables.has(code);
    const told = ({ state, value, changes }: Pick<ReportedFigure, 'state' | 'value' | 'changes'>) => ({
      ...{ state, value: level ? value : undefined },
      changes: changes.map(({ base: _, ...change }) => change),
    });
    return [
      { ...same, unit: by(figure.unit), ...told(figure) },
      ...(figure.units ?? []).map(each => ({
        ...{ ...same, unit: by(each.unit) },
        ...(own ? told(each) : { state: each.state, changes: [] }),
      })),
    ];
  });
}

/**
 * The codes that a letter names, among its other words: in its tables, which tell the value of whatever they name; where each unit's
 * own is told, in a table with a row for each or where the wording goes through them; and anywhere.
 */
type Named = Record<'inTables' | 'ofUnits' | 'anywhere', ReadonlySet<string>>;

function namedIn({ wording, tables = [] }: ReportDefinition): Named {
  const words = wordsIn(wording);
  const inTables = wordsIn(JSON.stringify(tables));
  const inRowsOfUnits = wordsIn(JSON.stringify(tables.filter(({ rows }) => rows.of === 'units')));
  return {
    inTables,
    ofUnits: /\bcac_don_vi\b/.test(wording) ? new Set([...inRowsOfUnits, ...words]) : inRowsOfUnits,
    anywhere: new Set([...inTables, ...words]),
  };
}

function wordsIn(text: string): Set<string> {
  return new Set(text.match(/[\w-]+/g));
}

/** Whether the letter tells of an indicator at all: by its own name, or in the sentence of another. */
function isTold({ code, partOf }: Indicator, definition: ReportDefinition, named: Named): boolean {
  const whole = partOf === undefined ? undefined : definition.indicators.find(each => each.code === partOf);
  return named.anywhere.has(code) || (!!whole && isTold(whole, definition, named));
}
