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
  return toldIn(definition, report).flatMap(({ indicator, figure }) => {
    if (!isTold(indicator, definition)) return [];
    const { code, name, unitOfMeasure } = indicator;
    const same = { code, name, unitOfMeasure, term: report.month };
    const by = (unit: string | undefined) =>
      unit === undefined ? undefined : { id: unit, name: unitName(department, unit), ...handedIn.get(unit) };
    const own = tellsUnits(indicator, definition);
    const level = tellsLevel(indicator, definition);
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

/** Whether the letter tells of an indicator at all: by its own name, by a table, or in the sentence of another. */
function isTold({ code, partOf }: Indicator, definition: ReportDefinition): boolean {
  const { wording, tables = [] } = definition;
  const whole = partOf === undefined ? undefined : definition.indicators.find(each => each.code === partOf);
  return [wording, JSON.stringify(tables)].some(text => names(text, code)) || (!!whole && isTold(whole, definition));
}

/** Whether its value is told, or only how it changed: a table tells the value of whatever it names. */
function tellsLevel({ code, shows }: Indicator, { tables = [] }: ReportDefinition): boolean {
  return shows === 'level' || names(JSON.stringify(tables), code);
}

/** Whether it tells what each unit gave: in a table with a row for each, or where its wording goes through them. */
function tellsUnits({ code }: Indicator, { wording, tables = [] }: ReportDefinition): boolean {
  const byUnit = tables.filter(({ rows }) => rows.of === 'units');
  return names(JSON.stringify(byUnit), code) || (/\bcac_don_vi\b/.test(wording) && names(wording, code));
}

function names(text: string, code: string): boolean {
  return new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text);
}
