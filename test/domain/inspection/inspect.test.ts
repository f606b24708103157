import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { type Edition, filesOf } from '../../../shared/domain/compilation/edition.ts';
import { compile, type Report } from '../../../shared/domain/compilation/report.ts';
import type { Seal } from '../../../shared/domain/compilation/seal.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { inspect } from '../../../shared/domain/inspection/inspect.ts';
import type {
  Kept,
  KeptAct,
  KeptEdition,
  KeptMail,
  KeptRevision,
  KeptUnit,
} from '../../../shared/domain/inspection/kept.ts';
import { opened } from '../../../shared/domain/office/timetable.ts';
import { departmentWith, exports, reportWith } from '../an-office.ts';

const definition = reportWith({ tasks: [], indicators: [{ ...exports, comparisons: [] }] });
const department = departmentWith(definition);
const month = '2021-10';

const handedIn = (value: string): Submission => ({
  figures: { 'xuat-khau': { state: 'reported', value, changes: {} } },
  outcomes: {},
  further: '',
});
const revision = (number: number, value = '138.8'): KeptRevision => ({
  ...{ revision: number, key: `lan-${number}`, hash: `h${number}`, digest: `h${number}`, receivedAt: number },
  ...{ submission: handedIn(value), sum: `s${number}`, found: `s${number}` },
  ...(number > 1 ? { previous: `s${number - 1}` } : {}),
});
const usedKeys = new Set(['lan-1', 'lan-2']);
const report: Report = compile({
  ...{ department, definition, month, known: knownFrom([], []) },
  submissions: new Map([['phong-a', handedIn('138.8')]]),
});
const file = (key: string) => ({ name: `${key}.pdf`, key, mediaType: '', sha256: `sha-${key}`, size: 1 });
const files = { docx: file('docx'), pdf: file('pdf'), html: file('html'), report: file('report') };
const mail: KeptMail = {
  ...{ report: 'bao-cao-thang', month, step: 'edition-1', recipient: '0'.repeat(32), attempts: 1, at: 0 },
  ...{
    address: 'nhan@noi.example',
    to: { kind: 'recipient', lines: [] },
    state: 'sent',
    messageId: 'm-1',
    named: true,
  },
};
const toUnit: KeptMail = {
  ...{ ...mail, step: 'receipt-2', address: 'phong-a@so.example', to: { kind: 'unit', unit: 'phong-a' } },
  ...{ messageId: 'm-3', sum: 's2' },
};
const openings: KeptMail[] = [
  { ...toUnit, step: 'opening', messageId: 'm-4', sum: undefined },
  {
    ...mail,
    step: 'opening',
    address: 'tong-hop@so.example',
    to: { kind: 'staff', staff: 'tong-hop' },
    messageId: 'm-5',
  },
];
const act = (what: string, at: number, more: Partial<KeptAct> = {}): KeptAct => ({
  ...{ name: `${at}#${what}`, found: `${at}#${what}`, at, what, detail: '', ...more },
});
const settledAt = {
  report: 'bao-cao-thang',
  month,
  definition: 'h',
  opensAt: 0,
  deadline: 1,
  reminders: [],
  shards: 1,
};
const period: Kept['period'] = {
  ...{ ...settledAt, state: 'issued', window: { from: '2021-10-01', to: '2021-10-31' } },
  units: [{ id: 'phong-a', name: 'Phòng A', mail: ['phong-a@so.example'] }],
};
const recorded: Edition = {
  ...{ report: 'bao-cao-thang', month, number: 1, definition: 'h', date: '', pages: 1, missing: [], held: false },
  head: { coQuanBanHanh: '', kyHieu: '', diaDanh: '', trichYeu: '', kinhGui: [] },
  addressees: [{ address: 'Nhan@NOI.example', lines: [] }],
  ...{ files, at: 1 },
};
const seal: Seal = {
  period: { ...settledAt, window: period.window },
  heads: [{ unit: 'phong-a', revision: 2, fencedAt: 1, key: 'lan-2', hash: 'h2', receivedAt: 2, sum: 's2' }],
  edition: recorded,
};

