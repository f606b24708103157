import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { refused } from './s3-refused.ts';

/**
 * The content of a put, plain or "aws-chunked", whole and as its checksums say.
 * @throws Refused 400 IncompleteBody, BadDigest; 501 for a checksum that could not be verified
 */
export async function contentOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const chunked = request.headers['x-amz-decoded-content-length'] !== undefined;
  const { content, trailers } = chunked ? unchunked(body) : { content: body, trailers: {} };
  verify(content, { ...request.headers, ...trailers });
  return content;
}

/** Reads "size CRLF data CRLF … 0 CRLF trailers", where a size may be followed by its chunk's signature. */
function unchunked(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const head = /^([0-9a-f]{1,8})(;.*)?$/i.exec(body.toString('latin1', at, Math.max(at, end)));
    if (!head?.[1]) throw refused('IncompleteBody');
    const [from, size] = [end + 2, Number.parseInt(head[1], 16)];
    if (size === 0) return { content: Buffer.concat(parts), trailers: trailersIn(body.toString('latin1', from)) };
    parts.push(body.subarray(from, from + size));
    at = from + size + 2;
  }
}

function trailersIn(text: string): Record<string, string> {
  const lines = text.split('\n').map(line => ({ line, colon: line.indexOf(':') }));
  const trailers = lines.filter(({ colon }) => colon > 0);
  return Object.fromEntries(
    trailers.map(({ line, colon }) => [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]),
  );
}

const checksums: Record<string, (content: Buffer) => string> = {
  'content-md5': content => createHash('md5').update(content).digest('base64'),
  'x-amz-checksum-crc32': crc32Of,
  'x-amz-checksum-sha256': content => createHash('sha256').update(content).digest('base64'),
};

function verify(content: Buffer, headers: IncomingHttpHeaders): void {
  const length = headers['x-amz-decoded-content-length'] ?? content.byteLength;
  if (Number(length) !== content.byteLength) throw refused('IncompleteBody');
  const promised = [headers['x-amz-trailer'] ?? []].flat();
  if (promised.some(name => headers[name] === undefined)) throw refused('IncompleteBody');
  const given = Object.keys(headers).filter(name => /^(content-md5|x-amz-checksum-(?!algorithm|type).*)$/.test(name));
  for (const name of given) {
    const computed = checksums[name]?.(content);
    if (computed === undefined) throw refused('NotImplemented');
    if (headers[name] !== computed) throw refused('BadDigest');
  }
}

function crc32Of(content: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(content));
  return bytes.toString('base64');
}
