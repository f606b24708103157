import { describe, expect, it } from 'vitest';
import { opens, shutOut } from '../../shared/aws/access.ts';
import { linkToForm, sessionByLink } from '../../shared/aws/form-links.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { type Link, linkOf, recordLink, useUp } from '../../shared/aws/links.ts';
import { putOnce, query } from '../../shared/aws/table.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { sha256 } from '../../shared/token.ts';
import { aTable, openTable, openTableOfOld, unit } from './a-unit.ts';

/** Ends with the second 10. */
const link: Link = { opens: 'sign-in', staff: 'tong-hop', expiresAt: 10 };
const tokens = { known: 'k'.repeat(43), unknown: 'u'.repeat(43) };

async function recorded() {
  const table = aTable();
  await recordLink(table, tokens.known, link);
  return table;
}

describe('a link', () => {
  it('is found by its secret until its time is up', async () => {
    const table = await recorded();
    expect(await linkOf(table, tokens.known, 9_999)).toMatchObject(link);
    expect(await linkOf(table, tokens.known, 10_000)).toBeUndefined();
    expect(await linkOf(table, tokens.unknown, 0)).toBeUndefined();
  });

  it('keeps nothing from which its secret can be had', async () => {
    const table = await recorded();
    const items = await query(table, `LINK#${sha256(tokens.known)}`);
    expect(items).toEqual([{ pk: expect.any(String), sk: 'LINK', ...link }]);
    expect(JSON.stringify(items)).not.toContain(tokens.known);
  });

  it('that serves once is used up by whoever comes first, and opens nothing after', async () => {
    const table = await recorded();
    const uses = await Promise.all([1, 2, 3].map(() => useUp(table, tokens.known, 1)));
    expect(uses.filter(Boolean)).toEqual([expect.objectContaining(link)]);
    expect(await linkOf(table, tokens.known, 1)).toBeUndefined();
  });

  it('is used up by nobody on the stroke of its end, or with another secret', async () => {
    const table = await recorded();
    expect(await useUp(table, tokens.known, 10_000)).toBeUndefined();
    expect(await useUp(table, tokens.unknown, 1)).toBeUndefined();
    expect(await linkOf(table, tokens.unknown, 1)).toBeUndefined();
  });
});

describe('what a link opens', () => {
  const form = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1, expiresAt: 10 };
  it.each([
    { opens: 'form', ...form },
    { opens: 'sign-in', staff: 'tong-hop', expiresAt: 10 },
    { opens: 'board', staff: 'tong-hop', expiresAt: 10 },
    { opens: 'edition', report: 'bao-cao-thang', month: '2021-10', number: 1, expiresAt: 10 },
  ] as const)('is one of these, read back as it was recorded: %j', async kept => {
    const table = aTable();
    await recordLink(table, tokens.known, kept);
    expect(await linkOf(table, tokens.known, 0)).toEqual(kept);
  });

  it('is nothing else', async () => {
    const table = aTable();
    await recordLink(table, tokens.known, { ...form, opens: 'vault' } as unknown as Link);
    await expect(linkOf(table, tokens.known, 0)).rejects.toThrow();
  });
});

describe('a link to a form', () => {
  const period = { report: unit.report, month: unit.month, shards: 1 } as Period;

  it('leads to the unit’s head, in the epoch in which it was made, until the instant it is given', async () => {
    const table = await openTable();
    const token = await linkToForm(table, unit.unit, period, 10_900);
    expect(await linkOf(table, token, 9_999)).toEqual({ opens: 'form', ...unit, epoch: 0, expiresAt: 10 });
    expect(await sessionByLink(table, token, 9_999)).toEqual({ head: unit, epoch: 0, until: 10_000 });
    expect(await sessionByLink(table, token, 10_000)).toBeUndefined();
  });

  it('made once its unit was shut out opens the head again, and the one before does not', async () => {
    const table = await openTable();
    const before = await linkToForm(table, unit.unit, period, 10_000);
    await shutOut(table, unit);
    const after = await linkToForm(table, unit.unit, period, 10_000);
    const head = await headOf(table, unit);
    const opened = async (token: string) => {
      const session = await sessionByLink(table, token, 1);
      return head && session && opens(head, session, 1);
    };
    expect([await opened(before), await opened(after)]).toEqual([false, true]);
  });

  it('writes nothing into the head: it does not grow by who is let in', async () => {
    const table = await openTable();
    const before = await headOf(table, unit);
    await linkToForm(table, unit.unit, period, 10_000);
    expect(await headOf(table, unit)).toEqual(before);
  });

  it('of before there were epochs opens the head that lists it', async () => {
    const table = await openTableOfOld();
    const stored = { pk: `LINK#${sha256(tokens.known)}`, sk: 'LINK', opens: 'form', ...unit, expiresAt: 10 };
    await putOnce(table, stored);
    expect(await sessionByLink(table, tokens.known, 1)).toEqual({ head: unit, digest: sha256(tokens.known) });
  });

  it('is none of another kind', async () => {
    expect(await sessionByLink(await recorded(), tokens.known, 1)).toBeUndefined();
  });
});
