import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, archiveNamed } from '../../shared/aws/archive.ts';
import { everyKey } from '../../shared/aws/inventory.ts';
import { numberKey } from '../../shared/aws/numbers.ts';
import { issuedFrom, SeriesItem } from '../../shared/aws/series.ts';
import { type Key, query, type Table, tableNamed } from '../../shared/aws/table.ts';
import { config } from '../../shared/config.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Report } from '../../shared/domain/compilation/report.ts';
import { signIn } from '../../shared/domain/delivery/sign-in.ts';
import { at, type Breach, mends } from '../../shared/domain/inspection/breach.ts';
import { inspect } from '../../shared/domain/inspection/inspect.ts';
import type { Kept, KeptMail } from '../../shared/domain/inspection/kept.ts';
import { breachesInSignIns } from '../../shared/domain/inspection/mails.ts';
import { breachesInNumbers } from '../../shared/domain/inspection/numbers.ts';
import { breachesInOutbox, type KeptMessage } from '../../shared/domain/inspection/outbox.ts';
import { breachesInSeries, type Issued } from '../../shared/domain/inspection/series.ts';
import { mayGoOut } from '../../shared/domain/issuing/issued-edition.ts';
import { GivenNumber } from '../../shared/domain/issuing/numbers.ts';
import { sha256 } from '../../shared/token.ts';
import { standingClock } from '../local/clock.ts';
import { bucketName, startHost } from '../local/host.ts';
import { spoilt } from '../local/s3-files.ts';
import { isUnfinished } from '../local/whole-file.ts';
import { contentOf, type House, houseIn, pointer, publishedName, textIn } from './inspected/house.ts';
import { issuedFilesIn } from './inspected/issued-files.ts';
import { sorted, strangeItems } from './inspected/items.ts';
import { kindOf, passing } from './inspected/kinds.ts';
import { mailsIn } from './inspected/mails.ts';
import { periodRead, type Read } from './inspected/period.ts';

export type Audited = {
  periods: number;
  revisions: number;
  editions: number;
  mails: number;
  breaches: Breach[];
  /** Of what less is held than is usual, and why: letters from before there were seals. */
  notes: string[];
  /** Of each letter the root of its tree of receipts, against which a unit's proof is held. */
  roots: string[];
};

/**
 * Inspects all there is. `where` is a folder in which `npm start` keeps its records, or "live": then the table and
 * archive that TABLE and ARCHIVE name, with AWS credentials as any AWS tool takes them. Reads only.
 */
export async function audited(where: string): Promise<Audited> {
  const host =
    where === 'live'
      ? undefined
      : await startHost({ directory: where, clock: standingClock(Date.now()), lasting: true });
  try {
    const { TABLE, ARCHIVE } = config('TABLE', 'ARCHIVE');
    const [table, archive] = [tableNamed(TABLE), archiveNamed(ARCHIVE)];
    if (!host) return await auditedIn(table, archive);
    const found = await auditedIn(table, archive, messagesIn(join(where, 'outbox')));
    return { ...found, breaches: [...found.breaches, ...breachesInFiles(join(where, 'archive'))] };
  } finally {
    await host?.close();
  }
}

