import type { Month } from '../calendar/month.ts';
import { figuresToIssue } from '../compilation/issued.ts';
import type { Report } from '../compilation/report.ts';
import type { IssuedFigures } from '../figures/issued-figures.ts';
import { nameOf } from '../figures/known.ts';
import { at, type Breach, mends } from './breach.ts';

/** What an edition adds to the series: its report, and the one it takes the place of; in the order of issue. `entered` is false while it need not be in yet. */
export type Issued = { report: Report; replaced?: Report | undefined; entered: boolean };

/** What the series is: the figures of each month as they were issued, or restated since, and no others. */
export function breachesInSeries(name: string, issued: Issued[], kept: IssuedFigures[]): Breach[] {
  const expected = expectedOf(issued);
  const found = new Map(kept.map(one => [one.month, flat(one)]));
  return [...new Set([...expected.keys(), ...found.keys()])].sort().flatMap(month => {
    const wanted = expected.get(month) ?? new Map<string, Set<string | undefined>>();
    const figures = found.get(month) ?? {};
    const codes = [...new Set([...wanted.keys(), ...Object.keys(figures)])];
    const wrong = codes.filter(code => !(wanted.get(code) ?? nothing).has(figures[code]));
    const empty = found.has(month) && wanted.size === 0 && 'không tháng nào phát hành những số liệu này';
    const whats = wrong.map(code => `"${code}" không phải là số đã phát hành`);
    return at(`${name}, dãy số tháng ${month}`, mends.item, ...whats, whats.length === 0 && empty);
  });
}

const nothing: ReadonlySet<string | undefined> = new Set([undefined]);

/** Every figure by name, "xuat-khau", of a unit "gieo-cay@kv1", and whether it was an estimate, "ước xuat-khau". */
function flat({ figures, units = {}, estimated = [] }: IssuedFigures): Record<string, string | undefined> {
  const ofUnits = Object.entries(units).flatMap(([unit, own]) =>
    Object.entries(own).map(([code, value]) => [nameOf({ code, unit }), value] as const),
  );
  const all = [...Object.entries(figures), ...ofUnits];
  const guesses = all.map(([name]) => [`ước ${name}`, estimated.includes(name) ? 'ước' : undefined] as const);
  return Object.fromEntries([...all, ...guesses]);
}

function expectedOf(issued: Issued[]): Map<Month, Map<string, Set<string | undefined>>> {
  const expected = new Map<Month, Map<string, Set<string | undefined>>>();
  for (const { report, replaced, entered } of issued) {
    for (const one of figuresToIssue(report, replaced)) {
      const { month } = one;
      const own = expected.get(month) ?? new Map<string, Set<string | undefined>>();
      expected.set(month, own);
      for (const [code, value] of Object.entries(flat(one)))
        own.set(code, new Set([...(entered ? [] : (own.get(code) ?? nothing)), value]));
    }
  }
  return expected;
}
