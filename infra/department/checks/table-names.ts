import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { planSources } from '../../../shared/domain/office/plan-sources.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { TableColumn, TableRows } from '../../../shared/domain/office/table.ts';
import { codesWritten, namesWritten } from '../../../shared/domain/office/written-names.ts';
import type { Explained } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { NamesAllowed } from './formula.ts';

/**
 * What columns may show where rows are of a kind: words of their own ("name"), and the names of a formula. `nothing` says what is
 * wrong with columns which leave such a table without rows whatever is handed in.
 */
export type Shown = {
  words: string[];
  allowed: NamesAllowed;
  nothing: (columns: TableColumn[]) => Explained | undefined;
};

export function shownIn(rows: TableRows, definition: ReportDefinition): Shown {
  if (rows.of === 'indicators') {
    const codes = rows.groups.flatMap(({ indicators }) => indicators);
    return ofIndicators(definition.indicators.filter(({ code }) => codes.includes(code)));
  }
  return rows.of === 'units' ? ofUnits(definition) : ofRows(definition, rows.list);
}

const measures = ['value', 'previous', 'last-year', 'year-to-date', 'year-to-date-last-year', 'plan'];

function ofIndicators(indicators: Indicator[]): Shown {
  const words = ['number', 'name', 'unit-of-measure', 'note'];
  const known = [...measures, ...[...new Set(indicators.flatMap(planSources))].map(source => `plan.${source}`)];
  return {
    words,
    allowed: ({ name, over }) => {
      if (over !== undefined) return overInACell(over);
      return known.includes(name) ? undefined : unknownMeasure(name, known, words);
    },
    nothing: () => undefined,
  };
}

function ofUnits({ indicators }: ReportDefinition): Shown {
  const words = ['number', 'name'];
  const codes = new Map(indicators.map(indicator => [indicator.code, indicator]));
  const allowed: NamesAllowed = ({ name, over }) => {
    if (over !== undefined) return overInACell(over);
    const [code = '', ...measure] = name.split('.');
    const indicator = codes.get(code);
    if (!indicator) {
      const hint = didYouMean(code, [...words, ...codes.keys()], `ghi ${words.join(', ')} hoặc mã chỉ tiêu`);
      return { message: `báo cáo này không có chỉ tiêu "${code}"`, hint };
    }
    const known = [...measures, ...planSources(indicator).map(source => `plan.${source}`)];
    return measure.length === 0 || known.includes(measure.join('.'))
      ? undefined
      : unknownMeasure(measure.join('.'), known, []);
  };
  const nothing = (columns: TableColumn[]) => {
    const shown = columns.flatMap(({ shows }) => codesWritten(shows));
    if (shown.some(code => isByUnit(code, codes))) return undefined;
    const hint = 'thêm một cột của chỉ tiêu có owedBy, hoặc tính từ chỉ tiêu ấy';
    return { message: 'bảng theo đơn vị mà không cột nào là số nhiều đơn vị cùng báo', hint };
  };
  return { words, allowed, nothing };
}

function ofRows({ lists = [] }: ReportDefinition, id: string): Shown {
  const columns = lists.find(list => list.id === id)?.columns ?? [];
  const codes = columns.map(({ code }) => code);
  const words = ['number', 'unit', ...codes];
  const allowed: NamesAllowed = ({ name, over }) => {
    if (over !== undefined) return overInACell(over);
    const column = columns.find(({ code }) => code === name);
    if (column?.kind === 'number') return undefined;
    if (column)
      return {
        message: `cột "${name}" không phải là số nên không tính được`,
        hint: `viết riêng một mình: shows: ${name}`,
      };
    const bare = name.startsWith(`${id}.`) ? name.slice(id.length + 1) : name;
    return {
      message: `bảng kê "${id}" không có cột "${name}"`,
      hint: didYouMean(bare, words, `ghi ${words.join(', ')}`),
    };
  };
  return { words, allowed, nothing: () => undefined };
}

function isByUnit(code: string, codes: Map<string, Indicator>, seen: string[] = []): boolean {
  const indicator = codes.get(code);
  if (!indicator || seen.includes(code)) return false;
  if (indicator.formula === undefined) return indicator.owedBy !== undefined;
  return namesWritten(indicator.formula).some(name => isByUnit(name, codes, [...seen, code]));
}

function overInACell(over: string): Explained {
  const hint = 'trong bảng chỉ tính từ các số của một dòng; dòng tổng cộng có sẵn bằng total';
  return { message: `${over}(…) không dùng được trong cột của bảng`, hint };
}

function unknownMeasure(name: string, known: string[], words: string[]): Explained {
  const all = [...words, ...known];
  const plan = name.startsWith('plan.') ? '; kế hoạch có tên thì ghi source ở phép so sánh của chỉ tiêu' : '';
  return { message: `không có số nào tên "${name}"`, hint: `${didYouMean(name, all, `ghi ${all.join(', ')}`)}${plan}` };
}
