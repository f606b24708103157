import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { compile, type Report } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { compose, subject } from '../../../shared/domain/letter/compose.ts';
import { paragraphsOf } from '../../../shared/domain/letter/narrative.ts';
import { unitPart } from '../../../shared/domain/letter/unit-part.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import { departmentWith, exports, index, reportWith } from '../an-office.ts';

const window = { from: '2021-10-01', to: '2021-10-31' };
const tasks = [
  { id: 'viec', text: 'Việc một;', group: 'chung', owner: [{ unit: 'phong-b' }] },
  { id: 'viec-hai', text: 'Việc hai.', group: 'chung', owner: [{ unit: 'phong-c' }] },
  { id: 'viec-rieng', text: 'Việc riêng', group: 'rieng', owner: [{ unit: 'phong-b' }] },
  { id: 'viec-cu', text: 'Việc cũ', group: 'cu', owner: [{ unit: 'phong-b' }], validTo: '2021-09' },
];
const a: Submission = {
  figures: { 'xuat-khau': { state: 'reported', value: '138.8', changes: {} } },
  outcomes: {},
  further: 'Kiến nghị',
};
const b: Submission = {
  figures: {},
  outcomes: { viec: '- Đã làm\n- Còn lại', 'viec-rieng': 'Xong' },
  statuses: { viec: 'under-way' },
  further: '',
};

/** The letter of an office whose wording, or anything else of its report, is so. */
function letterWith(
  changed: Partial<ReportDefinition>,
  { report: said, ...more }: { banXemTruoc?: string; report?: Partial<Report> } = {},
) {
  const definition = reportWith({
    indicators: [
      { ...exports, comparisons: [] },
      { ...index, comparisons: [], owner: [{ unit: 'phong-c' }] },
      { ...exports, code: 'cu', validTo: '2021-09' },
    ],
    tasks,
    ...changed,
  });
  const department = { ...departmentWith(definition), diaChi: 'Số 1, đường Mẫu' };
  const submissions = new Map([
    ['phong-a', a],
    ['phong-b', b],
    ['phong-c', undefined],
  ]);
  const compiled = compile({ department, definition, month: '2021-10', submissions, known: knownFrom([], []) });
  const report = { ...compiled, ...said };
  return compose({ department, definition, report, window, date: '2021-11-16', ...more });
}

/** The body of a letter, a line a paragraph. */
const body = (wording: string, more: Parameters<typeof letterWith>[1] = {}) =>
  letterWith({ wording }, more).body.flatMap(block =>
    block.kind === 'table'
      ? []
      : `${block.kind}: ${block.runs.map(({ text, missing }) => (missing ? `[${text}]` : text)).join('')}`,
  );

describe('the letter', () => {
  it('has the parts that Nghị định 30/2020 asks for, each as the office words it', () => {
    const { body: _, ...parts } = letterWith({
      doKhan: 'KHẨN',
      nguoiSoan: 'PL.300',
      signer: { quyenHan: 'KT. GIÁM ĐỐC', chucVu: 'PHÓ GIÁM ĐỐC', nguoiKy: 'Người Ký' },
    });
    expect(parts).toEqual({
      quocHieu: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      tieuNgu: 'Độc lập - Tự do - Hạnh phúc',
      coQuanChuQuan: 'UBND TỈNH MẪU',
      coQuanBanHanh: 'SỞ MẪU',
      soKyHieu: { kyHieu: '/SCT-KHTCTH' },
      diaDanh: 'Tỉnh Mẫu, ngày 16 tháng 11 năm 2021',
      trichYeu: 'V/v báo cáo tháng 10/2021',
      kinhGui: ['Sở Kế hoạch và Đầu tư'],
      quyenHan: 'KT. GIÁM ĐỐC',
      chucVu: 'PHÓ GIÁM ĐỐC',
      nguoiKy: 'Người Ký',
      noiNhan: ['- Như trên;', '- Lưu: VT, KHTCTH.'],
      doKhan: 'KHẨN',
      nguoiSoan: 'PL.300',
      diaChi: 'Số 1, đường Mẫu',
      phuLuc: [],
      banXemTruoc: undefined,
    });
  });

  it('is about its month, however the office writes it', () => {
    const about = (trichYeu: string, month: string) => subject(reportWith({ trichYeu }), { month });
    expect(about('báo cáo tháng {tháng}, {tháng} và {tháng/năm}', '2021-02')).toBe(
      'V/v báo cáo tháng 02, 02 và 02/2021',
    );
    expect(about('báo cáo năm', '2021-10')).toBe('V/v báo cáo năm');
  });
});

