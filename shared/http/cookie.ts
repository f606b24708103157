/** A cookie that comes back to the house alone, by no form of another site, and that no script reads; it lives so many seconds. */
export function ownCookie(name: `__Host-${string}`, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`;
}
