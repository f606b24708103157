/** A receipt's code to be read out on the telephone, "482 915": of its content's digest, as digits alone cannot be misheard. */
export function spokenCode(hash: string): string {
  const digits = String(Number.parseInt(hash.slice(0, 12) || '0', 16) % 1_000_000).padStart(6, '0');
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}
