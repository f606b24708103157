import { file, readFiled, wake } from '../../shared/aws/archive.ts';
import { enterFiles } from '../../shared/aws/issued-files.ts';
import { enterActs, enterReturned, takeTurn, tellReturned } from '../../shared/aws/passages.ts';
import type { Edition, EditionFile, Returned } from '../../shared/domain/compilation/edition.ts';
import type { Passage } from '../../shared/domain/compilation/passage.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import { passageAfter } from '../../shared/domain/issuing/passing.ts';
import { judgeReturned } from '../../shared/domain/issuing/signed/judge-returned.ts';
import {
  isNumberedSigned,
  isSigning,
  mostReturned,
  takenOf,
  unsignedPdf,
  waitingReturn,
} from '../../shared/domain/issuing/signing.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { unfilledIn } from './issuing.ts';
import type { Room } from './session.ts';

/** Who brings a file back to which draft, and when. */
export type Bringing = { edition: Edition; department: Department; who: string; now: number };

/**
 * Bytes of a file that comes back. Lambda takes 6 MB of a request, and a file grows by a third on its way there; a letter with its
 * signatures has some hundred KB.
 */
const largest = 4_300_000;

/** Why a file is not even looked into; undefined where it is. */
export function whyNotLooked(content: Uint8Array | undefined, { returned = [] }: Edition): string | undefined {
  if (!content) return 'Chưa chọn tệp nào. Hãy chọn tệp PDF đã ký rồi gửi lại.';
  if (content.length > largest) return 'Tệp lớn hơn 4,3 MB: không phải công văn đã gửi đi ký. Hãy chọn lại tệp.';
  if (Buffer.from(content.subarray(0, 5)).toString('latin1') !== '%PDF-')
    return 'Tệp không phải là PDF. Hãy chọn đúng tệp PDF đã ký rồi gửi lại.';
  if (returned.length >= mostReturned)
    return `Dự thảo này đã nhận về ${mostReturned} tệp. Hãy xem lại tệp trả về lần cuối, hoặc lập lại dự thảo.`;
  return undefined;
}

/**
 * Judges a file that came back, files it, and takes the draft on where it is intact and no place of the letter waits to be filled
 * in. Anything else waits for a person to take it, with words. True where it was taken.
 */
export async function takeIn({ table, archive }: Room, bringing: Bringing, content: Uint8Array) {
  const { edition, who, now } = bringing;
  const { report, month, turn = 0 } = edition;
  const [found, wanting] = await Promise.all([judged(archive, bringing, content), unfilledIn(archive, edition)]);
  const { name, mediaType } = edition.files.pdf;
  const filed = await file(archive, {
    ...{ folder: `signed/${report}/${month}`, name, extension: 'pdf', mediaType, content },
  });
  const waits = waitingReturn(edition);
  const isKnown = waits?.file.sha256 === filed.sha256 && waits.verdict === found.verdict;
  const returned = isKnown ? waits : { turn, who, at: now, file: filed, ...found };
  if (!isKnown) await tellReturned(table, edition, returned);
  const passage = found.verdict === 'intact' && wanting === 0 ? passageTaking(bringing, returned) : undefined;
  const taken =
    passage && (await take({ table, archive }, edition, { passage, returned: isKnown ? undefined : returned }));
  if (!taken && !isKnown) await enterReturned(table, edition, returned);
  return { returned, taken: taken === true };
}

/** The passage with one act more: the file that came back is taken, for a reason where it is not intact. */
export function passageTaking(
  { edition, who, now }: Pick<Bringing, 'edition' | 'who' | 'now'>,
  { file: { sha256: signed } }: Returned,
  words?: string,
): Passage | undefined {
  const { passage } = edition;
  if (!passage || !isSigning(passage.stands)) return undefined;
  const pdf = asIssued(edition).files.pdf.sha256;
  const act = { did: 'pass' as const, at: passage.stands, who, when: now, pdf, signed, ...(words && { words }) };
  return passageAfter(passage, act);
}

/** Takes a draft on by a file that came back; false when it has moved on meanwhile. */
export async function take(
  { table, archive }: Room,
  edition: Edition,
  { passage, returned }: { passage: Passage; returned?: Returned | undefined },
): Promise<boolean> {
  const taken = { ...edition, passage, returned: [...(edition.returned ?? []), ...(returned ? [returned] : [])] };
  // Before the record says that it is signed: whoever is given the file finds it known.
  await enterFiles(table, taken);
  if (!(await takeTurn(table, edition, { passage, returned }))) return false;
  await enterActs(table, taken);
  await wake(archive, 'filed', edition);
  return true;
}

async function judged(archive: Room['archive'], { edition, department, now }: Bringing, content: Uint8Array) {
  const [sent, before] = [unsignedPdf(edition), takenOf(edition).at(-1)];
  if (!sent) throw new Error(`not printed yet: ${edition.report} ${edition.month}`);
  const read = (filed: EditionFile) => readFiled(archive, filed);
  const asked = {
    unsigned: await read(sent),
    before: before && { file: await read(before.file), signers: before.signers.length },
    numbered: isNumberedSigned(edition.passage?.steps ?? []) ? edition.numbered : undefined,
  };
  const roots = (department.roots ?? []).map(root => new Uint8Array(Buffer.from(root, 'base64')));
  return judgeReturned(content, asked, { roots, at: now });
}
