import * as z from 'zod/mini';
import { lengthOf } from './length.ts';

/** Characters, by `lengthOf`. */
export const longestLine = 500;

/** One line of text for people; it may stand in a mail's header, so it holds no control character. */
export const Line = z.string().check(
  z.trim(),
  z.minLength(1, 'không được để trống'),
  // No character is typed with more than eight units: what is far too long is not counted.
  z.refine(line => line.length <= 8 * longestLine && lengthOf(line) <= longestLine, 'dài quá 500 ký tự'),
  z.refine(line => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(line), 'chỉ được một dòng, không có ký tự điều khiển'),
  z.overwrite(line => line.normalize('NFC')),
);
