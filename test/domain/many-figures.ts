import type { Department } from '../../shared/domain/office/department.ts';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import { departmentWith, exports, reportWith } from './an-office.ts';

/** An office that asks one unit for so many figures, each with a year so far and a plan; a balance is computed of the first two. */
export function officeOfMany(count: number): Department {
  const indicators = Array.from({ length: count }, (_, at) => indicator(at));
  const balance: Indicator = {
    ...indicator(count),
    ...{ code: 'can-doi', name: 'Cân đối', formula: 'chi-tieu-0 - chi-tieu-1', owner: [], limits: {} },
  };
  const report = reportWith({
    indicators: [...indicators.slice(0, 2), balance, ...indicators.slice(2)],
    rules: [
      { rule: 'chi-tieu-1 <= chi-tieu-0', otherwise: 'refuse' },
      { rule: 'chi-tieu-3 + chi-tieu-4 = chi-tieu-2', otherwise: 'explain' },
    ],
    tasks: [],
    wording: '{{ so_lieu.chi-tieu-0 }}\n',
  });
  const codes = indicators.map(({ code }) => code);
  return {
    ...departmentWith(report),
    history: ['2020-10', ...months(9)].flatMap(period =>
      codes.map(code => ({ period, indicator: code, value: period === '2020-10' ? '900' : '1000' })),
    ),
    plan: codes.map(code => ({ year: 2021, indicator: code, value: '12000' })),
  };
}

function indicator(at: number): Indicator {
  return {
    ...exports,
    code: `chi-tieu-${at}`,
    name: `Chỉ tiêu số ${at + 1}`,
    phrase: `Chỉ tiêu số ${at + 1} tháng {tháng}`,
    yearToDate: { comparisons: [{ with: 'plan', as: 'ratio', decimals: 1 }] },
    ...(at === 3 || at === 4 ? { partOf: 'chi-tieu-2' } : {}),
  };
}

function months(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `2021-${String(at + 1).padStart(2, '0')}`);
}
