import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { takeDown } from '../../functions/collect/hand-in.ts';
import { askedOf } from '../../functions/collect/room.ts';
import { auditedIn } from '../../infra/department/audit.ts';
import { type Kind, kindOf, kinds, passing } from '../../infra/department/inspected/kinds.ts';
import { shutOut } from '../../shared/aws/access.ts';
import { file, wake } from '../../shared/aws/archive.ts';
import { audit, sumOfEntry } from '../../shared/aws/audit.ts';
import { askForCorrection, decideCorrection } from '../../shared/aws/corrections.ts';
import { publish } from '../../shared/aws/departments.ts';
import { keepDraft, keepLate, keepPressed } from '../../shared/aws/drafts.ts';
import { editionNumbered, editionsOf, extendInPlaceOf, releaseEdition } from '../../shared/aws/editions.ts';
import { enterEdits, makeEdit } from '../../shared/aws/edits.ts';
import { goOnExtending } from '../../shared/aws/extending.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { editionsWith, enterFiles } from '../../shared/aws/issued-files.ts';
import { advance, mailsOf, plan } from '../../shared/aws/ledger.ts';
import { askToMend, enterMendRequest } from '../../shared/aws/mend-requests.ts';
import { giveNumber } from '../../shared/aws/numbers.ts';
import { takeTurn, tellReturned } from '../../shared/aws/passages.ts';
import { movePeriod, periodNamed } from '../../shared/aws/periods.ts';
import { decideRecall } from '../../shared/aws/recalls.ts';
import { decideReissue } from '../../shared/aws/reissuing.ts';
import { openSession } from '../../shared/aws/sessions.ts';
import { type Item, type Key, putOnce } from '../../shared/aws/table.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { signIn, signInNotice } from '../../shared/domain/delivery/sign-in.ts';
import { uncovered } from '../../shared/domain/inspection/uncovered.ts';
import { passageAfter } from '../../shared/domain/issuing/passing.ts';
import { toBeSigned } from '../../shared/domain/issuing/signing.ts';
import { sha256 } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { copyOf, environment, type Kept, memoryHouse, nothingKept, putInPlace } from './memory-house.ts';

/** A house in which something of every kind is kept is altered by hand: every field, every item, every file, one at a time. */

const services = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../shared/aws/client.ts', () => ({ once: (service: string) => services.get(service) }));

const definition = reportWith({
  whenMissing: 'hold',
  first: '2021-10',
  last: '2021-11',
  indicators: [{ ...exports, comparisons: [{ with: 'previous-month', as: 'percent', decimals: 1 }] }],
});
/** Issued after two steps, with a number and a signature. */
const numbered = reportWith({
  ...{ id: 'bao-cao-so', first: '2021-10', last: '2021-10', indicators: [], wording: '{{ nhom.chung }}\n' },
  ...{ issuing: 'after-approval', steps: [{ step: 'number' }, { step: 'signature' }] },
});
const department = departmentWith(definition, numbered);
const october = { report: 'bao-cao-thang', month: '2021-10' } as const;
const november = { ...october, month: '2021-11' } as const;
const drafted = { report: numbered.id, month: '2021-10' } as const;
const digest = 'd'.repeat(64);
const at = (day: string, time = '08:00') => instantAt(day, time);

let lived: Kept;

/** On AWS nobody keeps the mails as they were sent. */
type Place = 'this machine' | 'AWS';

/** The audit of a house in which only what `alter` does differs from the one that lived. */
async function auditOf(alter: (kept: Kept) => void = () => {}, on: Place = 'this machine') {
  const kept = copyOf(lived);
  alter(kept);
  const { table, archive } = houseOf(kept);
  const { breaches, ...counts } = await auditedIn(table, archive, on === 'AWS' ? undefined : messagesOf(kept));
  return { breaches, ...counts };
}

function houseOf(kept: Kept) {
  const house = memoryHouse(kept, () => () => undefined);
  putInPlace(house, services);
  return house;
}

