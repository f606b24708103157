import type { Comparison, Indicator } from '../../../shared/domain/office/indicator.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { Explained, FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Totals, years so far and comparisons that an indicator of its kind cannot have. */
export function kindFaults({ indicators }: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  return indicators.flatMap((indicator, at) => {
    const told = (key: string, faults: Explained[]) =>
      faults.map(fault => ({ file, line: lineOf(['indicators', at, key]), ...fault }));
    const { comparisons, yearToDate, unitOfMeasure } = indicator;
    return [
      ...told('total', totalFaults(indicator)),
      ...told('tolerance', toleranceFaults(indicator, indicators)),
      ...told('yearToDate', yearToDateFaults(indicator)),
      ...told('comparisons', comparisonFaults(comparisons, unitOfMeasure)),
      ...told('yearToDate', comparisonFaults(yearToDate?.comparisons ?? [], unitOfMeasure)),
    ];
  });
}

function totalFaults({ total, kind = 'flow', owedBy, formula, source }: Indicator): Explained[] {
  if (total === undefined) return [];
  if (formula !== undefined || source !== undefined) {
    const hint = 'bỏ total: tổng của chỉ tiêu tính ra đã tính từ tổng các chỉ tiêu khác';
    return [{ message: 'total không có nghĩa với chỉ tiêu tính ra', hint }];
  }
  if (owedBy === undefined) {
    return [{ message: 'total không có nghĩa khi một đơn vị báo', hint: 'bỏ total, hoặc ghi owedBy thay cho owner' }];
  }
  if (total !== 'sum' || (kind !== 'rate' && kind !== 'index')) return [];
  const hint =
    kind === 'rate'
      ? 'tỷ lệ chung tính bằng formula từ các tổng, như a / b * 100; hoặc total: none'
      : 'ghi total: none, hoặc mean nếu lấy trung bình cộng';
  return [{ message: `total: sum cộng các ${kind === 'rate' ? 'tỷ lệ' : 'chỉ số'} với nhau`, hint }];
}

/** The parts of an indicator sum to it within its tolerance. */
function toleranceFaults({ code, tolerance }: Indicator, indicators: Indicator[]): Explained[] {
  if (tolerance === undefined) return [];
  if (tolerance.startsWith('-')) return [{ message: `tolerance ${tolerance} là số âm`, hint: 'ghi 0 hoặc lớn hơn' }];
  if (indicators.some(({ partOf }) => partOf === code)) return [];
  const hint = `ghi tolerance ở chỉ tiêu tổng; các phần của nó ghi partOf: ${code}`;
  return [{ message: `tolerance không có nghĩa: không chỉ tiêu nào là một phần của "${code}"`, hint }];
}

/** Of what cannot be summed only the change can be handed in; a rate that is computed is computed of the year so far too. */
function yearToDateFaults({ yearToDate, kind = 'flow', formula }: Indicator): Explained[] {
  if (yearToDate === undefined) return [];
  const { comparisons } = yearToDate;
  if (comparisons.some(comparison => comparison.with === 'previous-month')) {
    const hint = 'so lũy kế với same-period-last-year hoặc plan';
    return [{ message: 'lũy kế không so được với kỳ trước', hint }];
  }
  if (formula !== undefined) return [];
  if (kind === 'rate') {
    const hint =
      'bỏ yearToDate; tính tỷ lệ bằng formula thì lũy kế cũng tính được; nhập thẳng mức tăng giảm thì ghi kind: index';
    return [{ message: 'tỷ lệ (kind: rate) không cộng dồn được nên không có lũy kế', hint }];
  }
  if (kind === 'index' && !comparisons.some(comparison => comparison.with === 'same-month-last-year')) {
    const hint = 'ghi yearToDate: same-period-last-year để đơn vị nhập thẳng mức tăng giảm';
    return [{ message: 'lũy kế của chỉ số chỉ nói được mức tăng giảm so với cùng kỳ', hint }];
  }
  return [];
}

function comparisonFaults(comparisons: Comparison[], unitOfMeasure: string): Explained[] {
  const named = comparisons.map(({ with: against, source = '' }) => `${against} ${source}`);
  const twice = new Set(named).size < named.length;
  return [
    ...(twice ? [{ message: 'một phép so sánh viết hai lần', hint: 'giữ một, bỏ một' }] : []),
    ...comparisons.flatMap(({ with: against, source }) =>
      source === undefined || against === 'plan'
        ? []
        : [{ message: `source: ${source} chỉ có nghĩa khi so với kế hoạch`, hint: 'bỏ source, hoặc ghi with: plan' }],
    ),
    ...comparisons.flatMap(({ with: against, as }) => {
      if (as !== 'amount') return [];
      const ofPlan = 'bỏ as, hoặc tự viết trong letter.md bằng so.<mã>.ke_hoach';
      if (against === 'plan') return [{ message: 'as: amount không dùng để so với kế hoạch', hint: ofPlan }];
      const ofShare = 'ghi as: points, để nói "giảm 0,3 điểm phần trăm"';
      return unitOfMeasure === '%' ? [{ message: 'as: amount không dùng cho số đã là %', hint: ofShare }] : [];
    }),
  ];
}
