import type { Run } from '../../shared/domain/letter/letter.ts';

/** True of the title of a part, "Phần I …": it stands in the middle, as no other title does (NĐ 30/2020, Phụ lục I, mục II.6). */
export function isPart([first]: Run[]): boolean {
  return /^phần (?:thứ \S|[ivxlc\d]+(?:[\s.:]|$))/i.test(first?.text ?? '');
}
