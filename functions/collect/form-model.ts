import { editsNow } from '../../shared/aws/edits.ts';
import { type Head, seenHeadOf } from '../../shared/aws/heads.ts';
import { mendRequestOf } from '../../shared/aws/mend-requests.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { type Term, termBefore } from '../../shared/domain/calendar/term.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { editsOn } from '../../shared/domain/collection/edit.ts';
import { named } from '../../shared/domain/collection/field-names.ts';
import { type FormName, formAddress } from '../../shared/domain/collection/form-address.ts';
import { rowsTyped } from '../../shared/domain/collection/rows-typed.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { computedOfUnit } from '../../shared/domain/collection/unit-measures.ts';
import { pastToTell } from '../../shared/domain/figures/past.ts';
import { contactOf } from '../../shared/domain/office/contact.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { List } from '../../shared/domain/office/list.ts';
import { closesFor, type Period } from '../../shared/domain/office/period.ts';
import { termItStoodIn } from '../../shared/domain/office/validity.ts';
import { own } from '../../shared/domain/text/own.ts';
import type { AskedList } from '../../templates/pages/form/list.ts';
import type { FormPage, UnitPage } from '../../templates/pages/form.ts';
import { figuresAsked } from './figures-asked.ts';
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
  const deadline = closesFor(period, head);
  const [before, mend, edits] = await Promise.all([
    saidBefore(room, asked, head),
    mendRequestOf(room.table, { ...period, unit: head.unit }, head.revision),
    // The period was read once in the life of the process, and edits are made all the while.
    head.revision > 0 ? editsNow(room.table, period) : [],
  ]);
  const lists = listsAsked(asked, { answers, head, before });
  return {
    ...unitPage(asked, head),
    window: period.window,
    deadline,
    figures: figuresAsked(asked, answers, lists),
    lists,
    tasks: owed.tasks.map(task => ({
      task,
      term: period.month,
      typed: own(answers.outcomes, task.id),
      status: own(answers.statuses ?? {}, task.id),
      before: own(before.submission?.outcomes ?? {}, task.id) || undefined,
    })),
    further: answers.further,
    faults: named(said.problem?.faults ?? [], owed),
    ...{ ...said, basedOn, seen, shows, key, revision: head.revision },
    now,
    receivedAt: head.receivedAt,
    mend,
    edits: editsOn(edits, head.unit, head.submission).standing,
    script: {
      draft: draftOf(head),
      month: period.month,
      indicators: owed.indicators,
      lists: owed.lists ?? [],
      computed: owed.computed ?? [],
      rules: owed.rules ?? [],
      past: pastToTell(past, [...owed.indicators, ...computedOfUnit(owed)]),
      deadline,
      now,
    },
  };
}

/** Which unit is asked what, for every page of a unit. */
export function unitPage({ department, definition, unitName, period }: Asked, form: FormName): UnitPage {
  return {
    at: formAddress(form),
    contact: contactOf(department),
    ...{ department: department.name, report: definition.name, document: documentInWords(definition.document) },
    ...{ unit: unitName, month: period.month },
  };
}

/** The name of what a unit is typing, as its browser keeps it. */
export function draftOf({ report, month, unit }: Pick<Head, 'report' | 'month' | 'unit'>): string {
  return `${report} ${month} ${unit}`;
}

/** What the same unit said before, to start from. */
export async function saidBefore({ table }: Room, { before, owed, period }: Asked, head: Head): Promise<Earlier> {
  const submissionIn = async (there: Period | undefined) =>
    there && (await seenHeadOf(table, there, head.unit))?.submission;
  const apart = (owed.lists ?? []).filter(
    list => list.carriesOver && head.revision === 0 && termItStoodIn(list, period.month) !== termBefore(period.month),
  );
  const [submission, ...others] = await Promise.all([
    submissionIn(before),
    ...apart.map(async list => {
      const month = termItStoodIn(list, period.month);
      return submissionIn(month ? await periodNamed(table, { report: period.report, month }) : undefined);
    }),
  ]);
  return { submission, ofLists: new Map(apart.map(({ id }, at) => [id, others[at]])) };
}

/** The lists a unit is asked for, with the rows that a form shows of them. */
export async function askedLists(
  room: Room,
  asked: Asked,
  { head, answers }: Omit<Rows, 'before'>,
): Promise<AskedList[]> {
  return listsAsked(asked, { head, answers, before: await saidBefore(room, asked, head) });
}

function listsAsked({ owed, period }: Asked, rows: Rows): AskedList[] {
  return (owed.lists ?? []).map(list => askedList(list, period.month, rows));
}

type Rows = { answers: Answers; head: Head; before: Earlier };

/** What a unit handed in the term before, and for a list that does not stand in every term, in the last one in which it stood. */
type Earlier = { submission: Submission | undefined; ofLists: ReadonlyMap<string, Submission | undefined> };

/**
 * The rows as typed; where nothing was said of the list those handed in, by whichever way, so that none is lost by handing in again;
 * at the first of a term those of the last in which it stood, where they carry over.
 */
function askedList(list: List, term: Term, { answers, head, before }: Rows): AskedList {
  const typed = own(answers.lists ?? {}, list.id) ?? own(head.answers?.lists ?? {}, list.id);
  const submission = before.ofLists.has(list.id) ? before.ofLists.get(list.id) : before.submission;
  const earlier = list.carriesOver && head.revision === 0 ? own(submission?.lists ?? {}, list.id) : undefined;
  const rows = typed ?? rowsTyped(earlier ?? [], list);
  const carriedFrom = typed === undefined && rows.length > 0 ? termItStoodIn(list, term) : undefined;
  return { list, term, rows, carriedFrom };
}
