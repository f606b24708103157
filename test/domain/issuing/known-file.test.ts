import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../shared/domain/compilation/edition.ts';
import { hashTyped, knownFile } from '../../../shared/domain/issuing/known-file.ts';

const file = (sha256: string) => ({ name: 'n', key: 'k', mediaType: 'm', sha256, size: 1 });
const edition = (number: number, held = false): Edition => ({
  ...{ report: 'bao-cao-thang', month: '2021-10', number, definition: 'h', date: '2021-11-16', pages: 2, held, at: 3 },
  head: { coQuanBanHanh: 'SỞ', kyHieu: '/SCT', diaDanh: 'Tỉnh', trichYeu: 'V/v', kinhGui: ['Sở'] },
  ...{ addressees: [], missing: [] },
  files: {
    docx: file(`docx ${number}`),
    pdf: file(`pdf ${number}`),
    html: file(`html ${number}`),
    report: file(`report ${number}`),
  },
});

describe('a file', () => {
  it('of a letter that went out is known, with which of its files it is', () => {
    expect(knownFile('pdf 1', [edition(1)])).toMatchObject({ kind: 'genuine', file: 'pdf', replacedBy: undefined });
    expect(knownFile('docx 1', [edition(1)])).toMatchObject({ kind: 'genuine', file: 'docx' });
  });

  it('of a letter that another took the place of says which, once that went out', () => {
    expect(knownFile('pdf 1', [edition(1), edition(2)])).toMatchObject({ replacedBy: { number: 2 } });
    expect(knownFile('pdf 2', [edition(1), edition(2)])).toMatchObject({ replacedBy: undefined });
    expect(knownFile('pdf 1', [edition(1), edition(2, true)])).toMatchObject({ replacedBy: undefined });
  });

  it('that recipients are not given is known to nobody: of a letter held back, its page, its report', () => {
    expect(knownFile('pdf 1', [edition(1, true)])).toEqual({ kind: 'unknown' });
    for (const kind of ['html', 'report']) expect(knownFile(`${kind} 1`, [edition(1)])).toEqual({ kind: 'unknown' });
    expect(knownFile('pdf 1', [])).toEqual({ kind: 'unknown' });
  });
});

describe('a hash that was typed', () => {
  const hash = '0123456789abcdef'.repeat(4);
  it.each([
    hash,
    ` ${hash.toUpperCase()}\n`,
    (hash.match(/../g) ?? []).join(':'),
    (hash.match(/.{8}/g) ?? []).join(' '),
  ])('is read however it is spaced: %j', typed => expect(hashTyped(typed)).toBe(hash));
  it.each(['', hash.slice(1), `${hash}0`, hash.replace('0', 'g')])('is none: %j', typed =>
    expect(hashTyped(typed)).toBeUndefined(),
  );
});

it('a file of a letter that was recalled is genuine, and recalled', () => {
  const recall = { number: 1, decided: 'recalled' as const, reason: 'nhầm', who: 'a', at: 0 };
  expect(knownFile('pdf 1', [{ ...edition(1), recall }])).toMatchObject({ kind: 'genuine', recalled: true });
  expect(knownFile('pdf 1', [{ ...edition(1), recall: { ...recall, decided: 'stands' } }])).toMatchObject({
    recalled: false,
  });
});
