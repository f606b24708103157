import { GivenNumber } from '../domain/issuing/numbers.ts';
import { type Key, putOnce, query, type Table } from './table.ts';

/** The register of a year and a symbol. */
export type Register = Pick<GivenNumber, 'year' | 'symbol'>;

/** Gives a letter a number; false when a letter has it already, and then nothing is changed. One item a number: nothing races past it. */
export function giveNumber(table: Table, given: GivenNumber): Promise<boolean> {
  return putOnce(table, { ...numberKey(given), ...given });
}

/** The numbers given in a year under a symbol, lowest first. */
export async function numbersIn(table: Table, register: Register): Promise<GivenNumber[]> {
  return (await query(table, numberKey({ ...register, number: 0 }).pk)).map(item => GivenNumber.parse(item));
}

export function numberKey({ year, symbol, number }: Pick<GivenNumber, 'year' | 'symbol' | 'number'>): Key {
  return { pk: `NUMBER#${year}#${symbol}`, sk: String(number).padStart(5, '0') };
}
