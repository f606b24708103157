import type { Submission } from '../collection/submission.ts';
import { withEdits } from '../compilation/edited.ts';
import { type Edition, filesOf, printedFilesOf, returnedFilesOf } from '../compilation/edition.ts';
import { figuresToIssue } from '../compilation/issued.ts';
import { compile, type Report } from '../compilation/report.ts';
import type { Seal } from '../compilation/seal.ts';
import { knownFrom } from '../figures/known.ts';
import { reportNamed } from '../office/owing.ts';
import { fixedOf } from '../office/period.ts';
import { canonical } from '../text/canonical.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept, KeptEdition, KeptUnit } from './kept.ts';

/** What a letter is: files as they were filed, a report of what was accepted, and a seal of what the close found. */
export function breachesInEditions(kept: Kept): Breach[] {
  const { period, editions } = kept;
  const filed = ['compiled', 'held', 'drafted', 'issued'].includes(period.state);
  if (filed && editions.length === 0) return at('', mends.item, 'kỳ đã lập văn bản mà không có bản phát hành nào');
  const held = editions.at(-1)?.edition.held;
  return [
    ...treesOf(kept),
    ...at('', mends.item, filed && held !== (period.state === 'held') && 'trạng thái của kỳ không khớp bản phát hành'),
    ...editions.flatMap(one => [...alteredFiles(one), ...figuresOf(kept, one), ...sealOf(kept, one)]),
  ];
}

/** The trees that units' proofs are taken from: each as it was kept, and of a letter. */
function treesOf({ period, trees, editions }: Kept): Breach[] {
  const compiling = ['closing', 'closed'].includes(period.state);
  const roots = new Set(editions.map(({ edition }) => edition.receipts?.root));
  const kept = [...trees];
  return [
    ...at('', mends.item, kept.some(([root, found]) => root !== found) && 'cây biên nhận đã bị sửa'),
    ...at(
      '',
      mends.foreign,
      !compiling && kept.some(([root]) => !roots.has(root)) && 'cây biên nhận không của văn bản nào',
    ),
  ];
}

function placeOf({ number }: Edition): string {
  return `bản ${number}`;
}

function alteredFiles({ edition, digests }: KeptEdition): Breach[] {
  const all = [...filesOf(edition), ...printedFilesOf(edition), ...returnedFilesOf(edition)];
  const wrong = all.filter(({ key, sha256 }) => digests.get(key) !== sha256);
  return at(placeOf(edition), mends.file, ...wrong.map(({ name }) => `tệp "${name}" mất hoặc đã bị sửa`));
}

function figuresOf({ period, department, units, edits, editions }: Kept, one: KeptEdition): Breach[] {
  const { edition, report } = one;
  const definition = department && reportNamed(department, period.report);
  const unclosed = new Set(edition.unclosed?.map(({ id }) => id));
  const submissions = new Map(
    [...units].map(([id, unit]) => [
      id,
      unclosed.has(id) ? undefined : unit && foundAt(id, unit, one, editions).kept?.submission,
    ]),
  );
  // What was taken from another report was known then, and may have been restated there since: the file's own hash holds it.
  const issued = report ? figuresToIssue(report).filter(({ month }) => month === period.month) : [];
  const known = knownFrom([], issued);
  const made = edits.flatMap(({ edit }) => (edit.number <= (edition.edits ?? 0) ? [edit] : []));
  const accepted =
    definition && withEdits(compile({ department, definition, month: period.month, submissions, known }), made);
  const same =
    accepted && report && [accepted, asOnceFiled(accepted, submissions)].some(each => saying(each) === saying(report));
  return at(placeOf(edition), mends.item, !same && 'số liệu trong văn bản không phải là số liệu đã nhận');
}

/** A report as it was filed while restatements were still taken that no figure is compared with: it held them, unread. */
function asOnceFiled(report: Report, submissions: ReadonlyMap<string, Submission | undefined>): Report {
  const figures = report.figures.map(figure => ({
    ...figure,
    restates: submissions.get(figure.unit ?? '')?.figures[figure.code]?.restates,
  }));
  return { ...report, figures };
}

