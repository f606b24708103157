import * as z from 'zod/mini';
import { CalendarDate } from '../calendar/day.ts';
import { Id } from '../text/id.ts';
import { Line } from '../text/line.ts';
import { Contact } from './contact.ts';
import { HistoricFigure } from './historic-figure.ts';
import { PlannedFigure } from './planned-figure.ts';
import { ReportDefinition } from './report-definition.ts';
import { Staff } from './staff.ts';
import { Unit } from './unit.ts';

/** More than there are authorities that give certificates. */
export const mostRoots = 30;

/** The office, as published: what a period pins when it opens. */
export const Department = z.strictObject({
  id: Id,
  name: Line,
  coQuanChuQuan: Line,
  coQuanBanHanh: Line,
  diaDanh: Line,
  diaChi: z.optional(Line),
  timeZone: z.literal('Asia/Ho_Chi_Minh'),
  units: z.array(Unit).check(z.minLength(1)),
  staff: z.array(Staff).check(z.minLength(1)),
  /** Whom units and recipients ask, as far as that is not the coordinator. */
  contact: z.optional(Contact),
  /** Days off beyond the law's holidays, compensatory ones too. */
  daysOff: z.array(CalendarDate),
  /** Weekend days that are worked, in exchange for another day. */
  daysWorked: z.array(CalendarDate),
  history: z.array(HistoricFigure),
  plan: z.optional(z.array(PlannedFigure)),
  reports: z.array(ReportDefinition).check(z.minLength(1)),
  /** The root certificates that the office keeps, each as DER in base64: whom it takes signatures from. */
  roots: z.optional(z.array(z.base64().check(z.maxLength(8_000))).check(z.maxLength(mostRoots))),
});
export type Department = z.infer<typeof Department>;
