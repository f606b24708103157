import { dateLine } from '../calendar/day.ts';
import type { Edition } from '../compilation/edition.ts';
import { documentInWords } from '../office/document-kind.ts';

/**
 * What a letter that was filed is called in a sentence: "công văn ký hiệu SCT-KHTCTH, ngày 16 tháng 11 năm 2021"; of one that bears its
 * number, "công văn số 07/SCT-KHTCTH, ngày …".
 */
export function letterNamed({ head: { document, so, kyHieu }, date }: Pick<Edition, 'head' | 'date'>): string {
  const named = so === undefined ? `ký hiệu ${kyHieu.replace(/^\//, '')}` : `số ${so}${kyHieu}`;
  return `${documentInWords(document)} ${named}, ${dateLine(date)}`;
}
