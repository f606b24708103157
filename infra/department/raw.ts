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
