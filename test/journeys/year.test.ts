import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, browserAt, hiddenField } from '../../infra/local/browser.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
let board: Browser;

/** October: A on time, B too late. November: nobody. December: still open. */
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', { figures: { 'xuat-khau': { state: 'none' } }, outcomes: {} });
  const late = browserAt(town.address);
  town.setClock('2021-11-16', '15:50');
  const form = await late.post(await town.linkOf('phong-b@so.example'));
  await town.at('2021-11-16', '16:00');
  await late.post('/form', { key: hiddenField(form, 'key'), basedOn: '0', act: 'confirm' });
  await town.at('2021-12-01', '08:00');
  await town.at('2021-12-16', '16:00');
  await town.at('2022-01-04', '08:00');
  board = await town.staffAt('tong-hop@so.example');
});
afterAll(() => town.leave());

describe('the picture of a year', () => {
  it('says of each unit and month whether it was on time, late or missing, and how often on time', async () => {
    const { text, status } = await board.get('/years/bao-cao-thang/2021');
    expect(status).toBe(200);
    const none = Array(9).fill('chưa mở kỳ');
    expect(rowOf(text, 'Phòng A')).toEqual([...none, 'đúng hạn', 'không nộp', 'chưa đến hạn', '1/2']);
    expect(rowOf(text, 'Phòng B')).toEqual([...none, 'muộn', 'không nộp', 'chưa đến hạn', '0/2']);
  });

  it('is one step from a period, and says when there is nothing to see', async () => {
    expect((await board.get('/board/bao-cao-thang/2021-10')).text).toContain('href="/years/bao-cao-thang/2021"');
    expect((await board.get('/years/bao-cao-thang/2019')).text).toContain('Năm 2019 chưa có kỳ báo cáo nào.');
  });

  it.each(['/years/bao-cao-thang/0000', '/years/bao-cao-thang/21', '/years/khac/2021'])('is not at %s', async path => {
    expect((await board.get(path)).status).toBe(404);
  });
});

function rowOf(text: string, unit: string): string[] {
  const [, row = ''] = new RegExp(`<th scope="row">${unit}</th>(.*?)</tr>`, 's').exec(text) ?? [];
  return [...row.matchAll(/class="spoken">([^<]+)<|<td>([^<]+)</g)].map(([, word, count]) => word ?? count ?? '');
}
