import type { List } from '../../../shared/domain/office/list.ts';
import { didYouMean } from '../nearest.ts';
import type { NamesAllowed } from './formula.ts';

/** The names that a formula or a rule within one row of a list may use: its columns of numbers, each alone. */
export function rowNames({ id, columns }: List): NamesAllowed {
  const numbers = columns.filter(({ kind }) => kind === 'number').map(({ code }) => code);
  return ({ name, over }) => {
    const bare = name.startsWith(`${id}.`) ? name.slice(id.length + 1) : name;
    if (over !== undefined) {
      const hint = `trong một dòng, viết thẳng mã cột: ${bare}; gộp các dòng là việc của một chỉ tiêu có formula`;
      return { message: `${over}(${name}) không dùng được trong một dòng của bảng kê`, hint };
    }
    if (numbers.includes(name)) return undefined;
    if (columns.some(({ code }) => code === name)) {
      const hint = 'chỉ tính được với cột kind: number';
      return { message: `cột "${name}" không phải là số`, hint };
    }
    const hint = didYouMean(bare, numbers, `dùng một cột số của bảng kê: ${numbers.join(', ')}`);
    return { message: `bảng kê "${id}" không có cột số "${name}"`, hint };
  };
}
