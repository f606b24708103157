import type { Row } from './sampling.ts';

/** The sample office in a month, as docs/deploy.md takes it: letters of two reports with their DOCX and PDF attached. */
const office = { units: 8, submissions: 16, mails: 33, letters: 15, kilobytesOfLetter: 100 };

/** Requests of a unit in a month, its pages' files among them. */
const requests = office.units * 20;
const calls = requests + 2 * office.mails;

/** US dollars for one, by the prices and the formula of docs/deploy.md. */
const price = {
  call: 0.2e-6,
  gigabyteSecond: 16.7e-6,
  read: 0.15e-6,
  write: 0.72e-6,
  request: 1.25e-6,
  mail: 0.1e-3,
  gigabyteMailed: 0.12,
  gigabyteLogged: 0.7,
  trace: 5e-6,
};

/** What grows with the office, in a month; what is paid for the clock alone, ticks and what they read, does not. */
const variable = {
  mails: office.mails * price.mail + ((office.letters * office.kilobytesOfLetter) / 1e6) * price.gigabyteMailed,
  calls: calls * price.call,
  time: calls * 0.02 * 0.5 * price.gigabyteSecond,
  reads: requests * 2 * price.read,
  writes: (2 * office.units + 4 * office.mails + 3 * office.submissions) * price.write,
  pages: requests * price.request,
  log: (calls / 1e6) * price.gigabyteLogged,
  traces: requests * price.trace,
};

/** What a month costs beyond what it costs to send its mails. */
export function cost(): Row[] {
  const whole = Object.values(variable).reduce((sum, part) => sum + part, 0);
  return [{ ratio: 'variable cost of a month / the mails’ own price', target: 1.1, value: whole / variable.mails }];
}
