import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** What a page needs to know of a request. `receivedAt` comes in the envelope: milliseconds since 1970. */
export type Request = {
  event: APIGatewayProxyEventV2;
  method: string;
  path: string;
  parameters: Record<string, string>;
  cookies: Record<string, string>;
  receivedAt: number;
};

export function requestFrom(event: APIGatewayProxyEventV2): Request {
  return {
    event,
    method: event.requestContext.http.method,
    path: event.requestContext.http.path,
    parameters: Object.fromEntries(
      Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
    ),
    cookies: cookiesOf(event.cookies ?? []),
    receivedAt: event.requestContext.timeEpoch,
  };
}

/** A header by its name in lower case. */
export function header(request: Request, name: string): string | undefined {
  return request.event.headers[name];
}

/** The token of "Authorization: Bearer …", the scheme in any case (RFC 9110, 11.1); undefined when there is none. */
export function bearer(request: Request): string | undefined {
  return header(request, 'authorization')?.match(/^bearer +([\w-]{1,100})$/i)?.[1];
}

/** True when the caller is a program: it asks the JSON API, or prefers JSON to pages. */
export function wantsJson(request: Pick<Request, 'path' | 'event'>): boolean {
  return (
    request.path.startsWith('/api/') || request.event.headers.accept?.search(/application\/(problem\+)?json/) === 0
  );
}

/** The first of two cookies of one name counts, as the browser sends the closer one first. */
function cookiesOf(cookies: string[]): Record<string, string> {
  const parts = cookies.map(cookie => cookie.split('=') as [string, ...string[]]);
  const pairs = parts.map(([name, ...value]) => [name.trim(), value.join('=')]);
  return Object.fromEntries(pairs.reverse());
}
