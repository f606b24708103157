import type { Term } from '../calendar/term.ts';

/** Whose form, of which report and term: its address and its cookie name it, so that two forms never stand in each other's place. */
export type FormName = { report: string; month: Term; unit: string };

/** Where a unit's form is reached; its other pages lie under it. */
export function formAddress({ report, month, unit }: FormName): string {
  return `/form/${report}/${month}/${unit}`;
}
