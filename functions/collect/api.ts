import type { Revision } from '../../shared/aws/heads.ts';
import { revisionOfKey } from '../../shared/aws/submissions.ts';
import { HandIn } from '../../shared/domain/collection/answers.ts';
import { notOwed } from '../../shared/domain/collection/submission.ts';
import { heaviestAnswers, weightOf } from '../../shared/domain/collection/weight.ts';
import { comparedWithTerms, termAgainst } from '../../shared/domain/figures/comparing.ts';
import { issuedIn, type Past } from '../../shared/domain/figures/past.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import { type List, mostRows } from '../../shared/domain/office/list.ts';
import { closesFor } from '../../shared/domain/office/period.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, json } from '../../shared/http/answer.ts';
import { jsonOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { admitting } from './entrance.ts';
import { takeDown } from './hand-in.ts';
import type { SubmissionState } from './openapi.ts';
import { proofOfReceipt } from './proof.ts';
import { type Asked, askedOf, type Room } from './room.ts';
import { enter } from './session.ts';

/** GET /api/submission: what the unit is asked and what it handed in last. */
export async function getSubmission(room: Room, request: Request): Promise<Answer> {
  const { session, head } = await enter(room.table, request);
  const { period, definition, unitName, owed, past } = await askedOf(room, session.head);
  return json({
    report: period.report,
    reportName: definition.name,
    month: period.month,
    unit: head.unit,
    unitName,
    window: period.window,
    deadline: new Date(closesFor(period, head)).toISOString(),
    closed: head.fencedAt !== undefined,
    revision: head.revision,
    indicators: owed.indicators.map(indicator => askedOfPrograms(indicator, past)),
    tasks: owed.tasks.map(({ id, text }) => ({ id, text })),
    lists: (owed.lists ?? []).map(listOfPrograms),
    answers: head.answers,
  } satisfies SubmissionState);
}

function listOfPrograms({ id, name, most = mostRows, columns, rules = [] }: List): SubmissionState['lists'][number] {
  return {
    ...{ id, name, most },
    columns: columns.map(({ formula, required = true, ...column }) => ({
      ...column,
      required: required && formula === undefined,
      computed: formula !== undefined,
    })),
    rules: rules.map(({ rule, otherwise }) => ({ rule, otherwise })),
  };
}

function askedOfPrograms(indicator: Indicator, past: Past): SubmissionState['indicators'][number] {
  const { code, name, unitOfMeasure, decimals, shows } = indicator;
  return {
    ...{ code, name, unitOfMeasure, decimals, shows },
    comparisons: comparedWithTerms(indicator).map(comparison => {
      const against = termAgainst(past.month, comparison.with);
      return { with: comparison.with, as: comparison.as, against, base: issuedIn(past, indicator, against) };
    }),
  };
}

/** PUT /api/submission: hands in, with the same checks, the same fence and the same receipt as the form. */
export function putSubmission(room: Room, request: Request): Promise<Answer> {
  return admitting(room, request, async admitted => {
    const { asked } = admitted;
    const handing = jsonOf(request, HandIn);
    if (weightOf(handing.answers) > heaviestAnswers) throw problem.tooLarge();
    const foreign = notOwed(handing.answers, asked.owed);
    if (foreign.length > 0) throw problem.unknownFields(foreign);
    const outcome = await takeDown(room, { ...admitted, handing, receivedAt: request.receivedAt });
    if (outcome.kind === 'refused') throw problem.faultyAnswers(outcome.faults);
    if (outcome.kind === 'late') throw problem.tooLate();
    if (outcome.kind === 'too often') throw problem.tooOften();
    if (outcome.kind === 'key reused') throw problem.keyReused();
    if (outcome.kind === 'changed') throw problem.changedMeanwhile();
    return json(receiptOf(outcome.revision, asked));
  });
}

/** GET /api/receipt/{key}: after an answer was lost, whether it was taken; after the close, the proof that the letter was made of it. */
export async function getReceipt(room: Room, request: Request): Promise<Answer> {
  const { session, head } = await enter(room.table, request);
  const asked = await askedOf(room, session.head);
  const { key = '' } = request.parameters;
  const revision = await revisionOfKey(room.table, session.head, { head, key });
  if (!revision) throw problem.unknownReceipt();
  const proof = await proofOfReceipt(room, head, revision);
  return json({ ...receiptOf(revision, asked), ...(proof && { proof }) });
}

/** `submission` as it is kept, of which `hash` is the digest; `items` as every receipt tells it. */
function receiptOf({ key = '', hash = '', revision, receivedAt = 0, submission }: Revision, { owed, past }: Asked) {
  const items = submission ? itemsOf(owed, submission, past) : [];
  return { key, hash, revision, receivedAt: new Date(receivedAt).toISOString(), submission, items };
}
