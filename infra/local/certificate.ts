import { type KeyObject, sign, X509Certificate } from 'node:crypto';

export type KeyPair = { publicKey: KeyObject; privateKey: KeyObject };

/** A certificate that an RSA key makes for itself, in PEM (RFC 5280; X.690 for how each part is written). */
export function selfSigned(name: string, { publicKey, privateKey }: KeyPair): string {
  const holder = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));
  const valid = sequence(...['200101000000Z', '491231235959Z'].map(day => der(0x17, Buffer.from(day))));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(der(0x02, Buffer.of(1)), sha256WithRsa, holder, valid, holder, key);
  const signature = der(0x03, Buffer.of(0), sign('SHA256', content, privateKey));
  return new X509Certificate(sequence(content, sha256WithRsa, signature)).toString();
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

/** A value behind its tag and its length: in one byte up to 127, else in two that are announced. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const length = value.length < 0x80 ? [value.length] : [0x82, value.length >> 8, value.length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), value]);
}

const sha256WithRsa = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05));
const commonName = der(0x06, Buffer.from('550403', 'hex'));
