import type { Head } from '../../shared/aws/heads.ts';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { type Answers, noAnswers } from '../../shared/domain/collection/answers.ts';
import { unfitForDraft } from '../../shared/domain/collection/draft.ts';
import { nameOfField } from '../../shared/domain/collection/field-names.ts';
import { accept } from '../../shared/domain/collection/submission.ts';
import { partInWords } from '../../shared/domain/collection/typed-part.ts';
import type { Difference } from '../../shared/domain/letter/items.ts';
import { unitPart } from '../../shared/domain/letter/unit-part.ts';
import { type Fault, type ProblemDetails, problem } from '../../shared/domain/problem.ts';
import { shortened } from '../../shared/domain/text/shortened.ts';
import type { OfferedSheet } from '../../templates/pages/form/excel.ts';
import type { Said } from '../../templates/pages/form.ts';
import type { Asked } from './room.ts';

/** What of an answer to a press is kept beside what was typed: as little as the rest can be made of anew. */
export type Kept = {
  notice?: string;
  problem?: ProblemDetails;
  /** What of a sheet was not used, row by row. */
  unused?: string[];
  /** The sheets of a workbook, of which one is to be chosen. */
  sheets?: OfferedSheet[];
  /** By what rules it was judged: those of a hand-in, or of a draft. */
  judged?: 'whole' | 'draft';
  /** The unit's part of the letter is shown, of what was judged whole and is not at fault. */
  preview?: true;
  /** The parts that were taken from what was handed in since, and those that both changed. */
  taken?: string[];
  clashing?: string[];
  /** The parts that a newer draft says otherwise. */
  besideDraft?: string[];
};

/** Characters of what is kept to be said: what of a sheet is told beyond that is not, as a sheet may have a million rows. */
const mostSaid = 60_000;

/** Characters of a notice beyond that: a workbook may name its sheets as it likes. With all that is typed they fit an item of the table. */
const longestNotice = 40_000;

export function textOfSaid({ unused, sheets, ...said }: Kept): string {
  const whole = JSON.stringify({ ...said, unused, sheets });
  if (whole.length <= mostSaid) return whole;
  const notice =
    `${shortened(said.notice ?? '', longestNotice)} Tệp có quá nhiều dòng để kể lại các dòng không dùng ở đây.`.trim();
  const rows = unused?.slice(0, 100).map(row => shortened(row, 200));
  return JSON.stringify({ ...said, notice, ...(rows ? { unused: rows } : {}) });
}

export type Answering = {
  asked: Asked;
  head: Head;
  answers: Answers;
  draft: { answers: Answers; at: number } | undefined;
};

/** What the page says, of what was kept of it. */
export function saidBy(text: string, answering: Answering): Said {
  const { notice, problem: told, unused, sheets, judged, preview, taken = [], ...both } = JSON.parse(text) as Kept;
  const { asked, answers } = answering;
  const verdict = judged === 'whole' ? accept(answers, asked.owed, asked.past) : undefined;
  const refused = verdict?.kind === 'refused' ? verdict.faults : [];
  const faults = judged === 'draft' ? unfitForDraft(answers, asked.owed) : refused;
  return {
    ...{ notice, unused, sheets, pressed: true },
    problem: faults.length > 0 ? withFaults(faults, told) : told,
    taken: taken.map(field => nameOfField(field, asked.owed)),
    conflict: conflictOf(both, answering),
    preview:
      preview && verdict?.kind === 'accepted'
        ? unitPart(asked.owed, verdict.submission, { ...asked.past, unitName: asked.unitName })
        : undefined,
  };
}

/** What was handed in since, or kept as a draft, beside what is typed here. */
function conflictOf(
  { clashing = [], besideDraft = [] }: Pick<Kept, 'clashing' | 'besideDraft'>,
  answering: Answering,
): Said['conflict'] {
  const { head, draft } = answering;
  if (clashing.length > 0)
    return {
      before: `Bản đã nộp lần ${head.revision}, ${inWords(head.receivedAt ?? 0)}`,
      differences: differencesIn(clashing, head.answers, answering),
      with: 'handed in',
    };
  if (besideDraft.length === 0 || !draft) return undefined;
  return {
    before: `Bản nháp lưu lúc ${inWords(draft.at)}`,
    differences: differencesIn(besideDraft, draft.answers, answering),
    with: 'draft',
  };
}

/** Faults come first: what they are in cannot be handed in, whatever else is to be decided. */
function withFaults(faults: Fault[], other: ProblemDetails | undefined): ProblemDetails {
  const { details } = problem.faultyAnswers(faults);
  return other ? { ...details, detail: `${details.detail} ${other.detail}` } : details;
}

function differencesIn(fields: string[], theirs: Answers | undefined, { asked, answers }: Answering): Difference[] {
  const { owed, period } = asked;
  return fields.map(field => {
    const [before, after] = [theirs ?? noAnswers, answers].map(each =>
      partInWords(owed, { answers: each, field, term: period.month }),
    );
    return { field, label: after?.label ?? field, before: before?.text ?? '', after: after?.text ?? '' };
  });
}
