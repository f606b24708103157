import type { ReportDefinition } from '../office/report-definition.ts';

/**
 * Whether a letter waits for the coordinator: where a unit is missing and the report says so, and where fewer have handed in
 * than the office calls enough. A letter of nobody's goes out by itself only where an office says that none is enough.
 */
export function waits(
  { whenMissing, atLeast = 1 }: Pick<ReportDefinition, 'whenMissing' | 'atLeast'>,
  { units, missing }: { units: number; missing: number },
): boolean {
  return (whenMissing === 'hold' && missing > 0) || units - missing < Math.min(atLeast, units);
}
