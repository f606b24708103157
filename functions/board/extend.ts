import { wake } from '../../shared/aws/archive.ts';
import { editionNumbered, editionsOf, extendInPlaceOf } from '../../shared/aws/editions.ts';
import { goOnExtending } from '../../shared/aws/extending.ts';
import { enterActs, takeTurn } from '../../shared/aws/passages.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { passageAfter, placeIn } from '../../shared/domain/issuing/passing.ts';
import { type Extension, mostExtended } from '../../shared/domain/office/extension.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { type Fault, problem } from '../../shared/domain/problem.ts';
import { reasonTyped } from '../../shared/domain/text/reason.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { type ExtensionTyped, extendPage } from '../../templates/pages/extend.ts';
import { coordinating } from './actions.ts';
import { backSaying } from './outcome.ts';
import { saidOf } from './resend.ts';
import type { Room } from './session.ts';

/**
 * POST /board/{report}/{month}/extend: a period, held or drafted, takes more from the units named, or from nobody while its letter is
 * edited, until an hour; then it is closed and its letter compiled anew. Decided once: either the letter goes on, or this.
 */
export async function extend(room: Room, request: Request): Promise<Answer> {
  const { staff, department, period } = await coordinating(room, request);
  const { table, archive } = room;
  const edition = (await editionsOf(table, period)).at(-1);
  const typed = typedIn(formOf(request));
  const { number = 0 } = edition ?? {};
  const { extension, faults } = decided(typed, { period, staff, number, now: request.receivedAt });
  if (!extension) {
    if (wantsJson(request)) throw problem.faultyFields(faults);
    const shown = { department: department.name, period, missing: edition?.missing ?? [], typed, faults };
    return page(extendPage({ ...shown, now: request.receivedAt }), 422);
  }
  const done = edition !== undefined && (await decide(table, { period, edition, extension }));
  // Also when it was decided before: whoever decided may have come no further.
  const standing = edition && (await editionNumbered(table, edition));
  if (standing && (await goOnExtending(table, period, standing))) await wake(archive, 'asked', period);
  return backSaying(period, { act: 'extend', done, ...(typed.edits && { edits: true as const }) });
}

/** Of a draft it is the coordinator's act as well, which withdraws it. */
async function decide(
  table: Room['table'],
  { period, edition, extension }: { period: Period; edition: Edition; extension: Extension },
): Promise<boolean> {
  if (period.state === 'held') return extendInPlaceOf(table, edition, extension);
  const { passage, files } = edition;
  const at = passage && placeIn(passage);
  if (period.state !== 'drafted' || !at) return false;
  const { who, at: when, reason: words } = extension;
  const withdrawn = passageAfter(passage, { did: 'redraft', at, who, when, pdf: files.pdf.sha256, words });
  if (!withdrawn || !(await takeTurn(table, edition, { passage: withdrawn, extension }))) return false;
  await enterActs(table, { ...edition, passage: withdrawn });
  return true;
}

function typedIn(form: URLSearchParams): ExtensionTyped {
  const units = [...form.keys()].flatMap(name => (name.startsWith('unit.') ? [name.slice('unit.'.length)] : []));
  const typed = { until: form.get('until') ?? '', reason: form.get('reason') ?? '' };
  return { units, ...typed, edits: form.get('for') === 'editing' };
}

/** A month: what is to be longer is for the next period. */
const longest = 31 * 24 * 3_600_000;

type Deciding = { period: Period; staff: Staff; number: number; now: number };

function decided(
  { units, until, reason, edits }: ExtensionTyped,
  { period, staff, number, now }: Deciding,
): { extension?: Extension; faults: Fault[] } {
  const owing = edits ? [] : period.units.map(({ id }) => id).filter(id => units.includes(id));
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(until) ?? [];
  const hour = day ? instantAt(day, time) : Number.NaN;
  const why = reasonTyped(reason);
  const faults: Fault[] = [
    owing.length === 0 && !edits ? [{ field: 'units', message: 'Hãy chọn ít nhất một đơn vị.' }] : [],
    owing.length > mostExtended
      ? [{ field: 'units', message: `Mỗi lần gia hạn được tối đa ${mostExtended} đơn vị.` }]
      : [],
    hour > now && hour <= now + longest
      ? []
      : [{ field: 'until', message: 'Hãy chọn một giờ sau lúc này, trong vòng 31 ngày.' }],
    why.success ? [] : [{ field: 'reason', message: `Hãy ghi lý do gia hạn: ${saidOf(why.error)}.` }],
  ].flat();
  if (faults.length > 0 || !why.success) return { faults };
  const who = { reason: why.data, who: staff.id, at: now };
  return { extension: { number, units: owing, until: hour, ...who }, faults };
}
