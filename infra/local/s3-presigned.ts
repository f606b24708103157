import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refused } from './s3-content.ts';

/** The one secret of the local host; it opens nothing but what listens on this machine. */
export const localSecret = 'local';

/** Checks a presigned address: signed by us, unchanged, and not past its time. @throws Refused 403 */
export function checkPresigned(request: IncomingMessage, url: URL, now: number): void {
  const asked = url.searchParams;
  const signedAt = asked.get('X-Amz-Date') ?? '';
  const begun = Date.parse(signedAt.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!(now < begun + Number(asked.get('X-Amz-Expires')) * 1_000)) throw new Refused(403, 'AccessDenied');
  if (signatureOf(request, url, signedAt) !== asked.get('X-Amz-Signature'))
    throw new Refused(403, 'SignatureDoesNotMatch');
}

/** Signature Version 4 of a request whose signature stands in its address (AWS, "Authenticating requests: query"). */
function signatureOf(request: IncomingMessage, url: URL, signedAt: string): string {
  const [, date = '', region = '', service = ''] = (url.searchParams.get('X-Amz-Credential') ?? '').split('/');
  const signedHeaders = url.searchParams.get('X-Amz-SignedHeaders') ?? '';
  const headers = signedHeaders.split(';').map(name => `${name}:${request.headers[name] ?? ''}\n`);
  const parameters = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort();
  const canonical = [
    request.method,
    url.pathname,
    parameters.join('&'),
    headers.join(''),
    signedHeaders,
    'UNSIGNED-PAYLOAD',
  ];
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${localSecret}`,
  );
  return createHmac('sha256', key).update(`AWS4-HMAC-SHA256\n${signedAt}\n${scope}\n${hash}`).digest('hex');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
