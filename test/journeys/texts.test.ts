import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenField } from '../../infra/local/browser.ts';
import { headOf, keyOf } from '../../shared/aws/heads.ts';
import { query } from '../../shared/aws/table.ts';
import { unkeepable } from '../../shared/domain/text/keepable.ts';
import { newKey } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { posted as postedTo } from './posted.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
let token: string;
let cookie: string;
const unit = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 };

beforeAll(async () => {
  const tasks = [{ id: 'viec', text: 'Việc', group: 'chung', owner: [{ unit: 'phong-a' }] }];
  town = await foundTown(departmentWith(reportWith({ indicators: [exports], tasks })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  token = await town.tokenOf('phong-a@so.example');
  cookie = await town.cookieFor(await town.linkOf('phong-a@so.example'));
});
afterAll(() => town.leave());

type Texts = { further?: string; note?: string; outcome?: string };

async function own(): Promise<Record<string, string>> {
  const form = { text: await (await fetch(`${town.address}/form`, { headers: { cookie } })).text() };
  return { key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn') };
}

const posted = (body: BodyInit) => postedTo(town, '/form', { cookie, body });

const fieldsOf = ({ further = '', note = '', outcome = '' }: Texts, act: string) => ({
  ...{ act, further, 'figures.xuat-khau.state': 'none', 'figures.xuat-khau.note': note, 'outcomes.viec': outcome },
});

/** Each way in which a text comes. */
const doors = {
  'a form': async (texts: Texts, act = 'confirm') =>
    posted(new URLSearchParams({ ...(await own()), ...fieldsOf(texts, act) })),
  'a form with a file': async (texts: Texts, act = 'confirm') => {
    const body = new FormData();
    for (const [name, text] of Object.entries({ ...(await own()), ...fieldsOf(texts, act) })) body.set(name, text);
    return posted(body);
  },
  'the API': async ({ further, note, outcome = '' }: Texts) => {
    const figures = { 'xuat-khau': { state: 'none', note } };
    const answers = { figures, outcomes: { viec: outcome }, further };
    const basedOn = (await headOf(town.table, unit))?.revision ?? 0;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ key: newKey(), basedOn, answers });
    const response = await fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body });
    return { status: response.status, text: await response.text() };
  },
};
const names = Object.keys(doors) as (keyof typeof doors)[];

/** So many characters in words and lines that a letter can carry. */
const worded = (letter: string, characters: number) =>
  Array.from({ length: characters }, (_, at) => (at % 90 === 89 ? '\r\n' : letter)).join('');

const letters = { plain: 'a', Vietnamese: 'ệ', decomposed: 'ệ'.normalize('NFD') };

describe('a text', () => {
  it.each(names.flatMap(name => Object.entries(letters).map(([kind, letter]) => [name, kind, letter] as const)))(
    'through %s, in %s letters, may have the same number of characters, and none more',
    async (name, _, letter) => {
      const taken = name === 'the API' ? 200 : 303;
      for (const [field, most] of [
        ['further', 10_000],
        ['outcome', 10_000],
        ['note', 1_000],
      ] as const) {
        const at = await doors[name]({ [field]: worded(letter, most) });
        expect(at.status, at.text.slice(0, 2_000)).toBe(taken);
        const past = await doors[name]({ [field]: worded(letter, most + 1) });
        expect(past.status).toBe(422);
        expect(past.text).toMatch(/Dài quá 10?\.000 ký tự \(đang có 10?\.001\); hãy rút gọn\./);
      }
    },
  );

  it.each(['a form', 'a form with a file'] as const)(
    'through %s is kept as the API’s: lines end in one way',
    async name => {
      const draft = await doors[name]({ further: 'một\r\nhai\rba\nbốn' }, 'draft');
      expect(draft.status).toBe(200);
      expect(await keptOfUnit()).toContain('một\\\\nhai\\\\nba\\\\nbốn');
    },
  );

  it('in a draft may have letters that no letter is printed in, counted one by one', async () => {
    expect((await doors['a form']({ further: '😀'.repeat(10_000) }, 'draft')).status).toBe(200);
    const past = await doors['a form']({ further: '😀'.repeat(10_001) }, 'draft');
    expect(past.status).toBe(422);
    expect(past.text).toContain('(đang có 10.001)');
    expect(past.text).toContain('😀'.repeat(10_001));
  });
});

/** All that the table holds of the period, as text. */
const keptOfUnit = async () => JSON.stringify(await query(town.table, keyOf(unit).pk));

const controls = '\u0001\u0008\u000e\u001f\u007f\u0084\ufdd0\ufffe';

describe('a control character', () => {
  it.each(names)('through %s gets no further than its fault', async name => {
    const before = await keptOfUnit();
    for (const texts of [{ further: controls }, { note: controls }, { outcome: controls }])
      for (const act of ['confirm', 'draft']) {
        const { status, text } = await doors[name](texts, act);
        expect(status).toBe(422);
        expect(text).toContain('U+0001 U+0008 U+000E');
      }
    expect(await keptOfUnit()).toBe(before);
  });

  it('beside half a letter or in a numeral of a program gets no further either', async () => {
    const before = await keptOfUnit();
    for (const further of ['\ud800', 'a\udc00b']) expect((await doors['the API']({ further })).status).toBe(422);
    expect(await keptOfUnit()).toBe(before);
  });

  it('in what came too late is left out, and all the rest is kept and given back', async () => {
    const fields = { ...(await own()), ...fieldsOf({ further: `muộn${controls} mà còn` }, 'confirm') };
    town.setClock('2021-11-16', '15:59');
    cookie = await town.cookieFor(await town.linkOf('phong-a@so.example'));
    town.setClock('2021-11-16', '16:00');
    const late = await posted(new URLSearchParams(fields));
    expect(late.text).toContain('Kỳ báo cáo đã chốt');
    expect(late.text).toContain('mà còn');
    expect((await doors['the API']({ further: `API${controls}` })).status).toBe(409);
    const kept = await keptOfUnit();
    expect(kept).toMatch(/muộn mà còn|API/);
    expect([unkeepable(kept), kept.match(/\\u00/)]).toEqual([[], null]);
  });
});
