import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { routes } from '../../infra/manifest.ts';
import { type Act, may } from '../../shared/domain/office/roles.ts';
import type { Role } from '../../shared/domain/office/staff.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

/** Whom each door lets through: anyone, a unit with its own session, or staff whose role allows the act. */
const guards: Record<string, 'anyone' | 'a unit' | Act> = {
  'GET /': 'anyone',
  'GET /assets/{name}': 'anyone',
  'GET /link/{token}': 'anyone',
  'POST /link/{token}': 'anyone',
  'GET /form/{report}/{month}/{unit}': 'a unit',
  'POST /form/{report}/{month}/{unit}': 'a unit',
  'GET /form/{report}/{month}/{unit}/check': 'a unit',
  'GET /form/{report}/{month}/{unit}/template': 'a unit',
  'GET /form/{report}/{month}/{unit}/history': 'a unit',
  'GET /form/{report}/{month}/{unit}/receipt/{key}': 'a unit',
  'GET /form/{report}/{month}/{unit}/correct': 'a unit',
  'POST /form/{report}/{month}/{unit}/correct': 'a unit',
  'GET /form': 'a unit',
  'POST /form': 'a unit',
  'GET /form/template': 'a unit',
  'GET /history': 'a unit',
  'GET /receipt/{key}': 'a unit',
  'GET /api/openapi.json': 'anyone',
  'GET /api/submission': 'a unit',
  'PUT /api/submission': 'a unit',
  'GET /api/receipt/{key}': 'a unit',
  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /sign-in/{token}': 'anyone',
  'POST /sign-in/{token}': 'anyone',
  'POST /sign-out': 'anyone',
  'GET /board': 'look on',
  'GET /board/{report}/{month}': 'look on',
  'GET /board/{report}/{month}/preview': 'see what units hand in',
  'GET /board/{report}/{month}/preview/{file}': 'see what units hand in',
  'GET /board/{report}/{month}/figures': 'see what units hand in',
  'GET /board/{report}/{month}/figures/{indicator}': 'see what units hand in',
  'GET /board/{report}/{month}/lists/{list}': 'see what units hand in',
  'GET /board/{report}/{month}/tables/{file}': 'see what units hand in',
  'GET /board/{report}/{month}/units/{unit}': 'see what units hand in',
  'GET /board/{report}/{month}/units/{unit}/edit': 'see what units hand in',
  'POST /board/{report}/{month}/edit': 'coordinate',
  'POST /board/{report}/{month}/mend': 'coordinate',
  'GET /board/{report}/{month}/units/{unit}/correct': 'coordinate',
  'POST /board/{report}/{month}/units/{unit}/correct': 'coordinate',
  'GET /board/{report}/{month}/corrections': 'see what units hand in',
  'POST /board/{report}/{month}/corrections': 'coordinate',
  'GET /board/{report}/{month}/reissue': 'coordinate',
  'POST /board/{report}/{month}/reissue': 'coordinate',
  'GET /board/{report}/{month}/release': 'coordinate',
  'POST /board/{report}/{month}/release': 'coordinate',
  'POST /board/{report}/{month}/extend': 'coordinate',
  'GET /board/{report}/{month}/recall': 'coordinate',
  'POST /board/{report}/{month}/recall': 'coordinate',
  'POST /board/{report}/{month}/remind': 'coordinate',
  'POST /board/{report}/{month}/link': 'coordinate',
  'GET /board/{report}/{month}/revoke': 'coordinate',
  'POST /board/{report}/{month}/revoke': 'coordinate',
  'POST /board/{report}/{month}/resend': 'send again',
  'GET /board/{report}/{month}/issuing': 'look on',
  'GET /board/{report}/{month}/issuing/confirm': 'look on',
  'POST /board/{report}/{month}/issuing/pass': 'look on',
  'POST /board/{report}/{month}/issuing/approve': 'approve',
  'POST /board/{report}/{month}/issuing/number': 'number',
  'POST /board/{report}/{month}/issuing/return': 'look on',
  'POST /board/{report}/{month}/issuing/resubmit': 'coordinate',
  'POST /board/{report}/{month}/issuing/redraft': 'coordinate',
  'POST /board/{report}/{month}/issuing/signed': 'look on',
  'POST /board/{report}/{month}/issuing/take': 'look on',
  'POST /board/{report}/{month}/issuing/addresses': 'look on',
  'GET /board/{report}/{month}/{edition}/{file}': 'look on',
  'GET /board/{report}/{month}/{edition}/returned/{file}': 'look on',
  'GET /api/signing/{token}': 'anyone',
  'POST /api/signing/{token}': 'anyone',
  'GET /years/{report}/{year}': 'see what units hand in',
  'GET /kiem-tra': 'anyone',
  'POST /kiem-tra': 'anyone',
  'GET /download/{token}': 'anyone',
  'GET /download/{token}/{file}': 'anyone',
};

const places: Record<string, string> = {
  name: 'house.css',
  report: 'bao-cao-thang',
  month: '2021-10',
  year: '2021',
  edition: '1',
  unit: 'phong-a',
  indicator: 'xuat-khau',
  file: 'pdf',
};

const formOfA = '/form/bao-cao-thang/2021-10/phong-a';

