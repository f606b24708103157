import { expect, it } from 'vitest';
import type { Answers } from '../../../shared/domain/collection/answers.ts';
import { answersFrom } from '../../../shared/domain/collection/form.ts';
import { fieldsFrom } from '../../../shared/domain/collection/form-fields.ts';
import { spokenCode } from '../../../shared/domain/collection/spoken-code.ts';
import { unansweredIn } from '../../../shared/domain/collection/unanswered.ts';

it('answers written as fields are read back as they were, a list without rows too', () => {
  const answers: Answers = {
    figures: {
      'xuat-khau': {
        state: 'estimated',
        value: '138,8',
        restates: '130',
        changes: { 'previous-month': '-5' },
        note: 'vì sao',
      },
      'nhap-khau': { state: 'none' },
    },
    outcomes: { mot: 'Đã làm\n- xong', hai: '' },
    statuses: { mot: 'done', hai: 'none' },
    further: 'Việc khác',
    lists: { 'du-an': [{ ten: 'Cầu', von: '5' }, {}, { ten: 'Đường' }], rong: [] },
  };
  expect(answersFrom(fieldsFrom(answers))).toEqual({ answers, unknown: [] });
  expect(fieldsFrom({ figures: {}, outcomes: {} })).toEqual([]);
});

it('a receipt has a code of six digits, of its content', () => {
  expect(spokenCode('00000000000f'.padEnd(64, 'a'))).toBe('000 015');
  expect(spokenCode('ffffffffffff'.padEnd(64, 'a'))).toBe('710 655');
  expect(spokenCode('')).toBe('000 000');
});

it('a task is answered by a result, or by that there is nothing to say', () => {
  const tasks = ['mot', 'hai', 'ba', 'constructor'].map(id => ({ id, text: id, group: 'chung', owner: [] }));
  const submission = { outcomes: { mot: 'Xong', hai: '', ba: '' }, statuses: { hai: 'none', ba: 'done' } } as const;
  expect(unansweredIn(tasks, submission).map(({ id }) => id)).toEqual(['ba', 'constructor']);
});
