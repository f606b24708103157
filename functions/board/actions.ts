import { shutOut } from '../../shared/aws/access.ts';
import { wake } from '../../shared/aws/archive.ts';
import { audit } from '../../shared/aws/audit.ts';
import { editionsOf, releaseEdition } from '../../shared/aws/editions.ts';
import { headsOf } from '../../shared/aws/heads.ts';
import { mailsOf, plan } from '../../shared/aws/ledger.ts';
import { movePeriod } from '../../shared/aws/periods.ts';
import { noticesAskedFor } from '../../shared/domain/delivery/notices.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, seeOther } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/** What a coordinator may do to a period. Mails are entered in the ledger, and whoever sends them is woken. */

/** POST /board/{report}/{month}/release: a held letter goes out. Doing it twice does it once. */
export async function release(room: Room, request: Request): Promise<Answer> {
  const { staff, period } = await coordinating(room, request);
  const edition = (await editionsOf(room.table, period)).at(-1);
  if (edition && (await releaseEdition(room.table, edition))) {
    await audit(room.table, period, {
      at: request.receivedAt,
      who: staff.id,
      what: 'cho gửi',
      detail: `bản ${edition.number}`,
    });
  }
  if (edition && (await movePeriod(room.table, period, ['held'], 'compiled'))) {
    await wake(room.archive, 'filed', period);
  }
  return backTo(period);
}

/** POST /board/{report}/{month}/remind: reminds the units that have handed in nothing yet. */
export async function remind(room: Room, request: Request): Promise<Answer> {
  const { staff, period } = await coordinating(room, request);
  const heads = [...(await headsOf(room.table, period)).values()];
  const owing = new Set(heads.filter(({ revision }) => revision === 0).map(({ unit }) => unit));
  await ask(room, request, { staff, period, kind: 'nudge', units: owing, what: 'nhắc đơn vị chưa nộp' });
  return backTo(period);
}

/** POST /board/{report}/{month}/link: mails a unit a new link; the one it has stays good. */
export async function sendLink(room: Room, request: Request): Promise<Answer> {
  const { staff, period } = await coordinating(room, request);
  const unit = unitAsked(request, period);
  await ask(room, request, { staff, period, kind: 'link', units: new Set([unit]), what: 'gửi lại đường dẫn' });
  return backTo(period);
}

/** POST /board/{report}/{month}/revoke: every link and session of a unit is shut out at once. */
export async function revoke(room: Room, request: Request): Promise<Answer> {
  const { staff, period } = await coordinating(room, request);
  const unit = unitAsked(request, period);
  await shutOut(room.table, { ...period, unit });
  await audit(room.table, period, { at: request.receivedAt, who: staff.id, what: 'thu hồi đường dẫn', detail: unit });
  return backTo(period);
}

type Asked = { staff: Staff; period: Period; kind: 'nudge' | 'link'; units: ReadonlySet<string>; what: string };

async function ask(
  { table, archive }: Room,
  request: Request,
  { staff, period, kind, units, what }: Asked,
): Promise<void> {
  if (period.state !== 'open') throw problem.tooLate();
  const notices = noticesAskedFor(kind, period, {
    units,
    ledger: await mailsOf(table, period),
    now: request.receivedAt,
  });
  await plan(table, period, notices, request.receivedAt);
  await wake(archive, 'asked', period);
  await audit(table, period, { at: request.receivedAt, who: staff.id, what, detail: [...units].join(', ') });
}

/** A coordinator and the period they act on. @throws Problem 401, 403, 404 */
async function coordinating(room: Room, request: Request): Promise<{ staff: Staff; period: Period }> {
  const { staff } = await atTheBoard(room, request, 'coordinate');
  return { staff, period: await periodAsked(room, request) };
}

/** @throws Problem 404 for a unit that owes nothing in the period */
function unitAsked(request: Request, { units }: Period): string {
  const unit = formOf(request).get('unit');
  if (!units.some(({ id }) => id === unit)) throw problem.notFound();
  return unit ?? '';
}

function backTo({ report, month }: Period): Answer {
  return seeOther(`/board/${report}/${month}`);
}
