import { keepDraft } from '../../shared/aws/drafts.ts';
import { inWords } from '../../shared/domain/calendar/day.ts';
import type { Answers, TypedRow } from '../../shared/domain/collection/answers.ts';
import { figuresPasted, type Pasted, rowsOf } from '../../shared/domain/collection/pasted.ts';
import { filledRows, withMore, withRows } from '../../shared/domain/collection/rows-edited.ts';
import { rowsPasted } from '../../shared/domain/collection/rows-pasted.ts';
import { accept, notOwed } from '../../shared/domain/collection/submission.ts';
import { tooLong, withUnkeepable } from '../../shared/domain/collection/typed-fields.ts';
import { differences } from '../../shared/domain/letter/items.ts';
import { unitPart } from '../../shared/domain/letter/unit-part.ts';
import { type List, mostRows } from '../../shared/domain/office/list.ts';
import type { Owed } from '../../shared/domain/office/owing.ts';
import { isLate } from '../../shared/domain/office/period.ts';
import { type Fault, Problem, problem } from '../../shared/domain/problem.ts';
import type { Said } from '../../templates/pages/form.ts';
import { type Handing, takeDown, tooLate } from './hand-in.ts';
import type { Room } from './room.ts';

/** What a button of the form does with what was typed. */
export type Acting = Handing & {
  pasted: string;
  file: Uint8Array | undefined;
  /** What the button is about, where it says so: "drop-row du-an 3". */
  about: string[];
};

/** Taken down; too late; or the form again, filled with `answers`, and what it says. `key` is kept while nothing used it. */
export type Done =
  | { kind: 'accepted' }
  | { kind: 'late' }
  | { kind: 'again'; answers: Answers; said: Said; key?: string };

/** Does what the button named `name` says; one that is not ours hands in, as Enter does. */
export function act(room: Room, name: string, acting: Acting): Promise<Done> {
  return (acts.get(name) ?? handIn)(room, acting);
}

/** Whether a button ends in the one write that asks the head itself; before what any other does, the head is to be read. */
export function handsIn(name: string): boolean {
  return name === 'nothing' || !acts.has(name);
}

const acts = new Map([
  ['nothing', handInNothing],
  ['preview', showPart],
  ['draft', keep],
  ['paste', fillFromPasted],
  ['upload', fillFromFile],
  ['more-rows', addRows],
  ['drop-row', dropRow],
  ['paste-rows', addPastedRows],
]);

async function handIn(room: Room, acting: Acting): Promise<Done> {
  const { answers } = acting.handing;
  const outcome = await takeDown(room, acting);
  if (outcome.kind === 'accepted' || outcome.kind === 'late') return { kind: outcome.kind };
  if (outcome.kind === 'too often') return again(answers, { problem: problem.tooOften().details });
  if (outcome.kind === 'refused') return refused(acting, outcome.faults);
  const { kind, newest, submission: after, late } = outcome;
  if (late) return { kind: 'late' };
  const { owed, past } = acting.asked;
  const before = newest.submission;
  const conflict = before && after && differences(owed, { before, after }, past);
  const { details } = kind === 'changed' ? problem.changedMeanwhile() : problem.keyReused();
  return again(answers, { problem: details, conflict });
}

/** "Không phát sinh" for every figure, in one step. */
function handInNothing(room: Room, acting: Acting): Promise<Done> {
  const { handing, asked } = acting;
  const figures: Answers['figures'] = Object.fromEntries(
    asked.owed.indicators.map(({ code }) => [code, { state: 'none' }]),
  );
  return handIn(room, { ...acting, handing: { ...handing, answers: { ...handing.answers, figures } } });
}

async function showPart(_: Room, acting: Acting): Promise<Done> {
  const { asked, handing } = acting;
  const { answers, key } = handing;
  const verdict = accept(answers, asked.owed, asked.past);
  if (verdict.kind === 'refused') return refused(acting, verdict.faults);
  return again(answers, { preview: unitPart(asked.owed, verdict.submission, asked.past) }, key);
}

