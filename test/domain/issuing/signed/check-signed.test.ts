import { readFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkSigned } from '../../../../shared/domain/issuing/signed/check-signed.ts';
import { checkSignature } from '../../../../shared/domain/issuing/signed/signature.ts';
import { appendedTo, bodyOf, join, nextNumber, pages, pdfOf, placeOf, streamOf } from './a-pdf.ts';
import { type Issued, issued, patched, signed } from './an-issuer.ts';

const frozen = pdfOf();
const text = (words: string) => Uint8Array.from(Buffer.from(words, 'latin1'));
const at = Date.parse('2021-11-17T03:00:00Z');
/** The fields of the letter: number, signature of who signs, seal. */
const [so, chuKy, conDau] = [7, 8, 9] as const;

let root: Issued;
let leader: Issued;
let agency: Issued;
/** As the leader signed it. */
let once: Uint8Array;

beforeAll(async () => {
  root = await issued('CA thử');
  [leader, agency] = await Promise.all([issued('Nguyễn Văn An', { by: root }), issued('Sở Thử', { by: root })]);
  once = await signed(frozen, { as: leader, field: chuKy });
});

const check = (file: Uint8Array) => checkSigned(frozen, file, { roots: [root.der], at });
const filled = (file: Uint8Array, field: number, value: string) =>
  bodyOf(file, field).replace(/>>$/, `/V (${value}) >>`);

describe('what comes back from signing', () => {
  it('is intact when signed, and says by whom, when and on whose word', async () => {
    expect(await check(once)).toEqual({
      verdict: 'intact',
      signers: [
        {
          name: 'Nguyễn Văn An',
          issuer: 'CA thử',
          certificate: {
            serial: expect.stringMatching(/^[0-9a-f]+$/),
            from: Date.parse('2021-01-01T00:00:00Z'),
            to: Date.parse('2026-01-01T00:00:00Z'),
          },
          saidAt: Date.parse('2021-11-17T02:00:00Z'),
          issuedBy: 'kept root',
        },
      ],
      differences: [],
    });
  });

  it('is intact when signed twice, the number entered between them or with the seal', async () => {
    const number = { [so]: filled(once, so, '123') };
    const sealed = await signed(once, { as: agency, field: conDau });
    const between = await signed(appendedTo(once, number), { as: agency, field: conDau });
    const with_ = await signed(once, { as: agency, field: conDau, besides: number });
    for (const file of [sealed, between, with_]) {
      const { verdict, signers, differences } = await check(file);
      expect(differences).toEqual([]);
      expect(verdict).toBe('intact');
      expect(signers.map(({ name }) => name)).toEqual(['Nguyễn Văn An', 'Sở Thử']);
    }
  });

  it('is intact when signed in the older manner, in a field of its own that shows nothing', async () => {
    const number = nextNumber(frozen);
    const field = '<< /Type /Annot /Subtype /Widget /FT /Sig /T (rieng) /F 132 /P 4 0 R /Rect [0 0 0 0] >>';
    const added = {
      [number]: field,
      1: pages[1]?.replace('9 0 R]', `9 0 R ${number} 0 R]`) ?? '',
      4: pages[4]?.replace('9 0 R]', `9 0 R ${number} 0 R]`) ?? '',
    };
    const prepared = appendedTo(frozen, added);
    const file = await signed(prepared, { as: leader, field: number, subFilter: 'adbe.pkcs7.detached' });
    expect(await check(file)).toMatchObject({ verdict: 'intact', differences: [] });
  });

  it('is intact with what proves the signature kept behind it', async () => {
    const number = nextNumber(once);
    const catalog = bodyOf(once, 1).replace(/>>$/, `/DSS ${number} 0 R >>`);
    expect(await check(appendedTo(once, { 1: catalog, [number]: '<< /Certs [] >>' }))).toMatchObject({
      verdict: 'intact',
    });
  });

  it('is unsigned when it is what was sent', async () => {
    expect(await check(frozen)).toEqual({ verdict: 'unsigned', signers: [], differences: [] });
  });
});

/** Signed by pyHanko 0.38 with a picture, in its own way of writing the same words: once as PAdES, then in the older manner too. */
describe('what another program signed', () => {
  const read = (name: string) => new Uint8Array(readFileSync(pathOf(import.meta.dirname, 'elsewhere', name)));
  const trust = { roots: [read('root.cer')], at: Date.parse('2026-12-01T00:00:00Z') };

  it.each([
    ['once.pdf', 1],
    ['twice.pdf', 2],
  ])('%s is intact, and says when', async (name, signatures) => {
    const { verdict, signers, differences } = await checkSigned(frozen, read(name), trust);
    expect(differences).toEqual([]);
    expect(verdict).toBe('intact');
    expect(signers.map(each => each.name)).toEqual(Array(signatures).fill('Nguyễn Văn An'));
    for (const { saidAt } of signers) expect(new Date(saidAt ?? 0).toISOString()).toMatch(/^2026-11-25T/);
  });
});

