import { describe, expect, it } from 'vitest';
import type { Session } from '../../shared/aws/access.ts';
import { draftKept, keepDraft, keepLate, keepPressed, lateKept, pressedIn } from '../../shared/aws/drafts.ts';
import { closeHead } from '../../shared/aws/fence.ts';
import { type Head, headOf, keyOf } from '../../shared/aws/heads.ts';
import { handIn } from '../../shared/aws/submissions.ts';
import { get, putOnce, type Table, update } from '../../shared/aws/table.ts';
import { aTable, closing, digest, handing, openTable, session, sessionOfOld, unit } from './a-unit.ts';

const answers = { figures: {}, outcomes: {}, further: 'đang gõ dở' };
const drafting = (changed: { session?: Session; at?: number } = {}) => ({
  ...{ session, answers, at: 5 },
  ...changed,
});

const head = async (table: Table) => (await headOf(table, unit)) as Head;
const draft = async (table: Table) => (await draftKept(table, unit, await head(table)))?.answers;
const late = async (table: Table) => (await lateKept(table, unit, await head(table)))?.answers;

describe('a draft', () => {
  it('is kept unchecked, with the hour, and a later one takes its place', async () => {
    const table = await openTable();
    expect(await keepDraft(table, drafting())).toBe('kept');
    expect(await head(table)).toMatchObject({ revision: 0, draftedAt: 5 });
    expect(await draft(table)).toEqual(answers);
    const further = 'gõ tiếp';
    await keepDraft(table, { ...drafting({ at: 6 }), answers: { ...answers, further } });
    expect(await head(table)).toMatchObject({ draftedAt: 6 });
    expect(await draft(table)).toEqual({ ...answers, further });
    expect(await head(table)).not.toHaveProperty('lateAt');
  });

  it('leaves no more than its hour in the head, however long it is: the fence is written on the head', async () => {
    const table = await openTable();
    const before = await get(table, keyOf(unit));
    await keepDraft(table, { ...drafting(), answers: { ...answers, further: 'x'.repeat(60_000) } });
    await keepLate(table, { ...drafting(), answers: { ...answers, further: 'y'.repeat(60_000) } });
    expect(await get(table, keyOf(unit))).toEqual({ ...before, draftedAt: 5, lateAt: 5 });
  });

  it('is hidden by the write that hands in, and by nothing that was begun before and ends after it', async () => {
    const table = await openTable();
    await keepDraft(table, drafting());
    await handIn(table, handing());
    expect(await draft(table)).toBeUndefined();
    // Marked again, and then the process ended: the text is still the one that was handed in.
    await update(table, keyOf(unit), { set: ['draftedAt = :at'], condition: 'revision = :at', values: { ':at': 1 } });
    expect(await draft(table)).toBeUndefined();
    await keepDraft(table, drafting({ at: 7 }));
    expect(await draft(table)).toEqual(answers);
  });

  it('is the later of two that are kept at once, whichever is written last', async () => {
    const table = await openTable();
    await keepDraft(table, { ...drafting({ at: 9 }), answers: { ...answers, further: 'sau' } });
    await keepDraft(table, drafting({ at: 8 }));
    expect(await draft(table)).toEqual({ ...answers, further: 'sau' });
  });

  it('is not written over by whoever has not seen it, and is by whoever has', async () => {
    const table = await openTable();
    const saying = (further: string) => ({ ...answers, further });
    expect(await keepDraft(table, { ...drafting({ at: 5 }), seen: 0 })).toBe('kept');
    expect(await keepDraft(table, { ...drafting({ at: 6 }), answers: saying('chưa thấy'), seen: 0 })).toBe('unseen');
    expect(await draft(table)).toEqual(answers);
    expect(await keepDraft(table, { ...drafting({ at: 7 }), answers: saying('đã thấy'), seen: 5 })).toBe('kept');
    expect(await draft(table)).toEqual(saying('đã thấy'));
    await handIn(table, handing());
    expect(await keepDraft(table, { ...drafting({ at: 8 }), seen: 0 })).toBe('kept');
    expect(await draft(table)).toEqual(answers);
  });

  it('that cannot be read shuts nobody out of the form', async () => {
    const table = await openTable();
    await keepDraft(table, drafting());
    const { pk } = keyOf(unit);
    const spoilt = { set: ['answers = :spoilt'], condition: 'revision = :0', values: { ':spoilt': '{', ':0': 0 } };
    await update(table, { pk, sk: 'DRAFT#phong-a' }, spoilt);
    expect(await draft(table)).toBeUndefined();
  });

  it('from before it lay beside the head is shown, too, until the unit keeps another or hands in', async () => {
    const { shards: _, ...name } = unit;
    const old = { ...name, revision: 0, access: { [digest]: closing }, draft: JSON.stringify(answers), draftedAt: 3 };
    const table = aTable();
    await putOnce(table, { ...keyOf(unit), ...old });
    expect(await draft(table)).toEqual(answers);
    const ofOld = { session: sessionOfOld };
    await keepDraft(table, { ...drafting(ofOld), answers: { ...answers, further: 'gõ tiếp' } });
    expect(await draft(table)).toEqual({ ...answers, further: 'gõ tiếp' });
    await handIn(table, handing(ofOld));
    expect(await draft(table)).toBeUndefined();
    expect(await head(table)).not.toHaveProperty('draft', answers);
  });

  it.each([
    ['a session of another epoch', drafting({ session: { head: unit, epoch: 1, until: closing } })],
    ['a secret the head does not list', drafting({ session: sessionOfOld })],
    ['a secret on the stroke of its end', drafting({ at: closing })],
  ])('is not kept with %s, neither in time nor late', async (_, foreign) => {
    const table = await openTable();
    expect([await keepDraft(table, foreign), await keepLate(table, foreign)]).toEqual(['shut out', false]);
    expect(await headOf(table, unit)).not.toHaveProperty('draftedAt', expect.any(Number));
  });

  it('is not kept beyond the fence as if it were in time', async () => {
    const table = await openTable();
    await closeHead(table, unit, 4);
    expect(await keepDraft(table, drafting())).toBe('shut out');
  });

  it('is not kept where the unit has no head', async () => {
    expect([await keepDraft(aTable(), drafting()), await keepLate(aTable(), drafting())]).toEqual(['shut out', false]);
  });
});