/** What units said, without what it is compared with: an earlier month may have been restated since. */
function saying({ figures, outcomes, further, missing }: Report): string {
  const given = figures.map(({ code, state, value, restates, note }) => [code, state, value, restates, note]);
  // Whether an outcome is missing follows from its text; letters of before a text left empty was missing said otherwise.
  const said = outcomes.map(({ task, unit, text, status, edited }) => [task, unit, text, status, edited]);
  return JSON.stringify([given, said, further, missing]);
}

/** Of an edition from before seals nothing is held but by its files, and by the trail, which names its PDF. */
function sealOf({ period, units, trees, editions }: Kept, one: KeptEdition): Breach[] {
  const { edition, seal, digests, root } = one;
  if (!edition.seal) return [];
  const place = placeOf(edition);
  if (!seal || digests.get(edition.seal.key) !== edition.seal.sha256)
    return at(place, mends.file, 'niêm mất hoặc đã bị sửa');
  const { units: _, ...fixed } = fixedOf(period);
  const heads = new Map(seal.heads.map(head => [head.unit, head]));
  const unclosed = new Set(edition.unclosed?.map(({ id }) => id));
  const sealed = [...units].filter(([unit]) => heads.has(unit) || !unclosed.has(unit));
  return [
    ...at('', mends.item, canonical(seal.period) !== canonical(fixed) && 'kỳ không còn như lúc niêm'),
    ...at(place, mends.item, !isAsSealed(edition, seal) && 'bản ghi văn bản không còn như lúc niêm'),
    ...at(
      place,
      mends.item,
      edition.receipts && edition.receipts.root !== root && 'cây biên nhận không phải của các biên nhận trong niêm',
      edition.receipts && !trees.has(edition.receipts.root) && 'mất cây biên nhận: đơn vị không lấy được bằng chứng',
    ),
    ...sealed.flatMap(([where, unit]) => {
      const head = unit && { ...heads.get(where), ...asSealed(where, unit, one, editions), unit: where };
      return at(where, mends.item, head && canonical(head) !== canonical(heads.get(where)) && 'không còn như lúc niêm');
    }),
    ...at('', mends.item, [...heads.keys()].some(unit => !units.has(unit)) && 'niêm có đơn vị mà kỳ không có'),
  ];
}

/** What the close before an edition left of a unit: of one that was let in again or corrected since, the revision of then. */
function foundAt(
  where: string,
  { revision, fencedAt, revisions, reopened = 0 }: KeptUnit,
  { edition, seal }: KeptEdition,
  editions: KeptEdition[],
) {
  const corrected = editions.some(
    ({ edition: { number, reissue } }) =>
      number >= edition.number && reissue?.corrections.some(({ unit }) => unit === where),
  );
  const since = reopened >= edition.number || corrected ? seal?.heads.find(({ unit }) => unit === where) : undefined;
  const of = since ?? { revision, fencedAt };
  return { of, kept: revisions.find(one => one.revision === of.revision) };
}

function asSealed(where: string, unit: KeptUnit, one: KeptEdition, editions: KeptEdition[]) {
  const { of, kept } = foundAt(where, unit, one, editions);
  const { key, hash, receivedAt, sum } = kept ?? {};
  return { revision: of.revision, fencedAt: of.fencedAt, key, hash, receivedAt, sum };
}

/** A release lets go what was held, acts take a draft on, and nothing else changes; that they did is in the trail. */
function isAsSealed(
  { seal: _, extension: __, recall: ___, reissue: ____, ...edition }: Edition,
  { edition: sealed }: Seal,
): boolean {
  const now = asCompiled({ ...edition, held: edition.held || sealed.held });
  return canonical(now) === canonical(asCompiled(sealed));
}

function asCompiled({
  passage: _,
  turn: __,
  numbered: ___,
  printed: ____,
  returned: _____,
  ...edition
}: Edition): Edition {
  return edition;
}
