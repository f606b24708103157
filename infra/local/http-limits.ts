import type { IncomingMessage } from 'node:http';

/** What API Gateway takes of an HTTP API ("Quotas for configuring and running an HTTP API"), bytes. */
const largestHead = 10_240;

/** What is answered to a request past a limit, before anybody is asked. */
export type Turned = { statusCode: number; headers: Record<string, string>; body: string };

/** How a request is turned away whose line and headers are too long together; undefined when they are not. */
export function headTooLarge({ method = '', url = '', rawHeaders }: IncomingMessage): Turned | undefined {
  const line = `${method} ${url} HTTP/1.1`;
  const size = rawHeaders.reduce((sum, each) => sum + Buffer.byteLength(each), Buffer.byteLength(line));
  return size > largestHead ? turned(431, 'Request Header Fields Too Large') : undefined;
}

function turned(statusCode: number, message: string): Turned {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) };
}
