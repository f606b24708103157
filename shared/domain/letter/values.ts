import { dateInDigits } from '../calendar/day.ts';
import { monthAndYear, monthNumber, yearOf } from '../calendar/month.ts';
import { lastMonthOf, type Term, termInWords, termShort } from '../calendar/term.ts';
import { type Told, toldIn } from '../compilation/told.ts';
import type { Department } from '../office/department.ts';
import type { Indicator } from '../office/indicator.ts';
import { listsIn, tasksIn } from '../office/owing.ts';
import { unitName } from '../office/unit.ts';
import type { Composed } from './composed.ts';
import type { Inset } from './inset.ts';
import type { Paragraph } from './letter.ts';
import { ofFigure, unreported, type Values } from './liquid.ts';
import { numbersOf, rowValues } from './numbers.ts';
import { filledPhrase } from './phrase.ts';
import { placedIn } from './placed.ts';
import { progressOf } from './progress.ts';
import { level, type Speaking, sentence } from './sentence.ts';
import { tableOf } from './table.ts';

/**
 * The names a letter.md may use; docs/huong-dan.md lists them for the office. Whatever is not asked in this term has its name
 * all the same, and nothing to say: a letter is never held up by an indicator that has ended.
 */
export function valuesOf({ department, definition, report, window, banXemTruoc }: Composed): Values {
  const marks = banXemTruoc !== undefined;
  const term = report.month;
  const nameOf = (unit: string) => unitName(department, unit);
  const figures = toldIn(definition, report);
  const { saying, yearBegins } = definition;
  const spoken = { term, saying, yearBegins, unitNamed: nameOf };
  const asked = tasksIn(definition, term);
  const placed = placedIn(report, { taskTexts: new Map(asked.map(({ id, text }) => [id, text])), marks });
  const outcomes = asked.map(task => ({ task, paragraphs: placed(`outcomes.${task.id}`) }));
  const groups = [...new Set(definition.tasks.map(({ group }) => group))];
  const codes = named(definition.indicators.map(({ code }) => code));
  const tasks = named(definition.tasks.map(({ id }) => id));
  return {
    co_quan: department.name,
    ky: termValues(term, window, yearBegins),
    can_cu: inset(definition.basis.map(text => ({ kind: 'paragraph', runs: [{ text }] }))),
    so_lieu: codes(
      figures.map(({ indicator, figure }) => {
        const words = sentence(indicator, figure, { ...spoken, parts: partsOf(indicator, figures) });
        if (!marks) return [indicator.code, words];
        return [indicator.code, ofFigure(indicator.code, figure.state === 'missing' ? unreported(words) : words)];
      }),
    ),
    gia_tri: codes(figures.map(({ indicator, figure }) => [indicator.code, level(indicator, figure) ?? null])),
    trang_thai: codes(figures.map(({ figure }) => [figure.code, figure.state])),
    so: codes(figures.map(told => [told.indicator.code, numbersOf(told, spoken)])),
    bang_ke: named((definition.lists ?? []).map(({ id }) => id))(
      listsIn(definition, term).map(list => [list.id, rowValues(list, report, nameOf)]),
    ),
    cac_don_vi: unitValues(department, figures, spoken),
    bang: named((definition.tables ?? []).map(({ id }) => id))(
      (definition.tables ?? []).map(table => {
        const placed = table.annex ? undefined : tableOf(table, { definition, report, nameOf });
        return [table.id, placed ? { paragraphs: [placed] } : null];
      }),
    ),
    ket_qua: tasks(outcomes.map(({ task, paragraphs }) => [task.id, inset(paragraphs)])),
    tien_do: tasks(
      [...Map.groupBy(report.outcomes, ({ task }) => task)].map(([task, given]) => [task, progressOf(given)]),
    ),
    nhom: named(groups)(
      groups.map(group => [
        group,
        inset(outcomes.filter(({ task }) => task.group === group).flatMap(({ paragraphs }) => paragraphs)),
      ]),
    ),
    ngoai_ra: inset(placed('further')),
    con_thieu: report.missing.map(({ name }) => name),
  };
}

/** Each unit that figures are told of one by one, with its own. */
function unitValues({ units }: Department, figures: Told[], spoken: Speaking): Values[] {
  const told = figures.flatMap(({ indicator, figure }) =>
    (figure.units ?? []).map(own => ({ unit: own.unit, indicator, figure: own })),
  );
  const byUnit = Map.groupBy(told, ({ unit }) => unit);
  return units.flatMap(({ id, name }) => {
    const own = byUnit.get(id);
    if (!own) return [];
    const so = Object.fromEntries(own.map(each => [each.indicator.code, numbersOf(each, spoken)]));
    return [{ ma: id, ten: name, so }];
  });
}

/** The indicators that stand in another's sentence. */
function partsOf({ code }: Indicator, figures: Told[]): Told[] {
  return figures.filter(({ indicator }) => indicator.partOf === code);
}

/** `tu` and `den` are dates, for the filter "ngay"; the others are words. */
function termValues(term: Term, window: Composed['window'], yearBegins: number | undefined): Values {
  const month = lastMonthOf(term);
  return {
    thang: monthNumber(month),
    nam: String(yearOf(month)),
    thang_nam: monthAndYear(month),
    ten: termInWords(term),
    ngan: termShort(term),
    so_thang: filledPhrase('{số tháng}', term, yearBegins),
    thang_sau: filledPhrase('{tháng sau}', term),
    thang_truoc: filledPhrase('{tháng trước}', term),
    truoc: filledPhrase('{kỳ trước}', term),
    cung_ky: filledPhrase('{cùng kỳ}', term),
    nam_truoc: filledPhrase('{năm trước}', term),
    nam_thang_sau: filledPhrase('{năm của tháng sau}', term),
    tu_ngay: dateInDigits(window.from),
    den_ngay: dateInDigits(window.to),
    tu: window.from,
    den: window.to,
  };
}

/** Gives each of these names what is known of it, or nothing. */
function named(names: string[]) {
  const nothing = names.map(name => [name, null] as const);
  return (known: (readonly [string, Values[string]])[]): Values => Object.fromEntries([...nothing, ...known]);
}

function inset(paragraphs: Paragraph[]): Inset | null {
  return paragraphs.length > 0 ? { paragraphs } : null;
}