const staff: Record<string, Role> = { 'a coordinator': 'coordinator', 'an approver': 'approver', 'a clerk': 'clerk' };
const people = ['nobody', 'a unit', ...Object.keys(staff)];

let town: Town;
const cookies = new Map<string, string>([['nobody', '']]);

beforeAll(async () => {
  const department = departmentWith(reportWith());
  department.staff = Object.values(staff).map(role => ({
    id: role,
    name: role,
    mail: `${role}@so.example`,
    roles: [role],
  }));
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  cookies.set('a unit', await town.cookieFor(await town.linkOf('phong-a@so.example')));
  for (const [who, role] of Object.entries(staff))
    cookies.set(who, await town.cookieFor(await town.signInLinkOf(`${role}@so.example`)));
});
afterAll(() => town.leave());

async function knock(method: string, path: string, sent: Record<string, string>): Promise<number> {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? 'x'.repeat(43));
  const headers = { ...sent, ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) };
  const { status } = await fetch(town.address + address, { method, redirect: 'manual', headers });
  return status;
}

function letsThrough(guard: 'anyone' | 'a unit' | Act, who: string): boolean {
  if (guard === 'anyone' || guard === who) return true;
  const role = staff[who];
  return guard !== 'a unit' && role !== undefined && may({ roles: [role] }, guard);
}

describe('every door', () => {
  it('has its guard written down here', () => {
    expect(Object.keys(guards).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it.each(
    routes
      .filter(({ path }) => path !== '/sign-out')
      .flatMap(({ method, path }) => people.map(who => [method, path, who] as const)),
  )('%s %s lets %s through, or not, as its guard says', async (method, path, who) => {
    const guard = guards[`${method} ${path}`] ?? 'anyone';
    const status = await knock(method, path, { origin: town.address, cookie: cookies.get(who) ?? '' });
    if (letsThrough(guard, who)) expect([401, 403, 500]).not.toContain(status);
    else expect(status).toBe(staff[who] && guard !== 'a unit' ? 403 : 401);
  });

  it.each(routes.filter(({ method }) => method !== 'GET').map(({ method, path }) => [method, path] as const))(
    '%s %s is shut to a form of another site, whoever is signed in',
    async (method, path) => {
      const cookie = [...cookies.values()].filter(Boolean).join('; ');
      for (const origin of ['https://evil.example', 'null', `${town.address}.evil.example`])
        expect(await knock(method, path, { origin, cookie })).toBe(403);
      expect(await knock(method, path, { cookie })).toBe(403);
    },
  );

  it.each([
    '__Host-phien=bao-cao-thang~2021-10~phong-a~1~forged',
    '__Host-phien=',
    `__Host-phien~bao-cao-thang~2021-10~phong-a=${'x'.repeat(43)}`,
    '__Host-can-bo=forged',
    'x=y',
  ])('is shut to a cookie nobody was given: %s', async cookie => {
    for (const path of ['/form', formOfA, '/history', '/board', '/years/{report}/{year}'])
      expect(await knock('GET', path, { cookie })).toBe(401);
  });

  it.each(['/link/', '/sign-in/', '/download/', '/api/signing/'])(
    'with a secret in its address takes nothing else there, and makes no page of it: %s',
    async door => {
      const tails = ['..%5Cboard%5Cbao-cao-thang%5C2021-10%5Crelease', '%22%3E%3Cb%3E', 'a'.repeat(42), 'a'.repeat(44)];
      for (const tail of [...tails, `${'a'.repeat(42)}%0A`, `${'a'.repeat(42)}.`]) {
        const cookie = cookies.get('a coordinator') ?? '';
        const response = await fetch(town.address + door + tail, { headers: { cookie }, redirect: 'manual' });
        const text = await response.text();
        expect([response.status, text.includes('board\\'), text.includes('<b>')]).toEqual([404, false, false]);
        expect(text).not.toMatch(/action="\/(link|board|download)/);
      }
    },
  );

  it('of either function says which methods it answers, whoever asks', async () => {
    const asked = [
      ['DELETE', '/board', 'GET'],
      ['PUT', '/board/bao-cao-thang/2021-10/release', 'GET, POST'],
      ['DELETE', '/form', 'GET, POST'],
      ['OPTIONS', '/sign-in', 'GET, POST'],
      ['POST', '/api/submission', 'GET, PUT'],
    ] as const;
    for (const [method, path, allow] of asked) {
      const { status, headers } = await fetch(town.address + path, { method });
      expect([status, headers.get('allow')], `${method} ${path}`).toEqual([405, allow]);
    }
  });

  it('is shut to a session past its time, and to one that has signed out', async () => {
    const browser = browserAt(town.address);
    await browser.post(await town.signInLinkOf('approver@so.example'));
    expect((await browser.get('/board')).status).toBe(200);
    await browser.post('/sign-out');
    expect((await browser.get('/board')).status).toBe(401);
    town.setClock('2021-11-01', '21:00');
    for (const who of people) expect(await knock('GET', '/board', { cookie: cookies.get(who) ?? '' })).toBe(401);
    expect(await knock('GET', formOfA, { cookie: cookies.get('a unit') ?? '' })).toBe(401);
  });
});
