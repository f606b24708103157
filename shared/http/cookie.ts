/**
 * A cookie that comes back to the house alone, by no form of another site, and that no script reads; it lives so many seconds.
 * `Lax` lets it come also when somebody follows a link from another site.
 */
export function ownCookie(
  name: `__Host-${string}`,
  value: string,
  seconds: number,
  sameSite: 'Strict' | 'Lax' = 'Strict',
): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=${sameSite}`;
}
