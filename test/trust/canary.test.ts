import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { keyOf } from '../../shared/aws/heads.ts';
import { recordLink } from '../../shared/aws/links.ts';
import { update } from '../../shared/aws/table.ts';
import { newToken } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

/** What must be in no log, as it may be written: figures as typed and as kept, words, secrets as they come to be. */
const figures = ['9.183,74', '9183.74', '9183,74'];
const words = ['hoàng yến', 'giải trình kín'];
const secrets = new Set<string>();

const written: string[] = [];
let town: Town;

// A logger asks for its level once, when its module is loaded.
vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'TRACE';
});

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation(chunk => written.push(String(chunk)) > 0);
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, method).mockImplementation((...told) => {
      written.push(told.map(String).join(' '));
    });
  }
  const tasks = [{ id: 'nhiem-vu', text: 'Nhiệm vụ', group: 'chung', owner: [{ unit: 'phong-a' }] }];
  const indicators = [exports, { ...exports, code: 'khac', owner: [{ unit: 'phong-b' }] }];
  town = await foundTown(departmentWith(reportWith({ tasks, indicators, whenMissing: 'hold' })), [
    '2021-11-01',
    '08:00',
  ]);
  await aMonth();
  await whatGoesWrong();
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await town.leave();
});

/** A month in which the canary is typed wherever something can be typed, and every secret is used, also in vain. */
async function aMonth(): Promise<void> {
  await town.at('2021-11-01', '08:00');
  const link = await town.linkOf('phong-a@so.example');
  const browser = browserAt(town.address);
  const form = await browser.post(keeping(link));
  const own = { key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn') };
  const typed = {
    'figures.xuat-khau.value': figures[0] ?? '',
    'figures.xuat-khau.note': words[1] ?? '',
    further: words[0] ?? '',
  };
  for (const act of ['draft', 'preview', 'paste', 'confirm'])
    await browser.post('/form', { ...own, ...typed, pasted: `xuat-khau\t${figures[0]}`, act });
  await browser.post('/form', { ...own, ...typed, 'figures.xuat-khau.value': `${figures[0]}x${words[0]}` });
  await browser.get(`/receipt/${words[0]}`);
  await api(link, JSON.stringify({ [words[0] ?? '']: figures[0] }));
  await api(link, `{"${words[0]}`);

  const coordinator = browserAt(town.address);
  await coordinator.post(keeping(await town.signInLinkOf('tong-hop@so.example')));
  for (const path of ['', '/preview', '/figures', '/tables/thang.csv'])
    await coordinator.get(`/board/bao-cao-thang/2021-10${path}`);
  await coordinator.post('/board/bao-cao-thang/2021-10/link', { unit: 'phong-a' });
  await town.quiet();
  await enter(await town.linkOf('phong-a@so.example'), '/form');
  await enter(await town.signInLinkOf('tong-hop@so.example'), '/board');
  await town.at('2021-11-16', '16:00');
  await browser.post('/form', { ...own, ...typed });
  const download = newToken();
  const edition = { report: 'bao-cao-thang', month: '2021-10', number: 1 };
  await recordLink(town.table, download, { opens: 'edition', ...edition, expiresAt: town.clock.now() / 1_000 + 60 });
  await browserAt(town.address).get(keeping(`/download/${download}`));
  await browserAt(town.address).post(keeping(`/link/${newToken()}`));
}

/** Items spoilt behind the house's back: whoever looks on goes on without them, it is logged, and nothing is said of what they hold. */
async function whatGoesWrong(): Promise<void> {
  const head = keyOf({ report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 });
  const browser = browserAt(town.address);
  const coordinator = await town.staffAt('tong-hop@so.example');
  for (const spoilt of [
    `${words[0]} ${figures[0]}`,
    `{"figures":{"${words[0]}":"${figures[1]}"}}`,
    `{"figures":${figures[1]}}`,
  ]) {
    await update(town.table, head, {
      set: ['answers = :spoilt'],
      condition: 'attribute_exists(pk)',
      values: { ':spoilt': spoilt },
    });
    const page = await coordinator.get(`/board/bao-cao-thang/2021-10/preview?${words[0]}=\u001b[2J%0A{"level":"x"}`);
    expect([page.status, page.text.includes(figures[1] ?? '')]).toEqual([200, false]);
    await town.invoke('compile-report', { scheduledAt: new Date(town.clock.now()).toISOString() }).catch(console.error);
  }
  await browser.get('/form');
}

/** Enters by a link, and looks at a page in the session that is its. */
async function enter(link: string, page: string): Promise<void> {
  const asked = { method: 'POST', redirect: 'manual', headers: { origin: town.address } } as const;
  const [cookie = ''] = (await fetch(keeping(link), asked)).headers.getSetCookie();
  const [pair = ''] = cookie.split(';');
  secrets.add(pair.split(/[=~]/).at(-1) ?? '');
  expect((await fetch(town.address + page, { headers: { cookie: pair } })).status).toBe(200);
}

/** Remembers the secret in an address. */
function keeping(address: string): string {
  const secret = new URL(address, town.address).pathname.split('/').at(-1);
  if (secret) secrets.add(secret);
  return address;
}

async function api(link: string, body: string): Promise<void> {
  const token = new URL(link).pathname.split('/').at(-1);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  await fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body });
}

describe('a canary', () => {
  it('was there to be heard: the month ran, something went wrong, and the log says so', async () => {
    expect((await town.editions('bao-cao-thang', '2021-10')).length).toBe(1);
    expect(secrets.size).toBeGreaterThan(6);
    expect(written.filter(line => line.includes('a head cannot be read')).length).toBeGreaterThanOrEqual(3);
  });

  it.each([...figures, ...words])('is in no line that was written: %s', canary => {
    expect(written.filter(line => line.includes(canary))).toEqual([]);
  });

  it('nor any secret', () => {
    for (const secret of secrets) expect(written.filter(line => line.includes(secret))).toEqual([]);
  });

  it('but who entered, and who was refused what, is there', () => {
    const lines = written
      .join('')
      .split('\n')
      .filter(line => line.includes('"service"'));
    const told = lines.map(line => JSON.parse(line) as Record<string, unknown>);
    expect(told).toContainEqual(expect.objectContaining({ message: 'a unit entered', unit: 'phong-a' }));
    expect(told).toContainEqual(expect.objectContaining({ message: 'staff signed in', staff: 'tong-hop' }));
    for (const problem of ['unknown-link', 'unknown-receipt', 'malformed'])
      expect(told).toContainEqual(expect.objectContaining({ message: 'a request was refused', problem }));
  });

  it('and what the functions log is a line of JSON each, whatever was asked', () => {
    const lines = written
      .join('')
      .split('\n')
      .filter(line => line.includes('"service"'));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(written.join('')).not.toContain('\u001b[2J');
  });
});

describe('what is kept', () => {
  it('opens nothing by itself: no secret is in the table or the archive', async () => {
    const items: string[] = [];
    for await (const { Items } of paginateScan({ client: town.table.client }, { TableName: town.table.name }))
      items.push(JSON.stringify(Items));
    const archive = join(town.directory, 'archive');
    const files = readdirSync(archive, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    const kept = [...items, ...files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))];
    expect(kept.length).toBeGreaterThan(3);
    for (const secret of secrets) expect(kept.filter(content => content.includes(secret))).toEqual([]);
  });
});
