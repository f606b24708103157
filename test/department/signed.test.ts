import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendedTo, pages, pdfOf } from '../domain/issuing/signed/a-pdf.ts';
import { issued, signed } from '../domain/issuing/signed/an-issuer.ts';
import { departmentCommand } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'tong-hop-signed-'));
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  const root = await issued('CA thử', { from: '2021-01-01', to: '2045-01-01' });
  const leader = await issued('Nguyễn Văn An', { by: root, from: '2021-01-01', to: '2045-01-01' });
  const file = await signed(pdfOf(), { as: leader, field: 8 });
  writeFileSync(at('goc.cer'), root.der);
  writeFileSync(at('gui.pdf'), pdfOf());
  writeFileSync(at('ky.pdf'), file);
  writeFileSync(at('sua.pdf'), appendedTo(file, { 5: pages[6] ?? '' }));
  writeFileSync(at('khac.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n9\n%%EOF\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => departmentCommand('signed', ...words);

describe('npm run department -- signed', () => {
  it('says of a signed letter that it is intact, and who signed it when', () => {
    const { status, stdout, stderr } = run(at('gui.pdf'), '--returned', at('ky.pdf'), '--roots', folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^NGUYÊN VẸN: /);
    expect(stdout).toContain('Chữ ký: Nguyễn Văn An, máy người ký ghi ngày 17/11/2021; chứng thư do CA thử cấp');
    expect(stdout).toContain('dẫn tới chứng thư gốc mà cơ quan giữ.');
  });

  it('ends with 1 on anything else, and never calls a signature valid', () => {
    const unknown = run(at('gui.pdf'), '--returned', at('ky.pdf'));
    const altered = run(at('gui.pdf'), '--returned', at('sua.pdf'), '--roots', folder);
    const unsigned = run(at('gui.pdf'), '--returned', at('gui.pdf'), '--roots', folder);
    expect([unknown, altered, unsigned].map(({ status }) => status)).toEqual([1, 1, 1]);
    expect(unknown.stdout).toMatch(/^CHƯA RÕ NGƯỜI CẤP: [\s\S]*không dẫn tới chứng thư gốc nào/);
    expect(altered.stdout).toMatch(/^ĐÃ BỊ SỬA: [\s\S]*- Nội dung trang 1 đã bị sửa\./);
    expect(unsigned.stdout).toMatch(/^CHƯA KÝ: /);
    for (const { stdout } of [unknown, altered, unsigned]) expect(stdout).not.toContain('hợp lệ');
  });

  it.each([
    [[at('gui.pdf')], '--returned'],
    [[at('khong-co.pdf'), '--returned', at('ky.pdf')], 'Không đọc được tệp'],
    [[at('goc.cer'), '--returned', at('ky.pdf')], 'không phải là tệp PDF'],
    [[at('khac.pdf'), '--returned', at('khac.pdf')], 'không phải là văn bản lập ở đây'],
    [[at('gui.pdf'), '--returned', at('ky.pdf'), '--roots', at('khong-co')], '--roots'],
  ])('ends with 2 and what would be right when called as %j', (words, said) => {
    const { status, stderr } = run(...words);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});
