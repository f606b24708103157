import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asset, download, json, page } from '../../shared/http/answer.ts';
import { packed } from '../../shared/http/packed.ts';

const long = 'Số liệu '.repeat(200);

describe('an answer', () => {
  it.each([
    ['a page', page(long)],
    ['JSON', json([long])],
    ['a style', asset(long, 'text/css')],
  ])('that is %s is packed for who takes gzip: a clerk’s phone loads a fifth', (_, answer) => {
    const { body, headers, ...rest } = packed(answer, 'deflate, gzip;q=1.0, br');
    expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe(answer.body);
    expect(headers).toEqual({ ...answer.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(rest).toEqual({ statusCode: 200, isBase64Encoded: true });
    expect(body.length).toBeLessThan(answer.body.length / 5);
  });

  it.each([
    ['nobody says what is taken', page(long), undefined],
    ['gzip is not taken', page(long), 'br, xgzipped'],
    ['it is packed by itself', download(Buffer.from(long), { name: '', mediaType: 'text/plain' }), 'gzip'],
    ['it is a picture', asset(long, 'image/png'), 'gzip'],
    ['its kind only looks like text', asset(long, 'application/x-text/application/json'), 'gzip'],
    ['nobody says what it is', { statusCode: 200, headers: {}, body: long }, 'gzip'],
    ['it is short', page('x'.repeat(1_023)), 'gzip'],
  ])('is left as it is when %s', (_, answer, accepted) => {
    expect(packed(answer, accepted)).toBe(answer);
  });

  it('is packed from a kilobyte on', () => {
    expect(packed(page('x'.repeat(1_024)), 'gzip').isBase64Encoded).toBe(true);
  });
});
