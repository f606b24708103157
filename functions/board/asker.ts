import { ownCookie } from '../../shared/http/cookie.ts';
import type { Request } from '../../shared/http/request.ts';
import { isToken, newToken } from '../../shared/token.ts';

/** By it a browser is known in which somebody asked for a link to sign in: the link needs no code there. */
const cookieName = '__Host-xin-vao';

/** Longer than a mail takes and its link serves, seconds. */
const lasts = 3_600;

/** The secret of the browser that asks now: the one it has, so that each link it asked for opens there, or a new one. */
export function askerIn(request: Request): string {
  return askedFrom(request) ?? newToken();
}

/** The secret of a browser that has asked; undefined when it has not. */
export function askedFrom({ cookies }: Request): string | undefined {
  const secret = cookies[cookieName];
  return isToken(secret) ? secret : undefined;
}

/** Comes back also when the link is followed from a web mail. */
export function askerCookie(secret: string): string {
  return ownCookie(cookieName, secret, lasts, 'Lax');
}