/** The same of a table and an archive at hand; `messages` are the mails as they were sent, where they were kept. */
export async function auditedIn(table: Table, archive: Archive, messages?: KeptMessage[]): Promise<Audited> {
  const { house, breaches } = await houseIn(table, archive);
  const keys = await everyKey(table);
  const agenda = await agendaIn(table);
  const reads: Read[] = [];
  // One after the other: a house of years is not held in memory at once, but for what is still to be looked at.
  for (const [name, inHand] of periodsIn(keys, agenda.inHand)) reads.push(await periodRead(house, name, inHand));
  const all = reads.flatMap(({ kept }) => kept ?? []);
  const signIns = await signInsIn(house, keys);
  const series = await seriesIn(house, all);
  const files = await issuedFilesIn(house, keys, all);
  const register = await registerIn(house, keys);
  const partitions = new Set([
    'AGENDA',
    ...reads.flatMap(read => read.partitions),
    ...signIns.partitions,
    ...series.partitions,
    ...files.partitions,
    ...register.partitions,
  ]);
  const mails = [...all.flatMap(kept => kept.mails), ...signIns.mails];
  const count = (each: (kept: Kept) => number) => all.reduce((sum, kept) => sum + each(kept), 0);
  return {
    periods: all.length,
    revisions: count(({ units }) => [...units.values()].reduce((sum, unit) => sum + (unit?.revisions.length ?? 0), 0)),
    editions: count(({ editions }) => editions.length),
    mails: count(kept => kept.mails.length),
    breaches: [
      ...[...breaches, ...agenda.breaches],
      ...[...reads.flatMap(read => read.breaches), ...all.flatMap(inspect)],
      ...[...signIns.breaches, ...series.breaches, ...files.breaches, ...register.breaches],
      ...breachesInNumbers(all, register.given),
      ...(messages ? breachesInOutbox(messages, mails) : []),
      ...keys
        .filter(key => isNobodys(key, partitions))
        .flatMap(({ pk, sk }) => at(`mục ${pk} / ${sk}`, mends.foreign, 'mục lạ trong bảng')),
      ...(await strangeFiles(house, new Set(reads.flatMap(read => read.files)), all)),
    ],
    notes: all.flatMap(notesOn),
    roots: all.flatMap(rootsIn),
  };
}

/** What this machine's files tell of themselves, over what the archive gives out. */
function breachesInFiles(directory: string): Breach[] {
  return spoilt({ directory, bucket: bucketName }).flatMap(key =>
    at(`tệp ${key}`, mends.file, 'tệp lưu trên máy này không còn như lúc ghi'),
  );
}

function messagesIn(outbox: string): KeptMessage[] {
  if (!existsSync(outbox)) return [];
  const files = readdirSync(outbox).filter(file => !isUnfinished(file));
  return files.map(file => ({ file, sha256: sha256(readFileSync(join(outbox, file))) }));
}

/** By report and month, whether a period is still in hand: every one that is on the agenda or in the table. */
function periodsIn(keys: Key[], inHand: ReadonlyMap<string, boolean>) {
  const named = keys.filter(key => kindOf(key) === 'period').map(({ pk }) => pk.split('#').slice(1).join(' '));
  return [...new Set([...inHand.keys(), ...named])].sort().map(name => {
    const [report = '', month = ''] = name.split(' ');
    return [{ report, month }, inHand.get(name)] as const;
  });
}

async function agendaIn(table: Table): Promise<{ inHand: Map<string, boolean>; breaches: Breach[] }> {
  const items = await query(table, 'AGENDA');
  const { values, breaches } = sorted(items, 'agenda', {
    parse: item => item,
    says: ({ report, month }) => ({ pk: 'AGENDA', sk: `${month}#${report}` }),
  });
  const inHand = new Map(
    values.map(({ item }) => [String(item.sk).split('#').reverse().join(' '), item.done !== true]),
  );
  const odd = values.filter(
    ({ item }) => ![undefined, true, false].includes(item.done as boolean) || !Number.isInteger(item.putBack),
  );
  return {
    inHand,
    breaches: [
      ...strangeItems(items, ['agenda']),
      ...breaches,
      ...odd.flatMap(({ item }) => at(`mục ${item.pk} / ${item.sk}`, mends.item, 'không đọc được')),
    ],
  };
}

async function signInsIn({ table, addresses }: House, keys: Key[]) {
  const partitions = [...new Set(keys.map(({ pk }) => pk).filter(pk => pk.startsWith(`MAIL#${signIn}#`)))];
  const items = (await Promise.all(partitions.map(pk => query(table, pk)))).flat();
  const { kept, breaches } = mailsIn(items);
  const wrong = [...strangeItems(items, ['mail']), ...breaches, ...breachesInSignIns(kept, addresses)];
  return { mails: kept as KeptMail[], partitions, breaches: wrong };
}

