import { shutOut } from '../../shared/aws/access.ts';
import { wake } from '../../shared/aws/archive.ts';
import { audit } from '../../shared/aws/audit.ts';
import { editionNumbered, editionsOf, releaseEdition } from '../../shared/aws/editions.ts';
import { type Head, headsOf } from '../../shared/aws/heads.ts';
import { enterMails, mailsOf } from '../../shared/aws/ledger.ts';
import { movePeriod } from '../../shared/aws/periods.ts';
import { putBackOnAgenda } from '../../shared/aws/put-back.ts';
import { type Asking, noticesAskedFor } from '../../shared/domain/delivery/asked-for.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import { owes } from '../../shared/domain/delivery/notices.ts';
import { reachedNow, whereTo } from '../../shared/domain/delivery/reach.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { mayBeCorrected, type Period, stillOpen } from '../../shared/domain/office/period.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { beforeReleasePage, beforeRevocationPage } from '../../templates/pages/before-acting.ts';
import { backSaying } from './outcome.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/**
 * What a coordinator may do to a period. Mails are entered in the ledger, and whoever sends them is woken. Each act says on the
 * page that follows what it did, and the trail tells only what was done.
 */

/** GET /board/{report}/{month}/release: asks before a held letter goes; back to the period where none waits. */
export async function askToRelease(room: Room, request: Request): Promise<Answer> {
  const { department, period } = await coordinating(room, request);
  const edition = (await editionsOf(room.table, period)).at(-1);
  if (period.state !== 'held' || !edition) return backSaying(period, { act: 'release', done: false });
  return page(beforeReleasePage({ department: department.name, period, edition }));
}

/**
 * POST /board/{report}/{month}/release: a held letter goes out. Doing it twice does it once; who looked at an edition before the
 * last is shown the last and asked again.
 */
export async function release(room: Room, request: Request): Promise<Answer> {
  const { staff, period } = await coordinating(room, request);
  const edition = (await editionsOf(room.table, period)).at(-1);
  const looked = request.event.body ? formOf(request).get('edition') : null;
  if (looked !== null && looked !== String(edition?.number))
    return seeOther(`/board/${period.report}/${period.month}/release`);
  const released = edition !== undefined && (await releaseEdition(room.table, edition));
  if (released) {
    await audit(room.table, period, {
      at: request.receivedAt,
      who: staff.id,
      what: 'cho gửi',
      detail: `bản ${edition.number}`,
    });
  }
  // One that is held still was not let go: its period was extended in place of that.
  const goes = edition && (released || !(await editionNumbered(room.table, edition))?.held);
  const moved = goes === true && (await movePeriod(room.table, period, ['held'], 'compiled'));
  if (moved) await wake(room.archive, 'filed', period);
  return backSaying(period, { act: 'release', done: released || moved });
}

/** POST /board/{report}/{month}/remind: reminds the units that have handed in nothing yet. */
export async function remind(room: Room, request: Request): Promise<Answer> {
  const coordinator = await coordinating(room, request);
  const { period } = coordinator;
  const heads = await headsOf(room.table, period);
  const units = new Set([...heads.values()].filter(owes).map(({ unit }) => unit));
  const { entered, standing } = await ask(room, request, {
    ...coordinator,
    ...{ asking: 'nudge', heads, units, what: 'nhắc đơn vị chưa nộp' },
  });
  const mailed = unitsOf(entered);
  const stood = [...unitsOf(standing)].filter(unit => !mailed.has(unit)).length;
  return backSaying(period, { act: 'remind', mailed: mailed.size, standing: stood, ...leftAt(standing) });
}

/**
 * POST /board/{report}/{month}/link: mails a unit a new link; the one it has stays good. Once the letter has gone out it leads to what is in
 * it, to ask for corrections.
 */
