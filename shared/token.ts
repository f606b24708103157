import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** A new secret of 256 bits, safe in an address and in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A new code of six digits, for a person to read in one place and type in another. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** A new name for one act of handing in. */
export function newKey(): string {
  return randomUUID();
}

/** What is kept of a secret: it finds the record, and the secret cannot be had from it. Hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether a text could be one of our secrets: 43 letters of base64url. Nothing else is looked up, or put into a page. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text);
}
