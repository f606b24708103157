import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A new secret of 256 bits, safe in an address and in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A new name for one act of handing in. */
export function newKey(): string {
  return randomUUID();
}

/** What is kept of a secret: it finds the record, and the secret cannot be had from it. Hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