describe('who gave the certificate is unknown', () => {
  const verdictOf = async (as: Issued, roots = [root.der]) => {
    const file = await signed(frozen, { as, field: chuKy });
    const { verdict, signers, differences } = await checkSigned(frozen, file, { roots, at });
    expect(differences).toEqual([]);
    return [verdict, signers[0]?.issuedBy];
  };

  it('when it vouches for itself, or is another’s', async () => {
    expect(await verdictOf(await issued('Tự ký'))).toEqual(['issuer unknown', 'unknown']);
    const other = await issued('CA thử');
    expect(await verdictOf(await issued('Nguyễn Văn An', { by: other }))).toEqual(['issuer unknown', 'unknown']);
  });

  it('when a certificate that may only sign letters gave it', async () => {
    const under = await issued('Người dưới', { by: leader });
    expect(await verdictOf(under)).toEqual(['issuer unknown', 'unknown']);
  });

  it('when it is out of force, or not yet in it', async () => {
    const past = await issued('Hết hạn', { by: root, to: '2021-11-01' });
    expect(await verdictOf(past)).toEqual(['issuer unknown', 'expired']);
    const early = await issued('Chưa đến hạn', { by: root, from: '2021-12-01' });
    expect(await verdictOf(early)).toEqual(['issuer unknown', 'expired']);
  });

  it('when the office keeps no root', async () => {
    expect(await verdictOf(leader, [])).toEqual(['issuer unknown', 'unknown']);
  });
});

