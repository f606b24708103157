import { keepDraft } from '../../shared/aws/drafts.ts';
import { inWords } from '../../shared/domain/calendar/day.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { accept, notOwed } from '../../shared/domain/collection/submission.ts';
import { tooLong, withUnkeepable } from '../../shared/domain/collection/typed-fields.ts';
import { differences } from '../../shared/domain/letter/items.ts';
import { unitPart } from '../../shared/domain/letter/unit-part.ts';
import { isLate } from '../../shared/domain/office/period.ts';
import { type Fault, problem } from '../../shared/domain/problem.ts';
import { type Acting, again, type Done } from './acting.ts';
import { fillFromFile, fillFromPasted, tellFilled } from './filling.ts';
import { takeDown, tooLate } from './hand-in.ts';
import type { Room } from './room.ts';
import { addPastedRows, addRows, dropRow } from './rows.ts';

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
  ['fill', tellFilled],
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

function refused({ handing }: Acting, faults: Fault[]): Done {
  return again(handing.answers, { problem: problem.faultyAnswers(faults).details }, handing.key);
}
