import { AuditEntry, digestOf, Link, nameOf, numberOf, sumBefore, sumOfEntry } from '../../../shared/aws/audit.ts';
import { correctionDigests } from '../../../shared/aws/correction-trail.ts';
import { correctionKey } from '../../../shared/aws/corrections.ts';
import { textSum } from '../../../shared/aws/drafts.ts';
import { editionNumbered } from '../../../shared/aws/editions.ts';
import { editKey } from '../../../shared/aws/edits.ts';
import { type Head, headFrom, keyOf } from '../../../shared/aws/heads.ts';
import { mendKey } from '../../../shared/aws/mend-requests.ts';
import { type PeriodName, periodNamed } from '../../../shared/aws/periods.ts';
import { receiptTreesOf } from '../../../shared/aws/receipt-trees.ts';
import { revisionKey, sumOf } from '../../../shared/aws/submissions.ts';
import { type Item, type Key, query, type Table } from '../../../shared/aws/table.ts';
import { Answers } from '../../../shared/domain/collection/answers.ts';
import { Correction } from '../../../shared/domain/collection/correction.ts';
import { Edit } from '../../../shared/domain/collection/edit.ts';
import { readKept } from '../../../shared/domain/collection/kept-text.ts';
import { MendRequest } from '../../../shared/domain/collection/mend-request.ts';
import { type Edition, filesOf, printedFilesOf, returnedFilesOf } from '../../../shared/domain/compilation/edition.ts';
import { rootOf } from '../../../shared/domain/compilation/hash-tree.ts';
import { receiptHashes } from '../../../shared/domain/compilation/receipts.ts';
import { Report } from '../../../shared/domain/compilation/report.ts';
import { Seal } from '../../../shared/domain/compilation/seal.ts';
import { at, type Breach, mends } from '../../../shared/domain/inspection/breach.ts';
import type { Kept, KeptAct, KeptEdition, KeptRevision, KeptUnit } from '../../../shared/domain/inspection/kept.ts';
import { fixedOf, type Period } from '../../../shared/domain/office/period.ts';
import { sha256 } from '../../../shared/token.ts';
import { contentOf, type House, jsonIn } from './house.ts';
import { placeOf, sorted, strangeItems, unread } from './items.ts';
import { mailsIn } from './mails.ts';

/** What there is of a period: what can be inspected of it, what is wrong already, and the partitions that were looked through. */
export type Read = { kept?: Kept; breaches: Breach[]; partitions: string[]; files: string[] };

export async function periodRead(house: House, name: PeriodName, inHand: boolean | undefined): Promise<Read> {
  const { table, departments, addresses } = house;
  const of = `${name.report}#${name.month}`;
  const period = await periodNamed(table, name).catch(() => undefined);
  const shards = Array.from({ length: period?.shards ?? 1 }, (_, at) => (at === 0 ? '' : `#${at}`));
  const heads = shards.map(shard => `PERIOD#${of}${shard}`);
  const [letters, ledger, acts] = [`EDITION#${of}`, `MAIL#${of}`, `AUDIT#${of}`];
  const items = (await Promise.all(heads.map(pk => query(table, pk)))).flat();
  const others = await Promise.all([letters, ledger, acts].map(pk => query(table, pk)));
  const partitions = [...heads, letters, ledger, acts];
  const [editionItems = [], mailItems = [], actItems = []] = others;
  if (!period) return { breaches: notThere(name, [...items, ...others.flat()]), partitions, files: [] };

  const units = unitsIn(items, period);
  const editions = await editionsIn(house, name, editionItems);
  const mails = mailsIn(mailItems);
  const trail = trailIn(actItems);
  const mendRequests = mendRequestsIn(items, period);
  const corrections = correctionsIn(items, period);
  const trees = await receiptTreesOf(table, period).catch(() => []);
  const edits = editsIn(items);
  return {
    kept: {
      period,
      settled: digestOf(fixedOf(period)),
      department: departments.get(period.definition),
      units: units.kept,
      editions: editions.kept,
      mails: mails.kept,
      trail: trail.kept,
      beforeChain: trail.before,
      mendRequests: mendRequests.kept,
      edits: edits.kept,
      corrections: corrections.kept,
      trees: new Map(trees.map(({ root, hashes }) => [root, rootOf(hashes, sha256)])),
      ...{ addresses, inHand },
    },
    breaches: [
      ...strangeItems(items, [
        ...(['period', 'head', 'revision', 'text', 'pressed', 'mend', 'edit', 'correction', 'tree', 'part'] as const),
      ]),
      ...strangeItems(editionItems, ['edition', 'part']),
      ...strangeItems(mailItems, ['mail']),
      ...strangeItems(actItems, ['act']),
      ...partsOfNobody([...items, ...editionItems]),
      ...at(
        `kỳ ${name.report} ${name.month}`,
        mends.item,
        isMisplaced(period, name, items) && 'có phần lạ, hoặc không nói đúng tên của kỳ',
      ),
      ...[units, editions, mails, trail, mendRequests, edits, corrections].flatMap(({ breaches }) => breaches),
    ],
    partitions,
    files: editions.kept.flatMap(({ edition }) => keysOf(edition)),
  };
}

