import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csv, xlsx } from '../../templates/sheet.ts';

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  ';=1',
  '\0=1',
  '＝1',
  '＋1',
  '－1',
  '＠A1',
];

describe('what a unit typed, in a table for a spreadsheet', () => {
  it.each(formulas)('is no formula in CSV: %j', text => {
    const [, cell = ''] = /^\ufeffa;([\s\S]*)\r\n$/.exec(csv({ name: '', rows: [['a', text]] })) ?? [];
    expect(cell.replace(/^"|"$/g, '')).toBe(`'${text}`);
  });

  it('is no formula in a workbook: every text stands among the texts, and no cell reckons', async () => {
    const parts = unzipSync(await xlsx({ name: 'a', rows: [['a'], ...formulas.map(text => [text])] }));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f');
    expect(sheet.match(/ t="(s|inlineStr)"/g)).toHaveLength(formulas.length + 1);
  });

  it('leaves a figure below zero a number', async () => {
    const rows = [[{ number: '-5.5' }]];
    expect(csv({ name: '', rows })).toBe('\ufeff-5,5\r\n');
    const parts = unzipSync(await xlsx({ name: 'a', rows }));
    expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('<v>-5.5</v>');
  });
});
