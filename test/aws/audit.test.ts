import { describe, expect, it } from 'vitest';
import { audit, auditTrail, longestDetail } from '../../shared/aws/audit.ts';
import { aTable } from './a-unit.ts';

const october = { report: 'bao-cao-thang', month: '2021-10' };
const act = (at: number, what = 'đã nộp') => ({ at, who: 'phong-a', what, detail: 'lần 1' });

describe('the trail of a period', () => {
  it('tells every act, oldest first, also two of one instant', async () => {
    const table = aTable();
    for (const entry of [act(2), act(1), act(2, 'đã nhắc')]) await audit(table, october, entry);
    const trail = await auditTrail(table, october);
    expect(trail.map(({ at }) => at)).toEqual([1, 2, 2]);
    expect(trail).toEqual(expect.arrayContaining([act(1), act(2), act(2, 'đã nhắc')]));
  });

  it('tells an act that is entered again once, and none of another month', async () => {
    const table = aTable();
    for (const entry of [act(1), act(1)]) await audit(table, october, entry);
    await audit(table, { ...october, month: '2021-11' }, act(3));
    expect(await auditTrail(table, october)).toEqual([act(1)]);
  });

  it('keeps of an act on thousands of units what an item holds', async () => {
    const table = aTable();
    const long = { ...act(1), detail: 'ạ'.repeat(longestDetail) };
    await audit(table, october, long);
    await audit(table, october, { ...long, at: 2, detail: 'ạ'.repeat(400_000) });
    const details = (await auditTrail(table, october)).map(({ detail }) => detail);
    expect(details).toEqual([long.detail, `${'ạ'.repeat(longestDetail - 1)}…`]);
  });

  it('tells what was done in one instant in the order it is done', async () => {
    const table = aTable();
    const stages = ['đã nhắc', 'mở kỳ', 'chốt kỳ', 'lập công văn', 'cho gửi', 'phát hành'];
    for (const what of [...stages].reverse()) await audit(table, october, act(5, what));
    await audit(table, october, act(9, 'đã nhắc'));
    const trail = await auditTrail(table, october);
    expect(trail.map(({ what }) => what)).toEqual([...stages, 'đã nhắc']);
  });
});
