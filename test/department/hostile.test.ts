import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, copyOf, faultsOf, history, office, report, sample, wording } from './a-folder.ts';

let folder: string;
beforeEach(() => {
  folder = copyOf(sample);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is said of a file once it holds something else. */
function saidOf(file: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, file), content);
  return faultsOf(folder).join('\n');
}

describe('a file that is a slip, or mischief, is faulted and never brings the check down', () => {
  const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]', 'c: [*b,*b,*b,*b,*b,*b,*b,*b,*b]'];
  it.each<[string, string | Uint8Array, string]>([
    ['a bomb of anchors', bomb.join('\n'), 'dùng quá nhiều neo'],
    ['an anchor within itself', 'a: &a [*a]', 'dùng quá nhiều neo'],
    ['ten megabytes', 'a'.repeat(10_000_000), 'tệp dài quá 1000 KB'],
    ['brackets without end', `a: ${'['.repeat(100_000)}`, 'lồng nhau quá sâu'],
    ['nothing', '', 'tệp trống'],
    ['words alone', 'Kính gửi quý cơ quan', 'tệp trống, hoặc không gồm các mục'],
    ['a key made of a list', '? [a, b]\n: c', '"[ a, b ]" không phải là một mục'],
    ['two documents', 'name: a\n---\nname: b', 'chia tệp làm hai'],
    ['a value that asks to be run', 'name: !!js/function "() => 1"', 'giá trị mở bằng dấu "!"'],
    ['UTF-16, as an old editor saves it', Buffer.from('\ufeffname: Báo cáo', 'utf16le'), 'không lưu bằng mã UTF-8'],
    ['bytes that are no text', Uint8Array.of(0x6e, 0x00, 0xff, 0xfe), 'không lưu bằng mã UTF-8'],
    ['tabs', 'signer:\n\tchucVu: GIÁM ĐỐC', 'thụt lề bằng phím Tab → thay bằng dấu cách'],
    ['a colon in a value', 'name: Lưu: VT', 'chữ có dấu ":" thì đặt cả trong ngoặc kép'],
    ['a quotation mark not closed', 'name: "Báo cáo\n', 'thiếu dấu đóng'],
    ['words after a closing quotation mark', 'name: "Báo cáo" tháng', 'có chữ đứng sau dấu ngoặc kép đóng'],
    ['a key twice', 'name: a\nname: b', 'một mục viết hai lần → giữ một mục'],
  ])('%s', (_, content, says) => {
    expect(saidOf(report, content)).toMatch(new RegExp(`^${report}:\\d+ {2}`));
    expect(saidOf(report, content)).toContain(says);
  });

  it('a folder where a file should be', () => {
    rmSync(join(folder, history));
    expect(faultsOf(join(folder, 'reports')).join('\n')).toContain('department.yaml:1  không có tệp này');
  });

  it('a letter.md longer than Liquid takes', () => {
    expect(saidOf(wording, 'chữ '.repeat(60_000))).toBe(
      `${wording}:1  tệp dài quá 100 KB → kiểm tra lại tệp; một tệp thường chỉ vài trang`,
    );
  });

  it('what a file holds never steers the terminal it is quoted on', () => {
    change(folder, history, ['2021-09,ban-le,3604', '2021-09,ban-le,\u001b[2J\u202e3604']);
    expect(faultsOf(folder)).toEqual([
      expect.stringContaining('"2021-09,ban-le,\\u001b[2J\\u202e3604" không đọc được'),
    ]);
  });
});

describe('every scalar is text', () => {
  it('so that a Norwegian "no", a sexagesimal and a float stay what was written', () => {
    change(folder, office, ['id: thanh-tra', 'id: no']);
    change(folder, report, ['owner: thanh-tra', 'owner: no']);
    change(folder, report, ['at: "16:00"', 'at: 16:00']);
    change(folder, report, ['{ least: "0", most: "1000" }', '{ least: 0.10, most: 1000 }']);
    expect(faultsOf(folder)).toEqual([]);
  });
});
