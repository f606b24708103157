import type { Submission } from './collection/submission.ts';
import type { Edition } from './compilation/edition.ts';
import { compile, type Report } from './compilation/report.ts';
import { isSettled, type MailEntry } from './delivery/mail.ts';
import { knownFrom } from './figures/known.ts';
import type { Department } from './office/department.ts';
import { reportNamed } from './office/owing.ts';
import type { Period } from './office/period.ts';

/** A revision as it is kept; `digest` is that of what is kept, to be held against the hash the receipt shows. */
export type KeptRevision = {
  revision: number;
  key?: string | undefined;
  hash?: string | undefined;
  digest?: string | undefined;
  submission?: Submission | undefined;
};

/** All that is kept of one period. */
export type Kept = {
  period: Period;
  department: Department;
  /** Each owing unit: its head's revision and fence, and every revision, oldest first; undefined when it has no head. */
  units: ReadonlyMap<
    string,
    { revision: number; fencedAt?: number | undefined; revisions: KeptRevision[] } | undefined
  >;
  editions: { edition: Edition; report: Report | undefined; digests: ReadonlyMap<string, string | undefined> }[];
  mails: MailEntry[];
};

/** Something that is not as was promised, and where. */
export type Breach = { where: string; what: string };

/**
 * Inspects what is kept of a period against what the house promises: each receipt has its revision, none is missing or
 * altered; after the close every unit is fenced; the letter's report is what was accepted; each file is as it was filed; and
 * each address has its one mail. Nothing found means that the promises hold.
 */
export function inspect(kept: Kept): Breach[] {
  const place = `${kept.period.report} ${kept.period.month}`;
  return [...revisionsOf(kept), ...closeOf(kept), ...editionsOf(kept), ...mailsOf(kept)].map(({ where, what }) => ({
    where: [place, where].filter(Boolean).join(', '),
    what,
  }));
}

function revisionsOf({ units }: Kept): Breach[] {
  return [...units].flatMap(([where, unit]) => {
    if (!unit) return [{ where, what: 'không có bản ghi của đơn vị' }];
    const wanted = Array.from({ length: unit.revision }, (_, at) => at + 1);
    const numbers = new Set(unit.revisions.map(({ revision }) => revision));
    const lost = wanted.filter(revision => !numbers.has(revision)).map(revision => `mất lần nộp ${revision}`);
    const keys = unit.revisions.map(({ key }) => key);
    const altered = unit.revisions.flatMap(({ revision, key, hash, digest, submission }) => [
      key && submission ? '' : `lần nộp ${revision} không có biên nhận hoặc nội dung`,
      hash === digest ? '' : `lần nộp ${revision} không khớp mã kiểm tra trên biên nhận`,
    ]);
    const twice = new Set(keys).size < keys.length ? ['hai lần nộp mang cùng một số biên nhận'] : [];
    return [...lost, ...altered.filter(Boolean), ...twice].map(what => ({ where, what }));
  });
}

function closeOf({ period, units }: Kept): Breach[] {
  if (period.state === 'open' || period.state === 'closing') return [];
  return [...units].flatMap(([where, unit]) =>
    unit?.fencedAt === undefined ? [{ where, what: 'kỳ đã chốt mà đơn vị vẫn nộp được' }] : [],
  );
}

function editionsOf({ period, department, units, editions }: Kept): Breach[] {
  const filed = ['compiled', 'held', 'issued'].includes(period.state);
  if (filed && editions.length === 0) return [{ where: '', what: 'kỳ đã lập công văn mà không có bản phát hành nào' }];
  const definition = reportNamed(department, period.report);
  const submissions = new Map([...units].map(([id, unit]) => [id, unit?.revisions.at(-1)?.submission]));
  const accepted =
    definition && compile({ department, definition, month: period.month, submissions, known: knownFrom([], []) });
  return editions.flatMap(({ edition, report, digests }) => {
    const where = `bản ${edition.number}`;
    const files = Object.values(edition.files).flatMap(({ name, key, sha256 }) =>
      digests.get(key) === sha256 ? [] : [{ where, what: `tệp "${name}" mất hoặc đã bị sửa` }],
    );
    const same =
      accepted &&
      report &&
      [accepted, asOnceFiled(accepted, submissions)].some(each => saying(each) === saying(report));
    return same ? files : [...files, { where, what: 'số liệu trong công văn không phải là số liệu đã nhận' }];
  });
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
  return JSON.stringify([given, outcomes, further, missing]);
}

function mailsOf({ period, editions, mails }: Kept): Breach[] {
  const ids = mails.flatMap(({ messageId }) => messageId ?? []);
  const twice = ids.filter((id, at) => ids.indexOf(id) < at).map(id => ({ where: 'thư', what: `${id} ghi ở hai mục` }));
  if (period.state !== 'issued') return twice;
  const { edition } = editions.at(-1) ?? {};
  const letters = mails.filter(({ step }) => step === `edition-${edition?.number}`);
  const unsent = (edition?.addressees ?? []).flatMap(({ address }) => {
    const own = letters.filter(mail => mail.address.toLowerCase() === address.toLowerCase());
    const [mail] = own;
    if (own.length > 1) return [{ where: address, what: 'có hơn một thư công văn' }];
    return mail && isSettled(mail.state) ? [] : [{ where: address, what: 'đã phát hành mà chưa gửi tới đây' }];
  });
  return [...twice, ...unsent];
}
