import type { Report } from '../compilation/report.ts';
import type { ReportDefinition } from '../office/report-definition.ts';

/** What a table tells of. */
export type Tabled = { definition: ReportDefinition; report: Report; nameOf: (unit: string) => string };
