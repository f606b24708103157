import { describe, expect, it } from 'vitest';
import { exchange, letIn, shutOut } from '../../shared/aws/access.ts';
import { headOf, keyOf } from '../../shared/aws/heads.ts';
import { fence } from '../../shared/aws/submissions.ts';
import { putOnce } from '../../shared/aws/table.ts';
import { mostSessions } from '../../shared/domain/office/period.ts';
import { aTable, closing, digest, openTable, unit } from './a-unit.ts';

const session = { digest: 's'.repeat(64), until: closing - 100 };
const asking = (changed: { link?: string; now?: number } = {}) => ({ link: digest, session, now: 1, ...changed });

describe('a link', () => {
  it('opens a session beside itself, for as long as the session lasts', async () => {
    const table = await openTable();
    const head = await exchange(table, unit, asking());
    expect(head?.access).toEqual({ [digest]: closing, [session.digest]: session.until });
    expect(await headOf(table, unit)).toEqual(head);
  });

  it.each([
    ['it is not one of the head’s', asking({ link: 'x'.repeat(64) })],
    ['its time is up, on the stroke', asking({ now: closing })],
  ])('opens none when %s', async (_, asked) => {
    const table = await openTable();
    expect(await exchange(table, unit, asked)).toBeUndefined();
    expect((await headOf(table, unit))?.access).toEqual({ [digest]: closing });
  });

  it('opens none beyond the fence, and none is given there', async () => {
    const table = await openTable();
    await fence(table, unit, closing);
    expect(await exchange(table, unit, asking())).toBeUndefined();
    expect(await letIn(table, unit, session)).toBeUndefined();
  });

  it('is given to no head that is not there, and makes none', async () => {
    const table = aTable();
    expect(await letIn(table, unit, session)).toBeUndefined();
    expect(await headOf(table, unit)).toBeUndefined();
  });

  it('opens so many sessions and no more: a head with too many could not be written any more', async () => {
    const table = aTable();
    const { report, month, unit: id } = unit;
    const sessions = Array.from({ length: mostSessions - 2 }, (_, at) => [`s${at}`, closing] as const);
    const access = Object.fromEntries([[digest, closing], ...sessions]);
    await putOnce(table, { ...keyOf(unit), report, month, unit: id, revision: 0, access });
    expect(await exchange(table, unit, asking())).toBeDefined();
    expect(await exchange(table, unit, { ...asking(), session: { ...session, digest: 'mot-nua' } })).toBeUndefined();
    expect(Object.keys((await headOf(table, unit))?.access ?? {})).toHaveLength(mostSessions);
  });
});

describe('shutting a unit out', () => {
  it('ends its links and sessions at once, and a new link lets it in again', async () => {
    const table = await openTable();
    await exchange(table, unit, asking());
    await shutOut(table, unit);
    expect((await headOf(table, unit))?.access).toEqual({});
    expect(await exchange(table, unit, asking())).toBeUndefined();
    expect((await letIn(table, unit, session))?.access).toEqual({ [session.digest]: session.until });
  });

  it('makes no head where there is none', async () => {
    const table = aTable();
    await shutOut(table, unit);
    expect(await headOf(table, unit)).toBeUndefined();
  });
});
