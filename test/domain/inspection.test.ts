import { describe, expect, it } from 'vitest';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import { compile, type Report } from '../../shared/domain/compilation/report.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { inspect, type Kept } from '../../shared/domain/inspection.ts';
import { departmentWith, exports, reportWith } from './an-office.ts';

const definition = reportWith({ tasks: [], indicators: [{ ...exports, comparisons: [] }] });
const department = departmentWith(definition);
const month = '2021-10';

const handedIn = (value: string): Submission => ({
  figures: { 'xuat-khau': { state: 'reported', value, changes: {} } },
  outcomes: {},
  further: '',
});
const revision = (number: number, value = '138.8') => ({
  ...{ revision: number, key: `lan-${number}`, hash: `h${number}`, digest: `h${number}` },
  submission: handedIn(value),
});
const report: Report = compile({
  ...{ department, definition, month, known: knownFrom([], []) },
  submissions: new Map([['phong-a', handedIn('138.8')]]),
});
const file = (key: string) => ({ name: `${key}.pdf`, key, mediaType: '', sha256: `sha-${key}`, size: 1 });
const files = { docx: file('docx'), pdf: file('pdf'), html: file('html'), report: file('report') };
const mail: MailEntry = {
  ...{ report: 'bao-cao-thang', month, step: 'edition-1', recipient: '0'.repeat(32), attempts: 1, at: 0 },
  ...{ address: 'nhan@noi.example', to: { kind: 'recipient', lines: [] }, state: 'sent', messageId: 'm-1' },
};

/** A period that was issued, with all that should be kept of it. */
const sound: Kept = {
  period: {
    ...{ report: 'bao-cao-thang', month, state: 'issued', definition: 'h', opensAt: 0, deadline: 1, reminders: [] },
    ...{ window: { from: '2021-10-01', to: '2021-10-31' }, units: [], shards: 1 },
  },
  department,
  units: new Map([['phong-a', { revision: 2, fencedAt: 1, revisions: [revision(1, '1'), revision(2)] }]]),
  editions: [
    {
      edition: {
        ...{ report: 'bao-cao-thang', month, number: 1, definition: 'h', date: '', pages: 1, missing: [], held: false },
        head: { coQuanBanHanh: '', kyHieu: '', diaDanh: '', trichYeu: '', kinhGui: [] },
        addressees: [{ address: 'Nhan@NOI.example', lines: [] }],
        ...{ files, at: 1 },
      },
      report,
      digests: new Map(Object.values(files).map(({ key, sha256 }) => [key, sha256])),
    },
  ],
  mails: [mail],
};
const [edition] = sound.editions as [Kept['editions'][number]];

const unit = (changed: Partial<NonNullable<ReturnType<Kept['units']['get']>>>) => ({
  units: new Map([['phong-a', { revision: 2, fencedAt: 1, revisions: [revision(1, '1'), revision(2)], ...changed }]]),
});
const inState = (state: Kept['period']['state']) => ({ period: { ...sound.period, state } });
const found = (changed: Partial<Kept>) =>
  inspect({ ...sound, ...changed }).map(({ where, what }) => `${where}: ${what}`);

const a = 'bao-cao-thang 2021-10, phong-a: ';
const one = 'bao-cao-thang 2021-10, bản 1: ';
const post = 'bao-cao-thang 2021-10, Nhan@NOI.example: ';

describe('a period of which all is kept', () => {
  it('is found sound', () => {
    expect(found({})).toEqual([]);
  });

  it('is found sound also where its report holds a restatement that nothing is compared with, as once was filed', () => {
    const taken = handedIn('138.8');
    const restated = { figures: { 'xuat-khau': { state: 'missing' as const, restates: '140', changes: {} } } };
    const filed = {
      ...report,
      figures: [{ code: 'xuat-khau', unit: 'phong-a', changes: [], state: 'missing' as const, restates: '140' }],
    };
    const revisions = [{ ...revision(1), submission: { ...taken, ...restated } }];
    const kept = unit({ revision: 1, revisions });
    expect(found({ ...kept, editions: [{ ...edition, report: filed }] })).toEqual([]);
    const { restates: _, ...unread } = filed.figures[0] ?? {};
    expect(found({ ...kept, editions: [{ ...edition, report: { ...filed, figures: [unread] } as Report }] })).toEqual(
      [],
    );
  });

  it('is found sound also though what it is compared with was restated since', () => {
    const changes = [
      { with: 'previous-month', as: 'percent', against: '2021-09', direction: 'up', amount: '1' } as const,
    ];
    const restated = { ...report, figures: report.figures.map(figure => ({ ...figure, changes })) };
    expect(found({ editions: [{ ...edition, report: restated }] })).toEqual([]);
  });

  it('is found sound with a third revision, with a unit that handed in nothing, and with a second address', () => {
    const third = unit({ revision: 3, revisions: [revision(1, '1'), revision(2, '2'), revision(3)] });
    expect(found(third)).toEqual([]);
    const nothing = { revision: 0, fencedAt: 1, revisions: [] };
    const missing = [{ id: 'phong-b', name: 'Phòng B' }];
    const more = new Map([...sound.units, ['phong-b', nothing]]);
    expect(found({ units: more, editions: [{ ...edition, report: { ...report, missing } }] })).toEqual([]);
    const addressees = [...edition.edition.addressees, { address: 'khac@noi.example', lines: [] }];
    const other = { ...mail, address: 'khac@noi.example', messageId: 'm-2' };
    const editions = [{ ...edition, edition: { ...edition.edition, addressees } }];
    expect(found({ editions, mails: [mail, other] })).toEqual([]);
    expect(found({ editions })).toEqual(['bao-cao-thang 2021-10, khac@noi.example: đã phát hành mà chưa gửi tới đây']);
  });

  it.each(['open', 'closing'] as const)('may still be handed in to while it is %s', state => {
    expect(found({ ...inState(state), ...unit({ fencedAt: undefined }), editions: [], mails: [] })).toEqual([]);
  });

  it('need have no edition while it is only closed, and no mail before it is issued', () => {
    expect(found({ ...inState('closed'), editions: [], mails: [] })).toEqual([]);
    expect(found({ ...inState('compiled'), mails: [] })).toEqual([]);
  });
});