/** A period that was issued, with all that should be kept of it. */
const sound: Kept = {
  ...{ period, department, settled: 'đã định', inHand: false },
  units: new Map([['phong-a', { revision: 2, fencedAt: 1, usedKeys, revisions: [revision(1, '1'), revision(2)] }]]),
  editions: [
    {
      edition: { ...recorded, seal: { key: 'niêm', sha256: 'sha-niêm' } },
      ...{ report, seal },
      digests: new Map([
        ...filesOf({ files }).map(({ key, sha256 }) => [key, sha256] as const),
        ['niêm', 'sha-niêm'] as const,
      ]),
    },
  ],
  mails: [mail, toUnit, ...openings],
  trail: [
    act('mở kỳ', 0, { holds: ['đã định'] }),
    act('chốt kỳ', 1),
    act('lập công văn', 2, { detail: 'bản 1, PDF sha-pdf', holds: ['sha-niêm'] }),
    act('phát hành', 3, { holds: ['0#mở kỳ', '1#chốt kỳ', '2#lập công văn'] }),
  ],
  beforeChain: 'trước',
  trees: new Map(),
  mendRequests: [],
  edits: [],
  corrections: [],
  addresses: {
    unit: new Map([['phong-a', new Set(['phong-a@so.example'])]]),
    staff: new Map([['tong-hop', new Set(['tong-hop@so.example'])]]),
  },
};
const [edition] = sound.editions as [KeptEdition];

type State = Kept['period']['state'];
const states: State[] = ['open', 'closing', 'closed', 'compiled', 'held', 'issued'];
const steps = { open: 1, closing: 2, closed: 2, compiled: 3, held: 3, drafted: 3, extended: 3, issued: 4 };

const unit = (changed: Partial<KeptUnit>): Partial<Kept> => ({
  units: new Map([['phong-a', { ...(sound.units.get('phong-a') as KeptUnit), ...changed }]]),
});
const lettered = (changed: Partial<KeptEdition>): Partial<Kept> => ({ editions: [{ ...edition, ...changed }] });
const rewritten = (changed: Partial<Edition>) => lettered({ edition: { ...edition.edition, ...changed } });
const sealed = (changed: Partial<Seal>) => lettered({ seal: { ...seal, ...changed } });
const [sealedHead] = seal.heads as [Seal['heads'][number]];

/** The same period when it had come no further. */
function when(state: (typeof states)[number]): Kept {
  const filed = ['compiled', 'held', 'issued'].includes(state);
  const held = state === 'held';
  return {
    ...{ ...sound, ...(state === 'open' ? unit({ fencedAt: undefined }) : {}) },
    ...{ period: { ...period, state }, inHand: state !== 'issued', trail: sound.trail.slice(0, steps[state]) },
    editions: filed
      ? [{ ...edition, edition: { ...edition.edition, held }, seal: { ...seal, edition: { ...recorded, held } } }]
      : [],
    mails: state === 'issued' ? sound.mails : [toUnit, ...openings],
  };
}

const foundIn = (kept: Kept) => inspect(kept).map(({ where, what }) => `${where}: ${what}`);
const found = (changed: Partial<Kept>) => foundIn({ ...sound, ...changed });

const it_ = 'bao-cao-thang 2021-10: ';
const a = 'bao-cao-thang 2021-10, phong-a: ';
const one = 'bao-cao-thang 2021-10, bản 1: ';
const trail = 'bao-cao-thang 2021-10, nhật ký: ';

const broken = `${trail}chuỗi nhật ký đứt: `;

