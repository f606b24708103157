import { folded } from './folded.ts';

/**
 * Whether what is written beside a number is this unit of measure: as it is called, as it is abbreviated ("đ", "VND", "tr", "$"), or its
 * first words, where those left out say nothing of how much it is: "138,8 triệu" of "triệu USD", but not "5 nghìn" of "nghìn tỷ đồng".
 */
export function isUnit(written: string, unitOfMeasure: string): boolean {
  const [said, unit] = [wordsOf(written), wordsOf(unitOfMeasure)];
  if (said.length === 0 || said.some((word, at) => word !== unit[at])) return false;
  return unit.slice(said.length).every(word => !scales.has(word));
}

/** Whether a cell says that numbers beside it are in another unit of measure: another size of it, another currency, or percent. */
export function isOtherUnit(cell: string, unitOfMeasure: string): boolean {
  if (cell.length > 40) return false;
  const [first = ''] = wordsOf(cell);
  return (scales.has(first) || currencies.has(first)) && !isUnit(cell, unitOfMeasure);
}

function wordsOf(text: string): string[] {
  const words =
    folded(text)
      .replaceAll(percent, '%')
      .match(/[\p{L}\p{M}\p{N}]+|[^\s.]/gu) ?? [];
  return words.map(word => abbreviated.get(word) ?? word);
}

const percent = folded('phần trăm');
const foldedSet = (...words: string[]) => new Set(words.map(folded));
const scales = foldedSet('trăm', 'nghìn', 'vạn', 'triệu', 'tỷ');
const currencies = foldedSet('đồng', 'usd', '%');
const abbreviated = new Map(
  [
    ['đ', 'đồng'],
    ['₫', 'đồng'],
    ['vnd', 'đồng'],
    ['vnđ', 'đồng'],
    ['$', 'usd'],
    ['tr', 'triệu'],
    ['ngàn', 'nghìn'],
  ].map(([short = '', long = '']) => [folded(short), folded(long)]),
);