function messagesOf({ outbox }: Kept) {
  return outbox.map(({ number, destinations, raw }) => ({
    file: `${String(number).padStart(3, '0')}-${destinations.join('+')}.eml`,
    sha256: sha256(raw),
  }));
}

/** The clerk gives the draft its number, as the board does. */
async function numberDraft({ table, archive }: ReturnType<typeof houseOf>) {
  const [edition] = await editionsOf(table, drafted);
  if (!edition?.passage) throw new Error('no draft');
  const [given, when] = [{ number: 7, date: '2021-11-16' }, at('2021-11-16', '16:00') + 1];
  await giveNumber(table, { year: '2021', symbol: numbered.kyHieu, ...given, ...drafted, edition: 1 });
  const act = { did: 'pass' as const, at: 'number' as const, who: 'tong-hop', when, pdf: edition.files.pdf.sha256 };
  const passage = passageAfter(edition.passage, act);
  if (passage) await takeTurn(table, edition, { passage, numbered: given });
  await wake(archive, 'drafts', drafted);
}

/** The leader's file comes back and is taken, as the board does; that it is no signed one, no audit can tell. */
async function signDraft({ table, archive }: ReturnType<typeof houseOf>) {
  const [edition] = await editionsOf(table, drafted);
  const sent = edition && toBeSigned(edition);
  if (!edition?.passage || !sent) throw new Error('nothing to sign');
  const [when, who] = [at('2021-11-16', '16:20'), 'tong-hop'];
  const content = new TextEncoder().encode('%PDF-1.7 ký');
  const folder = `signed/${drafted.report}/${drafted.month}`;
  const filed = await file(archive, { ...sent, folder, extension: 'pdf', content });
  const signer = {
    ...{ name: 'Người Ký', issuer: 'Nơi cấp', issuedBy: 'kept root' as const, saidAt: 1 },
    certificate: { serial: '01', from: 1, to: 2 },
  };
  const found = { verdict: 'intact' as const, signers: [signer], differences: ['khác'] };
  const returned = { turn: edition.turn ?? 0, who, at: when, file: filed, ...found };
  await tellReturned(table, edition, returned);
  const act = { did: 'pass' as const, at: 'signature' as const, who, when, pdf: sent.sha256, signed: filed.sha256 };
  const passage = passageAfter(edition.passage, act);
  if (passage) await enterFiles(table, { ...edition, passage, returned: [returned] });
  if (passage) await takeTurn(table, edition, { passage, returned });
  await wake(archive, 'filed', drafted);
}

