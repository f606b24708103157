import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpRouter, { type Method } from '@middy/http-router';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { Problem, type ProblemDetails, problem } from '../domain/problem.ts';
import { log } from '../log.ts';
import { type Answer, json } from './answer.ts';
import { fits } from './fitting.ts';
import { packed } from './packed.ts';
import { header, type Request, requestFrom, wantsJson } from './request.ts';

/** A route by its method and path, "POST /link/{token}", and what answers it. */
export type Routes = Record<string, (request: Request) => Promise<Answer> | Answer>;

export type Edge = {
  routes: Routes;
  /** Where people reach the pages; a form must come from there. */
  baseUrl: () => string;
  /** The secret of a session, if one came in a cookie. */
  cookieIn: (request: Request) => string | undefined;
  /** Counts a secret that was refused, by its sender's network address. How long to wait, milliseconds, after too many. */
  countRefusal: (address: string, now: number) => Promise<number | undefined>;
  /** Shows a problem to people. */
  problemPage: (details: ProblemDetails, request: Request) => Promise<Answer> | Answer;
};

/**
 * An HTTP function: finds the route, keeps other sites' forms out, turns a thrown Problem into an answer, and sends every
 * answer with the house's headers. Anything else thrown is a fault of ours: 500, logged, and the alarm rings.
 */
export function atTheEdge({ routes, baseUrl, cookieIn, countRefusal, problemPage }: Edge) {
  const wrongMethod = wrongMethodIn(routes);
  return middy<APIGatewayProxyEventV2, Answer, Error, Context>()
    .use(httpHeaderNormalizer())
    .use({
      before: ({ event }) => {
        event.headers ??= {};
        const asked = requestFrom(event);
        if (isCrossSite(asked, baseUrl())) throw wrongMethod(asked) ?? problem.crossSite();
      },
      after: request => {
        const { event, response = json({}, 500) } = request;
        Object.assign(response.headers, securityHeaders);
        const isHead = event.requestContext.http.method === 'HEAD';
        const answer = isHead ? { ...response, body: '' } : packed(response, event.headers['accept-encoding']);
        if (!fits(answer)) throw problem.answerTooLarge();
        request.response = answer;
      },
      onError: async request => {
        const asked = requestFrom(request.event);
        const wait = refusesSecret(request.error, asked, cookieIn)
          ? await countRefusal(asked.event.requestContext.http.sourceIp, asked.receivedAt)
          : undefined;
        const details = detailsOf(wait ? problem.tooManyRefused(Math.ceil(wait / 1_000)) : request.error, asked);
        const answer = wantsJson(asked)
          ? json({ ...details, type: `/problems/${details.type}` }, details.status, 'application/problem+json')
          : await problemPage(details, asked);
        Object.assign(answer.headers, securityHeaders, headersOf(details));
        request.response = answer;
      },
    })
    .handler(
      httpRouter<APIGatewayProxyEventV2, Answer>({
        routes: routesWithHead(routes),
        notFoundResponse: asked => {
          throw wrongMethod(asked) ?? problem.notFound();
        },
      }),
    );
}

/** Everything a page loads comes from us, no page may stand in another's frame, and no address of ours travels on. */
const securityHeaders: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  // Not "no-referrer": with it a browser posts our own forms with "Origin: null" (Fetch, 3.2).
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-robots-tag': 'noindex',
};

/**
 * A browser names the site a form was posted from; one that names none, or another, is refused. A program that carries
 * its own token has no cookie to be abused; one that carries nothing is told so by the API.
 */
function isCrossSite(request: Request, baseUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  if (header(request, 'authorization') !== undefined) return false;
  if (request.path.startsWith('/api/') && Object.keys(request.cookies).length === 0) return false;
  return header(request, 'origin') !== baseUrl;
}

/** The problems that tell whoever sent a secret that it opens nothing. */
const refusals = ['unknown-link', 'used-sign-in', 'no-session', 'no-staff-session'];

/** True when a secret was sent, and refused: who sent none, as when a session has ended in the browser, guessed nothing. */
function refusesSecret(error: unknown, request: Request, cookieIn: Edge['cookieIn']): boolean {
  const sent = request.parameters.token ?? header(request, 'authorization') ?? cookieIn(request);
  return sent !== undefined && error instanceof Problem && refusals.includes(error.details.type);
}

function headersOf({ allow, retryAfter }: ProblemDetails): Record<string, string> {
  return {
    ...(allow && { allow: allow.join(', ') }),
    ...(retryAfter && { 'retry-after': String(retryAfter) }),
  };
}

/** What was refused is logged; where it was asked is not, since an address may hold a secret. */
function detailsOf(error: unknown, { method }: Request): ProblemDetails {
  if (error instanceof Problem) {
    const { type, status } = error.details;
    log.info('a request was refused', { problem: type, status, method });
    return error.details;
  }
  log.error('a request failed', error instanceof Error ? error : new Error(String(error)));
  return {
    type: 'failure',
    status: 500,
    title: 'Hệ thống gặp lỗi',
    detail:
      method === 'GET' || method === 'HEAD'
        ? 'Trang này chưa mở được; chưa có gì thay đổi. Hãy thử lại sau ít phút.'
        : 'Chưa rõ việc vừa làm đã được ghi nhận hay chưa. Hãy mở lại trang trước để xem; chưa thấy thì hãy làm lại.',
  };
}

/** HEAD is GET without its body, wherever there is a GET: mail scanners send it before people click. */
function routesWithHead(routes: Routes) {
  return Object.entries(routes).flatMap(([route, answer]) => {
    const [method, path] = route.split(' ') as [Method, string];
    const handler = async (event: APIGatewayProxyEventV2) => answer(requestFrom(event));
    return (method === 'GET' ? (['GET', 'HEAD'] as const) : [method]).map(each => ({ method: each, path, handler }));
  });
}

/** What is wrong with a path we have, asked in a way we do not answer; undefined for any other. */
function wrongMethodIn(routes: Routes) {
  const known = Object.keys(routes).map(route => {
    const [method, path] = route.split(' ') as [Method, string];
    return { method, path: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`) };
  });
  return ({ path, method }: Pick<Request, 'path' | 'method'>) => {
    const allow = known.filter(route => route.path.test(path)).map(({ method }) => method);
    return allow.length > 0 && !allow.includes(method as Method) ? problem.wrongMethod(allow) : undefined;
  };
}