export async function sendLink(room: Room, request: Request): Promise<Answer> {
  const coordinator = await coordinating(room, request);
  const { period } = coordinator;
  const unit = unitAsked(formOf(request), period);
  const heads = await headsOf(room.table, period);
  const asked: Pick<Asked, 'asking' | 'what'> = mayBeCorrected(period)
    ? { asking: 'correct', what: 'gửi đường dẫn đính chính' }
    : { asking: 'link', what: 'gửi lại đường dẫn' };
  const { entered, standing } = await ask(room, request, { ...coordinator, ...asked, heads, units: new Set([unit]) });
  return backSaying(period, { act: 'link', unit, mailed: entered.length, ...leftAt(standing) });
}

/** GET /board/{report}/{month}/revoke?unit=: asks before a unit is shut out. */
export async function askToRevoke(room: Room, request: Request): Promise<Answer> {
  const { department, period } = await coordinating(room, request);
  const asked = request.event.queryStringParameters?.unit;
  const unit = reachedNow(period, department).units.find(({ id }) => id === asked);
  if (!unit) throw problem.notFound();
  return page(beforeRevocationPage({ department: department.name, period, unit }));
}

/** POST /board/{report}/{month}/revoke: every link and session of a unit is shut out at once. */
export async function revoke(room: Room, request: Request): Promise<Answer> {
  const { staff, period } = await coordinating(room, request);
  const unit = unitAsked(formOf(request), period);
  await shutOut(room.table, { ...period, unit });
  await audit(room.table, period, { at: request.receivedAt, who: staff.id, what: 'thu hồi đường dẫn', detail: unit });
  return backSaying(period, { act: 'revoke', unit });
}

type Asked = Coordinating & {
  asking: Asking;
  /** Read before the ledger: a mail of before a revocation is then never taken for one of after. */
  heads: ReadonlyMap<string, Head>;
  units: ReadonlySet<string>;
  what: string;
};

/** The mails that were entered by this asking, and those that went, or are going, already. @throws Problem 409 */
async function ask(
  { table, archive }: Room,
  { receivedAt: now }: Request,
  { staff, department, period, asking, heads, units, what }: Asked,
): Promise<{ entered: MailEntry[]; standing: MailEntry[] }> {
  const open = asking === 'correct' ? period : stillOpen(period, now);
  if (!open) throw problem.periodClosed();
  const reached = reachedNow(open, department);
  const ledger = await mailsOf(table, period);
  const { notices, standing } = noticesAskedFor(asking, reached, { units, heads, ledger, now });
  const entered = await enterMails(table, notices, now);
  if (entered.length > 0) {
    const detail = whereTo(entered, { period, reached, always: asking !== 'nudge' });
    await audit(table, period, { at: now, who: staff.id, what, detail });
  }
  if (entered.length === 0 && !standing.some(({ state }) => state === 'pending')) return { entered, standing };
  // Who delivers looks at what is on the agenda.
  if (asking === 'correct') await putBackOnAgenda(table, period);
  await wake(archive, asking === 'correct' ? 'filed' : 'asked', period);
  return { entered, standing };
}

function unitsOf(mails: MailEntry[]): Set<string> {
  return new Set(mails.flatMap(({ to }) => (to.kind === 'unit' ? [to.unit] : [])));
}

/** When the last of some mails left; nothing while one of them waits. */
function leftAt(mails: MailEntry[]): { since?: number } {
  if (mails.length === 0 || mails.some(({ state }) => state === 'pending')) return {};
  return { since: Math.max(...mails.map(({ at }) => at)) };
}

type Coordinating = { staff: Staff; department: Department; period: Period };

/** A coordinator, the office as it is now, and the period they act on. @throws Problem 401, 403, 404 */
export async function coordinating(room: Room, request: Request): Promise<Coordinating> {
  const { staff, department } = await atTheBoard(room, request, 'coordinate');
  return { staff, department, period: await periodAsked(room, request) };
}

/** @throws Problem 404 for a unit that owes nothing in the period */
export function unitAsked(form: URLSearchParams, { units }: Period): string {
  const unit = form.get('unit');
  if (!units.some(({ id }) => id === unit)) throw problem.notFound();
  return unit ?? '';
}
