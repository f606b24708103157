import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Answer } from '../../shared/http/answer.ts';
import { type FunctionName, otherwise, routes } from '../manifest.ts';
import { headTooLarge, turned } from './http-limits.ts';
import { type Listening, listening } from './listening.ts';

/** API Gateway takes no larger body, bytes. */
const largestPayload = 10 * 1024 * 1024;

export type Answering = {
  now: () => number;
  port?: number | undefined;
  invoke: (name: FunctionName, event: APIGatewayProxyEventV2) => Promise<Answer>;
  /** Answers what is the host's own, before any function is asked. */
  own?: Own;
};

/** Undefined when a request is not the host's own. */
export type Own = (event: APIGatewayProxyEventV2) => Promise<Answer | undefined>;

/** Stands in for API Gateway's HTTP API: the manifest's routes on 127.0.0.1, payload format 2.0. */
export async function openFrontDoor({ now, port = 0, invoke, own }: Answering): Promise<Listening> {
  const server = createServer(async (request, response) => {
    try {
      const body = await bodyOf(request);
      const tooLarge = headTooLarge(request);
      if (tooLarge) return tell(response, tooLarge);
      if (!body) return tell(response, turned(413, 'Request Entity Too Large'));
      const address = addressOf(request.url ?? '');
      if (!address) return tell(response, turned(400, 'Bad Request'));
      const { wakes, ...event } = eventFrom(request, { body, address, timeEpoch: now() });
      tell(response, (await own?.(event)) ?? (await invoke(wakes, event)));
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      tell(response, turned(500, 'Internal Server Error'));
    }
  });
  return listening(server, { port, pages: true });
}

type Address = {
  /** As it came. */
  encoded: string;
  /** As API Gateway hands it on, percent-decoded. */
  path: string;
  query: string;
};

/** Taken apart as it is written: nothing is normalised, no ".." and no "//". Undefined of one that names a host of its own. */
function addressOf(url: string): Address | undefined {
  if (!url.startsWith('/')) return undefined;
  const [encoded = '', query = ''] = url.split(/\?(.*)/s);
  // A "?" that was percent-coded ends the path as well: so says who has looked at API Gateway (docs/stand-ins.md).
  return { encoded, path: decoded(encoded).replace(/\?.*/s, ''), query };
}

/** What cannot be decoded stays as it came. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Routed = { wakes: FunctionName; routeKey: string; pathParameters?: Record<string, string> };

/** A path wakes its function however it is asked, with or without a slash at its end; what no route names, `otherwise`. */
function routeOf(encoded: string): Routed {
  for (const { path, wakes } of routes) {
    const match = pattern(path).exec(encoded);
    const parameters = Object.entries(match?.groups ?? {}).map(([name, text]) => [name, decoded(text)]);
    const found = parameters.length > 0 ? { pathParameters: Object.fromEntries(parameters) } : {};
    if (match) return { wakes, routeKey: `ANY ${path}`, ...found };
  }
  return { wakes: otherwise, routeKey: '$default' };
}

function pattern(path: string): RegExp {
  return new RegExp(
    `^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}${path === '/' ? '' : '/?'}$`,
  );
}

type Arrived = { body: Buffer; address: Address; timeEpoch: number };

/** The event, in payload format 2.0, and whom it wakes. What of it AWS says where is in docs/stand-ins.md. */
function eventFrom(
  request: IncomingMessage,
  { body, address: { encoded, path, query }, timeEpoch }: Arrived,
): APIGatewayProxyEventV2 & { wakes: FunctionName } {
  const { wakes, routeKey, pathParameters } = routeOf(encoded);
  const method = request.method ?? 'GET';
  const { cookie = [], ...distinct } = request.headersDistinct;
  const headers = Object.fromEntries(Object.entries(distinct).map(([name, values = []]) => [name, values.join(',')]));
  const cookies = cookie.flatMap(each => each.split(/;\s*/)).filter(Boolean);
  const binary = !/^(text\/|application\/(json|x-www-form-urlencoded|xml|javascript))/i.test(
    headers['content-type'] ?? 'text/plain',
  );
  return {
    wakes,
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers,
    ...(query === '' ? {} : { queryStringParameters: valuesOf(query) }),
    ...(pathParameters ? { pathParameters } : {}),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(timeEpoch).toISOString(),
      timeEpoch,
    },
    ...(body.length > 0 ? { body: body.toString(binary ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: body.length > 0 && binary,
  };
}

/** Decoded; what is given twice is joined by a comma. */
function valuesOf(query: string): Record<string, string> {
  const values = new URLSearchParams(query);
  return Object.fromEntries([...new Set(values.keys())].map(name => [name, values.getAll(name).join(',')]));
}

/** The body, or undefined when it is larger than API Gateway would take. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size <= largestPayload) chunks.push(chunk);
  }
  return size > largestPayload ? undefined : Buffer.concat(chunks);
}

function tell(response: ServerResponse, { statusCode, headers, cookies = [], body, isBase64Encoded }: Answer): void {
  response.writeHead(statusCode, { ...headers, ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) });
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
}
