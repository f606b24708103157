import { wake } from '../../shared/aws/archive.ts';
import { withCorrections } from '../../shared/aws/correcting.ts';
import { enterCorrections } from '../../shared/aws/correction-trail.ts';
import { correctionsOf, decideCorrection } from '../../shared/aws/corrections.ts';
import { departmentPublished } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { putBackOnAgenda } from '../../shared/aws/put-back.ts';
import { decideReissue } from '../../shared/aws/reissuing.ts';
import { bundledIn, type Correction, type Decision } from '../../shared/domain/collection/correction.ts';
import { named } from '../../shared/domain/collection/field-names.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { owedBy, reportNamed } from '../../shared/domain/office/owing.ts';
import { mayBeCorrected, type Period } from '../../shared/domain/office/period.ts';
import { mostBundled } from '../../shared/domain/office/reissue.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { problem } from '../../shared/domain/problem.ts';
import { reasonTyped } from '../../shared/domain/text/reason.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { beforeReissuePage, correctionsPage } from '../../templates/pages/corrections.ts';
import { backSaying, outcomeOf, said } from './outcome.ts';
import { periodAsked } from './pages.ts';
import { saidOf } from './resend.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/corrections: what units ask to have corrected of a letter that went out. */
export async function showCorrections(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'see what units hand in');
  const found = await correctionsIn(room, request);
  const outcome = outcomeOf(request, found.period);
  return said(page(correctionsPage(shownOf(found, { staff, department, now: request.receivedAt, outcome }))), outcome);
}

/** POST to the same: one is accepted, or refused with words. Decided once, and its unit is told once. */
export async function decideOnCorrection(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'coordinate');
  const found = await correctionsIn(room, request);
  const { period, corrections } = found;
  const form = formOf(request);
  const one = corrections.find(
    ({ unit, number }) => unit === form.get('unit') && String(number) === form.get('number'),
  );
  const verdict = form.get('verdict');
  if (!one || (verdict !== 'accept' && verdict !== 'refuse')) throw problem.notFound();
  const typed = (form.get('words') ?? '').replace(/\s+/g, ' ');
  const words = verdict === 'accept' ? undefined : reasonTyped(typed);
  if (words && !words.success) {
    const wrong = `Hãy ghi vì sao không chấp nhận: ${saidOf(words.error)}.`;
    if (wantsJson(request)) throw problem.faultyFields([{ field: 'words', message: wrong }]);
    const faulty = { unit: one.unit, number: one.number, words: typed, said: wrong };
    return page(
      correctionsPage({ ...shownOf(found, { staff, department, now: request.receivedAt }), wrong: faulty }),
      422,
    );
  }
  const who = { who: staff.id, at: request.receivedAt };
  const decided: Decision = { accepted: verdict === 'accept', ...(words && { words: words.data }), ...who };
  await putBackOnAgenda(room.table, period);
  const done = await decideCorrection(room.table, { ...period, ...one }, decided);
  await enterCorrections(room.table, period, [done ? { ...one, decided } : one]);
  await putBackOnAgenda(room.table, period);
  await wake(room.archive, 'filed', period);
  return backSaying(period, { act: 'decide', unit: one.unit, accepted: decided.accepted, done }, '/corrections');
}

/** GET /board/{report}/{month}/reissue: asks before a letter is replaced by one with what was accepted. */
export async function askToReissue(room: Room, request: Request): Promise<Answer> {
  const { department } = await atTheBoard(room, request, 'coordinate');
  return page(beforeReissuePage({ ...reissuing(await correctionsIn(room, request), department) }));
}

/** POST to the same: the letter is replaced by one with the corrections chosen. Decided once; a tick makes it. */
export async function reissue(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'coordinate');
  const found = await correctionsIn(room, request);
  const { period, edition } = found;
  const shown = reissuing(found, department);
  const form = formOf(request);
  const chosen = shown.waiting.filter(({ unit, number }) => form.has(`correction.${unit}.${number}`));
  const wrong = edition.reissue ? [] : await faultsOf(room, period, chosen);
  if (wrong.length > 0) {
    if (wantsJson(request)) throw problem.faultyFields(wrong.map(message => ({ field: 'corrections', message })));
    return page(beforeReissuePage({ ...shown, wrong }), 422);
  }
  const corrections = chosen.map(({ unit, number }) => ({ unit, number }));
  const who = { who: staff.id, at: request.receivedAt };
  const done =
    period.state === 'issued' &&
    !edition.reissue &&
    (await decideReissue(room.table, period, edition, { number: edition.number, corrections, ...who }));
  return backSaying(period, { act: 'reissue', done });
}

/** What is wrong with the corrections chosen, taken together, of each unit. */
async function faultsOf({ table, archive }: Room, period: Period, chosen: Correction[]): Promise<string[]> {
  if (chosen.length === 0) return ['Hãy chọn ít nhất một đề nghị.'];
  if (chosen.length > mostBundled) return [`Mỗi lần gộp được tối đa ${mostBundled} đề nghị.`];
  const department = await departmentPublished(archive, period.definition);
  const definition = reportNamed(department, period.report);
  const units = [...Map.groupBy(chosen, ({ unit }) => unit)];
  const faults = await Promise.all(
    units.map(async ([unit, corrections]) => {
      const head = await headOf(table, { ...period, unit });
      if (!head || !definition) return [];
      const verdict = await withCorrections(table, { period, department, head, corrections });
      if (verdict.kind === 'accepted') return [];
      return named(verdict.faults, owedBy(definition, unit, period.month)).map(({ message }) => `${unit}: ${message}`);
    }),
  );
  return faults.flat();
}

type Found = { period: Period; edition: Edition; corrections: Correction[]; bundled: ReadonlySet<Correction> };

/** @throws Problem 404 where no letter went out */
async function correctionsIn(room: Room, request: Request): Promise<Found> {
  const period = await periodAsked(room, request);
  const editions = await editionsOf(room.table, period);
  const edition = editions.at(-1);
  if (!edition || !mayBeCorrected(period)) throw problem.notFound();
  const corrections = await correctionsOf(room.table, period);
  const bundled = new Set(editions.flatMap(({ reissue }) => (reissue ? bundledIn(corrections, reissue) : [])));
  return { period, edition: asIssued(edition), corrections, bundled };
}

function shownOf(
  found: Found,
  {
    staff,
    department,
    ...more
  }: { staff: Staff; department: Department; now: number; outcome?: ReturnType<typeof outcomeOf> },
) {
  const report = reportNamed(department, found.period.report)?.name ?? found.period.report;
  return { ...found, ...more, department: department.name, report, units: found.period.units, viewer: staff };
}

function reissuing({ period, edition, corrections, bundled }: Found, department: Department) {
  const waiting = corrections.filter(each => each.decided?.accepted && !bundled.has(each));
  return { department: department.name, period, edition, units: period.units, waiting };
}
