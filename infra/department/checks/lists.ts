import type { List, ListColumn } from '../../../shared/domain/office/list.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { Explained, FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';
import { formulaFaultsIn } from './formula.ts';
import { inCircles } from './formulas.ts';
import { admitsNothing } from './indicators.ts';
import { rowNames } from './list-names.ts';
import { ruleFaultsIn } from './rules.ts';

/** Lists that no unit could fill in, or that would be read otherwise than they were meant. */
export function listFaults({ lists = [], indicators }: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  return lists.flatMap((list, at): FolderFault[] => {
    const told = (path: PropertyKey[], fault: Explained) => ({ file, line: lineOf(['lists', at, ...path]), ...fault });
    const namesake = indicators.some(({ code }) => code === list.id) ? [told(['id'], takenBy(list))] : [];
    const unasked = list.columns.every(({ formula }) => formula !== undefined)
      ? [told(['columns'], nothingToFill)]
      : [];
    const allowed = rowNames(list);
    return [
      ...namesake,
      ...unasked,
      ...list.columns.flatMap((column, nth) => columnFaults(list, column).map(fault => told(['columns', nth], fault))),
      ...inCircles(list.columns, ['lists', at, 'columns'], { file, lineOf }),
      ...(list.rules ?? []).flatMap((rule, nth) =>
        ruleFaultsIn(rule, allowed).map(fault => told(['rules', nth], fault)),
      ),
    ];
  });
}

const nothingToFill = {
  message: 'bảng kê chỉ có cột tính ra, không có gì để điền',
  hint: 'thêm một cột không có formula',
};

function takenBy({ id }: List): Explained {
  return { message: `mã "${id}" vừa là bảng kê vừa là chỉ tiêu`, hint: 'đổi một trong hai mã' };
}

/** What a table shows by these names is its own: the running number, and whose the row is. */
const reserved = ['number', 'unit'];

function columnFaults(list: List, column: ListColumn): Explained[] {
  const { code, kind, choices, formula, limits } = column;
  const faults: Explained[] = [];
  const first = list.columns.find(each => each.code === code);
  if (first !== column) {
    faults.push({ message: `bảng kê "${list.id}" có hai cột mã "${code}"`, hint: 'mỗi cột một mã riêng' });
  }
  if (reserved.includes(code)) {
    faults.push({ message: `mã cột "${code}" dành cho số thứ tự và tên đơn vị trong bảng`, hint: 'chọn mã khác' });
  }
  if (kind === 'choice' && (choices ?? []).length === 0) {
    faults.push({ message: `cột "${code}" cho chọn mà không có gì để chọn`, hint: 'thêm choices: [một, hai]' });
  }
  if (kind !== 'choice' && choices !== undefined) {
    faults.push({
      message: `cột "${code}" có choices mà không phải kind: choice`,
      hint: 'ghi kind: choice, hoặc bỏ choices',
    });
  }
  if (choices && new Set(choices).size < choices.length) {
    faults.push({ message: `cột "${code}" có hai lựa chọn giống nhau`, hint: 'mỗi lựa chọn viết một lần' });
  }
  if (kind !== 'number' && (limits !== undefined || column.decimals !== undefined)) {
    faults.push({
      message: `cột "${code}" không phải là số mà có limits hoặc decimals`,
      hint: 'ghi kind: number, hoặc bỏ đi',
    });
  }
  if (limits && admitsNothing(limits)) {
    const message = `cột "${code}": least ${limits.least} lớn hơn most ${limits.most}, nên không số nào được nhận`;
    faults.push({ message, hint: 'đổi chỗ hai số' });
  }
  if (formula === undefined) return faults;
  if (kind !== 'number') {
    faults.push({ message: `cột "${code}" có formula nên là một số`, hint: 'ghi kind: number' });
  }
  return [...faults, ...formulaFaultsIn(formula, rowNames(list))];
}
