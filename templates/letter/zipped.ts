import { zipSync } from 'fflate';

/** Parts in one zip, in their order. The same parts give the same bytes: each bears the earliest time that a zip can tell. */
export function zipped(parts: Record<string, Uint8Array>): Uint8Array {
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}
