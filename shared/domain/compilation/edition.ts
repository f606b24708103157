import * as z from 'zod/mini';
import { Term } from '../calendar/term.ts';
import { DocumentKind } from '../office/document-kind.ts';
import { Extension } from '../office/extension.ts';
import { Reissue } from '../office/reissue.ts';
import { Id } from '../text/id.ts';
import { Numbered, Passage } from './passage.ts';
import { Recall } from './recall.ts';
import { Replaces } from './replaces.ts';
import { Unclosed } from './unclosed.ts';

/** A file of an edition, in the archive under a key that carries its hash. `size` in bytes, `sha256` in hex. */
export const EditionFile = z.object({
  name: z.string(),
  key: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  size: z.number(),
});
export type EditionFile = z.infer<typeof EditionFile>;

/** Who signed a file that came back, as issuing/signed/signature.ts read it. Times are milliseconds since 1970. */
const Signer = z.object({
  ...{ name: z.string(), issuer: z.string(), saidAt: z.optional(z.number()) },
  certificate: z.object({ serial: z.string(), from: z.number(), to: z.number() }),
  issuedBy: z.enum(['kept root', 'unknown', 'expired']),
});

/** A file that came back from signing: at which turn, by whom, when, and what was found of it then. */
export const Returned = z.object({
  ...{ turn: z.number(), who: Id, at: z.number(), file: EditionFile },
  verdict: z.enum(['intact', 'issuer unknown', 'unsigned', 'altered']),
  signers: z.array(Signer),
  differences: z.array(z.string()),
});
export type Returned = z.infer<typeof Returned>;

/** Bản phát hành: a compiled letter, frozen. Its record is written once, after its files. */
export const Edition = z.object({
  report: Id,
  month: Term,
  number: z.number(),
  definition: z.string(),
  /** The date the letter bears. */
  date: z.string(),
  /** The head of the letter, for the mail that carries it. */
  head: z.object({
    coQuanBanHanh: z.string(),
    kyHieu: z.string(),
    /** Its number, as it is printed; none before it has one, and of a letter that the clerk numbers by hand. */
    so: z.optional(z.string()),
    diaDanh: z.string(),
    trichYeu: z.string(),
    kinhGui: z.array(z.string()),
    /** What it is; a công văn where nothing is said. */
    document: z.optional(DocumentKind),
  }),
  addressees: z.array(z.object({ address: z.string(), lines: z.array(z.string()) })),
  files: z.object({
    docx: EditionFile,
    pdf: EditionFile,
    /** The annexes as a workbook; none where the letter has none, or was filed before there were workbooks. */
    xlsx: z.optional(EditionFile),
    html: EditionFile,
    report: EditionFile,
  }),
  pages: z.number(),
  missing: z.array(z.object({ id: Id, name: z.string() })),
  /** Those of the missing whose record could not be closed; none in most editions. */
  unclosed: z.optional(z.array(Unclosed)),
  /** How many edits of the period it was made with; none where there were none. */
  edits: z.optional(z.number()),
  /** True when the letter waits for the coordinator, as the report wants when a unit is missing. */
  held: z.boolean(),
  /** Decided in place of letting it go: the period is open again for some, and this edition stays unsent. */
  extension: z.optional(Extension),
  /** Decided of a letter that went out: another takes its place, with what is to be corrected. */
  reissue: z.optional(Reissue),
  /** Of one that takes the place of another: which, and what it says otherwise. */
  replaces: z.optional(Replaces),
  /** What was decided last of whether it is still to be used; none of a letter that never was recalled. */
  recall: z.optional(Recall),
  /** The seal filed with it; none in an edition from before seals. */
  seal: z.optional(z.object({ key: z.string(), sha256: z.string() })),
  /** Root of the tree over the receipts it was made of, and how many; none in an edition from before there were such trees. */
  receipts: z.optional(z.object({ root: z.string(), size: z.number() })),
  /** Of one that is issued after its office's steps: where it stands, how many acts have brought it there, and its number. */
  passage: z.optional(Passage),
  turn: z.optional(z.number()),
  numbered: z.optional(Numbered),
  /** The letter with its number and date in it, filed once it has them. */
  printed: z.optional(
    z.object({
      ...{ so: z.string(), diaDanh: z.string(), pages: z.number() },
      ...{ docx: EditionFile, pdf: EditionFile, xlsx: z.optional(EditionFile), html: EditionFile },
    }),
  ),
  /** Every file that came back from signing, taken or not, oldest first. */
  returned: z.optional(z.array(Returned)),
  /** When its last unit was fenced, milliseconds since 1970; in editions from before seals, when it was recorded. */
  at: z.number(),
});
export type Edition = z.infer<typeof Edition>;

/** The files there are of an edition: a letter without annexes has no workbook of them. */
export function filesOf({ files }: Pick<Edition, 'files'>): EditionFile[] {
  return Object.values(files).filter(filed => filed !== undefined);
}

/** The files that bear an edition's number; none before it has one. */
export function printedFilesOf({ printed }: Pick<Edition, 'printed'>): EditionFile[] {
  const { docx, pdf, xlsx, html } = printed ?? {};
  return [docx, pdf, xlsx, html].filter(filed => filed !== undefined);
}

/** The files that came back from signing; none of a letter that is not signed. */
export function returnedFilesOf({ returned = [] }: Pick<Edition, 'returned'>): EditionFile[] {
  return returned.map(({ file }) => file);
}
