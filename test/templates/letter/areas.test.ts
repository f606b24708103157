import { beforeAll, describe, expect, it } from 'vitest';
import { type Area, areasOf } from '../../../shared/domain/issuing/signed/areas.ts';
import { checkSigned } from '../../../shared/domain/issuing/signed/check-signed.ts';
import { stateOf } from '../../../shared/domain/issuing/signed/revisions.ts';
import type { Letter } from '../../../shared/domain/letter/letter.ts';
import { letterPdf } from '../../../templates/letter/pdf.ts';
import { issued, signed } from '../../domain/issuing/signed/an-issuer.ts';
import { fieldsOf } from '../../domain/issuing/signed/fields-of.ts';
import { letter, properties } from './a-letter.ts';
import { type PdfPage, readPdf, textWith } from './read-pdf.ts';

const unnumbered: Letter = { ...letter, soKyHieu: { kyHieu: letter.soKyHieu.kyHieu } };
const set = (one = unnumbered) => letterPdf(one, properties, { toBeSigned: true }).bytes;
/** Points to millimetres, from the top of an A4 page. */
const inMillimetres = ({ page, rect: [left, bottom, right, top] }: Area) => {
  const [x, foot, end, head] = [left, 841.89 - bottom, right, 841.89 - top].map(each => (each / 72) * 25.4);
  return { page, left: x ?? 0, top: head ?? 0, right: end ?? 0, bottom: foot ?? 0 };
};

let pdf: Uint8Array;
beforeAll(() => {
  pdf = set();
});

async function pageOf(number: number): Promise<PdfPage> {
  const page = (await readPdf(pdf)).pages[number - 1];
  if (!page) throw new Error(`no page ${number}`);
  return page;
}

describe('a letter that is to be signed', () => {
  it('has empty areas that signing programs find by their names, and no other letter has', () => {
    expect(fieldsOf(pdf).map(({ name }) => name)).toEqual(['so', 'chu-ky', 'con-dau']);
    expect(fieldsOf(letterPdf(unnumbered, properties).bytes)).toEqual([]);
    const undated = { ...unnumbered, diaDanh: 'Tỉnh Mẫu, ngày      tháng      năm', chuaNgay: true as const };
    expect(fieldsOf(set(undated)).map(({ name }) => name)).toEqual(['so', 'ngay', 'chu-ky', 'con-dau']);
    expect(fieldsOf(letterPdf(undated, properties).bytes)).toEqual([]);
    expect(fieldsOf(set({ ...unnumbered, soKyHieu: { ...unnumbered.soKyHieu, so: '07' } }))).toHaveLength(2);
  });

  it('keeps room for a seal of 36 mm that covers a third of the signature, between the office and the name', async () => {
    const [, chuKy, conDau] = areasOf(stateOf(pdf)).map(inMillimetres);
    if (!chuKy || !conDau) throw new Error('the areas are missing');
    const page = await pageOf(chuKy.page);
    const [above, below] = [textWith(page, letter.chucVu), textWith(page, letter.nguoiKy)];
    expect(conDau.page).toBe(chuKy.page);
    for (const area of [chuKy, conDau]) {
      expect(area.top).toBeGreaterThan(above.y);
      expect(area.bottom).toBeLessThan(below.y);
      expect(area.bottom - area.top).toBeGreaterThan(36);
      expect(area.left).toBeGreaterThan(109.9);
      expect(area.right).toBeLessThan(190.1);
    }
    expect(conDau.right - conDau.left).toBeGreaterThan(36);
    expect((conDau.right - chuKy.left) / (chuKy.right - chuKy.left)).toBeLessThan(1 / 3);
    expect(conDau.right).toBeGreaterThan(chuKy.left);
  });

  it('keeps room for its number where its symbol stands', async () => {
    const [so] = areasOf(stateOf(pdf)).map(inMillimetres);
    const symbol = textWith(await pageOf(1), letter.soKyHieu.kyHieu);
    expect(so).toMatchObject({ page: 1 });
    expect(so?.right).toBeLessThan(symbol.x + 1);
    expect(so?.top).toBeLessThan(symbol.y - 3);
    expect(so?.bottom).toBeGreaterThan(symbol.y - 0.5);
  });

  it('keeps room for its date over the whole of its line', async () => {
    const undated = { ...unnumbered, diaDanh: 'Tỉnh Mẫu, ngày      tháng      năm', chuaNgay: true as const };
    const file = set(undated);
    const [, ngay] = areasOf(stateOf(file)).map(inMillimetres);
    const line = textWith((await readPdf(file)).pages[0] as PdfPage, 'Tỉnh Mẫu, ngày');
    expect(ngay?.page).toBe(1);
    expect(Math.abs((ngay?.left ?? 0) - line.x)).toBeLessThan(1);
    expect(ngay?.right).toBeGreaterThan(line.x + line.width);
    expect(ngay?.top).toBeLessThan(line.y - 3);
    expect(ngay?.bottom).toBeGreaterThan(line.y);
  });

  it('is the same bytes each time', () => {
    expect(Buffer.compare(set(), pdf)).toBe(0);
  });

  it('comes back intact when signed in its areas', async () => {
    const root = await issued('CA thử');
    const as = await issued('Nguyễn Văn An', { by: root });
    const trust = { roots: [root.der], at: Date.parse('2021-11-17T03:00:00Z') };
    const [, chuKy, conDau] = fieldsOf(pdf).map(({ number }) => number);
    const once = await signed(pdf, { as, field: chuKy ?? 0 });
    const twice = await signed(once, { as, field: conDau ?? 0 });
    expect(await checkSigned(pdf, twice, trust)).toMatchObject({ verdict: 'intact', differences: [] });
  });
});
