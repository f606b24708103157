import { beforeEach, describe, expect, it, vi } from 'vitest';
import { get, type Table } from '../../shared/aws/table.ts';
import { keyLasts } from '../../shared/aws/who-asks.ts';
import { sha256 } from '../../shared/token.ts';
import { aTable } from './a-unit.ts';

const address = '203.0.113.7';
const key = { pk: 'ASKERS', sk: 'KEY' };
let table: Table;

beforeEach(() => {
  table = aTable();
});

/** Another process: it remembers nothing. */
async function process() {
  vi.resetModules();
  return (await import('../../shared/aws/who-asks.ts')).whoAsks;
}

describe('who asks', () => {
  it('is told apart the same way all day, by every process, though many come at once', async () => {
    const processes = await Promise.all([process(), process(), process()]);
    const told = await Promise.all(processes.map(whoAsks => whoAsks(table, address, keyLasts)));
    told.push(await (await process())(table, address, 2 * keyLasts - 1));
    expect(new Set(told).size).toBe(1);
    expect(told[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(await (await process())(table, '203.0.113.8', keyLasts)).not.toBe(told[0]);
  });

  it('cannot be found by trying every address: the digest hangs on a key', async () => {
    expect(await (await process())(table, address, keyLasts)).not.toBe(sha256(address));
  });

  it('is forgotten the next day: the key is overwritten, and is gone soon when nobody comes', async () => {
    const whoAsks = await process();
    const first = await whoAsks(table, address, keyLasts);
    const before = await get(table, key);
    expect(before).toMatchObject({ expiresAt: (2 * keyLasts) / 1_000 });
    expect(await whoAsks(table, address, 2 * keyLasts)).not.toBe(first);
    const after = await get(table, key);
    expect(Object.keys(after ?? {}).sort()).toEqual(Object.keys(before ?? {}).sort());
    expect(after?.key).not.toBe(before?.key);
  });

  it('that comes late from the day before is counted all the same, and brings the old key not back', async () => {
    const today = await (await process())(table, address, 2 * keyLasts);
    expect(await (await process())(table, address, 2 * keyLasts - 1)).toBe(today);
  });
});
