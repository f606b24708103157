import { describe, expect, it } from 'vitest';
import { Problem, problem } from '../../shared/domain/problem.ts';

const faults = [{ field: 'figures.xuat-khau.value', message: 'Chưa nhập.' }];
const { malformed, wrongMethod, unknownFields, faultyAnswers, faultyFields, tooManyRefused, sheetTooLarge, ...others } =
  problem;

/** The whole catalogue, each problem as it is told. */
const catalogue = [
  malformed('Không đọc được tệp.'),
  wrongMethod(['GET']),
  unknownFields(faults),
  faultyAnswers(faults),
  faultyFields(faults),
  tooManyRefused(60),
  sheetTooLarge(3_200_000, 3_145_728),
  ...Object.values(others).map(make => make()),
];

describe('a problem', () => {
  it('keeps its name and its status: programs go by them', () => {
    expect(Object.fromEntries(catalogue.map(({ details: { type, status } }) => [type, status]))).toEqual({
      malformed: 400,
      'unknown-fields': 400,
      'no-session': 401,
      'no-staff-session': 401,
      'stale-sign-in': 401,
      'not-allowed': 403,
      'cross-site': 403,
      'unknown-link': 404,
      'used-sign-in': 404,
      'not-found': 404,
      'unknown-receipt': 404,
      'wrong-method': 405,
      'too-late': 409,
      'no-draft': 409,
      'changed-meanwhile': 409,
      'key-reused': 409,
      'newer-draft': 409,
      'just-left': 409,
      'period-closed': 409,
      'recalled-letter': 409,
      'replaced-letter': 409,
      'too-large': 413,
      'sheet-too-large': 413,
      'wrong-media-type': 415,
      'answer-too-large': 422,
      'faulty-answers': 422,
      'faulty-fields': 422,
      'unreadable-sheet': 422,
      'too-often': 429,
      'too-many-refused': 429,
    });
  });

  it.each(catalogue.map(({ details }) => details))(
    '$type says to people what went wrong, and what to do next',
    said => {
      expect(said.title).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(said.detail).toMatch(/^\p{Lu}.*\.$/u);
    },
  );

  it('is known in a trace by its name', () => {
    expect(new Problem({ type: 'too-late', status: 409, title: '', detail: '' }).message).toBe('too-late');
  });

  it('of fields names each of them', () => {
    for (const make of [unknownFields, faultyAnswers, faultyFields]) expect(make(faults).details.faults).toBe(faults);
    expect(faultyAnswers(faults).details.title).toBe('Còn 1 chỗ cần sửa');
  });

  it('of a wrong method names those that are answered', () => {
    expect(wrongMethod(['GET', 'POST']).details.allow).toEqual(['GET', 'POST']);
  });

  it('of too many times says how often one may', () => {
    expect(problem.tooOften().details.detail).toMatch(/tối đa 200 lần/);
  });
});
