import { describe, expect, it } from 'vitest';
import { epochOf, opens, type Session, shutOut } from '../../shared/aws/access.ts';
import { type Head, headOf } from '../../shared/aws/heads.ts';
import { openSession, sessionOf } from '../../shared/aws/sessions.ts';
import { query } from '../../shared/aws/table.ts';
import { sha256 } from '../../shared/token.ts';
import { aTable, closing, digest, openTable, openTableOfOld, session, sessionOfOld, unit } from './a-unit.ts';

const head = async (table: Parameters<typeof headOf>[0]) => (await headOf(table, unit)) as Head;

describe('a session', () => {
  it('opens its head until its time is up', async () => {
    const table = await openTable();
    expect(opens(await head(table), session, closing - 1)).toBe(true);
    expect(opens(await head(table), session, closing)).toBe(false);
  });

  it('opens it in its own epoch alone', async () => {
    const table = await openTable();
    const later: Session = { head: unit, epoch: 1, until: closing };
    expect(opens(await head(table), later, 1)).toBe(false);
    await shutOut(table, unit);
    expect([opens(await head(table), session, 1), opens(await head(table), later, 1)]).toEqual([false, true]);
  });

  it('is kept apart, by the digest of its secret, and found again by the secret alone', async () => {
    const table = aTable();
    const opened = { head: unit, epoch: 2, until: 10_900 };
    const secret = await openSession(table, opened);
    expect(await sessionOf(table, secret)).toEqual(opened);
    expect(await sessionOf(table, 'x'.repeat(43))).toBeUndefined();
    const items = await query(table, `SESSION#${sha256(secret)}`);
    expect(items).toEqual([{ pk: expect.any(String), sk: 'SESSION', ...unit, epoch: 2, until: 10_900, expiresAt: 11 }]);
    expect(JSON.stringify(items)).not.toContain(secret);
  });

  it('of before there were epochs is one that the head lists, until the hour it says', async () => {
    const table = await openTableOfOld();
    expect(opens(await head(table), sessionOfOld, closing - 1)).toBe(true);
    expect(opens(await head(table), sessionOfOld, closing)).toBe(false);
    expect(opens(await head(table), { head: unit, digest: 'x'.repeat(64) }, 1)).toBe(false);
    expect(opens(await head(table), { head: unit, digest: 'constructor' }, 1)).toBe(false);
  });
});

describe('shutting a unit out', () => {
  it('begins the next epoch, each time, and ends what the head lists from before there were any', async () => {
    const table = await openTableOfOld();
    expect(epochOf(await head(table))).toBe(0);
    await shutOut(table, unit);
    expect(await head(table)).toMatchObject({ epoch: 1, access: {} });
    expect(opens(await head(table), { head: unit, digest }, 1)).toBe(false);
    await shutOut(table, unit);
    expect(epochOf(await head(table))).toBe(2);
  });

  it('makes no head where there is none', async () => {
    const table = aTable();
    await shutOut(table, unit);
    expect(await headOf(table, unit)).toBeUndefined();
  });
});
