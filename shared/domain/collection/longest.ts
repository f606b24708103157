/** Characters, by `lengthOf`: of a numeral as typed, of a note, of a result, of a cell of a list. The form, the API and its document tell the same. */
export const longest = { numeral: 64, note: 1_000, narrative: 10_000, cell: 2_000 };
