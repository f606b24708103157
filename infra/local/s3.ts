import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tellFault } from './hindrance.ts';
import { type Listening, listening } from './listening.ts';
import { contentOf } from './s3-content.ts';
import { type About, bucketExists, clearUnfinished, createBucket, keep, listed, open } from './s3-files.ts';
import { checkPresigned } from './s3-presigned.ts';
import { isRefused, refused } from './s3-refused.ts';
import { type S3Request, s3RequestFrom } from './s3-request.ts';

export type S3 = {
  /** Where the objects are kept, as files. */
  directory: string;
  /** The time by which presigned addresses expire, milliseconds since 1970. */
  now?: () => number;
  /** Keys that are written once and never again; "*" stands for anything, "?" for one letter (the bucket's policy). */
  frozen?: readonly string[];
  /** Told of every object once it is kept; what it throws fails the put. */
  onObjectCreated?: (created: { bucket: string; key: string }) => void;
};

type Asked = Required<Pick<S3, 'directory' | 'now' | 'frozen'>> & S3 & S3Request & { request: IncomingMessage };
type Reply = { status: number; headers?: Record<string, string>; body?: Buffer | string };

/**
 * Stands in for S3: what this product needs of it and no more. Put (plain or chunked, checksums verified, If-None-Match),
 * get, head, list, presigned get with its expiry; an object is kept whole or not at all. test/local/s3.test.ts specifies it.
 */
export async function startS3(s3: S3): Promise<Listening> {
  clearUnfinished(s3);
  const server = createServer(async (request, response) => {
    try {
      tell(request, response, await replyTo(s3, request));
    } catch (error) {
      if (!request.errored) tell(request, response, refusal(s3.directory, error));
    }
  });
  return listening(server);
}

async function replyTo(s3: S3, request: IncomingMessage): Promise<Reply> {
  const asked = { now: Date.now, frozen: [], ...s3, ...s3RequestFrom(request), request };
  refuseStrangers(asked);
  const of = asked.key === '' ? 'bucket' : 'object';
  if (asked.method === 'PUT' && of === 'bucket') return create(asked);
  if (!bucketExists(asked)) throw refused('NoSuchBucket');
  if (asked.method === 'PUT') return put(asked);
  if (asked.method === 'HEAD' && of === 'bucket') return { status: 200 };
  if (asked.method === 'GET' && of === 'bucket') return list(asked);
  if (asked.method === 'GET' || asked.method === 'HEAD') return get(asked);
  throw refused('NotImplemented');
}

/**
 * The signatures of our own programs, in a header, are taken as they are; a presigned address is in the hands of others,
 * so it is verified.
 */
function refuseStrangers(asked: Asked): void {
  if (asked.query.has('X-Amz-Signature')) checkPresigned(asked, asked.now());
  else if (!asked.headers.authorization) throw refused('AccessDenied');
}

function create(asked: Asked): Reply {
  createBucket(asked);
  return { status: 200, headers: { location: `/${asked.bucket}` } };
}

async function put(asked: Asked): Promise<Reply> {
  const onlyIfAbsent = asked.headers['if-none-match'] === '*';
  if (!onlyIfAbsent && asked.frozen.some(pattern => isLike(pattern, asked.key))) throw refused('AccessDenied');
  const content = await contentOf(asked.request);
  const { 'content-type': contentType = 'application/octet-stream', 'content-disposition': contentDisposition } =
    asked.headers;
  const lastModified = new Date(asked.now()).toISOString();
  const { etag } = await keep(asked, { content, contentType, contentDisposition, lastModified, onlyIfAbsent });
  asked.onObjectCreated?.({ bucket: asked.bucket, key: asked.key });
  return { status: 200, headers: { etag } };
}

/** As in a policy: "*" stands for anything, "/" too, and "?" for one letter. */
function isLike(pattern: string, key: string): boolean {
  const literally = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literally.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(key);
}

function get(asked: Asked): Reply {
  const found = open(asked);
  if (!found) throw refused('NoSuchKey');
  const { about, content } = found;
  const disposition = asked.query.get('response-content-disposition') ?? about.contentDisposition;
  const headers = {
    'content-type': asked.query.get('response-content-type') ?? about.contentType,
    'last-modified': new Date(about.lastModified).toUTCString(),
    etag: about.etag,
    ...(disposition ? { 'content-disposition': disposition } : {}),
  };
  return { status: 200, headers, body: content };
}

function list(asked: Asked): Reply {
  if (asked.query.get('list-type') !== '2') throw refused('NotImplemented');
  const prefix = asked.query.get('prefix') ?? '';
  const most = Math.min(Number(asked.query.get('max-keys') ?? 1_000), 1_000);
  const after = asked.query.get('continuation-token') ?? asked.query.get('start-after') ?? '';
  const left = listed(asked, prefix).filter(({ key }) => key > after);
  const page = left.slice(0, most);
  const last = left.length > page.length ? page.at(-1)?.key : undefined;
  const body = [
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`,
    `<Name>${asked.bucket}</Name><Prefix>${escaped(prefix)}</Prefix><MaxKeys>${most}</MaxKeys>`,
    `<KeyCount>${page.length}</KeyCount><IsTruncated>${last !== undefined}</IsTruncated>`,
    last === undefined ? '' : `<NextContinuationToken>${escaped(last)}</NextContinuationToken>`,
    ...page.map(contents),
    '</ListBucketResult>',
  ];
  return { status: 200, ...xml(body.join('')) };
}

function contents({ key, about }: { key: string; about: About }): string {
  const { lastModified, etag, size } = about;
  return `<Contents><Key>${escaped(key)}</Key><LastModified>${lastModified}</LastModified><ETag>${escaped(etag)}</ETag><Size>${size}</Size></Contents>`;
}

/** A fault of the stand-in itself is told on its console, and to the caller as S3 would. */
function refusal(directory: string, error: unknown): Reply {
  if (!isRefused(error)) tellFault(directory, error);
  const { status, code, message } = isRefused(error) ? error : refused('InternalError');
  return { status, ...xml(`<Error><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`) };
}

function tell(request: IncomingMessage, response: ServerResponse, { status, headers = {}, body = '' }: Reply): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function xml(text: string): Pick<Reply, 'headers' | 'body'> {
  return { headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>\n${text}` };
}

function escaped(text: string): string {
  return text.replace(/[&<>"]|\p{Cc}/gu, character => `&#${character.charCodeAt(0)};`);
}
