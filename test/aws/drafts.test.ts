import { describe, expect, it } from 'vitest';
import { keepDraft, keepLate } from '../../shared/aws/drafts.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { fence } from '../../shared/aws/submissions.ts';
import { aTable, closing, digest, openTable, unit } from './a-unit.ts';

const answers = { figures: {}, outcomes: {}, further: 'đang gõ dở' };
const drafting = (changed: { digest?: string; at?: number } = {}) => ({
  ...{ head: unit, digest, answers, at: 5 },
  ...changed,
});

describe('a draft', () => {
  it('is kept unchecked, with the hour, and a later one takes its place', async () => {
    const table = await openTable();
    expect(await keepDraft(table, drafting())).toBe(true);
    expect(await headOf(table, unit)).toMatchObject({ revision: 0, draft: answers, draftedAt: 5 });
    await keepDraft(table, drafting({ at: 6 }));
    expect(await headOf(table, unit)).toMatchObject({ draftedAt: 6 });
    expect(await headOf(table, unit)).not.toHaveProperty('lateAt');
  });

  it.each([
    ['a foreign secret', drafting({ digest: 'x'.repeat(64) })],
    ['a secret on the stroke of its end', drafting({ at: closing })],
  ])('is not kept with %s, neither in time nor late', async (_, foreign) => {
    const table = await openTable();
    expect([await keepDraft(table, foreign), await keepLate(table, foreign)]).toEqual([false, false]);
    expect(await headOf(table, unit)).not.toHaveProperty('draftedAt', expect.any(Number));
  });

  it('is not kept beyond the fence as if it were in time', async () => {
    const table = await openTable();
    await fence(table, unit, 4);
    expect(await keepDraft(table, drafting())).toBe(false);
  });

  it('is not kept where the unit has no head', async () => {
    expect([await keepDraft(aTable(), drafting()), await keepLate(aTable(), drafting())]).toEqual([false, false]);
  });
});

describe('what comes too late', () => {
  it('is kept beyond the fence, so that nothing typed is lost, with the hour it first came', async () => {
    const table = await openTable();
    await fence(table, unit, 4);
    expect(await keepLate(table, drafting())).toBe(true);
    await keepLate(table, drafting({ at: 9 }));
    expect(await headOf(table, unit)).toMatchObject({ revision: 0, draft: answers, draftedAt: 9, lateAt: 5 });
  });
});
