import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TypedRow } from '../../shared/domain/collection/answers.ts';
import { projects } from '../domain/a-list.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { handInByApi, handInByForm } from './an-office-at-work.ts';
import { foundTown, type Town } from './town.ts';

const received = { ...exports, code: 'tiep-nhan', name: 'Hồ sơ tiếp nhận', unitOfMeasure: 'hồ sơ', decimals: 0 };
const solved = { ...received, code: 'giai-quyet', name: 'Hồ sơ đã giải quyết' };
const rules = [{ rule: 'giai-quyet <= tiep-nhan', otherwise: 'refuse' as const }];
const address = 'phong-a@so.example';
const good = { ten: 'Cầu số 1', 'ke-hoach-von': '1.200', 'da-giai-ngan': '600' };

let town: Town;
beforeAll(async () => {
  const report = reportWith({ indicators: [received, solved], lists: [projects], rules, tasks: [] });
  town = await foundTown(departmentWith(report), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

type Typed = { figures?: Record<string, string>; rows?: TypedRow[] };
const figuresIn = ({ figures = {} }: Typed) => ({ 'tiep-nhan': '90', 'giai-quyet': '80', ...figures });
const rowsIn = ({ rows = [good] }: Typed) => rows;

const refused: [what: string, typed: Typed, field: string, message: string][] = [
  [
    'a broken rule, with the numbers of both sides',
    { figures: { 'giai-quyet': '1.200' } },
    'figures.tiep-nhan.value',
    'Hồ sơ đã giải quyết 1.200 lớn hơn Hồ sơ tiếp nhận 90. Hãy sửa một trong các số này.',
  ],
  [
    'a date that is none',
    { rows: [good, { ...good, 'khoi-cong': '31/11/2021' }] },
    'lists.du-an.1.khoi-cong',
    'Các dự án, dòng 2, cột Khởi công: "31/11/2021" không phải là ngày. Hãy gõ ngày/tháng/năm, như 31/10/2025.',
  ],
  [
    'a choice that is none of the list’s',
    { rows: [{ ...good, nguon: 'Vốn vay' }] },
    'lists.du-an.0.nguon',
    'Các dự án, dòng 1, cột Nguồn vốn: "Vốn vay" không có trong danh mục. Hãy chọn: Vốn tỉnh; Vốn trung ương.',
  ],
  [
    'a row half filled in',
    { rows: [good, { ten: 'Kè' }, good] },
    'lists.du-an.1.da-giai-ngan',
    'Các dự án, dòng 2, cột Đã giải ngân: chưa nhập; hãy nhập, hoặc bỏ cả dòng.',
  ],
  [
    '501 rows',
    { rows: Array.from({ length: 501 }, (_, at) => ({ ...good, ten: `Dự án ${at}` })) },
    'lists.du-an',
    'Các dự án: được tối đa 500 dòng, đã nhập 501; hãy bỏ bớt 1 dòng, hoặc gộp các dòng nhỏ.',
  ],
];

const unescaped = (text: string) => text.replaceAll('&quot;', '"');

describe('a hand-in with', () => {
  it.each(refused)('%s is refused by the form, and all of it comes back', async (_, typed, field, message) => {
    const rows = rowsIn(typed);
    const fields = [
      ...Object.entries(figuresIn(typed)).map(([code, value]) => [`figures.${code}.value`, value]),
      ...rows.flatMap((row, at) => Object.entries(row).map(([column, cell]) => [`lists.du-an.${at}.${column}`, cell])),
    ];
    const { text } = await handInByForm(town, address, Object.fromEntries(fields));
    expect(text).toContain('id="faults"');
    expect(unescaped(text)).toContain(`<a href="#${field}">${message}</a>`);
    expect(text).toContain(`id="${field}.fault"`);
    for (const [name, typedText] of fields) {
      const choice = `<option value="${typedText}" selected>`;
      expect(text.includes(`name="${name}" value="${typedText}"`) || text.includes(choice)).toBe(true);
    }
  });

  it.each(refused)('%s is refused by the API in the same words', async (_, typed, field, message) => {
    const figures = Object.fromEntries(
      Object.entries(figuresIn(typed)).map(([code, value]) => [code, { state: 'reported', value }]),
    );
    const answers = { figures, outcomes: {}, lists: { 'du-an': rowsIn(typed) } };
    const { status, body } = await handInByApi(town, address, answers);
    expect(status).toBe(422);
    expect(body.faults).toContainEqual(expect.objectContaining({ field, message }));
  });

  it('none of these is taken by both', async () => {
    const figures = {
      'tiep-nhan': { state: 'reported', value: '90' },
      'giai-quyet': { state: 'reported', value: '80' },
    };
    const answers = { figures, outcomes: {}, lists: { 'du-an': [good] } };
    expect((await handInByApi(town, address, answers)).status).toBe(200);
    const again = await handInByForm(town, address, {
      ...{ 'figures.tiep-nhan.value': '91', 'figures.giai-quyet.value': '80' },
    });
    expect(again.text).toContain('Đã nhận bản nộp lần 2');
  });
});