async function registerIn({ table }: House, keys: Key[]) {
  const partitions = [...new Set(keys.map(({ pk }) => pk).filter(pk => pk.startsWith('NUMBER#')))];
  const items = (await Promise.all(partitions.map(pk => query(table, pk)))).flat();
  const { values, breaches } = sorted(items, 'number', { parse: item => GivenNumber.parse(item), says: numberKey });
  return {
    partitions,
    given: values.map(({ value }) => value),
    breaches: [...strangeItems(items, ['number']), ...breaches],
  };
}

async function seriesIn({ table }: House, all: Kept[]) {
  const breaches: Breach[] = [];
  const reports = [...new Set(all.map(({ period }) => period.report))];
  for (const report of reports) {
    const items = await query(table, `SERIES#${report}`);
    const kept = sorted(items, 'series', {
      parse: item => SeriesItem.parse(item),
      says: ({ month, unit }) => ({ pk: `SERIES#${report}`, sk: unit === undefined ? month : `${month}#${unit}` }),
    });
    const terms = Map.groupBy(
      kept.values.map(({ value }) => value),
      ({ month }) => month,
    );
    const issued = all.filter(({ period }) => period.report === report).flatMap(issuedBy);
    const inOrder = issued.sort((one, other) => one.released - other.released);
    breaches.push(...strangeItems(items, ['series']), ...kept.breaches);
    breaches.push(
      ...breachesInSeries(
        report,
        inOrder,
        [...terms].map(([term, parts]) => issuedFrom(term, parts)),
      ),
    );
  }
  return { partitions: reports.map(report => `SERIES#${report}`), breaches };
}

function issuedBy({ period, editions, trail }: Kept): (Issued & { released: number })[] {
  const release = trail.find(({ what }) => what === 'cho gửi')?.at;
  const last = editions.at(-1)?.edition.number;
  const when = ({ number, replaces, at }: Edition) => ({
    // Whatever another took the place of went out before that was decided.
    entered: number !== last || period.state === 'issued',
    released: (replaces ? undefined : release) ?? at,
  });
  return editions.flatMap(({ edition, report }) =>
    report && !edition.held && mayGoOut(edition)
      ? [{ report, replaced: reportOf(editions, edition.replaces?.number), ...when(edition) }]
      : [],
  );
}

function reportOf(editions: Kept['editions'], number: number | undefined): Report | undefined {
  return editions.find(({ edition }) => edition.number === number)?.report;
}

/** What lies in no partition that was looked through is a link, a session or a count: passing. */
function isNobodys(key: Key, partitions: ReadonlySet<string>): boolean {
  return !partitions.has(key.pk) && !passing.includes(kindOf(key));
}

async function strangeFiles({ archive, files }: House, filed: ReadonlySet<string>, all: Kept[]): Promise<Breach[]> {
  const others = [...files].filter(key => key !== pointer && !publishedName.test(key) && !filed.has(key));
  const told = await Promise.all(
    others.map(async key => {
      const [, report, month] = /^(?:filed|asked|drafts)\/([^/]+)\/([^/]+)\.json$/.exec(key) ?? [];
      if (!report) return at(`tệp ${key}`, mends.foreign, 'không thuộc bản phát hành nào');
      const content = await contentOf(archive, key);
      const known = report === signIn || all.some(({ period }) => period.report === report && period.month === month);
      const right = content && textIn(content) === JSON.stringify({ report, month });
      return at(`tệp ${key}`, mends.foreign, !(known && right) && 'dấu báo việc bị sửa, hoặc của một kỳ không có');
    }),
  );
  return told.flat();
}

function notesOn({ period, editions }: Kept): string[] {
  return editions
    .filter(({ edition }) => !edition.seal)
    .map(
      ({ edition }) =>
        `${period.report} ${period.month}, bản ${edition.number}: lập từ trước khi có niêm; chỉ soát được tệp, số liệu và nhật ký`,
    );
}

function rootsIn({ period, editions }: Kept): string[] {
  return editions.flatMap(({ edition: { number, receipts } }) =>
    receipts
      ? `${period.report} ${period.month}, bản ${number}: mã gốc của ${receipts.size} biên nhận là ${receipts.root}`
      : [],
  );
}
