import { describe, expect, it } from 'vitest';
import { Answers, HandIn } from '../../../shared/domain/collection/answers.ts';

const answers = {
  figures: {
    'xuat-khau': {
      state: 'reported',
      value: '138,8',
      restates: '130',
      changes: { 'previous-month': '6,2', 'same-month-last-year': '17,4' },
      note: 'đã kiểm tra',
    },
  },
  outcomes: { 'nhiem-vu': 'Đã làm' },
  statuses: { 'nhiem-vu': 'done' },
  further: 'thêm',
};
const handIn = { key: '00000000-0000-4000-8000-000000000000', basedOn: 1, answers };

describe('an act of handing in', () => {
  it('is taken with all that a unit may say', () => {
    expect(HandIn.parse(handIn)).toEqual(handIn);
    expect(HandIn.parse({ ...handIn, answers: { figures: {}, outcomes: {} } })).toBeTruthy();
  });

  it.each(['reported', 'estimated', 'none', 'missing'])('knows a figure that is %s', state => {
    expect(Answers.safeParse({ figures: { 'xuat-khau': { state } }, outcomes: {} }).success).toBe(true);
  });

  it.each(['done', 'under-way', 'not-begun'])('knows a task that is %s', status => {
    expect(Answers.safeParse({ figures: {}, outcomes: {}, statuses: { viec: status } }).success).toBe(true);
  });

  it.each([
    [{ key: 'lan-1' }, 'mã nộp phải là UUID'],
    [{ key: undefined }, 'mã nộp phải là UUID'],
  ])('says in Vietnamese how it is to be named: %#', (changed, message) => {
    const [issue, ...others] = HandIn.safeParse({ ...handIn, ...changed }).error?.issues ?? [];
    expect([issue?.message, others]).toEqual([message, []]);
  });

  it('is read back however long it is: that is checked as it comes in', () => {
    const long = { ...saying({ value: '1'.repeat(65), note: 'a'.repeat(1_001) }), further: 'a\u0000'.repeat(10_001) };
    expect(Answers.parse(long)).toEqual(long);
  });

  it.each([
    { basedOn: -1 },
    { basedOn: 1.5 },
    { basedOn: 100_001 },
    { more: 1 },
    { answers: { ...answers, more: {} } },
    { answers: saying({ more: '1' }) },
    { answers: saying({ state: 'guessed' }) },
    { answers: saying({ changes: { 'next-month': '1' } }) },
    { answers: { ...answers, statuses: { viec: 'begun' } } },
    { answers: { ...answers, outcomes: { 'Việc làm': '' } } },
  ])('is refused with what nobody asked for: %j', changed => {
    expect(HandIn.safeParse({ ...handIn, ...changed }).success).toBe(false);
  });
});

function saying(changed: object) {
  return { ...answers, figures: { 'xuat-khau': { ...answers.figures['xuat-khau'], ...changed } } };
}
