/**
 * JSON with the members of every object in the order of their names, and none that is undefined: the same content is the same
 * text, so that its digest can be taken anew from what was stored.
 */
export function canonical(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) => (isObject(value) ? inOrder(value) : value)) ?? 'null';
}

function inOrder(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
