import { draftKept } from '../../shared/aws/drafts.ts';
import { type Head, type HeadName, headOf } from '../../shared/aws/heads.ts';
import { mendRequestOf } from '../../shared/aws/mend-requests.ts';
import type { Term } from '../../shared/domain/calendar/term.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { named } from '../../shared/domain/collection/field-names.ts';
import { type FormName, formAddress } from '../../shared/domain/collection/form-address.ts';
import { withoutEmptyRows } from '../../shared/domain/collection/rows-edited.ts';
import { rowsTyped } from '../../shared/domain/collection/rows-typed.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { changesAskedFor } from '../../shared/domain/collection/unused.ts';
import { issuedIn, type Past, pastToTell, termsComparedWith } from '../../shared/domain/figures/past.ts';
import { previewed } from '../../shared/domain/letter/preview.ts';
import { contactOf } from '../../shared/domain/office/contact.ts';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import type { List } from '../../shared/domain/office/list.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { own } from '../../shared/domain/text/own.ts';
import type { AskedFigure } from '../../templates/pages/form/figure.ts';
import type { AskedList } from '../../templates/pages/form/list.ts';
import type { FormPage, UnitPage } from '../../templates/pages/form.ts';
import type { Asked, Room } from './room.ts';
import type { Filling } from './shown.ts';

/** What the form shows of a unit's period, with the answers to fill it with. */
export async function formModel(
  room: Room,
  asked: Asked,
  head: Head,
  filling: Filling & { now: number },
): Promise<FormPage> {
  const { period, owed, past } = asked;
  const { answers, key, basedOn, seen, shows, said, now } = filling;
  const [before, mend] = await Promise.all([
    submissionBefore(room, asked, head),
    mendRequestOf(room.table, { ...period, unit: head.unit }, head.revision),
  ]);
  return {
    ...unitPage(asked, head),
    window: period.window,
    deadline: period.deadline,
    figures: owed.indicators.map(indicator => askedFigure(indicator, answers, past)),
    lists: listsAsked(asked, { answers, head, before }),
    tasks: owed.tasks.map(task => ({
      task,
      term: period.month,
      typed: own(answers.outcomes, task.id),
      status: own(answers.statuses ?? {}, task.id),
      before: own(before?.outcomes ?? {}, task.id) || undefined,
    })),
    further: answers.further,
    faults: named(said.problem?.faults ?? [], owed),
    ...{ ...said, basedOn, seen, shows, key, revision: head.revision },
    now,
    receivedAt: head.receivedAt,
    mend,
    script: {
      draft: draftOf(head),
      month: period.month,
      indicators: owed.indicators,
      lists: owed.lists ?? [],
      computed: owed.computed ?? [],
      rules: owed.rules ?? [],
      past: pastToTell(past, owed.indicators),
      deadline: period.deadline,
      now,
    },
  };
}

/** Which unit is asked what, for every page of a unit. */
export function unitPage({ department, definition, unitName, period }: Asked, form: FormName): UnitPage {
  return {
    at: formAddress(form),
    contact: contactOf(department),
    ...{ department: department.name, report: definition.name, unit: unitName, month: period.month },
  };
}

/** The name of what a unit is typing, as its browser keeps it. */
export function draftOf({ report, month, unit }: Pick<Head, 'report' | 'month' | 'unit'>): string {
  return `${report} ${month} ${unit}`;
}

/** What the same unit said the term before, to start from; undefined when it said nothing or there was no such period. */
async function submissionBefore({ table }: Room, { before }: Asked, { unit }: Head): Promise<Submission | undefined> {
  return before && (await headOf(table, { ...before, unit }))?.submission;
}

const noAnswers: Answers = { figures: {}, outcomes: {} };

/** What a form is filled with that was not typed just now: the unit's draft, or what it handed in last. */
export async function answersToFillWith({ table }: Room, name: HeadName, head: Head): Promise<Answers> {
  const draft = await draftKept(table, name, head);
  return withoutEmptyRows(draft?.answers ?? head.answers ?? noAnswers);
}

/** The lists a unit is asked for, with the rows that a form shows of them. */
export async function askedLists(
  room: Room,
  asked: Asked,
  { head, answers }: Omit<Rows, 'before'>,
): Promise<AskedList[]> {
  return listsAsked(asked, { head, answers, before: await submissionBefore(room, asked, head) });
}

function listsAsked({ owed, period }: Asked, rows: Rows): AskedList[] {
  return (owed.lists ?? []).map(list => askedList(list, period.month, rows));
}

type Rows = { answers: Answers; head: Head; before: Submission | undefined };

/**
 * The rows as typed; where nothing was said of the list those handed in, by whichever way, so that none is lost by handing in again;
 * at the first of a term those of the one before, where they carry over.
 */
function askedList(list: List, term: Term, { answers, head, before }: Rows): AskedList {
  const typed = own(answers.lists ?? {}, list.id) ?? own(head.answers?.lists ?? {}, list.id);
  const earlier = list.carriesOver && head.revision === 0 ? own(before?.lists ?? {}, list.id) : undefined;
  const rows = typed ?? rowsTyped(earlier ?? [], list);
  return { list, term, rows, carried: typed === undefined && rows.length > 0 };
}

function askedFigure(indicator: Indicator, answers: Answers, past: Past): AskedFigure {
  const bases = termsComparedWith(past.month).flatMap(month => {
    const value = issuedIn(past, indicator, month);
    return value === undefined ? [] : [{ month, value: writeNumeral(value) }];
  });
  const typed = own(answers.figures, indicator.code);
  const changes = changesAskedFor(indicator, past);
  return { indicator, term: past.month, bases, changes, typed, told: previewed(indicator, typed, past) };
}
