import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { headTooLarge } from '../../infra/local/http-limits.ts';
import { refuseLargeAnswer, refuseLargeEvent } from '../../infra/local/lambda-limits.ts';

/** A value of so many bytes as JSON. */
const sized = (bytes: number) => ({ body: 'x'.repeat(bytes - '{"body":""}'.length) });

describe('Lambda on one machine takes, and one byte more it refuses,', () => {
  it('an event of 6 MB from whoever waits for the answer', () => {
    refuseLargeEvent(sized(6_291_456), 'asked');
    expect(() => refuseLargeEvent(sized(6_291_457), 'asked')).toThrow(
      '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
    );
  });

  it('an event of 1 MB from whoever does not wait', () => {
    refuseLargeEvent(sized(1_048_576), 'told');
    expect(() => refuseLargeEvent(sized(1_048_577), 'told')).toThrow(
      '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
    );
  });

  it('an answer of 6 MB', () => {
    refuseLargeAnswer(sized(6_291_556));
    expect(() => refuseLargeAnswer(sized(6_291_557))).toThrow(
      'Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes).',
    );
  });
});

describe('API Gateway on one machine', () => {
  it('takes 10,240 bytes of request line and headers, and no more', () => {
    const request = (size: number) => {
      const fixed = 'GET /form HTTP/1.1cookie'.length;
      return {
        method: 'GET',
        url: '/form',
        rawHeaders: ['cookie', 'x'.repeat(size - fixed)],
      } as unknown as IncomingMessage;
    };
    expect(headTooLarge(request(10_240))).toBeUndefined();
    expect(headTooLarge(request(10_241))).toMatchObject({ statusCode: 431 });
  });
});
