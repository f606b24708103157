import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem, type ProblemDetails } from '../../shared/domain/problem.ts';

export type Asked = {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
  cookies?: string[];
  pathParameters?: Record<string, string | undefined>;
};

/** A request in API Gateway's envelope, received at 5; a GET of "/" unless it says otherwise. */
export function asked(request: Asked = {}): APIGatewayProxyEventV2 {
  const { method = 'GET', path = '/', headers = {}, ...rest } = request;
  const http = { method, path, sourceIp: '192.0.2.1' };
  return {
    ...{ version: '2.0', rawPath: path, headers, requestContext: { http, timeEpoch: 5 } },
    ...rest,
  } as unknown as APIGatewayProxyEventV2;
}

/** What was refused of some work, and why. @throws when it was not refused by a Problem */
export function refusalOf(work: () => unknown): ProblemDetails {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error.details;
    throw error;
  }
  throw new Error('was not refused');
}
