import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';

/** What S3 answers to a request it does not carry out. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** The content of a put, whole and as its checksum says. @throws Refused 400 BadDigest */
export async function contentOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const chunked = (request.headers['content-encoding'] ?? '').includes('aws-chunked');
  const { content, trailers } = chunked ? unchunked(body) : { content: body, trailers: {} };
  verify(content, { ...request.headers, ...trailers });
  return content;
}

/** Reads "size CRLF data CRLF … 0 CRLF trailers" (SigV4 streaming, "aws-chunked"). */
function unchunked(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw new Refused(400, 'IncompleteBody');
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    at = end + 2;
    if (size === 0) break;
    parts.push(body.subarray(at, at + size));
    at += size + 2;
  }
  const trailers = body
    .toString('latin1', at)
    .split('\r\n')
    .flatMap(line =>
      line.includes(':')
        ? [
            line
              .split(/:(.*)/s)
              .slice(0, 2)
              .map(part => part.trim()),
          ]
        : [],
    );
  return { content: Buffer.concat(parts), trailers: Object.fromEntries(trailers) };
}

function verify(content: Buffer, headers: Record<string, string | string[] | undefined>): void {
  const said: Record<string, () => string> = {
    'x-amz-checksum-crc32': () => crc32Of(content),
    'x-amz-checksum-sha256': () => createHash('sha256').update(content).digest('base64'),
    'content-md5': () => createHash('md5').update(content).digest('base64'),
  };
  for (const [name, computed] of Object.entries(said)) {
    if (headers[name] !== undefined && headers[name] !== computed()) throw new Refused(400, 'BadDigest');
  }
}

function crc32Of(content: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(content));
  return bytes.toString('base64');
}
