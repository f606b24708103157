import type { Term } from '../calendar/term.ts';
import type { Report } from '../compilation/report.ts';
import type { ReportedChange, ReportedFigure } from '../compilation/reported-figure.ts';
import { toldIn } from '../compilation/told.ts';
import type { Department } from '../office/department.ts';
import type { Indicator } from '../office/indicator.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import { unitName } from '../office/unit.ts';

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
  const telling = tellingOf(definition);
  return toldIn(definition, report).flatMap(({ indicator, figure }) => {
    if (!isTold(indicator, telling)) return [];
    const { code, name, unitOfMeasure } = indicator;
    const same = { code, name, unitOfMeasure, term: report.month };
    const by = (unit: string | undefined) =>
      unit === undefined ? undefined : { id: unit, name: unitName(department, unit), ...handedIn.get(unit) };
    const own = tellsUnits(indicator, telling);
    const level = tellsLevel(indicator, telling);
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

/** What a letter tells, by the codes that stand in its wording and in its tables. */
type Telling = { indicators: Indicator[]; wording: Set<string>; tables: Set<string>; byUnit: Set<string> };

function tellingOf({ indicators, wording, tables = [] }: ReportDefinition): Telling {
  const namesInTables = (some: typeof tables) => namesIn(JSON.stringify(some));
  return {
    indicators,
    wording: namesIn(wording),
    tables: namesInTables(tables),
    byUnit: namesInTables(tables.filter(({ rows }) => rows.of === 'units')),
  };
}

/** Whether the letter tells of an indicator at all: by its own name, by a table, or in the sentence of another. */
function isTold({ code, partOf }: Indicator, telling: Telling): boolean {
  const whole = partOf === undefined ? undefined : telling.indicators.find(each => each.code === partOf);
  return telling.wording.has(code) || telling.tables.has(code) || (!!whole && isTold(whole, telling));
}

/** Whether its value is told, or only how it changed: a table tells the value of whatever it names. */
function tellsLevel({ code, shows }: Indicator, { tables }: Telling): boolean {
  return shows === 'level' || tables.has(code);
}

/** Whether it tells what each unit gave: in a table with a row for each, or where its wording goes through them. */
function tellsUnits({ code }: Indicator, { wording, byUnit }: Telling): boolean {
  return byUnit.has(code) || (wording.has('cac_don_vi') && wording.has(code));
}

/** Codes, and whatever else is written like one; a hyphen at either end is Liquid's, which leaves blanks out there. */
function namesIn(text: string): Set<string> {
  return new Set(text.match(/\w+(?:-\w+)*/g));
}
