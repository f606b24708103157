import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { isProven, type Proof } from '../../shared/domain/compilation/hash-tree.ts';
import { newKey, sha256 } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { readPdf } from '../templates/letter/read-pdf.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
const clerks = new Map<string, { browser: ReturnType<typeof browserAt>; keys: string[] }>();

const wording = '- {{ so_lieu.xuat-khau }}\n\nTrân trọng./.\n';

/** Every unit owes the figure; A hands in twice, B once, C nothing. */
beforeAll(async () => {
  const report = reportWith({ indicators: [{ ...exports, owner: [], owedBy: 'all' }], tasks: [], wording });
  town = await foundTown(departmentWith(report), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  for (const [unit, times] of [
    ['phong-a', 2],
    ['phong-b', 1],
  ] as const) {
    const keys: string[] = [];
    for (let basedOn = 0; basedOn < times; basedOn += 1) {
      const key = newKey();
      const answers = {
        figures: { 'xuat-khau': { state: 'reported', value: `${basedOn + 5}`, note: 'lý do nội bộ' } },
        outcomes: {},
      };
      expect((await asked(unit, '/api/submission', { key, basedOn, answers })).status).toBe(200);
      keys.push(key);
    }
    const browser = browserAt(town.address);
    town.setClock('2021-11-16', '15:59');
    await browser.post(await town.linkOf(`${unit}@so.example`));
    town.setClock('2021-11-01', '08:01');
    clerks.set(unit, { browser, keys });
  }
});
afterAll(() => town.leave());

async function asked(unit: string, path: string, body?: object) {
  const authorization = `Bearer ${await town.tokenOf(`${unit}@so.example`)}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(
    town.address + path,
    body ? { method: 'PUT', headers, body: JSON.stringify(body) } : { headers },
  );
  return { status: response.status, answer: (await response.json()) as { proof?: Proof } };
}

/** The proof as the page shows it, to be copied. */
async function shown(unit: string, key = clerks.get(unit)?.keys.at(-1)): Promise<Proof | undefined> {
  const page = await clerks.get(unit)?.browser.get(`/form/bao-cao-thang/2021-10/${unit}/receipt/${key}`);
  const copied = /aria-label="Bằng chứng">\s*([\s\S]*?)<\/textarea>/.exec(page?.text ?? '')?.[1];
  return copied === undefined ? undefined : JSON.parse(copied.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

describe('a receipt', () => {
  it('has no proof before the close', async () => {
    const [key] = clerks.get('phong-b')?.keys ?? [];
    expect((await asked('phong-b', `/api/receipt/${key}`)).answer.proof).toBeUndefined();
    town.setClock('2021-11-16', '15:59');
    expect(await shown('phong-b')).toBeUndefined();
  });

  it('proves after it, on the page and to programs, that the letter was made of it and of which others', async () => {
    await town.at('2021-11-16', '16:00');
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    expect(edition?.receipts?.size).toBe(2);
    for (const unit of ['phong-a', 'phong-b']) {
      const proof = await shown(unit);
      if (!proof) throw new Error('no proof');
      expect(isProven(proof, sha256)).toBe(true);
      expect(proof).toMatchObject({ size: 2, root: edition?.receipts?.root });
      const key = clerks.get(unit)?.keys.at(-1);
      expect(JSON.parse(proof.leaf)).toMatchObject({ report: 'bao-cao-thang', month: '2021-10', unit, key });
      expect(proof.leaf + proof.path.join()).not.toContain(unit === 'phong-a' ? 'phong-b' : 'phong-a');
    }
    const key = clerks.get('phong-b')?.keys.at(-1);
    expect((await asked('phong-b', `/api/receipt/${key}`)).answer.proof).toEqual(await shown('phong-b'));
  });

  it('of what was handed in anew since proves nothing: it is in no letter', async () => {
    expect(await shown('phong-a', clerks.get('phong-a')?.keys[0])).toBeUndefined();
  });

  it('is checked by what the guide says, and one with a change is not', async () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/huong-dan.md'), 'utf8');
    const [, program = ''] = /kiem-chung\.mjs[\s\S]*?```js\n([\s\S]*?)```/.exec(guide) ?? [];
    const at = (name: string) => join(town.directory, name);
    writeFileSync(at('kiem-chung.mjs'), program);
    const proof = await shown('phong-a');
    const said = (told: object) => {
      writeFileSync(at('bang-chung.json'), JSON.stringify(told));
      return execFileSync(process.execPath, [at('kiem-chung.mjs'), at('bang-chung.json')], { encoding: 'utf8' }).trim();
    };
    expect(said(proof ?? {})).toBe(`khớp: ${proof?.root}`);
    expect(said({ ...proof, leaf: proof?.leaf.replace('"revision":2', '"revision":1') })).toBe('KHÔNG KHỚP');
  });
});

describe('the letter’s PDF', () => {
  it('carries its figures with unit, revision and hour, and no explanation of a unit', async () => {
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    if (!edition) throw new Error('no letter');
    const { attached } = await readPdf(await readFiled(town.archive, edition.files.pdf));
    const { figures } = JSON.parse(attached.get('bao-cao.json') ?? '{}');
    expect(figures[0]).toMatchObject({ code: 'xuat-khau', state: 'reported', value: '11' });
    const handedIn = { id: 'phong-a', name: 'Phòng A', revision: 2, receivedAt: '2021-11-01T08:00+07:00' };
    expect(figures[1].unit).toEqual(handedIn);
    expect(attached.get('so-lieu.csv')).toContain('Phòng A;2;2021-11-01T08:00+07:00');
    expect([...attached.values()].join()).not.toContain('lý do nội bộ');
    expect(new TextDecoder().decode(await readFiled(town.archive, edition.files.report))).toContain('lý do nội bộ');
  });
});
