import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { refused } from './s3-refused.ts';

/** A request, path-style: "/bucket/key?query". `path` is as it was sent, still encoded; no key: the bucket is meant. */
export type S3Request = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  bucket: string;
  key: string;
};

const queries = /^(x-id|list-type|prefix|max-keys|continuation-token|start-after|response-content-(type|disposition))$/;

/**
 * Reads what is asked of S3. What the stand-in does not understand it refuses: an answer to half a question is wrong.
 * @throws Refused 400 InvalidURI, InvalidBucketName, KeyTooLongError, MetadataTooLarge, EntityTooLarge; 501 NotImplemented
 */
export function s3RequestFrom({ method = '', url = '/', headers }: IncomingMessage): S3Request {
  // Not the URL class: it would resolve "..", and the signature is over the path as it was sent.
  const [path = '', query] = url.split(/\?(.*)/s);
  const [bucket = '', ...key] = path.slice(1).split('/').map(decoded);
  const asked = { method, path, query: new URLSearchParams(query), headers, bucket, key: key.join('/') };
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw refused('InvalidBucketName');
  refuseUnsafe(asked.key);
  refuseTooLarge(asked);
  refuseUnknown(asked);
  return asked;
}

/** Bytes, as S3 counts them (User Guide, "Naming objects", "User-defined metadata", "Uploading objects"). */
const longestKey = 1_024;
const largestMetadata = 2_048;
const largestPut = 5 * 1024 ** 3;

function refuseTooLarge({ key, headers }: S3Request): void {
  if (Buffer.byteLength(key) > longestKey) throw refused('KeyTooLongError');
  const metadata = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('x-amz-meta-') ? [name.slice('x-amz-meta-'.length), String(value)] : [],
  );
  if (Buffer.byteLength(metadata.join('')) > largestMetadata) throw refused('MetadataTooLarge');
  if (Number(headers['content-length'] ?? 0) > largestPut) throw refused('EntityTooLarge');
}

/** A key names one file below its bucket, on every system, and nothing else. */
function refuseUnsafe(key: string): void {
  const parts = key === '' ? [] : key.split('/');
  if (parts.some(part => /^\.{0,2}$|[\\\0]/.test(part))) throw refused('InvalidURI');
}

function refuseUnknown({ query, headers }: S3Request): void {
  const known = [...query.keys()].every(name => queries.test(name) || /^x-amz-/i.test(name));
  const conditional = headers['if-match'] !== undefined || (headers['if-none-match'] ?? '*') !== '*';
  if (!known || conditional || headers['x-amz-copy-source'] !== undefined) throw refused('NotImplemented');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refused('InvalidURI');
  }
}
