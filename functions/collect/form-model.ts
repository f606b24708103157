import { issuedFigures } from '../../shared/aws/series.ts';
import type { Head } from '../../shared/aws/submissions.ts';
import type { Answers } from '../../shared/domain/answers.ts';
import type { Indicator } from '../../shared/domain/department.ts';
import { previewed } from '../../shared/domain/letter/preview.ts';
import { writeNumeral } from '../../shared/domain/numeral.ts';
import { monthsComparedWith, type Series, seriesOf } from '../../shared/domain/series.ts';
import type { AskedFigure, FormPage } from '../../templates/pages/form.ts';
import type { Asked, Room } from './room.ts';

/** What the form shows of a unit's period, with the answers to fill it with. */
export async function formModel(
  room: Room,
  asked: Asked,
  head: Head,
  { answers, key, now }: { answers: Answers; key: string; now: number },
): Promise<FormPage> {
  const { department, definition, period, unitName, owed } = asked;
  const issued = await issuedFigures(room.table, period.report, monthsComparedWith(period.month));
  const series = seriesOf(department.history, issued);
  return {
    department: department.name,
    report: definition.name,
    unit: unitName,
    month: period.month,
    window: period.window,
    deadline: period.deadline,
    figures: owed.indicators.map(indicator => askedFigure(indicator, answers, period.month, series)),
    tasks: owed.tasks,
    answers,
    basedOn: head.revision,
    key,
    now,
    receivedAt: head.receivedAt,
    script: {
      draft: draftOf(head),
      month: period.month,
      indicators: owed.indicators,
      series: monthsComparedWith(period.month).map(month => [month, [...(series.get(month) ?? [])]]),
    },
  };
}

/** The name of what a unit is typing, as its browser keeps it. */
export function draftOf({ report, month, unit }: Pick<Head, 'report' | 'month' | 'unit'>): string {
  return `${report} ${month} ${unit}`;
}

function askedFigure(indicator: Indicator, answers: Answers, month: string, series: Series): AskedFigure {
  const [previous, lastYear] = monthsComparedWith(month).map(against => {
    const value = series.get(against)?.get(indicator.code);
    return value === undefined ? undefined : { month: against, value: writeNumeral(value) };
  });
  const typed = Object.hasOwn(answers.figures, indicator.code) ? answers.figures[indicator.code] : undefined;
  const sentence = typed && previewed({ indicator, typed, month, series });
  return { indicator, previous, lastYear, typed, sentence };
}