beforeAll(async () => {
  Object.assign(process.env, environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  lived = nothingKept();
  const house = houseOf(lived);
  const { table, archive, tickAt } = house;
  const handIn = async (of: typeof october | typeof november, basedOn: number, value: string, now: number) => {
    const head = { ...of, unit: 'phong-a', shards: 1 };
    const session = { head, epoch: 0, until: now + 1_000_000 };
    const kept = await headOf(table, head);
    if (!kept) throw new Error('no head');
    const figures = {
      'xuat-khau': {
        state: 'reported' as const,
        value,
        note: 'giải trình',
        ...(of === november ? { restates: '9' } : {}),
      },
    };
    const key = `${of.month}-${basedOn}`;
    const done = await takeDown(
      { table },
      {
        session,
        shown: async () => kept,
        asked: await askedOf({ table }, head),
        handing: {
          key,
          basedOn,
          answers: { figures, outcomes: {}, further: 'thêm' },
        },
        receivedAt: now,
      },
    );
    if (done.kind !== 'accepted') throw new Error(JSON.stringify(done));
  };

  await publish(archive, departmentWith(reportWith({ first: '2020-01', last: '2020-02' })));
  await publish(archive, department);
  await tickAt(at('2021-11-01'));
  const [staff] = department.staff;
  const asked =
    staff && signInNotice(staff, { path: '/board' }, { ledger: [], tooOften: false, now: at('2021-11-01') });
  if (asked) await plan(table, { report: signIn, month: '2021-11' }, [asked], at('2021-11-01'));
  await tickAt(at('2021-11-01', '08:05'));
  await audit(table, october, { at: at('2021-11-02'), who: 'tong-hop', what: 'thu hồi đường dẫn', detail: 'phong-c' });
  for (const [basedOn, value] of ['5', '138,8', '139'].entries()) {
    await handIn(october, basedOn, value, at('2021-11-03', `08:0${basedOn}`));
    await tickAt(at('2021-11-03', `08:1${basedOn}`));
  }
  const wanted = { ...october, unit: 'phong-a', revision: 3, reason: 'xem lại', who: 'tong-hop', at: at('2021-11-04') };
  await askToMend(table, { shards: 1 }, wanted);
  await enterMendRequest(table, wanted);
  const openPeriod = await periodNamed(table, october);
  const wording = {
    ...{ ...october, unit: 'phong-a', part: 'further', called: 'Việc khác', madeOn: 'thêm', text: 'Thêm.' },
    ...{ place: 'outcomes.nhiem-vu', who: 'tong-hop', at: at('2021-11-04') },
  };
  if (!openPeriod || (await makeEdit(table, openPeriod, wording)) !== 'made') throw new Error('not edited');
  await enterEdits(table, october, [{ ...wording, number: 1 }]);
  await tickAt(at('2021-11-04'));
  await tickAt(at('2021-11-16', '16:00'));
  await numberDraft(house);
  await tickAt(at('2021-11-16', '16:10'));
  await signDraft(house);
  const late = {
    session: { head: { ...october, unit: 'phong-a', shards: 1 }, epoch: 0, until: Infinity },
    answers: { figures: {}, outcomes: {} },
  };
  await keepLate(table, { ...late, at: at('2021-11-16', '16:01') });
  const [edition] = await editionsOf(table, october);
  expect(edition?.held).toBe(true);
  const decided = { number: 1, units: ['phong-b'], reason: 'thiếu', who: 'tong-hop' };
  await extendInPlaceOf(
    table,
    { ...october, number: 1 },
    { ...decided, until: at('2021-11-16', '18:00'), at: at('2021-11-16', '16:30') },
  );
  const [period, held] = [await periodNamed(table, october), await editionNumbered(table, { ...october, number: 1 })];
  expect(period && held && (await goOnExtending(table, period, held))).toBe(true);
  await tickAt(at('2021-11-16', '16:35'));
  await tickAt(at('2021-11-16', '18:00'));
  await audit(table, october, { at: at('2021-11-17'), who: 'tong-hop', what: 'cho gửi', detail: 'bản 2' });
  await releaseEdition(table, { ...october, number: 2 });
  const anew = await periodNamed(table, october);
  expect(anew && (await movePeriod(table, anew, ['held'], 'compiled'))).toBe(true);
  await wake(archive, 'filed', october);
  await tickAt(at('2021-11-17', '08:05'));
  for (const [decided, time] of [
    ['recalled', '09:00'],
    ['stands', '09:10'],
  ] as const) {
    const wanted = { decided, reason: 'nhầm', who: 'tong-hop', at: at('2021-11-17', time) };
    expect(await decideRecall(table, october, wanted)).toBe(true);
    await tickAt(at('2021-11-17', time) + 300_000);
  }
  await tickAt(at('2021-11-17', '09:30'));
  const mistaken = { ...october, unit: 'phong-a', field: 'figures.xuat-khau.value', label: 'Xuất khẩu', before: '139' };
  for (const [index, after] of ['140', '141'].entries()) {
    const why = { after, reason: 'gõ nhầm', at: at('2021-11-17', `10:0${index}`) };
    await askForCorrection(table, { shards: 1 }, { ...mistaken, ...why, ...(index ? { by: 'tong-hop' } : {}) });
    const decided = { accepted: index === 0, ...(index ? { words: 'đúng rồi' } : {}), who: 'tong-hop', at: why.at + 1 };
    await decideCorrection(table, { ...october, shards: 1, unit: 'phong-a', number: index + 1 }, decided);
  }
  await tickAt(at('2021-11-17', '10:05'));
  const [sent, toReplace] = [await periodNamed(table, october), (await editionsOf(table, october)).at(-1)];
  const decision = {
    number: 2,
    corrections: [{ unit: 'phong-a', number: 1 }],
    who: 'tong-hop',
    at: at('2021-11-17', '10:10'),
  };
  expect(sent && toReplace && (await decideReissue(table, sent, toReplace, decision))).toBe(true);
  await tickAt(at('2021-11-17', '10:15'));
  await tickAt(at('2021-11-17', '10:20'));
  await tickAt(at('2021-12-01'));
  for (const basedOn of [0, 1]) await handIn(november, basedOn, `${basedOn + 1}`, at('2021-12-02', `08:0${basedOn}`));
  await tickAt(at('2021-12-02', '08:05'));
  const session = { head: { ...november, unit: 'phong-b', shards: 1 }, epoch: 0, until: at('2021-12-30') };
  const answers = { figures: {}, outcomes: { 'nhiem-vu': 'nháp' } };
  await keepDraft(table, { session, answers, at: at('2021-12-03') });
  const pressed = { answers, key: 'k', basedOn: 0, seen: 0, at: at('2021-12-03'), said: '{}' };
  await keepPressed(table, { session, browser: 'b'.repeat(32), pressed });
  await openSession(table, session);
  await shutOut(table, session.head);
  const told = { detail: 'phong-a', who: 'tong-hop' };
  await audit(table, october, { at: at('2021-11-18'), what: 'gửi lại công văn', ...told });
  const [opening] = await mailsOf(table, november, 'opening');
  const bounced = { messageId: opening?.messageId ?? '', reason: 'hộp thư đầy', at: at('2021-12-02') };
  if (opening) await advance(table, opening, 'bounced', bounced);
  expect(await editionsWith(table, digest)).toEqual([]);
  await putOnce(table, { pk: `REFUSED#${digest}`, sk: '1', refused: 1, expiresAt: 1 });
  await putOnce(table, { pk: 'ASKERS', sk: 'KEY', day: 1, key: 'k', expiresAt: 1 });
});

describe('a house that nobody has touched', () => {
  it('is found whole, with something of every kind in it', async () => {
    const { breaches, notes, roots, periods, revisions, editions } = await auditOf();
    expect(breaches).toEqual([]);
    expect(roots.toSorted()).toEqual([
      expect.stringMatching(/^bao-cao-so 2021-10, bản 1: mã gốc của \d biên nhận là [0-9a-f]{64}$/),
      expect.stringMatching(/^bao-cao-thang 2021-10, bản 1: mã gốc của \d biên nhận là [0-9a-f]{64}$/),
      expect.stringMatching(/^bao-cao-thang 2021-10, bản 2: mã gốc của \d biên nhận là [0-9a-f]{64}$/),
      expect.stringMatching(/^bao-cao-thang 2021-10, bản 3: mã gốc của \d biên nhận là [0-9a-f]{64}$/),
    ]);
    expect({ notes, periods, revisions, editions }).toEqual({ notes: [], periods: 3, revisions: 6, editions: 4 });
    const found = new Set(itemsOf(lived).map(({ kind }) => kind));
    expect(Object.keys(kinds).filter(kind => !found.has(kind as Kind))).toEqual(['part']);
  });
});

function itemsOf({ items }: Kept) {
  return [...items.values()].flatMap(partition =>
    [...partition.values()].map(stored => {
      const item = unmarshall(stored) as Key & Item;
      return { item, kind: kindOf(item) };
    }),
  );
}

/** One of those that have the same fields, and are of the same step. */
function oneOfEach(items: ReturnType<typeof itemsOf>) {
  const groups = Map.groupBy(items, ({ item, kind }) =>
    [kind, item.what, item.step, kind === 'revision' && item.sum, ...Object.keys(item).sort()].join(),
  );
  return [...groups.values()].flatMap(([first]) => first ?? []);
}

function put({ items }: Kept, item: Key & Item) {
  const partition = items.get(item.pk) ?? new Map();
  items.set(item.pk, partition.set(item.sk, marshall(item, { removeUndefinedValues: true })));
}

/** Everything a value can be made into by one small change, each with where it was made. */
function changes(value: unknown, path = ''): { path: string; value: unknown }[] {
  if (typeof value === 'number') return [{ path, value: value + 1 }];
  if (typeof value === 'boolean') return [{ path, value: !value }];
  if (value instanceof Uint8Array) return [{ path, value: value.subarray(1) }];
  if (value instanceof Set) return [{ path, value: new Set([...value].slice(1)).add('khác') }];
  if (typeof value === 'string') {
    const json = /^[{[]/.test(value) ? (JSON.parse(value) as unknown) : undefined;
    const inside = json ? changes(json, path).map(one => ({ ...one, value: JSON.stringify(one.value) })) : [];
    return [...inside, { path, value: changed(value) }];
  }
  if (Array.isArray(value)) {
    const inside = value.flatMap((each, index) =>
      changes(each, `${path}[${index}]`).map(one => ({ path: one.path, value: value.with(index, one.value) })),
    );
    return [...inside, { path, value: value.length > 0 ? value.slice(1) : ['khác'] }];
  }
  const entries = Object.entries(value as Record<string, unknown>);
  return [
    ...entries.flatMap(([name, each]) =>
      changes(each, `${path}.${name}`).map(one => ({
        path: one.path,
        value: { ...(value as object), [name]: one.value },
      })),
    ),
    ...entries.map(([name]) => ({
      path: `${path}.${name}`,
      value: Object.fromEntries(entries.filter(([each]) => each !== name)),
    })),
    { path: `${path}.la`, value: { ...(value as object), la: 'lạ' } },
  ];
}

/** Another text that might stand there: the next state, another digit, another letter. */
function changed(text: string): string {
  const states = ['open', 'closing', 'closed', 'compiled', 'held', 'extended', 'issued'];
  if (states.includes(text)) return states[(states.indexOf(text) + 1) % states.length] ?? '';
  if (text === 'sent') return 'delivered';
  return /\d$/.test(text) ? text.replace(/\d$/, digit => String((Number(digit) + 1) % 10)) : `${text}x`;
}

const listed = (on: Place) =>
  new Set(uncovered.flatMap(each => (each.on && each.on !== on ? [] : [`${each.kind} ${each.what}`])));
const used = new Set<string>();

/** Audits the house with one thing altered: what was neither noticed nor is listed, or is told without where, what and mend. */
async function silently(name: string, what: string, alter: (kept: Kept) => void, on?: Place): Promise<string[]> {
  const { breaches } = await auditOf(alter, on);
  const speechless = breaches.filter(({ where, what, mend }) => !where || !what || !mend);
  if (speechless.length > 0) return [`${name}: says nothing`];
  if (breaches.length > 0) return [];
  if (!listed(on ?? 'this machine').has(what)) return [name];
  used.add(what);
  return [];
}

describe('whatever is altered by hand in the table', () => {
  it('is named, or is listed as not covered: every field of every item', async () => {
    const unseen: string[] = [];
    for (const { item, kind = '' } of oneOfEach(itemsOf(lived))) {
      const { pk, sk, ...fields } = item;
      const unread = passing.includes(kind as Kind);
      const lacking = kind ? kinds[kind as Kind].fields.filter(field => !(field in fields)) : [];
      const added = lacking.flatMap(field =>
        [1, 'x'].map(value => ({ path: `.${field}`, value: { ...fields, [field]: value } })),
      );
      for (const { path, value } of unread ? changes(fields).slice(0, 1) : [...changes(fields), ...added]) {
        const what = unread ? 'every field' : /^\.(to\.\w+|\w+)/.exec(path)?.[1];
        const alter = (kept: Kept) => put(kept, { pk, sk, ...(value as Item) });
        unseen.push(...(await silently(`${pk} ${sk} ${path}`, `${kind} ${what}`, alter)));
      }
    }
    expect(unseen).toEqual([]);
    // Some thousand audits.
  }, 300_000);

  it('is named, or is listed: every item deleted', async () => {
    const unseen: string[] = [];
    for (const { item, kind } of itemsOf(lived)) {
      const { pk, sk } = item;
      const deletes = (kept: Kept) => kept.items.get(pk)?.delete(sk);
      for (const on of ['this machine', 'AWS'] as const)
        unseen.push(...(await silently(`${pk} ${sk} on ${on}`, `${kind} deleted`, deletes, on)));
    }
    expect(unseen).toEqual([]);
  });

  it('is named, or is listed: every item put once more under another key, as it is and told anew', async () => {
    const unseen: string[] = [];
    for (const { item, kind } of itemsOf(lived)) {
      for (const { pk, sk } of besides(item)) {
        const again = { ...item, pk, sk };
        unseen.push(
          ...(await silently(`${item.pk} ${item.sk} as ${pk} ${sk}`, `${kind} added`, kept => put(kept, again))),
        );
        const moved = (kept: Kept) => {
          kept.items.get(item.pk)?.delete(item.sk);
          put(kept, again);
        };
        unseen.push(...(await silently(`${item.pk} ${item.sk} to ${pk} ${sk}`, `${kind} added`, moved)));
      }
    }
    expect(unseen).toEqual([]);
  });

  it('is listed: an entry put after the newest of a trail, with its right sum; with another it is named', async () => {
    const pk = 'AUDIT#bao-cao-thang#2021-10';
    const entries = itemsOf(lived).filter(({ item }) => item.pk === pk);
    const number = entries.length + 1;
    const previous = String(entries.find(({ item }) => Number(item.sk) === entries.length)?.item.sum);
    const entry = { at: at('2021-11-19'), who: 'tong-hop', what: 'nhắc', detail: '' };
    const added = { pk, sk: String(number).padStart(6, '0'), ...entry, previous };
    const adding = (sum: string) => (kept: Kept) => put(kept, { ...added, sum });
    expect(await silently('appending', 'act added', adding(sumOfEntry({ number, previous, entry })))).toEqual([]);
    const { breaches } = await auditOf(adding(digest));
    expect(breaches.map(({ what }) => what)).toEqual([`chuỗi nhật ký đứt: mục số ${number}, "nhắc", đã bị sửa`]);
  });

  it('is named: an item of no kind, and one of a period or report there is not', async () => {
    for (const pk of [
      'X',
      'PERIOD#khac#2021-10',
      'MAIL#khac#2021-10',
      'SERIES#khac',
      'AUDIT#khac#2021-10',
      'EDITION#khac#2021-10',
    ]) {
      for (const sk of ['X', 'UNIT#phong-a', '2021-10', '001']) {
        const { breaches } = await auditOf(kept => put(kept, { pk, sk }));
        expect(breaches.map(({ where }) => where)).toContainEqual(expect.stringContaining(pk));
      }
    }
  });
});

/** Keys beside an item's own: of its neighbour in the partition, of another unit, number, month or digest. */
function besides({ pk, sk }: Key): Key[] {
  const other = (text: string) =>
    [
      text.replace('phong-a', 'phong-b'),
      text.replace('phong-b', 'phong-c'),
      text.replace('2021-10', '2021-12'),
      text.replace(/\d(?=\D*$)/, digit => String((Number(digit) + 1) % 10)),
      text.replace(/[0-9a-f](?=[0-9a-f]{31})/, digit => (digit === '0' ? '1' : '0')),
    ].filter(each => each !== text);
  return [...other(sk).map(each => ({ pk, sk: each })), ...other(pk).map(each => ({ pk: each, sk }))];
}

describe('whatever is altered by hand in the archive', () => {
  const kindOfFile = (key: string) =>
    key === 'departments/current.json'
      ? 'pointer'
      : /^departments/.test(key)
        ? 'department'
        : /^(editions|signed)/.test(key)
          ? 'letter'
          : 'mark';
  const alterations: [string, (content: Uint8Array) => Uint8Array][] = [
    ['a byte changed', content => content.with(content.length >> 1, (content[content.length >> 1] ?? 0) ^ 1)],
    ['cut', content => content.subarray(0, content.length >> 1)],
    ['empty', () => new Uint8Array()],
    ['with something after it', content => Buffer.concat([content, Buffer.from(' ')])],
  ];

  it.each(alterations)('is named: every file %s', async (_, alter) => {
    const unseen: string[] = [];
    for (const [key, content] of lived.files)
      unseen.push(...(await silently(key, `${kindOfFile(key)} content`, kept => kept.files.set(key, alter(content)))));
    expect(unseen).toEqual([]);
  });

  it('is named, or is listed: every file deleted, put once more under another name, or in another’s place', async () => {
    const unseen: string[] = [];
    for (const [key, content] of lived.files) {
      const kind = kindOfFile(key);
      unseen.push(...(await silently(`${key} deleted`, `${kind} deleted`, kept => kept.files.delete(key))));
      unseen.push(...(await silently(`${key} again`, `${kind} added`, kept => kept.files.set(`${key}x`, content))));
      for (const [other, there] of lived.files)
        if (other !== key && kindOfFile(other) === kind && Buffer.compare(content, there) !== 0)
          unseen.push(
            ...(await silently(`${key} as ${other}`, `${kind} content`, kept => kept.files.set(other, content))),
          );
    }
    expect(unseen).toEqual([]);
  });

  it('is listed: another department published, the pointer at it, a mark left', async () => {
    const content = Buffer.from(JSON.stringify({ ...department, name: 'Sở Khác' }));
    const hash = sha256(content);
    const publishing = (kept: Kept) => kept.files.set(`departments/${hash}.json`, content);
    const pointing = (kept: Kept) =>
      publishing(kept).set('departments/current.json', Buffer.from(JSON.stringify({ hash })));
    const marking = (kept: Kept) =>
      kept.files.set('asked/bao-cao-thang/2021-10.json', Buffer.from(JSON.stringify(october)));
    expect([
      ...(await silently('publishing', 'department added', publishing)),
      ...(await silently('pointing', 'pointer content', pointing)),
      ...(await silently('marking', 'mark added', marking)),
    ]).toEqual([]);
    expect(used).toContain('pointer content');
  });

  it('is named: whichever department a period pins, when it is another that was published', async () => {
    const [elsewhere] = [...lived.files.keys()].filter(key => /^departments\/[0-9a-f]/.test(key));
    const definition = elsewhere?.slice('departments/'.length, -'.json'.length);
    const [period] = itemsOf(lived).filter(({ item }) => item.sk === 'PERIOD' && item.pk.endsWith('2021-11'));
    const { breaches } = await auditOf(kept => period && put(kept, { ...period.item, definition }));
    expect(breaches.map(({ what }) => what)).toContain(
      'mẫu báo cáo, lịch hoặc danh sách đơn vị của kỳ không còn như lúc mở kỳ',
    );
  });
});

describe('whatever is altered by hand among the mails that this machine kept', () => {
  it('is named: every mail altered by a byte, deleted, kept twice, or sent to another', async () => {
    const unseen: string[] = [];
    for (const [index, sent] of lived.outbox.entries()) {
      const alter = (name: string, change: (outbox: Kept['outbox']) => void) =>
        silently(`${sent.tags.step} ${name}`, `message ${name}`, kept => change(kept.outbox));
      const raw = Buffer.from(sent.raw.with(9, (sent.raw[9] ?? 0) ^ 1));
      unseen.push(
        ...(await alter('altered', outbox => outbox.splice(index, 1, { ...sent, raw }))),
        ...(await alter('deleted', outbox => outbox.splice(index, 1))),
        ...(await alter('twice', outbox => outbox.push({ ...sent, number: outbox.length + 1 }))),
        ...(await alter('readdressed', outbox =>
          outbox.splice(index, 1, { ...sent, destinations: ['ai@do.example'] }),
        )),
      );
    }
    expect(unseen).toEqual([]);
  });
});

describe('the list of what is not covered', () => {
  it('names nothing that is noticed', () => {
    const never = [...listed('AWS')].filter(each => !used.has(each) && !neverHere.has(each));
    expect(never).toEqual([]);
  });

  /** Of what this house has none: heads of before, a period that is closing, mails in trouble, or asked for by a person. */
  const neverHere = new Set(['head access', 'head draft', 'mail about', 'mail epoch', 'mail to.lines', 'period state']);
});
