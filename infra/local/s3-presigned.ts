import { createHash, createHmac } from 'node:crypto';
import { refused } from './s3-refused.ts';
import type { S3Request } from './s3-request.ts';

/** The one secret of the local host; it opens nothing but what listens on this machine. */
export const localSecret = 'local';

/**
 * Checks a presigned address: signed with the local secret, unchanged since, and not past its time.
 * @throws Refused 400 AuthorizationQueryParametersError; 403 SignatureDoesNotMatch, AccessDenied
 */
export function checkPresigned(request: S3Request, now: number): void {
  const { query } = request;
  if (Number(query.get('X-Amz-Expires')) > longestLife) throw refused('AuthorizationQueryParametersError');
  const signedAt = query.get('X-Amz-Date') ?? '';
  if (signatureOf(request, signedAt) !== query.get('X-Amz-Signature')) throw refused('SignatureDoesNotMatch');
  const begins = Date.parse(signedAt.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  const ends = begins + Number(query.get('X-Amz-Expires') ?? Number.NaN) * 1_000;
  // Written so that a time which is no number has passed.
  if (!(now < ends)) throw refused('AccessDenied', 'Request has expired');
}

/** Seconds. */
const longestLife = 7 * 24 * 3_600;

/** Signature Version 4 of a request whose signature stands in its query (AWS, "Authenticating requests: query"). */
function signatureOf({ method, path, query, headers }: S3Request, signedAt: string): string {
  const [, date = '', region = '', service = ''] = (query.get('X-Amz-Credential') ?? '').split('/');
  const signedHeaders = query.get('X-Amz-SignedHeaders') ?? '';
  const canonical = [
    method,
    path,
    canonicalQuery(query),
    ...signedHeaders.split(';').map(name => `${name}:${headers[name] ?? ''}`),
    '',
    signedHeaders,
    'UNSIGNED-PAYLOAD',
  ];
  const scope = [date, region, service, 'aws4_request'];
  const key = scope.reduce<Buffer>((secret, part) => hmac(secret, part), Buffer.from(`AWS4${localSecret}`));
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex');
  return hmac(key, ['AWS4-HMAC-SHA256', signedAt, scope.join('/'), hash].join('\n')).toString('hex');
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(pair => pair.join('='))
    .join('&');
}

function hmac(secret: Buffer, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest();
}

/** RFC 3986, which encodes five characters more than encodeURIComponent does. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
