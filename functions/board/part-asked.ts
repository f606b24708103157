import type { Request } from '../../shared/http/request.ts';

/** The part of a long table that an address asks for, "?phan=2"; the first where it asks for none there is. */
export function partAsked<Row>({ event }: Request, rows: Row[], longest: number) {
  const parts = Math.max(1, Math.ceil(rows.length / longest));
  const asked = Number(event.queryStringParameters?.phan);
  const part = Number.isInteger(asked) && asked >= 1 && asked <= parts ? asked : 1;
  return { part, parts, shown: rows.slice((part - 1) * longest, part * longest) };
}
