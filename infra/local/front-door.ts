import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Answer } from '../../shared/http/answer.ts';
import { type FunctionName, otherwise, routes } from '../manifest.ts';
import { headTooLarge } from './http-limits.ts';
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
      const turned = headTooLarge(request);
      if (turned) return tell(response, turned);
      if (!body)
        return tell(response, { statusCode: 413, headers: {}, body: '{"message":"Request Entity Too Large"}' });
      const event = eventFrom(request, body, now());
      tell(response, (await own?.(event)) ?? (await invoke(functionFor(event), event)));
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      tell(response, { statusCode: 500, headers: {}, body: '{"message":"Internal Server Error"}' });
    }
  });
  return listening(server, { port, pages: true });
}

/** HEAD is answered where GET is; an address no route names goes to whoever answers otherwise. */
function functionFor(event: APIGatewayProxyEventV2): FunctionName {
  const { method, path } = event.requestContext.http;
  const asked = method === 'HEAD' ? 'GET' : method;
  return routes.find(route => route.method === asked && pattern(route.path).test(path))?.wakes ?? otherwise;
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

function eventFrom(request: IncomingMessage, body: Buffer, timeEpoch: number): APIGatewayProxyEventV2 {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name !== 'cookie')
      .map(([name, value]) => [name, [value].flat().join(',')]),
  );
  const binary = !/^(text\/|application\/(json|x-www-form-urlencoded|xml))/.test(
    headers['content-type'] ?? 'text/plain',
  );
  return {
    version: '2.0',
    routeKey: `${method} ${url.pathname}`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    queryStringParameters: Object.fromEntries(url.searchParams),
    cookies: (request.headers.cookie ?? '').split('; ').filter(Boolean),
    headers,
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: new Date(timeEpoch).toISOString(),
      timeEpoch,
    },
    body: body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary,
  };
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
