import { draftKept, keepDraft } from '../../shared/aws/drafts.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { type Answers, noAnswers } from '../../shared/domain/collection/answers.ts';
import { unfitForDraft } from '../../shared/domain/collection/draft.ts';
import { partsThatDiffer } from '../../shared/domain/collection/merged.ts';
import { accept } from '../../shared/domain/collection/submission.ts';
import { closesFor } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { own } from '../../shared/domain/text/own.ts';
import { type Acting, again, type Done } from './acting.ts';
import { fillFromFile, fillFromPasted, tellFilled } from './filling.ts';
import { takeDown, tooLate } from './hand-in.ts';
import { joinedWithNewest } from './newest.ts';
import type { Room } from './room.ts';
import { addPastedRows, addRows, dropRow } from './rows.ts';

/** Does what the button named `name` says; one that is not ours hands nothing in, and leads to the page that does. */
export function act(room: Room, name: string, acting: Acting): Promise<Done> {
  return (acts.get(name) ?? check)(room, acting);
}

/** Whether a button ends in the one write that asks the head itself; before what any other does, the head is to be read. */
export function handsIn(name: string): boolean {
  return name === 'confirm';
}

const acts = new Map<string, (room: Room, acting: Acting) => Promise<Done>>([
  ['confirm', handIn],
  ['nothing', checkNothing],
  ['preview', showPart],
  ['draft', keep],
  ['leave', keepAndLeave],
  ['quit', async () => ({ kind: 'left' })],
  ['paste', fillFromPasted],
  ['upload', fillFromFile],
  ['fill', tellFilled],
  ['more-rows', addRows],
  ['drop-row', dropRow],
  ['paste-rows', addPastedRows],
]);

async function handIn(room: Room, acting: Acting): Promise<Done> {
  const outcome = await takeDown(room, acting);
  if (outcome.kind === 'accepted' || outcome.kind === 'late') return { kind: outcome.kind };
  if (outcome.kind === 'too often') return again(acting.handing.answers, { problem: problem.tooOften().details });
  if (outcome.kind === 'refused') return again(acting.handing.answers, { judged: 'whole' });
  if (outcome.late) return { kind: 'late' };
  const { details } = outcome.kind === 'changed' ? problem.changedMeanwhile() : problem.keyReused();
  const { said, ...joined } = await joinedWithNewest(room, acting, outcome.newest);
  return { kind: 'again', ...joined, said: { ...said, problem: details } };
}

/** Hands nothing in: what would be is shown once more, with what others handed in since put together with it. */
async function check(room: Room, acting: Acting): Promise<Done> {
  const head = await acting.shown();
  if (acting.receivedAt >= closesFor(acting.asked.period, head) || head.fencedAt !== undefined)
    return tooLate(room.table, acting);
  const joined = await joinedWithNewest(room, acting, head);
  const { asked, handing } = acting;
  const verdict = accept(joined.answers, asked.owed, asked.past);
  if (verdict.kind === 'refused') return { kind: 'again', ...joined, said: { ...joined.said, judged: 'whole' } };
  if (joined.said.clashing?.length)
    return { kind: 'again', ...joined, said: { ...joined.said, problem: problem.changedMeanwhile().details } };
  return { kind: 'check', ...joined, key: handing.key };
}

/** "Không phát sinh" for every figure. Only where none was typed: nothing typed is thrown away. */
function checkNothing(room: Room, acting: Acting): Promise<Done> {
  const { handing, asked } = acting;
  const typed = asked.owed.indicators.filter(({ code }) => own(handing.answers.figures, code)?.value?.trim());
  if (typed.length > 0) {
    const notice = `Chưa làm gì: đã nhập số liệu của ${typed.map(({ name }) => name).join('; ')}. Nếu quả thật không phát sinh, hãy xóa số đã nhập, hoặc chọn "không phát sinh" ở từng chỉ tiêu.`;
    return Promise.resolve(again(acting.handing.answers, { notice }, handing.key));
  }
  const figures: Answers['figures'] = Object.fromEntries(
    asked.owed.indicators.map(({ code }) => [code, { state: 'none' }]),
  );
  return check(room, { ...acting, handing: { ...handing, answers: { ...handing.answers, figures } } });
}

async function showPart(_: Room, acting: Acting): Promise<Done> {
  return again(acting.handing.answers, { judged: 'whole', preview: true }, acting.handing.key);
}

/** As typed, faults and all: a draft is for whoever is not done. Only what the unit is not asked, or what no text is kept with, is never kept. */
async function keep(room: Room, acting: Acting): Promise<Done> {
  const { table } = room;
  const { session, asked, handing, receivedAt, seen } = acting;
  const { answers, key } = handing;
  const late = receivedAt >= closesFor(asked.period, await acting.shown());
  if (!late && unfitForDraft(answers, asked.owed).length > 0) return again(answers, { judged: 'draft' }, key);
  const kept = late
    ? 'shut out'
    : await keepDraft(table, { session, answers, at: receivedAt, ...(seen === undefined ? {} : { seen }) });
  if (kept === 'shut out') return tooLate(table, acting);
  if (kept === 'unseen') return besideNewerDraft(room, acting);
  const notice = `Đã lưu bản nháp lúc ${inWords(receivedAt)}. Bản nháp chưa phải là bản nộp.`;
  return { ...again(answers, { notice }, key), seen: receivedAt };
}

/** For who sits at a machine that others use: what was typed is kept as a draft, where it says more than what the house has. */
async function keepAndLeave(room: Room, acting: Acting): Promise<Done> {
  const head = await acting.shown();
  const { asked, handing } = acting;
  if (partsThatDiffer(asked.owed, head.answers ?? noAnswers, handing.answers).length === 0) return { kind: 'left' };
  const done = await keep(room, acting);
  const isKept = done.kind === 'again' && done.said.notice !== undefined;
  return isKept ? { kind: 'left' } : done;
}

/** A draft kept elsewhere since the page was opened is not overwritten unseen: both are shown, and the next press decides. */
async function besideNewerDraft(room: Room, acting: Acting): Promise<Done> {
  const { session, asked, handing } = acting;
  const { answers, key } = handing;
  // Anew: the draft may be from after the head was read.
  const head = await headOf(room.table, session.head);
  const draft = head && (await draftKept(room.table, session.head, head));
  // Nobody can see one that cannot be read, or that a hand-in took the place of.
  if (!draft) return keep(room, { ...acting, seen: undefined });
  const differing = partsThatDiffer(asked.owed, draft.answers, answers);
  if (differing.length === 0) {
    const notice = `Bản nháp lưu lúc ${inWords(draft.at)} đã có đúng nội dung này.`;
    return { ...again(answers, { notice }, key), seen: draft.at };
  }
  return {
    ...again(answers, { problem: problem.newerDraft().details, besideDraft: differing }, key),
    seen: draft.at,
  };
}
