import type { Numbered } from '../../compilation/passage.ts';
import { checkSigned, type SignedCheck } from './check-signed.ts';
import { wronglyEntered } from './entered.ts';

/**
 * What is asked of a file that came back: what was sent before any signature; what the last signature had left, where there was
 * one; the number and date it was given since, where the clerk enters these with it.
 */
export type Asked = {
  unsigned: Uint8Array;
  before?: { file: Uint8Array; signers: number } | undefined;
  numbered?: Numbered | undefined;
};

/** So many differences are told, and so many signers: whoever made the file decides how many there are. */
const mostTold = 8;
/** Characters of what a certificate says. */
const longestSaid = 200;

/**
 * Judges a file that came back from signing, where a signature may have been taken before: that one has to be in it whole, and
 * another beside it. What is told is short, whatever the file holds.
 */
export async function judgeReturned(
  returned: Uint8Array,
  { unsigned, before, numbered }: Asked,
  trust: { roots: Uint8Array[]; at: number },
): Promise<SignedCheck> {
  const { verdict, signers, differences } = await checkSigned(unsigned, returned, trust);
  const lost = before !== undefined && !beginsWith(returned, before.file);
  const isNew = signers.length > (before?.signers ?? 0);
  const entered = verdict === 'altered' || !numbered ? [] : wronglyEntered(returned, numbered);
  const told = [...differences, ...entered, ...(lost ? ['Tệp không giữ nguyên bản đã có chữ ký của bước trước.'] : [])];
  return {
    verdict: told.length > 0 ? 'altered' : isNew ? verdict : 'unsigned',
    signers: signers.slice(0, mostTold).map(signer => ({
      ...signer,
      name: signer.name.slice(0, longestSaid),
      issuer: signer.issuer.slice(0, longestSaid),
      certificate: { ...signer.certificate, serial: signer.certificate.serial.slice(0, longestSaid) },
    })),
    differences: told.slice(0, mostTold),
  };
}

function beginsWith(file: Uint8Array, start: Uint8Array): boolean {
  return file.length >= start.length && start.every((byte, at) => file[at] === byte);
}
