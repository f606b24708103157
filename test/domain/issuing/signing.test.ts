import { describe, expect, it } from 'vitest';
import type { Edition, EditionFile, Returned } from '../../../shared/domain/compilation/edition.ts';
import { asIssued, mayGoOut } from '../../../shared/domain/issuing/issued-edition.ts';
import {
  areSigned,
  isNumberedSigned,
  takenOf,
  toBeSigned,
  waitingReturn,
} from '../../../shared/domain/issuing/signing.ts';
import type { StepKind } from '../../../shared/domain/office/issuing.ts';

const fileOf = (sha256: string): EditionFile => ({
  name: sha256,
  key: sha256,
  mediaType: 'application/pdf',
  sha256,
  size: 1,
});
const back = (sha256: string, turn: number): Returned => ({
  ...{ turn, who: 'ai', at: 1, file: fileOf(sha256), verdict: 'intact' as const, signers: [], differences: [] },
});
const numbered = { number: 7, date: '2021-11-16' };
const printed = {
  so: '07',
  diaDanh: 'Tỉnh Mẫu',
  pages: 1,
  ...{ docx: fileOf('d'), pdf: fileOf('có số'), html: fileOf('h') },
};
const [docx, html, report] = ['docx', 'html', 'report'].map(fileOf) as [EditionFile, EditionFile, EditionFile];

/** A draft of some steps that has come as far as `stands`, passed by `signed` where files came back. */
function draft(
  steps: StepKind[],
  stands: StepKind | 'through',
  more: Partial<Edition> & { signed?: string[] } = {},
): Edition {
  const { signed = [], ...rest } = more;
  const done = stands === 'through' ? steps : steps.slice(0, steps.indexOf(stands));
  const files = [...signed];
  const acts = done.map(at => ({
    ...{ did: 'pass' as const, at, who: 'ai', when: 1, pdf: 'x' },
    ...((at === 'signature' || at === 'stamp') && { signed: files.shift() ?? '' }),
  }));
  return {
    ...{
      report: 'bao-cao',
      month: '2021-10',
      number: 1,
      definition: 'd',
      date: '2021-11-16',
      pages: 1,
      at: 1,
      held: false,
    },
    head: { coQuanBanHanh: 'SỞ', kyHieu: '/SO', diaDanh: 'Tỉnh', trichYeu: 'V/v', kinhGui: [] },
    ...{ addressees: [], missing: [], files: { docx, html, report, pdf: fileOf('chưa số') } },
    ...{ passage: { steps, stands, acts }, turn: acts.length },
    ...rest,
  };
}

const before: StepKind[] = ['approval', 'number', 'signature', 'stamp'];
const after: StepKind[] = ['signature', 'number', 'stamp'];

describe('a letter that is signed', () => {
  it('keeps room for it where a step brings it back signed', () => {
    expect([before, after, ['approval', 'number'] as StepKind[]].map(areSigned)).toEqual([true, true, false]);
    expect(
      [before, after, ['number', 'signature'] as StepKind[], ['signature'] as StepKind[]].map(isNumberedSigned),
    ).toEqual([...[false, true, false, false]]);
  });

  it('goes to be signed with its number, once that is printed, where the number comes first', () => {
    expect(toBeSigned(draft(before, 'signature', { numbered }))).toBeUndefined();
    expect(toBeSigned(draft(before, 'signature', { numbered, printed }))?.sha256).toBe('có số');
    expect(toBeSigned(draft(['signature'], 'signature'))?.sha256).toBe('chưa số');
  });

  it('goes to be signed without where the number comes after, and to the stamp as the leader signed it', () => {
    expect(toBeSigned(draft(after, 'signature'))?.sha256).toBe('chưa số');
    const signed = { numbered, printed, returned: [back('đã ký', 0)], signed: ['đã ký'] };
    expect(toBeSigned(draft(after, 'stamp', signed))?.sha256).toBe('đã ký');
  });

  it('is issued as the last signature left it', () => {
    const returned = [back('khác', 2), back('đã ký', 2), back('đã đóng dấu', 3)];
    const through = draft(before, 'through', { numbered, printed, returned, signed: ['đã ký', 'đã đóng dấu'] });
    expect(takenOf(through).map(({ file }) => file.sha256)).toEqual(['đã ký', 'đã đóng dấu']);
    expect([asIssued(through).files.pdf.sha256, asIssued(through).files.docx.sha256]).toEqual(['đã đóng dấu', 'd']);
    expect(mayGoOut(through)).toBe(true);
    expect(mayGoOut(draft(before, 'stamp', { numbered, printed, returned, signed: ['đã ký'] }))).toBe(false);
  });

  it('waits with the last file that came back at the turn it stands at, and with none of another', () => {
    const returned = [back('một', 2), back('hai', 2), back('ba', 3)];
    expect(waitingReturn(draft(before, 'signature', { numbered, printed, returned }))?.file.sha256).toBe('hai');
    expect(waitingReturn(draft(before, 'stamp', { numbered, printed, returned, signed: ['hai'] }))?.file.sha256).toBe(
      'ba',
    );
    expect(waitingReturn(draft(before, 'number', { returned: [back('một', 1)] }))).toBeUndefined();
  });
});
