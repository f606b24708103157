import Big from 'big.js';
import { firstMonthOf, lastMonthOf, termsEndingIn } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { HistoricFigure } from '../../../shared/domain/office/historic-figure.ts';
import { addsUp, type Indicator } from '../../../shared/domain/office/indicator.ts';
import type { PlannedFigure } from '../../../shared/domain/office/planned-figure.ts';
import type { FolderFault } from '../fault.ts';
import { type HistoryLine, historyFile, nameOfHistoric } from '../history.ts';
import { nameOfPlanned, type PlanLine, planFile } from '../plan.ts';
import { askedIn } from './figure-rows.ts';

/** A number of a file of figures, made comparable: what adds up as that of one month. */
type Number = { file: string; line: number; name: string; value: string; monthly: Big; whose: string; isPlan: boolean };

/** A slip of the thousands' point, at whatever season: no figure moves so far by itself. */
const farOff = 300;

const mostTold = 20;

/**
 * Figures outside the limits that the report has for them, and those some thousand times as large or as small as the others of
 * their indicator and unit: told, since a figure may be right and yet stand out.
 */
export function numberRemarks(department: Department, history: HistoryLine[], plans: PlanLine[]): FolderFault[] {
  const asked = askedIn(department);
  const indicatorOf = (code: string) => asked.get(code)?.[0];
  const compared = ({ indicator, unit = '', value }: HistoricFigure | PlannedFigure, months: number) => ({
    ...{ value, whose: `${indicator} ${unit}` },
    monthly: new Big(value).div(addsUp(indicatorOf(indicator) ?? {}) ? months : 1),
  });
  const numbers = [
    ...history.map(({ figure, line }) => ({
      ...{ file: historyFile, line, name: nameOfHistoric(figure), isPlan: false },
      ...compared(figure, monthsCovered(figure)),
    })),
    ...plans.map(({ plan, line }) => ({
      ...{ file: planFile, line, name: nameOfPlanned(plan), isPlan: true },
      ...compared(plan, 12),
    })),
  ];
  const remarks = [
    ...history.flatMap(line => outsideLimits(indicatorOf(line.figure.indicator), line)),
    ...outOfLine(numbers),
  ];
  if (remarks.length <= mostTold) return remarks;
  const rest = { file: historyFile, line: 1, message: `còn ${remarks.length - mostTold} số khác thường nữa` };
  return [...remarks.slice(0, mostTold), { ...rest, hint: 'sửa các số trên rồi kiểm tra lại' }];
}

function outsideLimits(indicator: Indicator | undefined, { figure, line }: HistoryLine): FolderFault[] {
  const { value, since, unit } = figure;
  // The limits are those of what one unit hands in for one term.
  if (!indicator || since !== undefined || (indicator.owedBy && unit === undefined)) return [];
  const { least, most } = indicator.limits;
  const number = new Big(value);
  const beyond = least !== undefined && number.lt(least) ? `nhỏ hơn least ${least}` : undefined;
  const said = beyond ?? (most !== undefined && number.gt(most) ? `lớn hơn most ${most}` : undefined);
  if (said === undefined) return [];
  const message = `${nameOfHistoric(figure)}: ${value} ${said} trong limits của chỉ tiêu`;
  return [{ file: historyFile, line, message, hint: 'xem lại số này; đúng rồi thì để nguyên' }];
}

function outOfLine(numbers: Number[]): FolderFault[] {
  const known = numbers.filter(({ monthly }) => !monthly.eq(0));
  return [...Map.groupBy(known, ({ whose }) => whose).values()].flatMap(series => {
    const usual = usualOf(series);
    return series.flatMap(({ file, line, name, value, monthly }) => {
      const times = monthly.abs().div(usual);
      const [far, said] = times.gte(1) ? [times, 'lớn'] : [new Big(1).div(times), 'nhỏ'];
      if (far.lt(farOff)) return [];
      const round = far.round(-1).toFixed();
      const message = `${name}: ${value} ${said} hơn các dòng khác cùng chỉ tiêu khoảng ${round} lần`;
      return [{ file, line, message, hint: 'xem lại dấu chấm và đơn vị tính; đúng rồi thì để nguyên' }];
    });
  });
}

/** The middle one, so that a few slips do not move it; of the plans themselves only where there is no figure of a term. */
function usualOf(series: Number[]): Big {
  const figures = series.filter(({ isPlan }) => !isPlan);
  const sizes = (figures.length > 0 ? figures : series).map(({ monthly }) => monthly.abs()).sort((a, b) => a.cmp(b));
  return sizes[Math.floor(sizes.length / 2)] ?? new Big(1);
}

function monthsCovered({ period, since = firstMonthOf(period) }: HistoricFigure): number {
  return termsEndingIn('month', since, lastMonthOf(period)).length;
}
