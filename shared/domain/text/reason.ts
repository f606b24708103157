import * as z from 'zod/mini';
import { Line } from './line.ts';

/**
 * Why something was done, as a person typed it for the trail: a line in which every character is seen. A mark that turns the
 * direction of what follows, or a character without width, would make the trail say other than what was typed.
 */
export const Reason = Line.check(z.refine(line => !/\p{C}/u.test(line), 'có ký tự ẩn hoặc ký tự đổi chiều chữ'));

/** A reason from a field of several lines: breaks and runs of blanks are one blank. */
export function reasonTyped(typed: string) {
  return Reason.safeParse(typed.replace(/\s+/g, ' '));
}
