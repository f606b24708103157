import { raw } from 'hono/html';

/** What a page tells its script, as JSON that no markup can end: "<" is written as its escape. */
export function scriptData(told: unknown) {
  return raw(JSON.stringify(told).replaceAll('<', '\\u003c'));
}
