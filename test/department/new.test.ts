import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, foundingAsked, writeFolder } from '../../infra/department/new/found.ts';
import { type Founding, filesOf } from '../../infra/department/new/founding.ts';
import { idsFor } from '../../infra/department/new/ids.ts';
import { questions } from '../../infra/department/new/questions.ts';
import { remarksOn } from '../../infra/department/remarks.ts';
import { departmentIn, faultsOf, sampleNamed } from './a-folder.ts';
import { departmentCommand as run } from './command.ts';

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'thu-muc-moi-'));
  folder = join(root, 'so');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const typed = {
  ...Object.fromEntries(questions.map(({ option, example }) => [option, example])),
  first: '2025-Q3',
  cadence: 'quý',
} as Record<keyof Founding, string>;

const options = (answers: Partial<typeof typed>) =>
  Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);

const founded = async (answers: Partial<typeof typed>, ask?: Ask) =>
  foundingAsked({ typed: answers, ask, today: '2025-08-20' });

describe('npm run department -- new', () => {
  it('writes a folder that passes check, and says so', () => {
    const { status, stdout } = run('new', folder, ...options(typed));
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Đúng. Sở Công Thương: 2 đơn vị'),
    });
    const department = departmentIn(folder);
    expect(department.reports[0]).toMatchObject({ cadence: 'quarter', first: '2025-Q3' });
    expect(remarksOn(department, Date.now()).map(({ message }) => message)).toEqual([
      expect.stringContaining('chưa có số liệu'),
      expect.stringContaining('chưa có số liệu'),
    ]);
  });

  it('says every option that is missing or wrong, and writes nothing', () => {
    const { status, stderr } = run('new', folder, ...options({ ...typed, units: 'Phòng A', first: 'mai' }));
    expect(status).toBe(2);
    expect(stderr).toContain('--units: "Phòng A" thiếu địa chỉ thư');
    expect(stderr).toContain('--first: "mai" phải là kỳ');
    expect(existsSync(folder)).toBe(false);
    const { kyHieu: _, ...others } = typed;
    expect(run('new', folder, ...options(others)).stderr).toContain('thiếu --kyHieu → Ký hiệu sau số công văn');
  });

  it('never writes over what is there', () => {
    writeFileSync(folder, 'một tệp');
    expect(run('new', folder, ...options(typed)).stderr).toContain('là một tệp → chọn tên khác');
    expect(readFileSync(folder, 'utf8')).toBe('một tệp');
    expect(run('new', root, ...options(typed)).stderr).toContain('đã có tệp bên trong → chọn một thư mục mới');
  });

  it('asks for what no option says, again where the answer cannot be, and takes the usual where nothing is typed', async () => {
    const { units: _, cadence: __, first: ___, ...others } = typed;
    const told: (string | undefined)[] = [];
    const answers = ['Phòng A', 'Phòng A <a@so.example>', 'tuần', '', ''];
    const asked = await founded(others, async ({ option }, { refused, otherwise }) => {
      told.push(`${option} ${refused ?? otherwise ?? ''}`.trim());
      return answers.shift();
    });
    expect(told).toEqual([
      'units',
      'units "Phòng A" thiếu địa chỉ thư; viết như Phòng A <phong-a@so.gov.vn>',
      'cadence tháng',
      'cadence "tuần" không phải là định kỳ; viết tháng, quý, 6 tháng, 9 tháng hoặc năm',
      'first 2025-08',
    ]);
    expect(asked).toMatchObject({
      founding: { cadence: 'month', first: '2025-08', units: [{ mail: 'a@so.example' }] },
    });
  });

  it('ends where nobody answers any more', async () => {
    const asked = await founded({}, async () => undefined);
    expect('faults' in asked && asked.faults).toHaveLength(questions.length);
  });

  it.each(['tháng', 'quý', '6 tháng', '9 tháng', 'năm'])(
    'writes what passes check for each %s, whatever names have in them',
    async cadence => {
      const { first: _, ...others } = typed;
      const odd = '"Phòng": A, B & {C} #1 - \'đ\'';
      const asked = await founded({
        ...others,
        cadence,
        name: `Sở ${odd}`,
        units: `${odd} <a@so.example>; ${odd} <b@so.example>; ¿? <c@so.example>`,
        report: `Báo cáo: ${odd}`,
        indicators: `${odd} (tỷ đồng); Tỷ lệ (%); ${odd} (#); Số vụ`,
        signer: `${odd}, ${odd}`,
      });
      if ('faults' in asked) throw new Error(asked.faults.join('\n'));
      writeFolder(folder, asked.founding);
      expect(faultsOf(folder)).toEqual([]);
    },
  );

  it('tells the office that signs from the one it is signed for', async () => {
    const asked = await founded({ ...typed, signer: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Trần Văn Bình' });
    if ('faults' in asked) throw new Error(asked.faults.join('\n'));
    writeFolder(folder, asked.founding);
    expect(departmentIn(folder).reports[0]?.signer).toEqual({
      quyenHan: 'KT. GIÁM ĐỐC',
      chucVu: 'PHÓ GIÁM ĐỐC',
      nguoiKy: 'Trần Văn Bình',
    });
  });

  it('makes an id of any name, each its own', () => {
    expect(idsFor(['Sở Công Thương', 'Đường sắt', 'sở công thương', '???', 'a'.repeat(90)])).toEqual([
      'so-cong-thuong',
      'duong-sat',
      'so-cong-thuong-2',
      'muc',
      'a'.repeat(36),
    ]);
    expect(Object.keys(filesOf({ ...({} as Founding), ...sampleFounding }))).toContain(
      'reports/bao-cao-thang/letter.md',
    );
  });
});

const sampleFounding: Founding = {
  name: 'Sở',
  coQuanChuQuan: 'UBND TỈNH',
  diaDanh: 'Tỉnh',
  units: [{ name: 'A', mail: 'a@so.example' }],
  coordinator: { name: 'B', mail: 'b@so.example' },
  report: 'Báo cáo tháng',
  cadence: 'month',
  first: '2025-10',
  addressee: { name: 'C', mail: 'c@so.example' },
  kyHieu: 'S',
  signer: { chucVu: 'GIÁM ĐỐC', nguoiKy: 'D' },
  indicators: [{ name: 'Số vụ', unitOfMeasure: 'vụ' }],
};

describe('npm run department -- check --letter', () => {
  it('writes each report’s letter with figures that are made up and say so, and the same bytes again', () => {
    const out = join(root, 'mau');
    const { status, stdout } = run('check', sampleNamed('so-cong-thuong-hoa-son'), '--letter', out);
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Đã viết công văn mẫu, số liệu giả:'),
    });
    const [docx, pdf] = ['thang.docx', 'thang.pdf'].map(file => readFileSync(join(out, file)));
    expect([docx?.subarray(0, 2).toString(), pdf?.subarray(0, 5).toString()]).toEqual(['PK', '%PDF-']);
    run('check', sampleNamed('so-cong-thuong-hoa-son'), '--letter', out);
    expect(readFileSync(join(out, 'thang.docx')).equals(docx ?? Buffer.alloc(0))).toBe(true);
  });

  it('says what it cannot read, and where it cannot write', () => {
    const sample = sampleNamed('so-cong-thuong');
    expect(run('check', sample, '--lettre', root).stderr).toContain(
      'Không đọc được "--lettre"; viết: --letter THƯ-MỤC.',
    );
    writeFileSync(folder, 'một tệp');
    expect(run('check', sample, '--letter', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('không phải là thư mục ghi được'),
    });
  });
});
