import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../shared/domain/collection/answers.ts';
import { besideCell } from '../../../shared/domain/collection/rows-from.ts';
import { accept } from '../../../shared/domain/collection/submission.ts';
import { keepableAnswers, tooLong, withUnkeepable } from '../../../shared/domain/collection/typed-fields.ts';
import { projects } from '../a-list.ts';
import { exports, reportWith } from '../an-office.ts';

const typed = (text: (most: number) => string): Answers => ({
  figures: {
    'xuat-khau': {
      ...{ state: 'reported', value: text(64), restates: text(64), note: text(1_000) },
      changes: { 'previous-month': text(64), 'same-month-last-year': text(64) },
    },
    'nhap-khau': { state: 'none' },
  },
  outcomes: { 'nhiem-vu': text(10_000) },
  statuses: { 'nhiem-vu': 'done' },
  further: text(10_000),
  lists: { 'bang-ke': [{ 'ten-goi': text(2_000) }, { 'ten-goi': 'hai' }] },
});
const fields = [
  'figures.xuat-khau.value',
  'figures.xuat-khau.restates',
  'figures.xuat-khau.changes.previous-month',
  'figures.xuat-khau.changes.same-month-last-year',
  'figures.xuat-khau.note',
  'outcomes.nhiem-vu',
  'further',
  'lists.bang-ke.0.ten-goi',
];

describe('what a unit types', () => {
  it.each(['a', 'ệ', 'ệ'.normalize('NFD'), '😀', '-\r\n'])('of %j may be as long as is told, and no longer', letter => {
    const long = (more: number) => typed(most => `${letter.repeat(most + more - 1)}a`.replaceAll('-\r\n', '-'));
    expect(tooLong(long(0))).toEqual([]);
    expect(tooLong(long(1)).map(({ field }) => field)).toEqual(fields);
  });

  it('is told how long it is where it is too long, before anything else is said of it', () => {
    const owed = { indicators: [exports], tasks: reportWith().tasks };
    const answers: Answers = {
      figures: { 'xuat-khau': { state: 'reported', value: 'x'.repeat(60_000) } },
      outcomes: {},
    };
    expect(accept(answers, owed)).toEqual({
      kind: 'refused',
      faults: [{ field: 'figures.xuat-khau.value', message: 'Dài quá 64 ký tự (đang có 60.000); hãy rút gọn.' }],
    });
  });

  it('is told of a cell with its list, row and column, in fewer words beside it', () => {
    const owed = { indicators: [], tasks: [], lists: [projects] };
    const text = 'x'.repeat(2_001);
    const lists = { 'du-an': [{ ten: 'Cầu' }, { ten: text, 'giai-trinh': `${text}\u0000` }], khac: [{ ten: text }] };
    const verdict = accept({ figures: {}, outcomes: {}, lists }, owed);
    const told = verdict.kind === 'refused' ? verdict.faults : [];
    expect(told.map(({ message }) => message)).toEqual([
      'Các dự án, dòng 2, cột Dự án: dài quá 2.000 ký tự (đang có 2.001); hãy rút gọn.',
      'Các dự án, dòng 2, giải trình: dài quá 2.000 ký tự (đang có 2.002); hãy rút gọn.',
      'Dài quá 2.000 ký tự (đang có 2.001); hãy rút gọn.',
      'Các dự án, dòng 2, giải trình: có ký tự điều khiển không lưu được, hãy bỏ: U+0000',
    ]);
    expect(told.slice(0, 2).map(fault => besideCell(fault, projects))).toEqual([
      'Dài quá 2.000 ký tự (đang có 2.001); hãy rút gọn.',
      'Dài quá 2.000 ký tự (đang có 2.002); hãy rút gọn.',
    ]);
  });

  it('is not kept with control characters: each field says which', () => {
    expect(withUnkeepable(typed(() => 'a\tb\r\nệ👀'))).toEqual([]);
    const faults = withUnkeepable(typed(() => 'a\u0000b\u0008'));
    expect(faults.map(({ field }) => field)).toEqual(fields);
    expect(faults[0]?.message).toBe('Có ký tự điều khiển không lưu được, hãy bỏ: U+0000 U+0008');
    const all = String.fromCharCode(...Array.from({ length: 30 }, (_, at) => at + 128));
    expect(withUnkeepable({ figures: {}, outcomes: {}, further: all })[0]?.message.match(/U\+/g)).toHaveLength(10);
  });

  it('that comes too late is kept without them, and loses nothing else', () => {
    expect(keepableAnswers(typed(() => 'a\u0000b\ufffe'))).toEqual(typed(() => 'ab'));
    expect(keepableAnswers(typed(() => 'một\r\nhai\t👀'))).toEqual(typed(() => 'một\r\nhai\t👀'));
    expect(keepableAnswers({ figures: {}, outcomes: {} })).toEqual({ figures: {}, outcomes: {} });
  });
});
