import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { keyOf } from '../../shared/aws/heads.ts';
import { get, update } from '../../shared/aws/table.ts';
import { mostThatFits } from '../aws/most-that-fits.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const owing = ['phong-a', 'phong-b', 'phong-c', 'phong-d'];
let town: Town;
let ofD: Browser;
const unit = (id: string) => ({ report: 'bao-cao-thang', month: '2021-10', unit: id, shards: 1 });
const codeOf = (id: string) => `so-${id.at(-1)}`;
const figureOf = (id: string) => String(100 + owing.indexOf(id));

async function handIn(id: string) {
  const figures = { [codeOf(id)]: { state: 'reported' as const, value: figureOf(id) } };
  expect((await town.handIn(`${id}@so.example`, { figures, outcomes: {} })).status).toBe(200);
}

/** Four units hand in; then one loses its head, one's is spoilt, and one's lets nothing more be written on it. */
beforeAll(async () => {
  const indicators = owing.map(id => ({
    ...{ ...exports, code: codeOf(id) },
    // What D owes is such as many may owe, and is compared with D's own figure of the month before.
    ...(id === 'phong-d' ? { owedBy: [id] } : { owner: [{ unit: id }], comparisons: [] }),
  }));
  const history = [{ period: '2021-09', indicator: codeOf('phong-d'), unit: 'phong-d', value: '50' }];
  const wording = indicators.map(({ code }) => `- {{ so_lieu.${code} }}\n`).join('');
  const units = owing.map(id => ({ id, name: `Phòng ${id.at(-1)?.toUpperCase()}`, mail: [`${id}@so.example`] }));
  town = await foundTown({ ...departmentWith(reportWith({ indicators, wording })), units, history }, [
    '2021-11-01',
    '08:00',
  ]);
  await town.at('2021-11-01', '08:00');
  for (const id of owing) await handIn(id);
  const { table } = town;
  const lost = marshall(keyOf(unit('phong-b')));
  await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: lost }));
  const condition = 'attribute_exists(pk)';
  await update(table, keyOf(unit('phong-c')), { set: ['submission = :x'], condition, values: { ':x': '{' } });
  town.setClock('2021-11-16', '15:59');
  ofD = browserAt(town.address);
  await ofD.post(await town.linkOf('phong-d@so.example'));
  await fill(400 * 1024);
  await town.at('2021-11-16', '16:00');
});
afterAll(() => town.leave());

/** Fills the head of Phòng D with what is none of ours, as much as goes in. */
async function fill(most: number) {
  const put = (length: number) =>
    update(town.table, keyOf(unit('phong-d')), {
      set: ['filling = :x'],
      condition: 'attribute_exists(pk)',
      values: { ':x': 'x'.repeat(length) },
    }).then(
      () => true,
      () => false,
    );
  await mostThatFits(put, [0, most]);
}

describe('a unit whose record cannot be closed', () => {
  it('holds up nobody: the letter goes out at its hour with what the others handed in, and names it', async () => {
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    expect(edition?.unclosed).toEqual([
      { id: 'phong-b', name: 'Phòng B', why: 'gone' },
      { id: 'phong-c', name: 'Phòng C', why: 'unreadable' },
      { id: 'phong-d', name: 'Phòng D', why: 'unfenced' },
    ]);
    expect(edition?.missing.map(({ id }) => id)).toEqual(['phong-b', 'phong-c', 'phong-d']);
    const file = edition && (await readFiled(town.archive, edition.files.report));
    const { figures } = JSON.parse(new TextDecoder().decode(file)) as { figures: { value?: string }[] };
    expect(figures.map(({ value }) => value)).toEqual(['100', undefined, undefined, undefined]);
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
  });

  it('is told to the coordinator at once, apart from those who handed in nothing, by mail and on the board', async () => {
    const [alert] = town.mailsTo('tong-hop@so.example', 'compiled-1');
    const text = (alert && (await opened(alert)).text) ?? '';
    expect(text).toContain('Không chốt được bản nộp của các đơn vị sau');
    expect(text).toContain('- Phòng D: bản ghi của đơn vị không cho khóa lại');
    expect(text).not.toContain('chưa nộp báo cáo');
    const board = (await (await town.staffAt('tong-hop@so.example')).get('/board/bao-cao-thang/2021-10')).text;
    expect(board.match(/không có trong công văn/g)).toHaveLength(3);
    expect(board).toContain('không đọc được bản ghi');
    expect(board).toContain('hệ thống vẫn thử lại');
    expect(board).toContain('không chốt được (Phòng B, không còn bản ghi của đơn vị');
  });

  it('is tried again at each tick, and what it turns out to hold is told and shown, and in no letter', async () => {
    await town.at('2021-11-16', '16:05');
    expect(town.mailsTo('tong-hop@so.example', 'outside-3')).toEqual([]);
    expect((await get(town.table, keyOf(unit('phong-d'))))?.fencedAt).toBeUndefined();

    const condition = 'attribute_exists(pk)';
    await update(town.table, keyOf(unit('phong-d')), { remove: ['filling'], condition });
    for (const minute of ['10', '15']) await town.at('2021-11-16', `16:${minute}`);
    const told = town.mailsTo('tong-hop@so.example', 'outside-3');
    expect(told).toHaveLength(1);
    const text = (told[0] && (await opened(told[0])).text) ?? '';
    expect(text).toContain('Đơn vị có bản nộp lần 1');
    expect(text).toContain('KHÔNG có trong công văn');
    expect(text).toContain('đạt 103 triệu USD, tăng 106% so với tháng 9/2021.');

    const coordinator = await town.staffAt('tong-hop@so.example');
    const board = (await coordinator.get('/board/bao-cao-thang/2021-10')).text;
    expect(board).toContain('chốt được lúc 16:10 ngày 16/11/2021');
    expect(board).toContain('chốt sau (Phòng D, có bản nộp lần 1, ngoài công văn');
    expect((await coordinator.get('/board/bao-cao-thang/2021-10/figures')).text).not.toContain('103');
    expect(await town.editions('bao-cao-thang', '2021-10')).toHaveLength(1);
    expect(town.mailsTo('so-khdt@tinh.example', 'edition-1')).toHaveLength(1);
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('issued');
  });

  it('is told so itself: what it handed in is in no letter', async () => {
    const { text } = await ofD.get('/form');
    expect(text).toContain('Không có trong công văn: bản nộp lần 1');
  });
});