/** A period that was only begun to be made has heads and an entry of the trail at most, and the next tick makes it whole. */
function notThere({ report, month }: PeriodName, items: Item[]): Breach[] {
  const lost = items.some(({ pk, sk }) => sk === 'PERIOD' || /^(MAIL|EDITION)#/.test(String(pk)));
  const what = lost ? 'bản ghi của kỳ mất hoặc không đọc được' : 'kỳ mới bắt đầu được lập, chưa xong';
  return at(`kỳ ${report} ${month}`, lost ? mends.item : mends.again, what);
}

function isMisplaced(period: Period, { report, month }: PeriodName, items: Item[]): boolean {
  const { units: _, ...item } = items.find(({ sk }) => sk === 'PERIOD') ?? {};
  return period.report !== report || period.month !== month || unread(item, period).length > 0;
}

function unitsIn(items: Item[], period: Period) {
  const owing = new Set(period.units.map(({ id }) => id));
  const heads = sorted(items, 'head', { parse: headFrom, says: head => keyOf({ ...head, shards: period.shards }) });
  const copies = sorted(items, 'revision', {
    parse: headFrom,
    says: head => revisionKey({ ...head, shards: period.shards }, head.revision),
  });
  const texts = sorted(items, 'text', {
    parse: item => Answers.parse(readKept(String(item.answers))),
    says: (_, item) => keyBeside(item, period),
  });
  const foreign = [...heads.values, ...copies.values].filter(({ value }) => !owing.has(value.unit));
  const byUnit = Map.groupBy(copies.values, ({ value }) => value.unit);
  const kept = new Map(
    period.units.map(({ id }) => {
      const head = heads.values.find(({ value }) => value.unit === id);
      return [id, head && unitFrom(head, byUnit.get(id) ?? [])] as const;
    }),
  );
  return {
    kept,
    breaches: [
      ...[heads, copies, texts].flatMap(({ breaches }) => breaches),
      ...texts.values.flatMap(({ item }) =>
        at(
          placeOf(item),
          mends.item,
          item.sum !== undefined && item.sum !== textSum(item as Key & Item, item) && 'bản nháp bị sửa',
        ),
      ),
      ...foreign.flatMap(({ item }) => at(placeOf(item), mends.foreign, 'của một đơn vị không nợ báo cáo trong kỳ')),
    ],
  };
}

type Stored = { item: Item; value: Head };

function unitFrom(head: Stored, copies: Stored[]): KeptUnit {
  const { revision, fencedAt, goneAt, outside, reopened, extendedUntil } = head.value;
  const kept = copies.map(revisionFrom);
  return {
    ...{ revision, fencedAt, goneAt, outside, reopened, extendedUntil, usedKeys: usedKeysOf(head.item) },
    revisions: [...kept.filter(copy => copy.revision < revision), ...(revision > 0 ? [revisionFrom(head)] : [])],
    spare: [
      ...kept.filter(copy => copy.revision >= revision),
      ...(revision === 0 && said(head.item) ? [revisionFrom(head)] : []),
    ],
  };
}

/** Whether a head holds anything of a revision. */
function said(item: Item): boolean {
  return ['key', 'hash', 'answers', 'submission', 'receivedAt', 'sum', 'previous', 'usedKeys'].some(
    field => field in item,
  );
}

function usedKeysOf({ usedKeys }: Item): ReadonlySet<string> | undefined {
  return usedKeys instanceof Set ? (usedKeys as Set<string>) : undefined;
}

function revisionFrom({ item, value }: Stored): KeptRevision {
  const { revision, key, hash, receivedAt, submission, sum, previous } = value;
  const all = { ...value, answers: told(item.answers), submission: told(item.submission) as Head['submission'] };
  const digest = submission && sha256(JSON.stringify(submission));
  return { revision, key, hash, receivedAt, submission, sum, previous, digest, found: sumOf(all) };
}

/** What a text says to the letter: a schema would pass over what it does not know. It was read before, and so is JSON. */
function told(text: unknown): Head['answers'] {
  return typeof text === 'string' ? (readKept(text) as Head['answers']) : undefined;
}

function keyBeside(item: Item, period: Period) {
  const [kind, unit = ''] = String(item.sk).split('#');
  const owes = period.units.some(({ id }) => id === unit);
  return { pk: owes ? keyOf({ ...period, unit }).pk : '', sk: `${kind}#${unit}` };
}

async function editionsIn({ table, archive }: House, name: PeriodName, items: Item[]) {
  const numbers = items.flatMap(({ sk }) => (/^\d{3}$/.test(String(sk)) ? [Number(sk)] : []));
  const found = await Promise.all(
    numbers.map(async number => [number, await editionRead(table, { ...name, number })] as const),
  );
  const raw = new Map(items.map(item => [item.sk, item]));
  const hasMore = (edition: Edition) =>
    unread(raw.get(String(edition.number).padStart(3, '0')) ?? {}, edition).length > 0;
  const wrong = found.filter(
    ([number, edition]) => !edition || edition.number !== number || isElsewhere(edition, name) || hasMore(edition),
  );
  return {
    kept: await Promise.all(found.flatMap(([, edition]) => (edition ? [filedOf(archive, edition)] : []))),
    breaches: wrong.flatMap(([number]) =>
      at(
        `văn bản ${name.report} ${name.month}, bản ${number}`,
        mends.item,
        'không đọc được, có phần lạ hoặc không nói đúng tên của mục',
      ),
    ),
  };
}

function editionRead(table: Table, name: PeriodName & { number: number }): Promise<Edition | undefined> {
  return editionNumbered(table, name).catch(() => undefined);
}

function isElsewhere({ report, month }: Edition, name: PeriodName): boolean {
  return report !== name.report || month !== name.month;
}

function keysOf(edition: Edition): string[] {
  const filed = [...filesOf(edition), ...printedFilesOf(edition), ...returnedFilesOf(edition)];
  return [...filed, ...(edition.seal ? [edition.seal] : [])].map(({ key }) => key);
}

async function filedOf(archive: House['archive'], edition: Edition): Promise<KeptEdition> {
  const contents = new Map(
    await Promise.all(keysOf(edition).map(async key => [key, await contentOf(archive, key)] as const)),
  );
  const [report, sealed] = [edition.files.report.key, edition.seal?.key ?? ''].map(key => contents.get(key));
  const seal = sealed && jsonIn(sealed, Seal);
  return {
    edition,
    report: report && jsonIn(report, Report),
    seal,
    root: seal && rootOf(receiptHashes(seal.heads, edition, sha256), sha256),
    extended: edition.extension && digestOf(edition.extension),
    recalled: edition.recall && digestOf(edition.recall),
    reissued: edition.reissue && digestOf(edition.reissue),
    passageDigests: (edition.passage?.acts ?? []).map(digestOf),
    printedDigest: edition.printed && digestOf(edition.printed),
    returnedDigests: (edition.returned ?? []).map(digestOf),
    digests: new Map([...contents].map(([key, content]) => [key, content && sha256(content)])),
  };
}

function trailIn(items: Item[]) {
  const acts = sorted(items, 'act', {
    parse: item => AuditEntry.parse(item),
    says: (_, { pk, sk }) => ({ pk: String(pk), sk: String(sk) }),
  });
  const kept = acts.values.map(({ item, value }): KeptAct => {
    const number = numberOf(item.sk);
    if (number === undefined) return { ...value, name: String(item.sk), found: nameOf(value) };
    const { previous = '', sum = '' } = Link.safeParse(item).data ?? {};
    const link = { number, previous, sum, found: sumOfEntry({ number, previous, entry: value }) };
    return { ...value, name: nameOf(value), found: nameOf(value), link };
  });
  return { kept, before: sumBefore(items), breaches: acts.breaches };
}

function mendRequestsIn(items: Item[], { shards }: Period) {
  const requests = sorted(items, 'mend', {
    parse: item => MendRequest.parse(item),
    says: request => mendKey({ ...request, shards }, request.revision),
  });
  const kept = requests.values.map(({ value: { unit, revision, ...said } }) => ({
    ...{ unit, revision, digest: digestOf({ unit, revision, ...said }) },
  }));
  return { kept, breaches: requests.breaches };
}

function editsIn(items: Item[]) {
  const edits = sorted(items, 'edit', { parse: item => Edit.parse(item), says: edit => editKey(edit, edit.number) });
  const kept = edits.values.map(({ value: edit }) => ({ edit, digest: digestOf(edit) }));
  return { kept: kept.sort((one, other) => one.edit.number - other.edit.number), breaches: edits.breaches };
}

function correctionsIn(items: Item[], { shards }: Period) {
  const { values, breaches } = sorted(items, 'correction', {
    parse: item => Correction.parse(item),
    says: correction => correctionKey({ ...correction, shards }, correction.number),
  });
  return { kept: values.map(({ value }) => ({ correction: value, ...correctionDigests(value) })), breaches };
}

/** Parts that neither period nor edition names, and gaps are told by whoever reads the whole. */
function partsOfNobody(items: Item[]): Breach[] {
  const named = new Set(
    items.flatMap(({ units, lists, hashes }) =>
      [units, lists, hashes].flatMap(whole => (whole as { sha256?: string })?.sha256 ?? []),
    ),
  );
  const parts = items.filter(({ sk }) => /^PARTS#/.test(String(sk)));
  const stray = parts.filter(({ sk }) => !named.has(String(sk).split('#')[1] ?? ''));
  return stray.flatMap(item => at(placeOf(item), mends.foreign, 'phần của một danh sách không ai nhắc tới'));
}