describe('what was altered', () => {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R >>`;
  const widget = (rect: string, rest = '') =>
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (moi) /P 4 0 R /Rect [${rect}] ${rest}>>`;
  const onPage2 = (number: number) => pages[4]?.replace('9 0 R]', `9 0 R ${number} 0 R]`) ?? '';

  /** What is slipped into the signed revision itself, or appended and then signed. */
  const slipped: [string, Record<number, string>, string][] = [
    ['a page added', { 2: '<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 40 0 R] >>', 40: page }, 'Số trang'],
    ['the pages turned', { 2: '<< /Type /Pages /Count 2 /Kids [4 0 R 3 0 R] >>' }, 'Số trang'],
    ['a figure changed', { 5: streamOf('BT (Xuat khau 238,8 trieu USD) Tj ET') }, 'trang 1'],
    ['a page led to other words', { 3: pages[3]?.replace('5 0 R', '6 0 R') ?? '' }, 'trang 1'],
    ['a page turned on its side', { 4: pages[4]?.replace('/MediaBox', '/Rotate 90 /MediaBox') ?? '' }, 'trang 2'],
    ['a picture beyond its area', { 40: widget('300 100 500 400'), 4: onPage2(40) }, 'ngoài ô'],
    ['an area drawn over the page', { 7: pages[7]?.replace('100 700 140 715', '0 0 595 842') ?? '' }, 'ngoài ô'],
    ['a remark', { 40: '<< /Type /Annot /Subtype /FreeText /Rect [300 100 400 150] >>', 4: onPage2(40) }, 'thêm vào'],
    [
      'a button that acts',
      { 40: widget('300 100 400 150', '/A << /S /JavaScript /JS (x) >> '), 4: onPage2(40) },
      'khác',
    ],
    ['an area taken away', { 4: pages[4]?.replace('7 0 R 8 0 R', '8 0 R') ?? '' }, 'trang 2'],
    ['a form drawn by a script', { 1: pages[1]?.replace('/SigFlags 3', '/SigFlags 3 /XFA (x)') ?? '' }, 'khác'],
    [
      'a form that is filled anew',
      { 1: pages[1]?.replace('/SigFlags', '/NeedAppearances true /SigFlags') ?? '' },
      'khác',
    ],
    [
      'a form that is filled anew, as another object says',
      { 1: pages[1]?.replace('/SigFlags', '/NeedAppearances 40 0 R /SigFlags') ?? '', 40: 'true' },
      'khác',
    ],
    [
      'what runs when it is opened',
      { 1: pages[1]?.replace('/Pages', '/OpenAction 40 0 R /Pages') ?? '', 40: '<< >>' },
      'khác',
    ],
    ['what is to be put in its place later', { 40: widget('0 0 0 0', '/AP 50 0 R '), 4: onPage2(40) }, 'khác'],
    [
      'a remark written into the page’s list itself',
      { 4: pages[4]?.replace('9 0 R]', '9 0 R << /Type /Annot /Subtype /FreeText /Rect [0 0 595 842] >>]') ?? '' },
      'trang 2',
    ],
    ['words taken for a field, to be changed later', { 1: pages[1]?.replace('9 0 R]', '9 0 R 5 0 R]') ?? '' }, 'khác'],
    ['a field taken out of the form', { 1: pages[1]?.replace('7 0 R ', '') ?? '' }, 'khác'],
    ['a page list that is none', { 4: pages[4]?.replace('[7 0 R 8 0 R 9 0 R]', '/None') ?? '' }, 'trang 2'],
    ['a title', { 10: '<< /Producer (thu) /Title (khac) >>' }, 'khác'],
  ];

  it.each(slipped)('with the signature: %s', async (_, besides, said) => {
    expectAltered(await check(await signed(frozen, { as: leader, field: chuKy, besides })), said);
  });

  it.each(slipped)('before it: %s', async (_, besides, said) => {
    expectAltered(await check(await signed(appendedTo(frozen, besides), { as: leader, field: conDau })), said);
  });

  it.each(slipped)('after it: %s', async (_, besides, said) => {
    expectAltered(await check(appendedTo(once, besides)), said);
  });

  it('a number entered and not signed, or changed once it was', async () => {
    const number = appendedTo(once, { [so]: filled(once, so, '123') });
    expectAltered(await check(number), 'không có chữ ký nào che');
    const sealed = await signed(number, { as: agency, field: conDau });
    const other = { [so]: filled(frozen, so, '124') };
    expectAltered(await check(appendedTo(sealed, other)), 'sửa lại');
  });

  it('a signature’s picture after it was signed', async () => {
    const drawn = bodyOf(once, chuKy).replace(/>>$/, '/AP << /N 60 0 R >> >>');
    const file = appendedTo(once, {
      [chuKy]: drawn,
      60: streamOf('BT (khac) Tj ET', '/Type /XObject /Subtype /Form '),
    });
    expectAltered(await check(file), 'sửa lại');
  });

  it('another file, a shorter one, one saved anew, and an endless one', async () => {
    expectAltered(await check(pdfOf({ ...pages, 5: streamOf('BT (Xuat khau 999,9 trieu USD) Tj ET') })), 'tệp khác');
    expectAltered(await check(frozen.slice(0, -20)), 'bị cụt');
    expectAltered(await check(new Uint8Array()), 'bị cụt');
    expectAltered(await check(join(once.slice(0, 9), text('%x\n'), once.slice(9))), 'tệp khác');
    expectAltered(await check(join(frozen, new Uint8Array(25_000_000))), '25 MB');
  });

  it('one cut within what was added, or with anything behind it', async () => {
    for (const length of [frozen.length + 5, frozen.length + 400, once.length - 400, once.length - 3])
      expectAltered(await check(once.slice(0, length)), 'hỏng');
    for (const junk of [
      '% rác\n',
      '%xref 0 0 trailer << /Root 1 0 R >> startxref 9 %%EOF',
      '\n%',
      'rác',
      '<html>',
      '%PDF-1.7\n1 0 obj\n<< >>\nendobj',
      '\nxref\n0 0\ntrailer\n<< >>',
    ])
      expectAltered(await check(join(once, text(junk))), 'hỏng');
  });

  it.each([
    ['leaves out the head of the file', ([, b, c, d]: number[]) => [10, (b ?? 0) - 10, c ?? 0, d ?? 0]],
    ['leaves more room than its contents take', ([a, b, c, d]: number[]) => [a ?? 0, (b ?? 0) - 30, c ?? 0, d ?? 0]],
    ['stops before the end', ([a, b, c, d]: number[]) => [a ?? 0, b ?? 0, c ?? 0, (d ?? 0) - 10]],
    ['goes on beyond the end', ([a, b, c, d]: number[]) => [a ?? 0, b ?? 0, c ?? 0, (d ?? 0) + 10]],
    ['lies over itself', ([a, , c, d]: number[]) => [a ?? 0, c ?? 0, c ?? 0, d ?? 0]],
    ['counts backwards', ([a, b, , d]: number[]) => [a ?? 0, b ?? 0, -1, d ?? 0]],
    ['has more parts', ([a, b, c, d]: number[]) => [a ?? 0, b ?? 0, c ?? 0, d ?? 0, 0, 0]],
  ])('a signature whose range %s', async (_, range) => {
    expectAltered(await check(await signed(frozen, { as: leader, field: chuKy, range })), 'không che hết');
  });

  it('a signature of an old hash, of another kind, or of somebody else’s bytes', async () => {
    expectAltered(await check(await signed(frozen, { as: leader, field: chuKy, hash: 'SHA-1' })), 'hàm băm cũ');
    expectAltered(
      await check(await signed(frozen, { as: leader, field: chuKy, subFilter: 'adbe.x509.rsa_sha1' })),
      'loại',
    );
    const [from, to] = [placeOf(once, '/Contents <') + 11, placeOf(once, '> >>\nendobj\nxref')];
    const other = await signed(pdfOf({ ...pages, 10: '<< /Producer (thi) >>' }), { as: leader, field: chuKy });
    const moved = patched(once, from, Buffer.from(other.subarray(from, to)).toString('latin1'));
    expectAltered(await check(moved), 'không khớp');
  });
});

