/** An answer as API Gateway wants it. */
export type Answer = {
  statusCode: number;
  headers: Record<string, string>;
  cookies?: string[];
  body: string;
  isBase64Encoded?: boolean;
};

/** A page for people; never kept by a cache, since it shows what one unit handed in. */
export function page(html: string, statusCode = 200): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: html,
  };
}

export function json(value: unknown, statusCode = 200, mediaType = 'application/json'): Answer {
  return {
    statusCode,
    headers: { 'content-type': mediaType, 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

/** Sends a browser on with GET after a form was taken, so that reloading never hands in twice (RFC 9110, 303). */
export function seeOther(location: string, cookies: string[] = []): Answer {
  return { statusCode: 303, headers: { location, 'cache-control': 'no-store' }, cookies, body: '' };
}

/** A file pages load; a deployment may change it, so it is asked for again after an hour. */
export function asset(content: string, mediaType: string): Answer {
  return {
    statusCode: 200,
    headers: { 'content-type': mediaType, 'cache-control': 'public, max-age=3600' },
    body: content,
  };
}

/** A file to be kept by whoever asked; never by a cache. */
export function download(content: Uint8Array, { name, mediaType }: { name: string; mediaType: string }): Answer {
  return {
    statusCode: 200,
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
    body: Buffer.from(content).toString('base64'),
    isBase64Encoded: true,
  };
}
