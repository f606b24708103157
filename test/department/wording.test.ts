import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { copyOf, faultsOf, sampleNamed } from './a-folder.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const offices = {
  thang: ['so-cong-thuong', 'reports/bao-cao-thang/letter.md'],
  vuMua: ['so-nong-nghiep', 'reports/vu-mua/letter.md'],
  bangKe: ['so-xay-dung', 'reports/giai-ngan/letter.md'],
} as const;

/** What is wrong with a letter.md that has this line too, each told on that line. */
function faultsIn(office: keyof typeof offices, line: string): string[] {
  const [name, file] = offices[office];
  folder = copyOf(sampleNamed(name));
  const path = join(folder, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n\n${line}\n`);
  const lead = `${file}:${readFileSync(path, 'utf8').split('\n').lastIndexOf(line) + 1}  `;
  return faultsOf(folder).map(fault => {
    expect(fault.slice(0, lead.length)).toBe(lead);
    return fault.slice(lead.length);
  });
}

type Broken = [line: string, office: keyof typeof offices, told: string];

describe('letter.md compares a state with one that there is', () => {
  const never = '"trang_thai.xuat-khau" không bao giờ là "mising" → có phải "missing"?';
  it.each<Broken>([
    ['{% if trang_thai.xuat-khau == "mising" %}x{% endif %}', 'thang', never],
    ["{% unless 'mising' != trang_thai.xuat-khau %}x{% endunless %}", 'thang', never],
    ['{% case trang_thai.xuat-khau %}{% when "mising" %}x{% endcase %}', 'thang', never],
    ["{% case trang_thai.xuat-khau %}{% when 'none' or 'mising' %}x{% endcase %}", 'thang', never],
    [
      '{% if so.xuat-khau.trang_thai == "ước" %}x{% endif %}',
      'thang',
      '"so.xuat-khau.trang_thai" không bao giờ là "ước" → dùng một trong: reported, estimated, none, missing',
    ],
    [
      '{% for tram in so.gieo-cay.don_vi %}{% if tram.trang_thai == "mising" %}x{% endif %}{% endfor %}',
      'vuMua',
      '"tram.trang_thai" không bao giờ là "mising" → có phải "missing"?',
    ],
  ])('%s', (line, office, told) => {
    expect(faultsIn(office, line)).toEqual([told]);
  });

  it('and takes each of them', () => {
    const line = '{% if trang_thai.xuat-khau == "missing" or trang_thai.xuat-khau == "none" %}x{% endif %}';
    expect(faultsIn('thang', line)).toEqual([]);
  });
});

describe('letter.md goes through what has rows, by the names that a row has', () => {
  it.each<Broken>([
    [
      '{% for x in con_thieuu %}{{ x }}{% endfor %}',
      'thang',
      'báo cáo này không có "con_thieuu" → có phải "con_thieu"?',
    ],
    [
      '{% for x in co_quan %}x{% endfor %}',
      'thang',
      '"co_quan" không phải là danh sách để lặp → lặp được: con_thieu, cac_don_vi',
    ],
    [
      '{% for x in so_lieu %}x{% endfor %}',
      'thang',
      '"so_lieu" không phải là danh sách để lặp → lặp được: con_thieu, cac_don_vi',
    ],
    [
      '{% for x in bang_ke.du-ann %}x{% endfor %}',
      'bangKe',
      'báo cáo này không có "bang_ke.du-ann" → có phải "bang_ke.du-an"?',
    ],
    ['{% for x in bang_ke.du-an %}{{ x.tenn }}{% endfor %}', 'bangKe', 'không có "x.tenn" → có phải "x.ten"?'],
    [
      '{% for x in bang_ke.du-an %}{% if false %}{{ x.tenn }}{% endif %}{% endfor %}',
      'bangKe',
      'không có "x.tenn" → có phải "x.ten"?',
    ],
    [
      '{% assign a = bang_ke.du-an | where_exp: "x", "x.ty-lee < 50" %}{{ a | size }}',
      'bangKe',
      'không có "x.ty-lee" → có phải "x.ty-le"?',
    ],
    [
      '{% assign a = bang_ke.du-an | xep_giam: "ty-lee" %}{{ a | size }}',
      'bangKe',
      'không có "ty-lee" → có phải "ty-le"?',
    ],
    [
      '{% assign a = bang_ke.du-an | reverse %}{{ a | sum: "ty-lee" }}',
      'bangKe',
      'không có "ty-lee" → có phải "ty-le"?',
    ],
    ['{{ bang_ke.du-an | sum: "ty-lee" }}', 'bangKe', 'không có "ty-lee" → có phải "ty-le"?'],
    ["{{ bang_ke.du-an | sum: 'ty-lee' }}", 'bangKe', 'không có "ty-lee" → có phải "ty-le"?'],
    [
      `{% assign a = bang_ke.du-an | where_exp: 'x', 'x.ty-lee < 50' %}{{ a | size }}`,
      'bangKe',
      'không có "x.ty-lee" → có phải "x.ty-le"?',
    ],
    [
      '{% for x in bang_ke.du-an %}{{ forloop.idx }}{% endfor %}',
      'bangKe',
      'không có "forloop.idx" → dùng một trong: first, last, index, index0, rindex, rindex0, length, name',
    ],
    [
      '{% for x in cac_don_vi %}{{ x.so.gieo-cayy.gia_tri }}{% endfor %}',
      'vuMua',
      'không có "x.so.gieo-cayy.gia_tri" → có phải "x.so.gieo-cay"?',
    ],
    [
      '{% for x in cac_don_vi %}{{ x.so.gieo-cay.gia_trii }}{% endfor %}',
      'vuMua',
      'không có "x.so.gieo-cay.gia_trii" → có phải "x.so.gieo-cay.gia_tri"?',
    ],
    [
      '{% if so.gieo-cay.gia_trii > 0 %}x{% endif %}',
      'vuMua',
      'báo cáo này không có "so.gieo-cay.gia_trii" → có phải "so.gieo-cay.gia_tri"?',
    ],
    [
      '{% if so.gieo-cay.noi_cung_ky %}{{ so.gieo-cay.noi_cung_kyy }}{% endif %}',
      'vuMua',
      'báo cáo này không có "so.gieo-cay.noi_cung_kyy" → có phải "so.gieo-cay.noi_cung_ky"?',
    ],
    [
      '{{ so.gieo-cay }}',
      'vuMua',
      '"so.gieo-cay" không phải là một giá trị → viết cả tên sau dấu chấm, ví dụ {{ so.gieo-cay.ten }}',
    ],
    [
      '{{ bang_ke.du-an }}',
      'bangKe',
      '"bang_ke.du-an" không phải là một giá trị → đi qua từng dòng: {% for dong in bang_ke.du-an %} … {% endfor %}',
    ],
  ])('%s', (line, office, told) => {
    expect(faultsIn(office, line)).toEqual([told]);
  });

  it.each<[string, keyof typeof offices]>([
    [
      '{% for x in bang_ke.du-an %}{{ x.don_vi }}: {{ x.ten }}{% unless forloop.last %}; {% endunless %}{% endfor %}',
      'bangKe',
    ],
    [
      '{% assign a = bang_ke.du-an | where_exp: "x", "x.ty-le < 50" %}{{ a.size }}, {{ a | sum: "ke-hoach-von" | so }}',
      'bangKe',
    ],
    ['{% for x in cac_don_vi %}{{ x.ten }} {{ x.so.gieo-cay.gia_tri | so }}{% endfor %}', 'vuMua'],
    ['{% for x in so.thu-hoach.thieu %}{{ x }}{% endfor %}', 'vuMua'],
  ])('takes %s', (line, office) => {
    expect(faultsIn(office, line)).toEqual([]);
  });
});

describe('letter.md is told in Vietnamese what to type', () => {
  it.each<Broken>([
    ['{% if trang_thai.xuat-khau == “missing” %}x{% endif %}', 'thang', 'trong lệnh có dấu "“" → gõ ngoặc kép thẳng "'],
    ['{% if trang_thai.xuat-khau == ‘missing’ %}x{% endif %}', 'thang', 'trong lệnh có dấu "‘" → gõ dấu nháy thẳng \''],
    ['{{ so_lieu.xuat–khau }}', 'thang', 'trong lệnh có dấu "–" → gõ dấu gạch nối -'],
    ['{% if so.xuat-khau.gia_tri ≥ 5 %}x{% endif %}', 'thang', 'trong lệnh có dấu "≥" → gõ >='],
    ['{% if so.xuat-khau.gia_tri =< 5 %}x{% endif %}', 'thang', 'trong lệnh có dấu "=<" → gõ <='],
    [
      '{% if trang_thai.xuat-khau = "none" %}x{% endif %}',
      'thang',
      'trong lệnh có dấu "=" → so sánh thì gõ hai dấu bằng ==',
    ],
    ['{% if ngoai_ra và co_quan %}x{% endif %}', 'thang', 'trong lệnh có chữ "và" → gõ and'],
    ['{{ so.xuat-khau.gia_tri || so }}', 'thang', 'trong lệnh có dấu "||" → gõ or; một dấu | thì đứng trước tên phép'],
    [
      '{ { co_quan } }',
      'thang',
      '"{ {" không mở hay đóng được một lệnh → gõ hai dấu ngoặc nhọn liền nhau {{ … }}, hoặc {% … %}',
    ],
    ['{{ so.xuat-khau.gia_tri | soo }}', 'thang', 'không có phép "| soo" → có phải "so"?'],
    ['{{ co_quan }', 'thang', '"{{ co_quan }" chưa đóng → thêm "}}" vào cuối lệnh'],
    ['{% if ngoai_ra }x{% endif %}', 'thang', '"{% if ngoai_ra }" chưa đóng → thêm "%}" vào cuối lệnh'],
    ['{% if ngoai_ra %}x', 'thang', '{% if ngoai_ra %} chưa đóng → thêm {% endif %} sau phần của nó'],
    [
      '{% if ngoai_ra %}{% elseif co_quan %}{% endif %}',
      'thang',
      'không có lệnh "{% elseif %}", hoặc nó đứng sai chỗ → gõ {% elsif … %}',
    ],
    [
      '{% if ngoai_ra %}{% else %}{% else %}{% endif %}',
      'thang',
      'lệnh viết sai: {% else %} → mỗi {% if %} chỉ có một {% else %}, đứng sau mọi {% elsif %}',
    ],
    [
      '{% for x con_thieu %}x{% endfor %}',
      'thang',
      'lệnh viết sai: {% for x con_thieu %} → viết {% for dong in bang_ke.mã %} … {% endfor %}',
    ],
    [
      '{% assign x %}',
      'thang',
      'lệnh viết sai: {% assign x %} → viết {% assign ten = giá-trị %}; tên không dấu, không có dấu cách',
    ],
    [
      '{{ so.xuat-khau.gia_tri | round: "x" }}',
      'thang',
      'lệnh viết sai: {{ so.xuat-khau.gia_tri | round: "x" }} → viết {{ tên }} hoặc {{ tên | phép: số }}; tên và phép nêu trong docs/huong-dan.md',
    ],
  ])('%s', (line, office, told) => {
    expect(faultsIn(office, line)).toEqual([told]);
  });

  it('but quotes and dashes of the letter’s own text, and of texts in commands, are the office’s', () => {
    const line = '“Ngày hội” 2021–2025 {% if ngoai_ra %}{{ co_quan | append: " – “xa”" }}{% endif %}';
    expect(faultsIn('thang', line)).toEqual([]);
  });
});
