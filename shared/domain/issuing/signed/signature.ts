import { fromBER } from 'asn1js';
import {
  type Attribute,
  type AttributeTypeAndValue,
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  SignedData,
} from 'pkijs';

/** What a signature says of itself, and what is found out about it. Times are milliseconds since 1970. */
export type Signer = {
  /** As the certificate names whom it was given to, and who gave it. */
  name: string;
  issuer: string;
  certificate: { serial: string; from: number; to: number };
  /** The hour that the signer's own machine wrote; nobody vouches for it. */
  saidAt?: number | undefined;
  /** Whether the certificate leads to one that the office keeps, and is in force. */
  issuedBy: 'kept root' | 'unknown' | 'expired';
};

/** A signature that does not belong to its bytes, or one that cannot be read, is broken. */
export type CheckedSignature = { kind: 'intact'; signer: Signer } | { kind: 'broken'; why: string };

const hashes: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const signingTime = '1.2.840.113549.1.9.5';
const commonName = '2.5.4.3';

/** Checks a detached CMS signature (RFC 5652) over some bytes. `roots` are certificates as DER; `at` is when it is asked. */
export async function checkSignature(
  contents: Uint8Array,
  signed: Uint8Array,
  { roots, at }: { roots: Uint8Array[]; at: number },
): Promise<CheckedSignature> {
  const read = signedDataIn(contents);
  const info = read?.signerInfos[0];
  if (!read || !info) return { kind: 'broken', why: 'Không đọc được chữ ký.' };
  if (!hashes[info.digestAlgorithm.algorithmId])
    return { kind: 'broken', why: 'Chữ ký dùng hàm băm cũ, không còn an toàn; hãy ký lại bằng SHA-256.' };
  const verified = await belongs(read, signed);
  const certificate = verified && signerOf(read);
  if (!certificate) return { kind: 'broken', why: 'Chữ ký không khớp với nội dung tệp.' };
  const [from, to] = [certificate.notBefore.value.getTime(), certificate.notAfter.value.getTime()];
  const leads = await leadsToRoot(read, certificate, { roots, at: Math.min(Math.max(at, from), to) });
  const signer: Signer = {
    name: nameOf(certificate.subject.typesAndValues),
    issuer: nameOf(certificate.issuer.typesAndValues),
    certificate: { serial: hex(certificate.serialNumber.valueBlock.valueHexView), from, to },
    saidAt: timeIn(info.signedAttrs?.attributes ?? []),
    issuedBy: !leads ? 'unknown' : at < from || at > to ? 'expired' : 'kept root',
  };
  return { kind: 'intact', signer };
}

/** A signature field is filled up with zeros behind the signature; anything else there was not signed. */
function signedDataIn(contents: Uint8Array): SignedData | undefined {
  try {
    const { offset, result } = fromBER(contents);
    if (offset <= 0 || contents.subarray(offset).some(byte => byte !== 0)) return undefined;
    const info = new ContentInfo({ schema: result });
    const read = new SignedData({ schema: info.content });
    const isDetached = read.encapContentInfo.eContent === undefined;
    return isDetached && read.signerInfos.length === 1 && read.signerInfos[0]?.signedAttrs ? read : undefined;
  } catch {
    return undefined;
  }
}

async function belongs(read: SignedData, signed: Uint8Array): Promise<boolean> {
  try {
    return await read.verify({ signer: 0, data: signed.slice().buffer, checkChain: false });
  } catch {
    return false;
  }
}

function certificatesIn(read: SignedData): Certificate[] {
  return (read.certificates ?? []).filter(each => each instanceof Certificate);
}

function signerOf(read: SignedData): Certificate | undefined {
  const sid = read.signerInfos[0]?.sid;
  return certificatesIn(read).find(
    each => sid?.issuer?.isEqual(each.issuer) && sid.serialNumber?.isEqual(each.serialNumber),
  );
}

async function leadsToRoot(
  read: SignedData,
  certificate: Certificate,
  { roots, at }: { roots: Uint8Array[]; at: number },
): Promise<boolean> {
  if (roots.length === 0) return false;
  const between = certificatesIn(read).filter(each => each !== certificate);
  try {
    // The engine takes the last one for whose chain it is.
    const engine = new CertificateChainValidationEngine({
      trustedCerts: roots.map(root => Certificate.fromBER(Uint8Array.from(root))),
      certs: [...between, certificate],
      checkDate: new Date(at),
    });
    return (await engine.verify()).result;
  } catch {
    return false;
  }
}

function nameOf(parts: AttributeTypeAndValue[]): string {
  const said = parts.find(({ type }) => type === commonName) ?? parts.at(-1);
  return String(said?.value.valueBlock.value ?? '').slice(0, 200);
}

function timeIn(attributes: Attribute[]): number | undefined {
  const [value] = attributes.find(({ type }) => type === signingTime)?.values ?? [];
  const time = value?.toDate?.();
  return time instanceof Date && !Number.isNaN(time.getTime()) ? time.getTime() : undefined;
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
