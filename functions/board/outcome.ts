import { Outcome } from '../../shared/domain/delivery/outcome.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { type Answer, seeOther } from '../../shared/http/answer.ts';
import { ownCookie } from '../../shared/http/cookie.ts';
import type { Request } from '../../shared/http/request.ts';

/** What was done travels in a cookie, to be said once: no link can forge it, and no reloading says it again. */
const cookieName = '__Host-da-lam';

/** It is said at once or not at all, seconds. */
const lasts = 60;

type Named<Each> = Each extends unknown ? Omit<Each, 'report' | 'month'> : never;

/** Back to the period's page, or to one below it, which says what was done. */
export function backSaying({ report, month }: Period, did: Named<Outcome>, below = ''): Answer {
  const told = Buffer.from(JSON.stringify({ report, month, ...did })).toString('base64url');
  return seeOther(`/board/${report}/${month}${below}`, [ownCookie(cookieName, told, lasts)]);
}

/** What was just done to a period; undefined when nothing was, or it has been said. */
export function outcomeOf({ cookies }: Request, { report, month }: Period): Outcome | undefined {
  const outcome = Outcome.safeParse(parsed(Buffer.from(cookies[cookieName] ?? '', 'base64url').toString('utf8')));
  if (!outcome.success || outcome.data.report !== report || outcome.data.month !== month) return undefined;
  return outcome.data;
}

/** The page that has said it: the browser is to forget it. */
export function said(answer: Answer, outcome: Outcome | undefined): Answer {
  return outcome ? { ...answer, cookies: [ownCookie(cookieName, '', 0)] } : answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
