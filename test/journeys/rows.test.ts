import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handInByApi, handInByForm, sample } from './an-office-at-work.ts';
import { foundTown, type Town } from './town.ts';

describe('rows of a list', () => {
  let town: Town;
  beforeAll(async () => {
    town = await foundTown(sample('so-xay-dung'), ['2025-11-01', '08:00']);
    await town.at('2025-11-01', '08:00');
  });
  afterAll(() => town.leave());

  const cells = (at: number, row: string[]) =>
    Object.fromEntries(
      ['ten', 'ke-hoach-von', 'da-giai-ngan'].map((column, each) => [`lists.du-an.${at}.${column}`, row[each] ?? '']),
    );

  it('are handed in by the fields of a form; a faulty one is named, and all are on the receipt and in the history', async () => {
    const good = cells(0, ['Cầu Sông Mới', '12.000', '9.500,25']);
    const refused = await handInByForm(town, 'ban-1@so-xay-dung.example', {
      ...good,
      ...cells(2, ['Đường tránh', '1.000', '']),
    });
    expect(refused.text).toContain('id="faults"');
    expect(refused.text).toContain('Các dự án, dòng 3, cột Đã giải ngân: chưa nhập');
    const beyond = await handInByForm(town, 'ban-1@so-xay-dung.example', {
      ...good,
      ...cells(1, ['Đường tránh', '1.000', '1.200']),
    });
    expect(beyond.text).toContain('dòng 2: Đã giải ngân 1.200 lớn hơn Kế hoạch vốn 1.000.');
    const taken = await handInByForm(town, 'ban-1@so-xay-dung.example', {
      ...good,
      ...cells(1, ['Đường tránh', '1.000', '1.200']),
      'lists.du-an.1.giai-trinh': 'được bổ sung vốn',
    });
    expect(taken.text).toContain('Đã nhận bản nộp lần 1');
    for (const words of ['Cầu Sông Mới', '9.500,25', '79,2', '120', 'được bổ sung vốn'])
      expect(taken.text).toContain(words);
  });

  it('are handed in by program, 500 of them; of 501 the number is told', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ten: `Dự án ${at}`, 'ke-hoach-von': '100', 'da-giai-ngan': '50' }));
    const handing = (count: number) =>
      handInByApi(town, 'ban-2@so-xay-dung.example', { figures: {}, outcomes: {}, lists: { 'du-an': rows(count) } });
    expect(await handing(501)).toMatchObject({
      status: 422,
      body: { faults: [{ field: 'lists.du-an', message: expect.stringContaining('tối đa 500 dòng, đã nhập 501') }] },
    });
    const { status, body } = await handing(500);
    expect([status, body.items[0].table.rows.length]).toEqual([200, 500]);
  });

  it('are asked of programs with their columns, what is computed set apart', async () => {
    const headers = { authorization: `Bearer ${await town.tokenOf('ban-2@so-xay-dung.example')}` };
    const { lists } = (await (await fetch(`${town.address}/api/submission`, { headers })).json()) as {
      lists: { columns: object[] }[];
    };
    expect(lists).toMatchObject([
      { id: 'du-an', most: 500, rules: [{ rule: 'da-giai-ngan <= ke-hoach-von', otherwise: 'explain' }] },
    ]);
    expect(lists[0]?.columns).toMatchObject([
      { code: 'ten', kind: 'text', required: true, computed: false },
      { code: 'ke-hoach-von', kind: 'number', decimals: 3, required: true, computed: false },
      { code: 'da-giai-ngan', required: true, computed: false },
      { code: 'ty-le', required: false, computed: true },
    ]);
  });

  it('are in the letter’s annex when the period closes', async () => {
    await town.at('2025-11-04', '16:00');
    const [edition] = await town.editions('giai-ngan', '2025-10');
    expect(edition?.missing).toEqual([]);
  });
});
