import * as z from 'zod/mini';
import { Month } from '../calendar/month.ts';
import { Decimal } from '../text/decimal.ts';
import { Id } from '../text/id.ts';

/** A figure of a month before the first period; `value` is a plain decimal. */
export const HistoricFigure = z.strictObject({ period: Month, indicator: Id, value: Decimal });
export type HistoricFigure = z.infer<typeof HistoricFigure>;
