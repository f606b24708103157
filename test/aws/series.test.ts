import { describe, expect, it } from 'vitest';
import { issuedFigures, issueFigures } from '../../shared/aws/series.ts';
import { aTable } from './a-unit.ts';

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
});
