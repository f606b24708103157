const signs: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** "III"; above 3,999, which Roman numerals write no further, in digits. */
export function roman(number: number): string {
  return number < 4_000 ? signsOf(number) : String(number);
}

function signsOf(number: number): string {
  const [value, sign] = signs.find(([least]) => least <= number) ?? [0, ''];
  return value === 0 ? '' : sign + signsOf(number - value);
}
