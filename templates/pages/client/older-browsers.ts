/**
 * What browsers of some years lack of the language, filled in before anything else runs: the form works from iOS 15 and Android WebView
 * 100 on, and shares its rules with a house that is written for today. What else of the script were newer than those,
 * test/templates/pages/older-browsers.test.ts refuses.
 */
export const filledIn: [of: object, methods: Record<string, unknown>][] = [
  [
    Array.prototype,
    {
      at(this: unknown[], place: number) {
        return this[place < 0 ? this.length + place : place];
      },
      findLast(this: unknown[], is: (each: unknown) => unknown) {
        return [...this].reverse().find(each => is(each));
      },
      findLastIndex(this: unknown[], is: (each: unknown) => unknown) {
        let place = this.length - 1;
        while (place >= 0 && !is(this[place])) place -= 1;
        return place;
      },
      toSorted(this: unknown[], order?: (one: unknown, other: unknown) => number) {
        return [...this].sort(order);
      },
    },
  ],
  [
    String.prototype,
    {
      toWellFormed(this: string) {
        return this.replace(/\p{Surrogate}/gu, '\ufffd');
      },
    },
  ],
  [
    Object,
    {
      hasOwn: (of: object, name: string) => Object.getOwnPropertyDescriptor(of, name) !== undefined,
    },
  ],
  [
    Map,
    {
      groupBy(all: Iterable<unknown>, nameOf: (each: unknown, place: number) => unknown) {
        const groups = new Map<unknown, unknown[]>();
        for (const [place, each] of [...all].entries()) {
          const name = nameOf(each, place);
          const group = groups.get(name);
          if (group) group.push(each);
          else groups.set(name, [each]);
        }
        return groups;
      },
    },
  ],
];

for (const [of, methods] of filledIn)
  for (const [name, method] of Object.entries(methods))
    if (!(name in of)) Object.defineProperty(of, name, { value: method, writable: true, configurable: true });