/** The same trail, each entry hanging on the one before. */
const chain = sound.trail.map(
  (each, at): KeptAct => ({
    ...each,
    link: { number: at + 1, previous: at > 0 ? `sum ${at}` : 'trước', sum: `sum ${at + 1}`, found: `sum ${at + 1}` },
  }),
);
const linked = (at: number, changed: Partial<NonNullable<KeptAct['link']>>) =>
  chain.map((each, index) => (index === at && each.link ? { ...each, link: { ...each.link, ...changed } } : each));
const post = 'bao-cao-thang 2021-10, Nhan@NOI.example: ';

describe('a period of which all is kept', () => {
  it.each(states)('is found sound when it is %s', state => {
    expect(foundIn(when(state))).toEqual([]);
  });

  it('is found sound with a unit that could not be closed, and is in no letter', () => {
    const missing = [{ id: 'phong-a', name: 'Phòng A' }];
    const [figure] = report.figures;
    const said = {
      ...report,
      missing,
      figures: [{ code: 'xuat-khau', unit: figure?.unit, state: 'missing' as const, changes: [] }],
    };
    const without = (why: 'gone' | 'unfenced' | 'unreadable', heads: Seal['heads']) => {
      const made: Edition = { ...recorded, missing, unclosed: [{ id: 'phong-a', name: 'Phòng A', why }] };
      const sealedAlike = { ...seal, edition: made, heads };
      return lettered({ report: said, seal: sealedAlike, edition: { ...edition.edition, ...made } });
    };
    expect(found({ ...without('unfenced', []), ...unit({ outside: true, fencedAt: 9 }) })).toEqual([]);
    expect(found({ ...without('unreadable', []), ...unit({ outside: true }) })).toHaveLength(1);
    const gone = { revision: 0, fencedAt: 5, goneAt: 5, usedKeys: undefined, revisions: [] };
    const found0 = found({
      ...without('gone', [{ unit: 'phong-a', revision: 0, fencedAt: 5 }]),
      ...{ ...unit(gone), mails: sound.mails.filter(each => each !== toUnit) },
    });
    expect(found0).toEqual([]);
  });

  it('is found sound also where its report holds a restatement that nothing is compared with, as once was filed', () => {
    const restated = { figures: { 'xuat-khau': { state: 'missing' as const, restates: '140', changes: {} } } };
    const figure = { code: 'xuat-khau', unit: 'phong-a', changes: [], state: 'missing' as const };
    const kept = unit({
      revisions: [revision(1), { ...revision(2), submission: { ...handedIn('138.8'), ...restated } }],
    });
    for (const figures of [[figure], [{ ...figure, restates: '140' }]])
      expect(found({ ...kept, ...lettered({ report: { ...report, figures } }) })).toEqual([]);
  });

  it('is found sound also though what it is compared with was restated since', () => {
    const changes = [
      { with: 'previous-month', as: 'percent', against: '2021-09', direction: 'up', amount: '1' } as const,
    ];
    const restated = { ...report, figures: report.figures.map(figure => ({ ...figure, changes })) };
    expect(found(lettered({ report: restated }))).toEqual([]);
  });

  it('is found sound when its trail is chained, and without a link names the first that is lost', () => {
    expect(found({ trail: chain })).toEqual([]);
    expect(found({ trail: chain.toReversed() })).toEqual([]);
    expect(found({ trail: chain.toSpliced(1, 1) })).toContain(`${broken}mất mục số 2`);
  });

  it('is found sound when it was held and let go, and the trail says who did', () => {
    const held = lettered({ seal: { ...seal, edition: { ...recorded, held: true } } });
    expect(found({ ...held, trail: [...sound.trail, act('cho gửi', 2)] })).toEqual([]);
    expect(found(held)).toEqual([`${trail}văn bản chờ phát hành đã được gửi mà không ghi ai cho gửi`]);
  });

  it('is found sound when something was asked to be mended, and the trail holds what', () => {
    const mendRequests = [{ unit: 'phong-a', revision: 2, digest: 'd' }];
    const asked = [...sound.trail, act('yêu cầu sửa', 2, { holds: ['d'] })];
    const mails = [...sound.mails, { ...toUnit, step: 'mend-2', recipient: 'm', messageId: 'm-9', sum: undefined }];
    expect(found({ mendRequests, trail: asked, mails })).toEqual([]);
    expect(found({ mendRequests })).toEqual([`${a}yêu cầu sửa lần nộp 2 không như nhật ký ghi`]);
    expect(found({ trail: asked })).toEqual([`${trail}mất một yêu cầu sửa, hoặc đã bị sửa`]);
    expect(found({ mails })).toEqual([
      'bao-cao-thang 2021-10, thư mend-2 tới phong-a@so.example: thư này không có việc gì của kỳ gọi tới',
    ]);
    const ahead = { mendRequests: [{ unit: 'phong-a', revision: 3, digest: 'd' }], trail: asked };
    expect(found(ahead)).toEqual([`${a}yêu cầu sửa lần nộp 3 mà chưa có lần ấy`]);
  });

  it('is found sound with its latest revision copied, as a hand-in that came too late leaves it', () => {
    expect(found(unit({ spare: [revision(2)] }))).toEqual([]);
    expect(found(unit({ spare: [{ ...revision(2), found: 'khác' }] }))).toEqual([`${a}thừa một bản chép lần nộp 2`]);
    expect(found(unit({ spare: [revision(0)] }))).toEqual([
      `${a}chưa nộp lần nào mà bản ghi có nội dung của một lần nộp`,
    ]);
    expect(found(unit({ spare: [revision(3)] }))).toEqual([`${a}thừa một bản chép lần nộp 3`]);
  });

  it('is found sound from before there were sums, seals and digests in the trail', () => {
    const old = (each: KeptRevision): KeptRevision => ({ ...each, sum: undefined, previous: undefined });
    const { seal: _, ...edition } = recorded;
    const before: Kept = {
      ...sound,
      ...unit({ usedKeys: undefined, revisions: [old(revision(1, '1')), old(revision(2))] }),
      ...lettered({ edition, seal: undefined }),
      period: { ...opened(department, 'h', definition, month), state: 'issued' },
      mails: sound.mails.map(({ sum: _, ...each }) => each),
      trail: sound.trail.map(({ holds: _, ...each }) => each),
    };
    expect(foundIn(before)).toEqual([]);
    const later = { ...before, period: { ...before.period, deadline: before.period.deadline + 1 } };
    expect(foundIn(later)).toEqual([`${it_}mẫu báo cáo, lịch hoặc danh sách đơn vị của kỳ không còn như lúc mở kỳ`]);
    // The one that goes on from a revision of before holds the sum of it all the same.
    const goneOn = unit({ usedKeys, revisions: [old(revision(1, '1')), revision(2)] });
    expect(foundIn({ ...sound, ...goneOn })).toEqual([]);
  });
});

