import { expect, it } from 'vitest';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { compose } from '../../../shared/domain/letter/compose.ts';
import { projects } from '../a-list.ts';
import { departmentWith, exports, reportWith } from '../an-office.ts';

const shown = (heading: string, shows: string) => ({ heading, shows });

/** The annexes of a letter with two tables: one of a list whose column of text has the code of an indicator, one of indicators. */
function annexes() {
  const named = { code: exports.code, name: 'Mặt hàng', kind: 'text' as const };
  const definition = reportWith({
    lists: [{ ...projects, rules: [], columns: [named] }],
    tables: [
      {
        ...{ id: 'du-an', title: 'DỰ ÁN', annex: true, orientation: 'portrait' },
        ...{ rows: { of: 'list', list: projects.id }, columns: [shown('Mặt hàng', exports.code)] },
      },
      {
        ...{ id: 'don-vi', title: 'KIM NGẠCH', annex: true, orientation: 'portrait' },
        ...{ rows: { of: 'units' }, columns: [shown('Đơn vị', 'unit'), shown('Giá trị', exports.code)] },
        form: {
          bieuSo: '01/BC',
          banHanhTheo: 'Thông tư số 1',
          kyBaoCao: 'Tháng {tháng} năm {năm}',
          donViNhan: 'Cục A (trước ngày 16/{tháng sau/năm})',
          foot: ['Người lập biểu', 'Tháng {tháng/năm}'],
        },
      },
    ],
    indicators: [{ ...exports, owner: [], owedBy: ['phong-a'] }],
  });
  const department = departmentWith(definition);
  const given = {
    figures: { [exports.code]: { state: 'reported' as const, value: '138.8', changes: {} } },
    outcomes: {},
    lists: { [projects.id]: [{ [exports.code]: 'Dăm gỗ' }] },
    further: '',
  };
  const submissions = new Map([
    ['phong-a', given],
    ['phong-b', undefined],
  ]);
  const report = compile({ department, definition, month: '2021-10', submissions, known: knownFrom([]) });
  const window = { from: '2021-10-01', to: '2021-10-31' };
  return compose({ department, definition, report, window, date: '2021-11-16' }).phuLuc;
}

it('aligns a column by the list its own rows are of', () => {
  const aligned = annexes().map(({ body }) =>
    body.flatMap(block => (block.kind === 'table' ? block.columns.map(({ align }) => align) : [])),
  );
  expect(aligned).toEqual([['left'], ['left', 'decimal']]);
});

it('fills the places of a term in the head and foot of a form', () => {
  expect(annexes()[1]?.form).toEqual({
    bieuSo: '01/BC',
    banHanhTheo: 'Thông tư số 1',
    kyBaoCao: 'Tháng 10 năm 2021',
    donViNhan: 'Cục A (trước ngày 16/11/2021)',
    foot: ['Người lập biểu', 'Tháng 10/2021'],
  });
});
