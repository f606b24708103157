import { describe, expect, it } from 'vitest';
import { asset, download, json, page, seeOther } from '../../shared/http/answer.ts';

describe('an answer', () => {
  it('that is a page is kept by no cache: it shows what one unit handed in', () => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
    expect(page('<p>ước</p>')).toEqual({ statusCode: 200, headers, body: '<p>ước</p>' });
    expect(page('', 409).statusCode).toBe(409);
  });

  it('to a program is JSON, kept by no cache', () => {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    expect(json({ n: 1 })).toEqual({ statusCode: 200, headers, body: '{"n":1}' });
    const problem = json({}, 409, 'application/problem+json');
    expect([problem.statusCode, problem.headers['content-type']]).toEqual([409, 'application/problem+json']);
  });

  it('to a form that was taken sends the browser on, so that reloading never hands in twice', () => {
    const headers = { location: '/receipt/1', 'cache-control': 'no-store' };
    expect(seeOther('/receipt/1', ['a=b'])).toEqual({ statusCode: 303, headers, cookies: ['a=b'], body: '' });
    expect(seeOther('/').cookies).toEqual([]);
  });

  it('that is a file pages load is asked for again after an hour: a deployment may have changed it', () => {
    const headers = { 'content-type': 'text/css', 'cache-control': 'public, max-age=3600' };
    expect(asset('a{}', 'text/css')).toEqual({ statusCode: 200, headers, body: 'a{}' });
  });

  it('that is a download carries its bytes, and its name in any script', () => {
    const content = Uint8Array.of(0, 255);
    const { headers, ...answer } = download(content, { name: 'Số liệu.xlsx', mediaType: 'application/x' });
    expect(answer).toEqual({ statusCode: 200, body: 'AP8=', isBase64Encoded: true });
    expect(headers).toEqual({
      'content-type': 'application/x',
      'content-disposition': `attachment; filename*=UTF-8''S%E1%BB%91%20li%E1%BB%87u.xlsx`,
      'cache-control': 'no-store',
    });
  });
});
