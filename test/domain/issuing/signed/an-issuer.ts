import { BitString, Integer, ObjectIdentifier, OctetString, UTCTime, Utf8String } from 'asn1js';
import {
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { appendedTo, type Bodies, bodyOf, join, nextNumber, placeOf } from './a-pdf.ts';

/** A certificate made for a test, its key, and those above it. */
export type Issued = { key: CryptoKey; der: Uint8Array; chain: Uint8Array[] };

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

/** A certificate in some name; without an issuer it vouches for itself. */
export async function issued(
  name: string,
  { by, from = '2021-01-01', to = '2026-01-01' }: { by?: Issued; from?: string; to?: string } = {},
): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: 1 + Math.floor(Math.random() * 1_000_000) });
  certificate.subject.typesAndValues.push(named(name));
  certificate.notBefore.value = new Date(`${from}T00:00:00Z`);
  certificate.notAfter.value = new Date(`${to}T00:00:00Z`);
  const isRoot = by === undefined;
  if (by) certificate.issuer = Certificate.fromBER(Uint8Array.from(by.der)).subject;
  else certificate.issuer.typesAndValues.push(named(name));
  const constraints = new BasicConstraints({ cA: isRoot });
  // Root: keyCertSign and cRLSign; whoever signs: digitalSignature and nonRepudiation.
  const usage = new BitString({ valueHex: Uint8Array.of(isRoot ? 0x06 : 0xc0).buffer, unusedBits: isRoot ? 1 : 6 });
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER() }),
    new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(by?.key ?? keys.privateKey, 'SHA-256');
  const der = new Uint8Array(certificate.toSchema(true).toBER());
  return { key: keys.privateKey, der, chain: by ? [by.der, ...by.chain] : [] };
}

/** How a file is signed; the rest is how somebody cheats: `besides` is changed in the same revision, `range` told wrongly. */
type Signing = {
  as: Issued;
  field: number;
  at?: string;
  subFilter?: string;
  hash?: 'SHA-1' | 'SHA-256';
  besides?: Bodies;
  range?: (range: [number, number, number, number]) => number[];
};

const roomOfContents = 8_000;
const roomOfRange = 60;

/** Signs as a desktop program does: fills a field with a signature over the whole file but itself. */
export async function signed(
  file: Uint8Array,
  { as, field, besides = {}, range = all => all, subFilter = 'ETSI.CAdES.detached', ...how }: Signing,
): Promise<Uint8Array> {
  const contents = `<${'0'.repeat(roomOfContents)}>`;
  const place = `[${' '.repeat(roomOfRange)}]`;
  const value = `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /ByteRange ${place} /Contents ${contents} >>`;
  const number = nextNumber(file);
  const filled = bodyOf(file, field).replace(/>>$/, `/V ${number} 0 R >>`);
  const open = appendedTo(file, { [field]: filled, [number]: value, ...besides });
  const from = placeOf(open, contents);
  const to = from + contents.length;
  const told = range([0, from, to, open.length - to])
    .join(' ')
    .padEnd(roomOfRange);
  const ranged = patched(open, placeOf(open, place) + 1, told);
  const cms = await signatureOver(join(ranged.subarray(0, from), ranged.subarray(to)), as, how);
  return patched(ranged, from + 1, Buffer.from(cms).toString('hex'));
}

async function signatureOver(
  bytes: Uint8Array,
  { key, der, chain }: Issued,
  { at = '2021-11-17T02:00:00Z', hash = 'SHA-256' }: Pick<Signing, 'at' | 'hash'>,
): Promise<Uint8Array> {
  const certificate = Certificate.fromBER(Uint8Array.from(der));
  const digest = await crypto.subtle.digest(hash, Uint8Array.from(bytes));
  const attribute = (type: string, value: object) => new Attribute({ type, values: [value] });
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })),
    attribute('1.2.840.113549.1.9.5', new UTCTime({ valueDate: new Date(at) })),
    attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digest })),
  ];
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [certificate, ...chain.map(each => Certificate.fromBER(Uint8Array.from(each)))],
  });
  await data.sign(key, 0, hash, Uint8Array.from(bytes).buffer);
  const info = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: data.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

export function patched(file: Uint8Array, at: number, text: string): Uint8Array {
  const changed = file.slice();
  changed.set(Buffer.from(text, 'latin1'), at);
  return changed;
}

function named(name: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) });
}