describe('a file made to harm', () => {
  const table = (file: Uint8Array) =>
    Number(/startxref\s+(\d+)/.exec(Buffer.from(file.slice(-40)).toString('latin1'))?.[1]);
  const tail = (prev: number | string, at = frozen.length) =>
    `xref\n0 0\ntrailer\n<< /Size 11 /Root 1 0 R /Prev ${prev} >>\nstartxref\n${at}\n%%EOF\n`;

  it.each([
    ['a table that leads to itself', tail(frozen.length)],
    ['a table that leads nowhere', tail(999_999_999)],
    ['a table of another place', tail(table(frozen), 12)],
    ['another root', tail(table(frozen)).replace('/Root 1 0 R', '/Root 3 0 R')],
    ['a second table beside it', tail(table(frozen)).replace('/Prev', '/XRefStm 12 /Prev')],
    ['a lock', tail(table(frozen)).replace('/Prev', '/Encrypt 10 0 R /Prev')],
    ['endless arrays', `40 0 obj\n${'['.repeat(100_000)}`],
    ['endless dictionaries', `40 0 obj\n${'<< /A '.repeat(100_000)}`],
    ['brackets that never close', `40 0 obj\n(${'('.repeat(100_000)}`],
    ['a stream longer than the file', '40 0 obj\n<< /Length 99999999 >>\nstream\nx\nendstream\nendobj\n'],
    ['a stream of less than nothing', '40 0 obj\n<< /Length -5 >>\nstream\nx\nendstream\nendobj\n'],
    ['one name twice', '40 0 obj\n<< /A 1 /A 2 >>\nendobj\n'],
    ['one object twice', '40 0 obj\n1\nendobj\n40 0 obj\n2\nendobj\n'],
    ['a table of a thousand million', `xref\n0 999999999\n`],
    ['a number without end', `40 0 obj\n${'9'.repeat(100_000)}\nendobj\n`],
    ['an object that no table lists', `40 0 obj\n1\nendobj\n${tail(table(frozen), frozen.length + 17)}`],
  ])('%s is refused', async (_, behind) => {
    expectAltered(await check(join(frozen, text(behind))), 'hỏng');
  });

  it('pages that lead in a ring end', async () => {
    const ring = { 2: '<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R 2 0 R] >>' };
    expectAltered(await check(await signed(frozen, { as: leader, field: chuKy, besides: ring })), 'Số trang');
  });

  it('more revisions than any letter has are refused', async () => {
    let file = once;
    for (let index = 0; index < 25; index++) file = appendedTo(file, { 10: '<< /Producer (thu) >>' });
    expectAltered(await check(file), 'hỏng');
  });

  it('a signature with an hour that is none cannot be read, and is said to be broken', async () => {
    const noHour = Uint8Array.from([0x18, 2, 0x20, 0x20]);
    const found = await checkSignature(noHour, once, { roots: [], at: 0 });
    expect(found).toEqual({ kind: 'broken', why: 'Không đọc được chữ ký.' });
  });

  it('whatever byte of it is changed, it is never taken for what was signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: once.length - 2 }), fc.nat({ max: 255 }), async (place, byte) => {
        fc.pre(once[place] !== byte);
        const { verdict, signers } = await check(patched(once, place, String.fromCharCode(byte)));
        const [from, to] = [placeOf(once, '/Contents <') + 11, placeOf(once, '> >>\nendobj\nxref')];
        // The signature does not sign itself: the certificates that it carries besides may be others, who signed may not.
        if (place < from || place >= to) expect(verdict).toBe('altered');
        else if (verdict !== 'altered') expect(signers[0]?.name).toBe('Nguyễn Văn An');
      }),
      { numRuns: 400, seed: 17 },
    );
  }, 30_000);
});

function expectAltered({ verdict, differences }: Awaited<ReturnType<typeof check>>, said: string): void {
  expect(verdict).toBe('altered');
  expect(differences.join(' ')).toContain(said);
}
