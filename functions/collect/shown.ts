import { draftKept, type Late, lateKept, type Pressed, pressedIn, stillUnsent } from '../../shared/aws/drafts.ts';
import { inWords } from '../../shared/domain/calendar/day.ts';
import { type Answers, noAnswers } from '../../shared/domain/collection/answers.ts';
import { partsThatDiffer } from '../../shared/domain/collection/merged.ts';
import { withoutEmptyRows } from '../../shared/domain/collection/rows-edited.ts';
import type { Owed } from '../../shared/domain/office/owing.ts';
import type { Request } from '../../shared/http/request.ts';
import { newKey } from '../../shared/token.ts';
import type { Said } from '../../templates/pages/form.ts';
import type { Asked, Room } from './room.ts';
import { saidBy } from './said.ts';
import { browserOf, type Entered } from './session.ts';

/** All that lies beside a head of what was typed and not taken. */
export type Beside = {
  late: Late | undefined;
  draft: { answers: Answers; at: number } | undefined;
  pressed: Pressed | undefined;
};

export async function typedBeside({ table }: Room, request: Request, { session, head }: Entered): Promise<Beside> {
  const [late, draft, pressed] = await Promise.all([
    lateKept(table, session.head, head),
    draftKept(table, session.head, head),
    pressedIn(table, session.head, { head, browser: browserOf(request) }),
  ]);
  return { late, draft, pressed };
}

/** What the form is filled with, and what that rests on. */
export type Filling = {
  answers: Answers;
  key: string;
  basedOn: number;
  seen: number;
  shows: 'typed' | 'draft' | 'handed in' | 'nothing';
  said: Said;
};

/**
 * What a form's address shows: `typed` the page that answers a press, as it was; `saved` what the house has, a draft or what was handed
 * in; else whichever of what was typed in this browser and what was saved came later, what came too late for a form that is open again
 * counted as saved. Neither ever takes the other's place unseen.
 */
export function fillingOf(
  { asked, head, beside }: { asked: Asked; head: Entered['head']; beside: Beside },
  { typed, saved }: { typed?: string | undefined; saved?: string | undefined },
): Filling {
  const { draft, pressed } = beside;
  const late = saved === undefined ? stillUnsent(beside.late, head, draft) : undefined;
  const ofHouse = savedFilling(head, { draft, late });
  if (!pressed || saved !== undefined) return ofHouse;
  const { answers, key, basedOn, seen } = pressed;
  const filling = { answers, key, basedOn, seen, shows: 'typed' as const };
  if (typed === key) return { ...filling, said: saidBy(pressed.said, { asked, head, answers, draft }) };
  if (!differs(asked.owed, pressed.answers, ofHouse.answers)) return ofHouse;
  const at = inWords(pressed.at);
  if (pressed.at < (late?.at ?? draft?.at ?? 0))
    return {
      ...ofHouse,
      said: { ...ofHouse.said, other: { key, words: `Máy này còn nội dung nhập dở lúc ${at}, cũ hơn.` } },
    };
  const since = basedOn === head.revision ? '' : ' Từ đó đơn vị đã nộp bản mới hơn; lúc nộp, hai bên được gộp lại.';
  return { ...filling, said: { notice: `Đang hiện nội dung nhập dở trên máy này lúc ${at}, chưa nộp.${since}` } };
}

function savedFilling(head: Entered['head'], { draft, late }: Pick<Beside, 'draft' | 'late'>): Filling {
  return {
    answers: savedAnswers(head, late ?? draft),
    ...{ key: newKey(), basedOn: head.revision, seen: draft?.at ?? 0 },
    ...savedShown(head, { draft, late }),
  };
}

function savedShown(
  head: Entered['head'],
  { draft, late }: Pick<Beside, 'draft' | 'late'>,
): Pick<Filling, 'shows' | 'said'> {
  if (late) {
    const at = inWords(late.at);
    const notice = `Đã điền sẵn nội dung gửi lúc ${at}, khi biểu mẫu đã đóng nên chưa được nhận. Hãy xem lại rồi nộp.`;
    return { shows: 'typed', said: { notice } };
  }
  if (draft) return { shows: 'draft', said: { notice: `Đây là bản nháp đã lưu lúc ${inWords(draft.at)}, chưa nộp.` } };
  return { shows: head.answers ? 'handed in' : 'nothing', said: {} };
}

/** What the house has of a unit's own: what it left unsent, a draft or what came too late, or what it handed in last. */
export function savedAnswers({ answers }: Entered['head'], unsent: { answers: Answers } | undefined): Answers {
  return withoutEmptyRows(unsent?.answers ?? answers ?? noAnswers);
}

function differs(owed: Owed, one: Answers, other: Answers): boolean {
  return partsThatDiffer(owed, one, other).length > 0;
}
