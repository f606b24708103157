import { before } from '../../text/before.ts';

const numberNamed = / số:? ?/giu;
const documentNamed =
  /(?:công văn|quyết định|nghị quyết|nghị định|thông tư|thông báo|kế hoạch|chỉ thị|tờ trình|báo cáo|giấy mời|hướng dẫn)$/iu;
/** "272/TB-VPCP", "30/2020/NĐ-CP", "11-NQ/TW": begins with its number, and no part of it is empty (NĐ 30/2020, Phụ lục I, II.3). */
const documentNumber =
  /^\d{1,5}[a-zđ]?(?:-[\p{Lu}\d]+|\/\d{4})?(?:\/[\p{Lu}\d][\p{L}\d&.]*(?:-[\p{Lu}\d][\p{L}\d&.]*)*)*$/u;

export function brokenNumbers(text: string): string[] {
  const broken = [...text.matchAll(numberNamed)].flatMap(({ 0: words, index }) => {
    const [number = ''] = text.slice(index + words.length, index + 60).split(/\s/, 1);
    const kind = documentNamed.exec(before(text, index))?.[0];
    const isWhole = documentNumber.test(number.replace(/[.,;:)"”]{1,3}$/u, ''));
    return kind === undefined || isWhole ? [] : [`${kind}${words}${number}`.trim()];
  });
  return [...new Set(broken)].map(words => `"${words}" không thành số, ký hiệu văn bản (ví dụ 272/TB-VPCP): xem lại.`);
}