/** As typed, faults and all: a draft is for whoever is not done. Only what the unit is not asked, or what no text is kept with, is never kept. */
async function keep({ table }: Room, acting: Acting): Promise<Done> {
  const { session, asked, handing, receivedAt } = acting;
  const { answers, key } = handing;
  const late = isLate(asked.period, receivedAt);
  const unfit = [...notOwed(answers, asked.owed), ...tooLong(answers), ...withUnkeepable(answers)];
  if (unfit.length > 0 && !late) return refused(acting, unfit);
  const kept = !late && (await keepDraft(table, { session, answers, at: receivedAt }));
  if (!kept) return tooLate(table, acting);
  return again(answers, { notice: `Đã lưu bản nháp lúc ${inWords(receivedAt)}. Bản nháp chưa phải là bản nộp.` }, key);
}

async function fillFromPasted(_: Room, { asked, handing, pasted }: Acting): Promise<Done> {
  return filled(asked.owed, handing, figuresPasted(rowsOf(pasted), asked.owed.indicators));
}

async function fillFromFile(_: Room, { asked, handing, file }: Acting): Promise<Done> {
  try {
    if (!file) throw problem.unreadableSheet();
    const { rowsOfXlsx } = await import('../../shared/xlsx.ts');
    return filled(asked.owed, handing, figuresPasted(await rowsOfXlsx(file), asked.owed.indicators));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return again(handing.answers, { problem: error.details }, handing.key);
  }
}

/** The fields are filled and nothing is handed in: the clerk sees how each numeral was understood. */
function filled({ indicators }: Owed, { answers, key }: Handing['handing'], { values, unread }: Pasted): Done {
  const figures = Object.fromEntries(
    indicators.flatMap(({ code }): [string, Answers['figures'][string]][] => {
      const value = values.get(code);
      const typed = Object.hasOwn(answers.figures, code) ? answers.figures[code] : undefined;
      if (value === undefined) return typed ? [[code, typed]] : [];
      const state = typed?.state === 'estimated' ? 'estimated' : 'reported';
      return [[code, { ...typed, state, value }]];
    }),
  );
  const notice = `Đã điền ${values.size}/${indicators.length} số liệu, chưa nộp; hãy xem lại từng số.`;
  return again({ ...answers, figures }, { notice, unused: unread }, key);
}

async function addRows(_: Room, acting: Acting): Promise<Done> {
  return withRowsChanged(acting, (rows, { most = mostRows }) => withMore(rows, most));
}

async function dropRow(_: Room, acting: Acting): Promise<Done> {
  return withRowsChanged(acting, rows => rows.filter((_, at) => String(at) !== acting.about[1]));
}

/** After those that are there: none of them is taken away by it. */
async function addPastedRows(_: Room, acting: Acting): Promise<Done> {
  let said: Said = {};
  const done = withRowsChanged(acting, (rows, list) => {
    const filled = filledRows(rows);
    const room = (list.most ?? mostRows) - filled.length;
    const pasted = rowsPasted(rowsOf(acting.pasted), list, { room });
    said = {
      notice: `Đã thêm ${pasted.rows.length} dòng vào ${list.name}, chưa nộp; hãy xem lại từng dòng.`,
      unused: pasted.unread,
    };
    return [...filled, ...pasted.rows];
  });
  return { ...done, said };
}

/** A list that the unit does not owe stays as it is. */
function withRowsChanged(
  { handing, asked, about }: Acting,
  change: (rows: TypedRow[], list: List) => TypedRow[],
): Extract<Done, { kind: 'again' }> {
  const list = asked.owed.lists?.find(({ id }) => id === about[0]);
  const answers = list ? withRows(handing.answers, list.id, rows => change(rows, list)) : handing.answers;
  return again(answers, {}, handing.key);
}

function refused({ handing }: Acting, faults: Fault[]): Done {
  return again(handing.answers, { problem: problem.faultyAnswers(faults).details }, handing.key);
}

function again(answers: Answers, said: Said, key?: string): Extract<Done, { kind: 'again' }> {
  return { kind: 'again', answers, said, ...(key === undefined ? {} : { key }) };
}
