import { Term } from '../../shared/domain/calendar/term.ts';

/** The terms that spreadsheets head their columns with, and what makes one of it: "T1/2025", "tháng 01/2025", "quý III/2025", "năm 2025". */
const alsoWritten: [RegExp, (year: string, turn: string) => string][] = [
  [/^(?:tháng |t)?(?<turn>0?[1-9]|1[0-2])[/-](?<year>[12]\d{3})$/i, (year, turn) => `${year}-${turn.padStart(2, '0')}`],
  [
    /^(?:quý |q)(?<turn>[1-4]|I{1,3}|IV)[/-](?<year>[12]\d{3})$/i,
    (year, turn) => `${year}-Q${quarters[turn.toUpperCase()] ?? turn}`,
  ],
  [/^năm (?<year>[12]\d{3})$/i, year => year],
];

const quarters: Record<string, string> = { I: '1', II: '2', III: '3', IV: '4' };

/** A term as it is kept, of one written as offices do; anything else stays as it is, for the schema to fault. */
export function termTyped(text: string): string {
  for (const [pattern, term] of alsoWritten) {
    const { year, turn = '' } = pattern.exec(text.trim())?.groups ?? {};
    if (year !== undefined) return term(year, turn);
  }
  return text.trim();
}

/** The first and the last term of a span, "2025-01..2025-09"; of one term that alone. */
export function spanTyped(text: string): { period: string; since?: string } {
  const [first = '', last] = text.split('..').map(termTyped);
  return last === undefined ? { period: first } : { period: last, since: first };
}

/** True of the heading of a column that holds a term's figures, or a span's. */
export function headsATerm(heading: string): boolean {
  const { period, since = period } = spanTyped(heading);
  return Term.safeParse(period).success && Term.safeParse(since).success;
}
