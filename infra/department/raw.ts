/** What a YAML file holds before a schema has seen it: every scalar is text. */
export type Raw = Record<string, unknown>;

/** Applies to what has entries; anything else stays as it is, for the schema to fault. */
export function onRecord(raw: unknown, fill: (record: Raw) => unknown): unknown {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? fill(raw as Raw) : raw;
}

/** One alone is a list of one; nothing is an empty list. */
export function list(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw;
  return raw === undefined || raw === null || raw === '' ? [] : [raw];
}

/** What is read of each that stands in a list. */
export function listOf(read: (raw: unknown) => unknown): (raw: unknown) => unknown[] {
  return raw => list(raw).map(each => read(each));
}

/** What is read of each entry, by the same names. */
export function eachValue(raw: unknown, read: (raw: unknown) => unknown): unknown {
  return onRecord(raw, record =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, read(value)])),
  );
}

/** What is read of those that stand in a record; nothing of those left out. */
export function given(record: Raw, readers: Record<string, (raw: unknown) => unknown>): Raw {
  const standing = Object.entries(readers).filter(([key]) => record[key] !== undefined);
  return Object.fromEntries(standing.map(([key, read]) => [key, read(record[key])]));
}

/** A whole number where one is written; anything else stays as it is. */
export function whole(raw: unknown): unknown {
  return typeof raw === 'string' && /^-?\d{1,6}$/.test(raw) ? Number(raw) : raw;
}

/** What may be left out may also stand there with nothing after it, "last:". */
export function filledIn(record: Raw, ...optional: string[]): Raw {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => value !== '' || !optional.includes(key)));
}

/** Yes or no where one is written; anything else stays as it is. */
export function truth(raw: unknown): unknown {
  if (raw === 'true' || raw === 'có') return true;
  return raw === 'false' || raw === 'không' ? false : raw;
}