describe('what a wording may name', () => {
  it.each([
    ['{{ co_quan }}', 'paragraph: Sở Mẫu'],
    ['{{ ky.thang }} {{ ky.nam }} {{ ky.thang_nam }}', 'paragraph: 10 2021 10/2021'],
    ['{{ ky.tu_ngay }} – {{ ky.den_ngay }}', 'paragraph: 01/10/2021 – 31/10/2021'],
    ['{{ so_lieu.xuat-khau }}', 'paragraph: Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD.'],
    ['{{ gia_tri.xuat-khau }}', 'paragraph: 138,8 triệu USD'],
    ['{% if gia_tri.chi-so %}có{% else %}không{% endif %}', 'paragraph: không'],
    ['{{ trang_thai.xuat-khau }}, {{ trang_thai.chi-so }}', 'paragraph: reported, missing'],
    ['{{ ket_qua.viec-rieng }}', 'paragraph: Xong'],
    ['{{ tien_do.viec }}', 'paragraph: đang thực hiện'],
    ['{% if tien_do.viec-rieng %}có{% else %}không{% endif %}', 'paragraph: không'],
    ['{{ ngoai_ra }}', 'paragraph: Kiến nghị'],
    ['{% for ai in con_thieu %}{{ ai }}{% endfor %}', 'paragraph: Phòng C'],
  ])('%s', (wording, line) => {
    expect(body(wording)).toEqual([line]);
  });

  it('is a group of tasks, in the order of the file, each outcome with its own paragraphs', () => {
    expect(body('{{ nhom.chung }}')).toEqual([
      'dash: Đã làm',
      'dash: Còn lại',
      'paragraph: Việc hai: chưa có báo cáo của Phòng C.',
    ]);
    expect(body('{{ nhom.rieng }}')).toEqual(['paragraph: Xong']);
  });

  it('is the legal basis, in italics', () => {
    const { body: words } = letterWith({ basis: ['Căn cứ Luật A;', 'Căn cứ Luật B;'], wording: '> {{ can_cu }}' });
    expect(words).toEqual([
      { kind: 'basis', runs: [{ text: 'Căn cứ Luật A;' }] },
      { kind: 'basis', runs: [{ text: 'Căn cứ Luật B;' }] },
    ]);
    expect(letterWith({ basis: ['Căn cứ Luật A;'], wording: '{{ can_cu }}' }).body).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Căn cứ Luật A;' }] },
    ]);
  });

  it.each(['so_lieu.cu', 'gia_tri.cu', 'trang_thai.cu', 'ket_qua.viec-cu', 'tien_do.viec-cu', 'nhom.cu', 'can_cu'])(
    'may have ended, and then has nothing to say: %s',
    name => {
      expect(body(`{{ ${name} }}`)).toEqual([]);
    },
  );

  it.each(['nhom.cu', 'can_cu', 'ngoai_ra', 'ket_qua.viec-cu'])('may be asked whether there is any of %s', name => {
    expect(body(`{% if ${name} %}có{% else %}không{% endif %}`, { report: { further: [] } })).toEqual([
      'paragraph: không',
    ]);
  });

  it('has nothing to say of what its report does not tell', () => {
    const report = { figures: [], outcomes: [] };
    expect(body('{{ so_lieu.xuat-khau }}{{ ket_qua.viec }}{{ nhom.chung }}', { report })).toEqual([]);
  });

  it('says of a task that nobody owes that it is not reported, and no more', () => {
    const nobody = [{ id: 'viec', text: 'Việc; một:', group: 'chung', owner: [{ unit: 'phong-b', from: '2022-01' }] }];
    expect(letterWith({ tasks: nobody, wording: '{{ ket_qua.viec }}' }).body).toEqual([
      { kind: 'paragraph', runs: [{ text: 'Việc; một: chưa có báo cáo.' }] },
    ]);
  });
});

describe('a preview', () => {
  const banXemTruoc = 'Bản xem trước';
  it('says so, and marks what is missing; an issued letter marks nothing', () => {
    expect(letterWith({}, { banXemTruoc }).banXemTruoc).toBe(banXemTruoc);
    const wording = '{{ so_lieu.chi-so }}\n\n{{ ket_qua.viec-hai }}';
    const lines = [
      'Chỉ số sản xuất công nghiệp tháng 10/2021 chưa có số liệu báo cáo.',
      'Việc hai: chưa có báo cáo của Phòng C.',
    ];
    expect(body(wording, { banXemTruoc })).toEqual(lines.map(line => `paragraph: [${line}]`));
    expect(body(wording)).toEqual(lines.map(line => `paragraph: ${line}`));
    expect(body('{{ so_lieu.xuat-khau }}', { banXemTruoc })[0]).not.toContain('[');
  });
});

describe('the text of a unit', () => {
  it('is read line by line: its marks open items, and nothing else means anything', () => {
    expect(paragraphsOf(' một \n\n- hai\n– ba\n•  bốn\n+  năm\n-sáu\n+bảy\n# *tám* - \n * chín\nmười - một')).toEqual([
      { kind: 'paragraph', runs: [{ text: 'một' }] },
      ...['hai', 'ba', 'bốn'].map(text => ({ kind: 'dash', runs: [{ text }] })),
      { kind: 'plus', runs: [{ text: 'năm' }] },
      ...['-sáu', '+bảy', '# *tám* -', '* chín', 'mười - một'].map(text => ({ kind: 'paragraph', runs: [{ text }] })),
    ]);
  });

  it('stands in the letter in the order it was asked, after its figures', () => {
    const owed = { indicators: [{ ...exports, comparisons: [] }], tasks: tasks.slice(0, 2) };
    const past = { month: '2021-10', known: knownFrom([]) };
    const submission = { ...a, outcomes: { viec: '- Đã làm' } };
    expect(unitPart(owed, submission, { ...past, unitName: 'Phòng A' })).toEqual([
      { kind: 'dash', runs: [{ text: 'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD.' }] },
      { kind: 'dash', runs: [{ text: 'Đã làm' }] },
      { kind: 'paragraph', runs: [{ text: 'Việc hai: chưa có báo cáo của Phòng A.', missing: true }] },
      { kind: 'paragraph', runs: [{ text: 'Kiến nghị' }] },
    ]);
  });
});
