/** Where two texts differ: lines of the one and of the other that stand in one place, and how many such places are left out. */
export type LinesApart = { places: { sent: string[]; returned: string[] }[]; more: number };

/** So many places are told: who sees these knows enough. */
const mostPlaces = 20;
/** So many lines are told of each. */
const mostLines = 8;
/** So many lines of each text are compared one with another; beyond their common head and foot few differ. */
const mostCompared = 1_500;

/** Compares two texts line by line, and says where they differ, in their order. */
export function linesApart(sent: string[], returned: string[]): LinesApart {
  const head = commonAtHead(sent, returned);
  const foot = commonAtHead(sent.slice(head).reverse(), returned.slice(head).reverse());
  const [ours, theirs] = [sent, returned].map(lines => lines.slice(head, lines.length - foot)) as [string[], string[]];
  const large = ours.length > mostCompared || theirs.length > mostCompared;
  const places = large ? [{ sent: ours, returned: theirs }] : placesApart(ours, theirs);
  return {
    places: places.slice(0, mostPlaces).map(place => ({
      sent: place.sent.slice(0, mostLines),
      returned: place.returned.slice(0, mostLines),
    })),
    more: Math.max(0, places.length - mostPlaces),
  };
}

function commonAtHead(one: string[], other: string[]): number {
  const at = one.findIndex((line, index) => line !== other[index]);
  return at < 0 ? Math.min(one.length, other.length) : at;
}

/** The lines that are in both in the same order, as many as there are, part the places that differ. */
function placesApart(sent: string[], returned: string[]): LinesApart['places'] {
  const longest = commonLengths(sent, returned);
  const places: LinesApart['places'] = [];
  let [at, to, isOpen] = [0, 0, false];
  while (at < sent.length || to < returned.length) {
    if (at < sent.length && to < returned.length && sent[at] === returned[to]) {
      [at, to, isOpen] = [at + 1, to + 1, false];
      continue;
    }
    if (!isOpen) places.push({ sent: [], returned: [] });
    isOpen = true;
    const skipsOurs = (longest[at + 1]?.[to] ?? -1) >= (longest[at]?.[to + 1] ?? -1);
    const takesOurs = at < sent.length && (skipsOurs || to >= returned.length);
    if (takesOurs) places.at(-1)?.sent.push(sent[at] ?? '');
    else places.at(-1)?.returned.push(returned[to] ?? '');
    if (takesOurs) at += 1;
    else to += 1;
  }
  return places;
}

/** How many lines the rests of two texts have in common, from each line of each on. */
function commonLengths(one: string[], other: string[]): Uint16Array[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let at = one.length - 1; at >= 0; at -= 1)
    for (let to = other.length - 1; to >= 0; to -= 1) {
      const [row, below] = [lengths[at] as Uint16Array, lengths[at + 1] as Uint16Array];
      row[to] = one[at] === other[to] ? (below[to + 1] ?? 0) + 1 : Math.max(below[to] ?? 0, row[to + 1] ?? 0);
    }
  return lengths;
}
