import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../shared/http/answer.ts';

/** What API Gateway takes of an HTTP API ("Quotas for configuring and running an HTTP API"), bytes. */
const largestHead = 10_240;

/** How a request is turned away whose line and headers are too long together; undefined when they are not. */
export function headTooLarge({ method = '', url = '', rawHeaders }: IncomingMessage): Answer | undefined {
  const line = `${method} ${url} HTTP/1.1`;
  const size = rawHeaders.reduce((sum, each) => sum + Buffer.byteLength(each), Buffer.byteLength(line));
  return size > largestHead ? turned(431, 'Request Header Fields Too Large') : undefined;
}

/** What API Gateway itself answers to a request that it does not pass on. */
export function turned(statusCode: number, message: string): Answer {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}