describe('a breach of what a receipt promises', () => {
  it.each<[string, Partial<Kept>, string[]]>([
    ['a unit’s record', { units: new Map([['phong-a', undefined]]) }, ['không có bản ghi của đơn vị']],
    ['a revision', unit({ revisions: [revision(2)] }), ['mất lần nộp 1']],
    ['the latest', unit({ revision: 3 }), ['mất lần nộp 3']],
  ])('is found where %s is lost', (_, changed, what) => {
    expect(found(changed)).toEqual(expect.arrayContaining(what.map(each => a + each)));
  });

  it.each([
    ['no receipt', { key: undefined }, 'lần nộp 2 không có biên nhận hoặc nội dung'],
    ['no content', { submission: undefined }, 'lần nộp 2 không có biên nhận hoặc nội dung'],
    ['other content than its receipt says', { digest: 'khác' }, 'lần nộp 2 không khớp mã kiểm tra trên biên nhận'],
    ['the receipt of another', { key: 'lan-1' }, 'hai lần nộp mang cùng một số biên nhận'],
  ])('is found where a revision has %s', (_, changed, what) => {
    expect(found(unit({ revisions: [revision(1, '1'), { ...revision(2), ...changed }] }))).toContain(a + what);
  });
});

describe('a breach of the deadline', () => {
  it.each(['closed', 'compiled', 'held', 'issued'] as const)(
    'is found where a period is %s and a unit may still hand in',
    state => {
      expect(found({ ...inState(state), ...unit({ fencedAt: undefined }) })).toEqual([
        `${a}kỳ đã chốt mà đơn vị vẫn nộp được`,
      ]);
    },
  );
});

describe('a breach in the letter', () => {
  it.each(['compiled', 'held', 'issued'] as const)('is found where there is none though the period is %s', state => {
    const breaches = found({ ...inState(state), editions: [] });
    expect(breaches).toEqual(['bao-cao-thang 2021-10: kỳ đã lập công văn mà không có bản phát hành nào']);
  });

  it('is found where a file is lost or was altered', () => {
    const digests = new Map([...edition.digests, ['pdf', 'khác']]).set('docx', undefined);
    expect(found({ editions: [{ ...edition, digests }] })).toEqual([
      `${one}tệp "docx.pdf" mất hoặc đã bị sửa`,
      `${one}tệp "pdf.pdf" mất hoặc đã bị sửa`,
    ]);
  });

  it.each<[string, Report | undefined]>([
    ['another value', { ...report, figures: report.figures.map(each => ({ ...each, value: '139' })) }],
    ['another state', { ...report, figures: report.figures.map(each => ({ ...each, state: 'estimated' })) }],
    ['another note', { ...report, figures: report.figures.map(each => ({ ...each, note: 'khác' })) }],
    ['another restatement', { ...report, figures: report.figures.map(each => ({ ...each, restates: '1' })) }],
    ['something nobody said', { ...report, further: [{ unit: 'phong-a', text: 'thêm' }] }],
    ['a unit as missing that is not', { ...report, missing: [{ id: 'phong-a', name: 'Phòng A' }] }],
    ['nothing that can be read', undefined],
  ])('is found where its report says %s', (_, said) => {
    expect(found({ editions: [{ ...edition, report: said }] })).toEqual([
      `${one}số liệu trong công văn không phải là số liệu đã nhận`,
    ]);
  });

  it('is found where nobody knows any more what was asked', () => {
    expect(found({ department: { ...department, reports: [] } })).toEqual([
      `${one}số liệu trong công văn không phải là số liệu đã nhận`,
    ]);
  });
});

describe('a breach in the mails', () => {
  it('is found where two entries were sent as one', () => {
    const other = { ...mail, step: 'opening' };
    expect(found({ mails: [mail, other] })).toEqual(['bao-cao-thang 2021-10, thư: m-1 ghi ở hai mục']);
    expect(found({ ...inState('compiled'), mails: [mail, other] })).toHaveLength(1);
    const { messageId: _, ...unsent } = other;
    expect(found({ mails: [mail, unsent, { ...unsent, step: 'reminder-1' }] })).toEqual([]);
  });

  it.each<[string, MailEntry[], string]>([
    ['has none', [], 'đã phát hành mà chưa gửi tới đây'],
    ['has one of an earlier edition', [{ ...mail, step: 'edition-0' }], 'đã phát hành mà chưa gửi tới đây'],
    ['has one that waits', [{ ...mail, state: 'pending' }], 'đã phát hành mà chưa gửi tới đây'],
    ['has two', [mail, { ...mail, messageId: 'm-2' }], 'có hơn một thư công văn'],
  ])('is found where an address of the letter %s', (_, mails, what) => {
    expect(found({ mails })).toEqual([post + what]);
  });

  it('is sought in the letter that was issued last', () => {
    const second = { ...edition, edition: { ...edition.edition, number: 2 } };
    expect(found({ editions: [edition, second] })).toEqual([`${post}đã phát hành mà chưa gửi tới đây`]);
    expect(found({ editions: [edition, second], mails: [{ ...mail, step: 'edition-2' }] })).toEqual([]);
  });
});
