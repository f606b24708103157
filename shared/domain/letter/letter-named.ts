import { dateLine } from '../calendar/day.ts';
import type { Edition } from '../compilation/edition.ts';
import { documentInWords } from '../office/document-kind.ts';

/** What a letter that was filed is called in a sentence: "công văn ký hiệu SCT-KHTCTH, ngày 16 tháng 11 năm 2021". */
export function letterNamed({ head, date }: Pick<Edition, 'head' | 'date'>): string {
  return `${documentInWords(head.document)} ký hiệu ${head.kyHieu.replace(/^\//, '')}, ${dateLine(date)}`;
}
