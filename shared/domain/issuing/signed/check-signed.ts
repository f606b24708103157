import { changesOf, onlyProves } from './allowed-changes.ts';
import { areasOf } from './areas.ts';
import { entriesOf, followed, isString, nameIn, numbersIn, type PdfValue } from './pdf-value.ts';
import { type Revision, revisionsAfter, stateOf } from './revisions.ts';
import { type CheckedSignature, checkSignature, type Signer } from './signature.ts';

/**
 * What came back from signing. `intact`: our letter, with signatures that all lead to a root that the office keeps, and nothing else
 * but what they bring into the areas kept free. `issuer unknown`: the same, but not every certificate leads there, or one is not in
 * force. `unsigned`: the very file that was sent. `altered`: anything else, and what is other about it, in words.
 * None of them says that a signature is valid: that is for who is licensed to.
 */
export type SignedCheck = {
  verdict: 'intact' | 'issuer unknown' | 'unsigned' | 'altered';
  signers: Signer[];
  differences: string[];
};

/** Longer than any letter with its signatures, bytes. */
export const longestSigned = 25_000_000;

const manners = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached'];

/**
 * Compares what came back with the PDF that was sent to be signed. `roots` are the certificates that the office keeps, as DER; `at` is
 * when it came back. Reads strictly: what is written in another way than the standard's plain one counts as altered.
 * @throws when what was sent is itself written in another way, as no letter of ours is
 */
export async function checkSigned(
  frozen: Uint8Array,
  returned: Uint8Array,
  trust: { roots: Uint8Array[]; at: number },
): Promise<SignedCheck> {
  const other = whyAnotherFile(frozen, returned);
  if (other) return altered([other]);
  const read = readSigned(frozen, returned);
  if (!read) return altered(['Phần thêm vào sau bản đã gửi bị hỏng, hoặc ghi theo cách không đọc chắc chắn được.']);
  const { found, differences } = read;
  const checked = await Promise.all(found.map(each => checkedAt(returned, each, trust)));
  const broken = checked.flatMap(each => (each.kind === 'broken' ? [each.why] : []));
  const signers = checked.flatMap(each => (each.kind === 'intact' ? [each.signer] : []));
  const differ = [...new Set([...differences, ...broken])];
  if (differ.length > 0) return { verdict: 'altered', signers, differences: differ };
  if (signers.length === 0) return { verdict: 'unsigned', signers, differences: [] };
  const areKnown = signers.every(({ issuedBy }) => issuedBy === 'kept root');
  return { verdict: areKnown ? 'intact' : 'issuer unknown', signers, differences: [] };
}

type Found = { field: number; revision: Revision };

/** The signatures that were added, and what else was; undefined of what cannot be read for certain. */
function readSigned(frozen: Uint8Array, returned: Uint8Array): { found: Found[]; differences: string[] } | undefined {
  const areas = areasOf(stateOf(frozen));
  try {
    const revisions = revisionsAfter(frozen, returned);
    const changes = revisions.map(revision => changesOf(revision, areas));
    const lastSigned = changes.findLastIndex(({ filled }) => filled.length > 0);
    const isOpen = revisions.slice(lastSigned + 1).some(revision => !onlyProves(revision));
    return {
      found: changes.flatMap(({ filled }, at) => filled.map(field => ({ field, revision: revisions[at] as Revision }))),
      differences: [
        ...changes.flatMap(({ besides }) => besides),
        ...(isOpen ? ['Phần thêm vào sau cùng không có chữ ký nào che.'] : []),
      ],
    };
  } catch {
    return undefined;
  }
}

function altered(differences: string[]): SignedCheck {
  return { verdict: 'altered', signers: [], differences };
}

/** What came back has to begin with every byte of what was sent: that is what the steps before were taken on. */
function whyAnotherFile(frozen: Uint8Array, returned: Uint8Array): string | undefined {
  if (returned.length > longestSigned) return 'Tệp lớn hơn 25 MB: không phải văn bản đã gửi đi ký.';
  const differs = frozen.findIndex((byte, at) => returned[at] !== byte);
  if (differs < 0) return undefined;
  if (differs >= returned.length) return 'Tệp bị cụt: thiếu phần cuối của bản đã gửi đi ký.';
  return 'Tệp không giữ nguyên bản đã gửi đi ký: đó là tệp khác, hoặc bản ấy đã được lưu lại, chuyển đổi hay sửa.';
}

/** A signature covers all of its revision, from the first byte to the last, but for the place where it stands itself. */
async function checkedAt(
  file: Uint8Array,
  { field, revision }: Found,
  trust: { roots: Uint8Array[]; at: number },
): Promise<CheckedSignature> {
  const signature = entriesOf(followed(revision.after, entriesOf(revision.after.get(field)).get('V')));
  const contents = signature.get('Contents');
  const [start, before, after, rest] = numbersIn(signature.get('ByteRange')) ?? [];
  if (!isString(contents) || !manners.includes(nameIn(signature.get('SubFilter')) ?? ''))
    return { kind: 'broken', why: 'Chữ ký thuộc loại không đọc được ở đây (cần PKCS#7 rời hoặc CAdES).' };
  const covers =
    start === 0 && before === contents.from && after === contents.to && after + (rest ?? Number.NaN) === revision.end;
  const isPlain = contents.to - contents.from === 2 * contents.bytes.length + 2;
  if (!covers || !isPlain || numbersIn(signature.get('ByteRange'))?.length !== 4)
    return { kind: 'broken', why: 'Chữ ký không che hết tệp: có phần nằm ngoài chữ ký.' };
  const signed = new Uint8Array(before + revision.end - after);
  signed.set(file.subarray(0, before));
  signed.set(file.subarray(after, revision.end), before);
  const checked = await checkSignature(contents.bytes, signed, trust);
  if (checked.kind === 'broken' || checked.signer.saidAt !== undefined) return checked;
  return { kind: 'intact', signer: { ...checked.signer, saidAt: timeIn(signature.get('M')) } };
}

/** The hour of a signature that tells it beside itself, "D:20211117090000+07'00'" (ISO 32000-1, 7.9.4). */
function timeIn(value: PdfValue | undefined): number | undefined {
  const text = isString(value) ? String.fromCharCode(...value.bytes.subarray(0, 30)) : '';
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'(\d\d)'?)/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, sign = '+', hours = '00', minutes = '00'] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`);
  return Number.isNaN(at) ? undefined : at;
}
