import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../infra/manifest.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-10-31', '09:00']);
});
afterAll(() => town.leave());

const values: Record<string, string> = { name: 'house.css', month: '2021-10', edition: '1', year: '2021' };
const unknown = async (response: Response) => {
  const { type } = (await response.json().catch(() => ({}))) as { type?: string };
  return type === '/problems/not-found' || type === '/problems/wrong-method';
};

it.each(routes.map(({ method, path }) => [method, path] as const))(
  'the local host serves %s %s, as the manifest says',
  async (method, path) => {
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'x'.repeat(43));
    const headers = { accept: 'application/json', origin: town.address };
    expect(await unknown(await fetch(town.address + address, { method, headers, redirect: 'manual' }))).toBe(false);
  },
);

it('and no more: what the manifest does not name is not there', async () => {
  const headers = { accept: 'application/json' };
  for (const path of ['/admin', '/board/x', '/api', '/link', '/board/a/2021-10/1']) {
    expect(await unknown(await fetch(town.address + path, { headers })), path).toBe(true);
  }
});
