import * as z from 'zod/mini';
import { Month } from '../calendar/month.ts';

/** Offices merge and are renamed: what has these months exists only between them, both included. */
export const Validity = { validFrom: z.optional(Month), validTo: z.optional(Month) };
