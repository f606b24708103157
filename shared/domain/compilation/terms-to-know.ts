import { type Term, termAYearBefore, termsSoFar } from '../calendar/term.ts';
import { termsComparedWith } from '../figures/past.ts';
import { indicatorsIn } from '../office/owing.ts';
import type { ReportDefinition } from '../office/report-definition.ts';

/**
 * The earlier terms whose issued figures a report's letter rests on: those it is compared with; and where it tells of the year so
 * far, in a sentence, a table or the wording, all of this year and of the last one up to the same term.
 */
export function termsToKnow(definition: ReportDefinition, term: Term): Term[] {
  const compared = termsComparedWith(term);
  if (!tellsTheYear(definition, term)) return compared;
  const years = [term, termAYearBefore(term)].flatMap(end => termsSoFar(end, definition.yearBegins));
  return [...new Set([...compared, ...years])].filter(each => each !== term);
}

function tellsTheYear(definition: ReportDefinition, term: Term): boolean {
  const columns = (definition.tables ?? []).flatMap(table => table.columns);
  return (
    indicatorsIn(definition, term).some(({ yearToDate }) => yearToDate) ||
    columns.some(({ shows }) => shows.includes('year-to-date')) ||
    definition.wording.includes('luy_ke')
  );
}
