import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { dirname, join, relative } from 'node:path';
import { type Listening, listening } from './listening.ts';
import { contentOf, Refused } from './s3-content.ts';
import { checkPresigned } from './s3-presigned.ts';

export type S3 = {
  directory: string;
  now: () => number;
  onObjectCreated?: (created: { bucket: string; key: string }) => void;
};

type Reply = { status: number; headers?: Record<string, string>; body?: Buffer | string };
type Stored = { content: Buffer; contentType: string };
type Asked = S3 & { request: IncomingMessage; url: URL; bucket: string; key: string };

/**
 * Stands in for S3: what this product needs of it and no more. Put (plain or chunked, checksums verified, If-None-Match),
 * get, head, list, presigned get with its expiry; a file is written whole or not at all. test/local/s3.test.ts specifies it.
 */
export async function startS3(s3: S3): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const { status, headers = {}, body = '' } = await replyTo(s3, request);
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  return listening(server);
}

async function replyTo(s3: S3, request: IncomingMessage): Promise<Reply> {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
    const asked = { ...s3, request, url, bucket, key: rest.join('/') };
    refuseOutside(asked);
    if (url.searchParams.has('X-Amz-Signature')) checkPresigned(request, url, s3.now());
    if (asked.key === '') return request.method === 'GET' ? await list(asked) : { status: 200 };
    if (request.method === 'PUT') return await put(asked);
    if (request.method === 'GET' || request.method === 'HEAD') return await get(asked);
    throw new Refused(405, 'MethodNotAllowed');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${error.code}</Code><Message>${error.code}</Message></Error>`;
    return { status: error.status, headers: { 'content-type': 'application/xml' }, body };
  }
}

/** A key names a file below the directory and nothing else. */
function refuseOutside({ bucket, key }: Asked): void {
  const parts = [bucket, ...key.split('/')];
  if (parts.some(part => part === '.' || part === '..' || part.includes('\0') || part.includes('\\'))) {
    throw new Refused(400, 'InvalidURI');
  }
}

async function put(asked: Asked): Promise<Reply> {
  const content = await contentOf(asked.request);
  if (asked.request.headers['if-none-match'] === '*' && (await stored(asked)))
    throw new Refused(412, 'PreconditionFailed');
  const path = pathOf(asked);
  await writeWhole(`${path}.type`, asked.request.headers['content-type'] ?? 'application/octet-stream');
  await writeWhole(path, content);
  asked.onObjectCreated?.({ bucket: asked.bucket, key: asked.key });
  return { status: 200, headers: { etag: etagOf(content) } };
}

async function get(asked: Asked): Promise<Reply> {
  const found = await stored(asked);
  if (!found) throw new Refused(404, 'NoSuchKey');
  const { searchParams } = asked.url;
  const disposition = searchParams.get('response-content-disposition');
  const headers = {
    'content-type': searchParams.get('response-content-type') ?? found.contentType,
    etag: etagOf(found.content),
    ...(disposition ? { 'content-disposition': disposition } : {}),
  };
  return { status: 200, headers, body: found.content };
}

async function list(asked: Asked): Promise<Reply> {
  const { searchParams } = asked.url;
  const most = Number(searchParams.get('max-keys') ?? 1_000);
  const after = searchParams.get('continuation-token') ?? searchParams.get('start-after') ?? '';
  const keys = (await keysIn(join(asked.directory, encodeURIComponent(asked.bucket))))
    .filter(key => key.startsWith(searchParams.get('prefix') ?? '') && key > after)
    .sort();
  const page = keys.slice(0, most);
  const next = keys.length > most ? `<NextContinuationToken>${escaped(page.at(-1) ?? '')}</NextContinuationToken>` : '';
  const contents = page.map(key => `<Contents><Key>${escaped(key)}</Key></Contents>`).join('');
  const body = `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${escaped(asked.bucket)}</Name><KeyCount>${page.length}</KeyCount><IsTruncated>${next !== ''}</IsTruncated>${next}${contents}</ListBucketResult>`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body };
}

async function keysIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.object'))
    .map(entry =>
      relative(directory, join(entry.parentPath, entry.name)).split(/[\\/]/).map(decodeURIComponent).join('/'),
    )
    .map(path => path.slice(0, -'.object'.length));
}

async function stored(asked: Asked): Promise<Stored | undefined> {
  const path = pathOf(asked);
  const content = await readFile(path).catch(() => undefined);
  return content && { content, contentType: await readFile(`${path}.type`, 'utf8') };
}

/** Encoded part by part, so that a key may hold what a file name may not, on every system. */
function pathOf({ directory, bucket, key }: Asked): string {
  return `${join(directory, ...[bucket, ...key.split('/')].map(part => encodeURIComponent(part)))}.object`;
}

async function writeWhole(path: string, content: Buffer | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

function etagOf(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
