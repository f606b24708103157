/** Reads an entry of a record that came from outside: an inherited property, such as "constructor", is no entry. */
export function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
