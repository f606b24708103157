import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { most } from '../../infra/department/checks/sizes.ts';
import { sizeOf } from '../../infra/local/dynamodb-limits.ts';
import { issuedFigures, issueFigures } from '../../shared/aws/series.ts';
import { aTable } from './a-unit.ts';
import { longestId } from './longest.ts';

const october = { month: '2021-10', figures: { 'xuat-khau': '138.8', 'nhap-khau': '70' } };

describe('the figures issued', () => {
  it('are read back by month; a month that issued none is left out', async () => {
    const table = aTable();
    await issueFigures(table, 'bao-cao-thang', october);
    expect(await issuedFigures(table, 'bao-cao-thang', ['2021-09', '2021-10'])).toEqual([october]);
    expect(await issuedFigures(table, 'bao-cao-khac', ['2021-10'])).toEqual([]);
  });

  it('again replace the old ones, and leave the others of their month', async () => {
    const table = aTable();
    await issueFigures(table, 'bao-cao-thang', october);
    await issueFigures(table, 'bao-cao-thang', { month: '2021-10', figures: { 'nhap-khau': '71.5' } });
    const [issued] = await issuedFigures(table, 'bao-cao-thang', ['2021-10']);
    expect(issued?.figures).toEqual({ 'xuat-khau': '138.8', 'nhap-khau': '71.5' });
  });

  it('of 500 indicators with the longest codes are all entered, though an update expression holds 4,096 bytes', async () => {
    const table = aTable();
    const figures = figuresOf(500);
    await issueFigures(table, longestId(1_000), { month: '2021-10', figures });
    expect(await issuedFigures(table, longestId(1_000), ['2021-10'])).toEqual([{ month: '2021-10', figures }]);
  });

  it('of as many indicators as a report may ask, and as many others that the next month restates, fit into an item', () => {
    const figures = figuresOf(2 * most.indicators);
    const item = { pk: `SERIES#${longestId(1)}`, sk: '2021-10', month: '2021-10', figures };
    expect(sizeOf(marshall(item))).toBeLessThan(400 * 1024);
  });

  it('are all there after whoever entered them was cut off halfway and entered them again', async () => {
    const table = aTable();
    const figures = figuresOf(250);
    const send = table.client.send.bind(table.client);
    let left = 2;
    table.client.send = (command: never) => (left-- > 0 ? send(command) : Promise.reject(new Error('cut off')));
    await expect(issueFigures(table, 'bao-cao-thang', { month: '2021-10', figures })).rejects.toThrow('cut off');
    table.client.send = send;
    await issueFigures(table, 'bao-cao-thang', { month: '2021-10', figures });
    expect((await issuedFigures(table, 'bao-cao-thang', ['2021-10']))[0]?.figures).toEqual(figures);
  });

  it('of two months at once lose nothing of one another: a later month restates, while its own month is entered', async () => {
    const table = aTable();
    const own = figuresOf(300);
    const restated = { 'bao-cao-lai': '7', [longestId(0)]: '8' };
    await issueFigures(table, 'bao-cao-thang', { month: '2021-10', figures: own });
    await Promise.all([
      issueFigures(table, 'bao-cao-thang', { month: '2021-10', figures: { them: '1' } }),
      issueFigures(table, 'bao-cao-thang', { month: '2021-10', figures: restated }),
    ]);
    const [issued] = await issuedFigures(table, 'bao-cao-thang', ['2021-10']);
    expect(issued?.figures).toEqual({ ...own, ...restated, them: '1' });
  });
});

function figuresOf(count: number): Record<string, string> {
  const figure = (at: number) => [longestId(at), `-${'9'.repeat(15)}.${'9'.repeat(9)}`];
  return Object.fromEntries(Array.from({ length: count }, (_, at) => figure(at)));
}
