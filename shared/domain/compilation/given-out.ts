import type { Role } from '../office/staff.ts';
import type { Edition, EditionFile } from './edition.ts';

/** A file of an edition, by the name it has in an address. */
export type FileKind = keyof Edition['files'];

/** Who asks for a file: staff in one of their roles, or a recipient, by the link in the mail of the letter. */
export type Reader = Role | 'recipient';

type Standing = 'held' | 'let go';

/** Who answers for the letter: they see what units handed in, and a held letter before it goes. */
const answering: Reader[] = ['coordinator', 'approver'];

/**
 * Who is given which file, by whether the edition is still held back. The letter itself, and the workbook of its annexes, is for
 * everybody once it goes out; its page is the letter to be looked at by who answers for it; the report holds what each unit handed
 * in, with explanations that no letter prints.
 */
const given: Record<FileKind, Record<Standing, readonly Reader[]>> = {
  docx: { held: answering, 'let go': [...answering, 'clerk', 'recipient'] },
  pdf: { held: answering, 'let go': [...answering, 'clerk', 'recipient'] },
  xlsx: { held: answering, 'let go': [...answering, 'clerk', 'recipient'] },
  html: { held: answering, 'let go': answering },
  report: { held: answering, 'let go': answering },
};

/** The files of an edition that whoever asks is given, in the order they are shown; `readers` are all that they are. */
export function filesGivenTo(readers: readonly Reader[], { held, files }: Pick<Edition, 'held' | 'files'>): FileKind[] {
  const kinds = (Object.keys(given) as FileKind[]).filter(kind => files[kind]);
  return kinds.filter(kind => given[kind][held ? 'held' : 'let go'].some(reader => readers.includes(reader)));
}

/** The files that are the letter: those its recipients are given once it goes out, held back or not by now. */
export function filesOfLetter({ files }: Pick<Edition, 'files'>): EditionFile[] {
  return filesGivenTo(['recipient'], { files, held: false }).flatMap(kind => files[kind] ?? []);
}

/** True for the name of a file that editions have. */
export function isFileKind(name: string): name is FileKind {
  return Object.hasOwn(given, name);
}
