import { describe, expect, it } from 'vitest';
import { exchange } from '../../shared/aws/access.ts';
import { linkToForm } from '../../shared/aws/form-links.ts';
import { createHead, headOf } from '../../shared/aws/heads.ts';
import { type Link, linkOf, recordLink, useUp } from '../../shared/aws/links.ts';
import { query } from '../../shared/aws/table.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { sha256 } from '../../shared/token.ts';
import { aTable, unit } from './a-unit.ts';

/** Ends with the second 10. */
const link: Link = { opens: 'sign-in', staff: 'tong-hop', expiresAt: 10 };
const tokens = { known: 'mot-bi-mat', unknown: 'bi-mat-khac' };

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
  it('leads to the unit’s head, which knows it, until the instant it is given', async () => {
    const table = aTable();
    const { report, month, unit: id } = unit;
    await createHead(table, unit);
    const token = await linkToForm(table, id, { report, month, shards: 1 } as Period, 10_900);
    expect(await linkOf(table, token, 9_999)).toEqual({ opens: 'form', ...unit, expiresAt: 10 });
    expect((await headOf(table, unit))?.access).toEqual({ [sha256(token)]: 10_900 });
    const session = { digest: 's'.repeat(64), until: 10_900 };
    expect(await exchange(table, unit, { link: sha256(token), session, now: 10_899 })).toBeDefined();
  });
});
