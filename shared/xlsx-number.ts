import Big from 'big.js';
import { roundHalfAwayFromZero, writeToBeRead } from './domain/text/numeral.ts';

/**
 * A number of a workbook as Excel shows it, written the Vietnamese way: 15 significant digits of it, as many decimals as its format
 * shows, and percent as percent. `format` is that of the cell, "#,##0.0" or "0%"; dates are told apart before.
 */
export function numberShown(value: number, format = 'General'): string {
  if (!Number.isFinite(value)) return '';
  const [shape = ''] = format.replace(/"[^"]*(?:"|$)|[\\_*].|\[[^\]]*(?:\]|$)/g, '').split(';');
  if (/[0#?],+(?![0#?,.])/.test(shape)) return `${written(digitsOf(value))} (Excel thu nhỏ khi hiện)`;
  const percent = shape.includes('%');
  const number = percent ? digitsOf(value).times(100) : digitsOf(value);
  const [, fraction = ''] = shape.split('.');
  const decimals = /^[0#?]*/.exec(fraction)?.[0].length ?? 0;
  const fixed = /[0#?]/.test(shape) && !/[/E]/i.test(shape);
  const shown = fixed ? roundHalfAwayFromZero(number, decimals) : number;
  return `${written(shown)}${percent ? '%' : ''}`;
}

function digitsOf(value: number): Big {
  return new Big(value.toPrecision(15));
}

function written(number: Big): string {
  return writeToBeRead(number.toFixed());
}
