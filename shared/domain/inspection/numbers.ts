import type { GivenNumber } from '../issuing/numbers.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept } from './kept.ts';

/** Each numbered letter has its number in the register, with its date. A number that no letter bears was passed over, and is shown. */
export function breachesInNumbers(all: Kept[], register: GivenNumber[]): Breach[] {
  const given = new Set(register.map(inOne));
  return all.flatMap(({ editions }) =>
    editions.flatMap(({ edition: { report, month, number: edition, numbered } }) =>
      at(
        `${report} ${month}, bản ${edition}`,
        mends.item,
        numbered && !given.has(inOne({ report, month, edition, ...numbered })) && 'số của văn bản không có trong sổ số',
      ),
    ),
  );
}

function inOne({ report, month, edition, number, date }: Omit<GivenNumber, 'year' | 'symbol'>): string {
  return [report, month, edition, number, date].join(' ');
}