describe('a breach', () => {
  const other = 'không còn như lúc nhận: giờ nhận, số biên nhận, điều đã gõ hoặc nội dung đã bị sửa';
  const revisions = (changed: Partial<KeptRevision>) =>
    unit({ revisions: [revision(1, '1'), { ...revision(2), ...changed }] });
  const first = (changed: Partial<KeptRevision>) =>
    unit({ revisions: [{ ...revision(1, '1'), ...changed }, revision(2)] });
  const mails = (changed: Partial<KeptMail>, step = 'edition-1') => ({
    mails: sound.mails.map(each => (each.step === step ? { ...each, ...changed } : each)),
  });
  const without = (step: string) => ({ mails: sound.mails.filter(each => each.step !== step) });
  const more = (changed: Partial<KeptMail>) => ({ mails: [...sound.mails, { ...mail, messageId: 'm-9', ...changed }] });
  const acts = (what: string, changed: Partial<KeptAct>) => ({
    trail: sound.trail.map(each => (each.what === what ? { ...each, ...changed } : each)),
  });
  const at = (step: string, address: string) => `bao-cao-thang 2021-10, thư ${step} tới ${address}: `;
  const figures = 'số liệu trong văn bản không phải là số liệu đã nhận';

  it.each<[string, Partial<Kept>, string]>([
    ['a unit’s record lost', { units: new Map([['phong-a', undefined]]) }, `${a}không có bản ghi của đơn vị`],
    ['a revision lost', unit({ revisions: [revision(2)] }), `${a}mất lần nộp 1`],
    ['the latest lost', unit({ revision: 3 }), `${a}mất lần nộp 3`],
    ['no receipt', revisions({ key: undefined }), `${a}lần nộp 2 không có biên nhận hoặc nội dung`],
    ['no content', revisions({ submission: undefined }), `${a}lần nộp 2 không có biên nhận hoặc nội dung`],
    ['other content', revisions({ digest: 'khác' }), `${a}lần nộp 2 không khớp mã kiểm tra trên biên nhận`],
    ['a latest altered', revisions({ found: 'khác' }), `${a}lần nộp 2 ${other}`],
    ['a latest altered with its sum', revisions({ found: 'khác', sum: 'khác' }), `${a}lần nộp 2 ${other}`],
    ['a latest without its sum', revisions({ sum: undefined }), `${a}lần nộp 2 ${other}`],
    ['an earlier altered with its sum', first({ found: 'khác', sum: 'khác' }), `${a}lần nộp 1 ${other}`],
    ['an earlier altered of before sums', first({ found: 'khác', sum: undefined }), `${a}lần nộp 1 ${other}`],
    ['a revision unchained', revisions({ previous: undefined }), `${a}lần nộp 2 không nối với lần trước`],
    ['a receipt of something else', mails({ sum: 'khác' }, 'receipt-2'), `${a}lần nộp 2 ${other}`],
    [
      'a receipt of nothing',
      mails({ sum: undefined }, 'receipt-2'),
      `${a}thư biên nhận lần 2 không còn ghi mã của lần nộp`,
    ],
    ['one receipt twice', revisions({ key: 'lan-1' }), `${a}hai lần nộp mang cùng một số biên nhận`],
    [
      'a key never used',
      unit({ usedKeys: new Set(['lan-1', 'lan-2', 'x']) }),
      `${a}danh sách số biên nhận đã dùng không khớp các lần nộp`,
    ],
    [
      'a key forgotten',
      unit({ usedKeys: new Set(['lan-2']) }),
      `${a}danh sách số biên nhận đã dùng không khớp các lần nộp`,
    ],
    ['all keys forgotten', unit({ usedKeys: undefined }), `${a}mất danh sách số biên nhận đã dùng`],
    [
      'a period settled otherwise',
      { settled: 'khác' },
      `${it_}mẫu báo cáo, lịch hoặc danh sách đơn vị của kỳ không còn như lúc mở kỳ`,
    ],
    ['no department', { department: undefined }, `${it_}không đọc được bản cơ quan mà kỳ dựa vào`],
    ['no place on the agenda', { inHand: undefined }, `${it_}kỳ không có trong lịch việc`],
    ['no fence', unit({ fencedAt: undefined }), `${a}kỳ đã chốt mà đơn vị vẫn nộp được`],
    ['no letter', { editions: [] }, `${it_}kỳ đã lập văn bản mà không có bản phát hành nào`],
    ['a letter held that went out', rewritten({ held: true }), `${it_}trạng thái của kỳ không khớp bản phát hành`],
    [
      'a file altered',
      lettered({ digests: new Map([...edition.digests, ['pdf', 'khác']]) }),
      `${one}tệp "pdf.pdf" mất hoặc đã bị sửa`,
    ],
    [
      'a file lost',
      lettered({ digests: new Map([...edition.digests, ['docx', undefined]]) }),
      `${one}tệp "docx.pdf" mất hoặc đã bị sửa`,
    ],
    ['no report', lettered({ report: undefined }), one + figures],
    ['nobody knowing what was asked', { department: { ...department, reports: [] } }, one + figures],
    [
      'a seal altered',
      lettered({ digests: new Map([...edition.digests, ['niêm', 'khác']]) }),
      `${one}niêm mất hoặc đã bị sửa`,
    ],
    ['no seal', lettered({ seal: undefined }), `${one}niêm mất hoặc đã bị sửa`],
    ['a letter otherwise than sealed', rewritten({ pages: 2 }), `${one}bản ghi văn bản không còn như lúc niêm`],
    ['a letter held since', rewritten({ held: true }), `${one}bản ghi văn bản không còn như lúc niêm`],
    ['a period otherwise than sealed', { period: { ...period, deadline: 2 } }, `${it_}kỳ không còn như lúc niêm`],
    ['a fence otherwise than sealed', unit({ fencedAt: 2 }), `${a}không còn như lúc niêm`],
    ['an hour otherwise than sealed', revisions({ receivedAt: 1 }), `${a}không còn như lúc niêm`],
    ['a unit that was not sealed', sealed({ heads: [] }), `${a}không còn như lúc niêm`],
    [
      'a unit that was, and is not there',
      sealed({ heads: [sealedHead, { ...sealedHead, unit: 'x' }] }),
      `${it_}niêm có đơn vị mà kỳ không có`,
    ],
    ['a tree of receipts altered', { trees: new Map([['gốc', 'khác']]) }, `${it_}cây biên nhận đã bị sửa`],
    ['a tree of no letter', { trees: new Map([['gốc', 'gốc']]) }, `${it_}cây biên nhận không của văn bản nào`],
    ['a link altered', { trail: linked(1, { found: 'khác' }) }, `${broken}mục số 2, "chốt kỳ", đã bị sửa`],
    [
      'a link on another, of which the first is told',
      { trail: linked(2, { previous: 'khác' }).with(3, { ...(chain[3] as KeptAct), found: chain[3]?.name ?? '' }) },
      `${broken}mục số 3, "lập công văn", không nối với mục trước`,
    ],
    [
      'what was before the chain altered',
      { trail: chain, beforeChain: 'khác' },
      `${broken}mục số 1, "mở kỳ", không nối với những mục trước chuỗi`,
    ],
    ['an act altered', acts('chốt kỳ', { found: 'khác' }), `${trail}mục 1#chốt kỳ đã bị sửa`],
    ['an act lost', { trail: sound.trail.toSpliced(1, 1) }, `${trail}mất mục 1#chốt kỳ`],
    ['a step that nobody entered', { trail: sound.trail.toSpliced(3, 1) }, `${trail}thiếu mục "phát hành"`],
    [
      'another letter in the trail',
      acts('lập công văn', { detail: 'bản 1, PDF khác' }),
      `${one}nhật ký ghi lập một văn bản khác, hoặc không ghi`,
    ],
    [
      'another seal in the trail',
      acts('lập công văn', { holds: ['khác'] }),
      `${one}nhật ký ghi lập một văn bản khác, hoặc không ghi`,
    ],
    [
      'a letter lost that the trail tells of',
      { trail: [...sound.trail, act('lập công văn', 2)] },
      `${trail}nhật ký ghi lập văn bản mà không còn bản ấy`,
    ],
    ['a mail sent as another', mails({ messageId: 'm-3' }), 'bao-cao-thang 2021-10, thư: m-3 ghi ở hai mục'],
    ['no letter to an address', without('edition-1'), `${post}đã phát hành mà chưa gửi tới đây`],
    ['a letter that waits', mails({ state: 'pending' }), `${post}đã phát hành mà chưa gửi tới đây`],
    ['two letters to an address', more({}), `${post}có hơn một thư gửi văn bản`],
    ['no opening', without('opening'), 'bao-cao-thang 2021-10, phong-a@so.example: không có thư mở kỳ trong sổ thư'],
    ['no receipt mailed', without('receipt-2'), `${a}không có thư biên nhận lần 2 trong sổ thư`],
    [
      'a mail under another name',
      mails({ named: false }),
      `${at('edition-1', 'nhan@noi.example')}người nhận hoặc địa chỉ không khớp mục của sổ thư`,
    ],
    [
      'a mail to nobody’s address',
      mails({ address: 'ai@do.example' }, 'receipt-2'),
      `${at('receipt-2', 'ai@do.example')}địa chỉ chưa từng là của người nhận ấy`,
    ],
    [
      'a mail sent that has no name',
      mails({ messageId: undefined }),
      `${at('edition-1', 'nhan@noi.example')}trạng thái "sent" không khớp mã thư hoặc số lần gửi`,
    ],
    [
      'a mail sent that was never tried',
      mails({ attempts: 0 }),
      `${at('edition-1', 'nhan@noi.example')}trạng thái "sent" không khớp mã thư hoặc số lần gửi`,
    ],
  ])('is found: %s', (_, changed, what) => {
    expect(found(changed)).toContain(what);
  });

  it.each<[string, Partial<KeptMail>]>([
    ['to a stranger', { address: 'ai@do.example' }],
    ['of an edition there is not', { step: 'edition-2' }],
    ['by other lines', { to: { kind: 'recipient', lines: ['Như trên'] } }],
    ['to a unit that owes nothing', { ...toUnit, to: { kind: 'unit', unit: 'phong-x' } }],
    ['of a revision there is not', { ...toUnit, step: 'receipt-3' }],
    ['of a revision before the first', { ...toUnit, step: 'receipt-0' }],
    ['of a receipt, to no unit', { step: 'receipt-1' }],
    ['of a letter held that there is not', { step: 'held-2' }],
  ])('is found in a mail %s', (_, changed) => {
    const called = found(more(changed)).filter(each => each.endsWith('thư này không có việc gì của kỳ gọi tới'));
    expect(called).toHaveLength(1);
  });

  it.each<[string, Report]>([
    ['another value', { ...report, figures: report.figures.map(each => ({ ...each, value: '139' })) }],
    ['another state', { ...report, figures: report.figures.map(each => ({ ...each, state: 'estimated' })) }],
    ['another note', { ...report, figures: report.figures.map(each => ({ ...each, note: 'khác' })) }],
    ['another restatement', { ...report, figures: report.figures.map(each => ({ ...each, restates: '1' })) }],
    ['something nobody said', { ...report, further: [{ unit: 'phong-a', text: 'thêm' }] }],
    ['a unit as missing that is not', { ...report, missing: [{ id: 'phong-a', name: 'Phòng A' }] }],
  ])('is found where the letter’s report says %s', (_, said) => {
    expect(found(lettered({ report: said }))).toEqual([one + figures]);
  });

  it.each(states.flatMap(from => states.filter(to => to !== from).map(to => [from, to] as const)))(
    'is found where a period that is %s is said to be %s, but for what the next tick makes good',
    (from, to) => {
      const breaches = foundIn({ ...when(from), period: { ...period, state: to } });
      const soon = ['closing', 'closed'];
      expect(breaches.length > 0).toBe(!(soon.includes(from) && soon.includes(to)));
    },
  );

  it.each(states.filter(state => state !== 'issued'))('is found where a period that is %s is crossed off', state => {
    expect(foundIn({ ...when(state), inHand: false })).toEqual([
      `${it_}kỳ chưa phát hành mà đã bị gạch khỏi lịch việc`,
    ]);
  });

  it('says what is to be done', () => {
    for (const { mend } of inspect({ ...sound, trail: [], mails: [], editions: [] })) expect(mend).not.toBe('');
  });
});
