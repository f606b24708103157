import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import type { List } from '../../../shared/domain/office/list.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { Explained } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { NamesAllowed, Use } from './formula.ts';

/** The names that a formula or a rule over a report's indicators may use: the indicators, and over units or rows also lists. */
export function indicatorNames({ indicators, lists = [] }: ReportDefinition): NamesAllowed {
  const codes = new Map(indicators.map(indicator => [indicator.code, indicator]));
  const known = [
    ...codes.keys(),
    ...lists.flatMap(({ id, columns }) => [id, ...columns.map(({ code }) => `${id}.${code}`)]),
  ];
  return use => {
    const indicator = codes.get(use.name);
    if (indicator) return overUnits(indicator, use);
    const [first = '', second] = use.name.split('.');
    const list = lists.find(({ id }) => id === first);
    if (list) return overRows(list, second, use);
    if (second !== undefined && codes.has(first)) {
      const hint = 'số của kỳ trước, cùng kỳ, lũy kế, kế hoạch chỉ viết được trong cột của bảng (tables)';
      return { message: `"${use.name}" không dùng được trong công thức của chỉ tiêu`, hint };
    }
    const hint = didYouMean(use.name, known, `dùng mã chỉ tiêu của báo cáo này: ${known.join(', ')}`);
    return { message: `báo cáo này không có chỉ tiêu "${use.name}"`, hint };
  };
}

/** What is computed has no figure of each unit to go over. */
function overUnits({ code, formula, source }: Indicator, { over }: Use): Explained | undefined {
  if (over === undefined || (formula === undefined && source === undefined)) return undefined;
  const hint = `viết thẳng ${code}: tổng của nó đã tính từ tổng các chỉ tiêu trong công thức của nó`;
  return { message: `${over}(${code}) lấy qua các đơn vị, mà "${code}" là chỉ tiêu tính ra`, hint };
}

function overRows({ id, columns }: List, code: string | undefined, { name, over }: Use): Explained | undefined {
  const numbers = columns
    .filter(({ kind, formula }) => kind === 'number' && formula === undefined)
    .map(each => each.code);
  const example = `sum(${id}.${numbers[0] ?? 'ma-cot'})`;
  if (code === undefined) {
    if (over === 'count') return undefined;
    const message =
      over === undefined ? `"${id}" là một bảng kê, không phải một số` : `${over}(${id}) chưa nói lấy cột nào`;
    return { message, hint: `đếm dòng thì viết count(${id}); lấy một cột thì viết như ${example}` };
  }
  const column = columns.find(each => each.code === code);
  if (!column) {
    const all = columns.map(each => `${id}.${each.code}`);
    return {
      message: `bảng kê "${id}" không có cột "${code}"`,
      hint: didYouMean(name, all, `các cột: ${all.join(', ')}`),
    };
  }
  if (over === undefined) {
    const message = `"${name}" là cột của bảng kê, mỗi dòng một số`;
    return {
      message,
      hint: `gộp các dòng lại: sum(${name}), mean(${name}), least(${name}), most(${name}) hoặc count(${id})`,
    };
  }
  if (column.kind !== 'number') {
    return { message: `cột "${name}" không phải là số`, hint: `đếm dòng thì viết count(${id})` };
  }
  if (column.formula === undefined) return undefined;
  const message = `cột "${name}" tính từ các cột khác, không gộp qua các dòng được`;
  return { message, hint: `gộp các cột ấy rồi mới tính, như ${example} / …` };
}
