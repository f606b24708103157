import { describe, expect, it } from 'vitest';
import { bearer, header, requestFrom, wantsJson } from '../../shared/http/request.ts';
import { asked } from './a-request.ts';

const carrying = (headers: Record<string, string>, path = '/form') => requestFrom(asked({ headers, path }));

describe('a request', () => {
  it('says how, where and when it was asked, by its envelope and no clock', () => {
    const event = asked({ method: 'PUT', path: '/api/submission' });
    expect(requestFrom(event)).toEqual({
      ...{ event, method: 'PUT', path: '/api/submission', parameters: {}, cookies: {}, receivedAt: 5 },
    });
  });

  it('names the parts of its path; one that is empty is empty', () => {
    const { parameters } = requestFrom(asked({ pathParameters: { token: 'abc', rest: undefined } }));
    expect(parameters).toEqual({ token: 'abc', rest: '' });
  });

  it('brings its headers, by names in lower case', () => {
    expect([header(carrying({ origin: 'x' }), 'origin'), header(carrying({}), 'origin')]).toEqual(['x', undefined]);
  });
});

describe('cookies', () => {
  it('are told by name, with all that is in them', () => {
    const { cookies } = requestFrom(asked({ cookies: ['a=1', ' b=x=y== ', 'c', '=d'] }));
    expect(cookies).toEqual({ a: '1', b: 'x=y== ', c: '', '': 'd' });
  });

  it('of one name count by the first: the browser sends the closer one first', () => {
    expect(requestFrom(asked({ cookies: ['a=1', 'a=2'] })).cookies).toEqual({ a: '1' });
  });
});

describe('the token a program brings', () => {
  it.each([
    ['Bearer abc-_9', 'abc-_9'],
    [`Bearer ${'a'.repeat(100)}`, 'a'.repeat(100)],
    [`Bearer ${'a'.repeat(101)}`, undefined],
    ['Bearer ', undefined],
    ['bearer abc', 'abc'],
    ['BEARER  abc', 'abc'],
    ['x Bearer abc', undefined],
    ['Bearer abc def', undefined],
    ['Bearer a+b', undefined],
    ['Basic abc', undefined],
  ])('is read from %j: %s', (authorization, token) => {
    expect(bearer(carrying({ authorization }))).toBe(token);
  });

  it('is none where none is brought', () => {
    expect(bearer(carrying({}))).toBeUndefined();
  });
});

describe('who asks', () => {
  it.each([
    ['/api/submission', undefined, true],
    ['/form', 'application/json', true],
    ['/form', 'application/problem+json, */*', true],
    ['/form', 'text/html,application/json', false],
    ['/form', undefined, false],
    ['/form/api/', undefined, false],
    ['/api', undefined, false],
  ])('of %s, preferring %s, is a program: %s', (path, accept, program) => {
    expect(wantsJson(carrying(accept === undefined ? {} : { accept }, path))).toBe(program);
  });
});