describe('what comes too late', () => {
  it('is kept beyond the fence, so that nothing typed is lost, with the hour it first came', async () => {
    const table = await openTable();
    await closeHead(table, unit, 4);
    expect(await keepLate(table, drafting())).toBe(true);
    await keepLate(table, drafting({ at: 9 }));
    expect(await head(table)).toMatchObject({ revision: 0, lateAt: 5 });
    expect(await late(table)).toEqual(answers);
  });

  it('takes no draft’s place', async () => {
    const table = await openTable();
    await keepDraft(table, { ...drafting({ at: 1 }), answers: { ...answers, further: 'nháp' } });
    await closeHead(table, unit, 4);
    expect(await late(table)).toBeUndefined();
    await keepLate(table, drafting());
    expect(await late(table)).toEqual(answers);
    expect(await draft(table)).toEqual({ ...answers, further: 'nháp' });
  });
});

describe('a page whose button was pressed', () => {
  const pressed = { answers, key: 'k1', basedOn: 0, seen: 0, at: 5, said: '{}' };
  const read = async (table: Table, browser = 'b') => pressedIn(table, unit, { head: await head(table), browser });

  it('is kept for its browser alone, the latest of them, for a day', async () => {
    const table = await openTable();
    expect(await keepPressed(table, { session, browser: 'b', pressed })).toBe(true);
    expect(await read(table)).toEqual(pressed);
    expect(await read(table, 'c')).toBeUndefined();
    const item = await get(table, { pk: keyOf(unit).pk, sk: 'PRESSED#phong-a#b' });
    expect(item?.expiresAt).toBe(1 + 24 * 3_600);
    const later = { ...pressed, key: 'k2', at: 6 };
    await keepPressed(table, { session, browser: 'b', pressed: later });
    await keepPressed(table, { session, browser: 'b', pressed });
    expect(await read(table)).toEqual(later);
  });

  it('is none any more once its key has handed in, and stays where another has', async () => {
    const table = await openTable();
    await keepPressed(table, { session, browser: 'b', pressed });
    await handIn(table, handing());
    expect(await read(table)).toEqual(pressed);
    await handIn(table, handing({ basedOn: 1, key: 'k1' }));
    expect(await read(table)).toBeUndefined();
  });

  it('is not kept beyond the fence, nor for a secret that opens nothing', async () => {
    const table = await openTable();
    const foreign = { head: unit, epoch: 1, until: closing };
    expect(await keepPressed(table, { session: foreign, browser: 'b', pressed })).toBe(false);
    await closeHead(table, unit, 4);
    expect(await keepPressed(table, { session, browser: 'b', pressed })).toBe(false);
    expect(await read(table)).toBeUndefined();
  });
});
