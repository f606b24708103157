import { beforeAll, describe, expect, it } from 'vitest';
import { judgeReturned } from '../../../../shared/domain/issuing/signed/judge-returned.ts';
import { appendedTo, bodyOf, pdfOf } from './a-pdf.ts';
import { type Issued, issued, signed } from './an-issuer.ts';

const unsigned = pdfOf();
const at = Date.parse('2021-11-17T03:00:00Z');
let root: Issued;
let once: Uint8Array;
let twice: Uint8Array;

beforeAll(async () => {
  root = await issued('CA thử');
  const [leader, agency] = await Promise.all([issued('Người Ký', { by: root }), issued('Sở Mẫu', { by: root })]);
  once = await signed(unsigned, { as: leader, field: 8 });
  twice = await signed(once, { as: agency, field: 9 });
});

const judge = (file: Uint8Array, before?: { file: Uint8Array; signers: number }) =>
  judgeReturned(file, { unsigned, before }, { roots: [root.der], at });

describe('a file that comes back', () => {
  it('before any signature is what it is by itself', async () => {
    expect((await judge(once)).verdict).toBe('intact');
    expect((await judge(unsigned)).verdict).toBe('unsigned');
  });

  it('after one has that signature still, and another', async () => {
    const before = { file: once, signers: 1 };
    expect(await judge(twice, before)).toMatchObject({ verdict: 'intact', signers: [{}, { name: 'Sở Mẫu' }] });
    expect((await judge(once, before)).verdict).toBe('unsigned');
    const [difference] = (await judge(await signed(unsigned, { as: root, field: 9 }), before)).differences;
    expect(difference).toContain('chữ ký của bước trước');
    expect((await judge(unsigned, before)).verdict).toBe('altered');
  });

  it('is told of in few words, whatever it holds', async () => {
    const long = await issued('dài'.repeat(500), { by: root });
    const many = Object.fromEntries([3, 4].map(page => [page, bodyOf(unsigned, page).replace('595', '596')]));
    const found = await judge(appendedTo(await signed(unsigned, { as: long, field: 8 }), many));
    expect(found.signers.every(({ name }) => name.length <= 200)).toBe(true);
    expect(found.differences.length).toBeLessThanOrEqual(8);
  });
});
