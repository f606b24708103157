import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formAddress } from '../../shared/domain/collection/form-address.ts';
import { departmentIn, sample } from '../department/a-folder.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
let cookie: string;
let form: string;

/** The unit of the sample that owes the most. */
beforeAll(async () => {
  const office = departmentIn(sample);
  const unit = office.units.find(({ id }) => id === 'cong-nghiep');
  // The monthly report alone, so that the last link is to its form.
  town = await foundTown({ ...office, reports: office.reports.slice(0, 1) }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  form = formAddress({ report: office.reports[0]?.id ?? '', month: '2021-10', unit: 'cong-nghiep' });
  cookie = await town.cookieFor(await town.linkOf(unit?.mail[0] ?? ''));
});
afterAll(() => town.leave());

/** What comes over the wire, as it comes. */
function bytesOf(path: string, encoding: string): Promise<{ bytes: Buffer; encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': encoding };
    request(new URL(path, town.address), { headers }, async response => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ bytes: Buffer.concat(chunks), encoding: response.headers['content-encoding'] });
    })
      .on('error', reject)
      .end();
  });
}

describe('the form with all it loads', () => {
  it('weighs less than 60 KB on the wire', async () => {
    const { bytes } = await bytesOf(form, 'gzip, br');
    const page = gunzipSync(bytes).toString();
    const loaded = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(loaded).toHaveLength(3);
    const assets = await Promise.all(loaded.map(path => bytesOf(path, 'gzip')));
    const weight = [bytes, ...assets.map(asset => asset.bytes)].reduce((sum, each) => sum + each.byteLength, 0);
    expect(weight).toBeLessThan(60 * 1024);
  });

  it('comes unpacked to whoever cannot unpack', async () => {
    const { bytes, encoding } = await bytesOf(form, 'identity');
    expect(encoding).toBeUndefined();
    expect(bytes.toString()).toContain('</html>');
  });
});
