import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, copyOf, faultsOf, sampleNamed } from './a-folder.ts';

const monthly = 'reports/thang/report.yaml';
const quarterly = `name: Báo cáo quý
first: 2025-Q4
cadence: quarter
opening: { month: 1, day: 1, at: "08:00" }
deadline: { month: 1, day: 5, at: "16:00", onDayOff: keep }
document: bao-cao
kyHieu: BC-SCT
trichYeu: Tình hình {kỳ}
recipients: [{ line: Lãnh đạo Sở, to: approvers }]
signer: { chucVu: GIÁM ĐỐC, nguoiKy: Đinh Văn Mẫu }
indicators:
  - { code: ban-le-quy, name: Bán lẻ, phrase: "Bán lẻ {kỳ}", unitOfMeasure: tỷ đồng, comparisons: [], source: { report: thang, indicator: ban-le } }
tasks: []
`;

let office = '';
let copy = '';
beforeAll(() => {
  office = copyOf(sampleNamed('so-cong-thuong-hoa-son'));
  cpSync(join(office, 'reports/thang'), join(office, 'reports/quy'), { recursive: true });
  writeFileSync(join(office, 'reports/quy/report.yaml'), quarterly);
  writeFileSync(join(office, 'reports/quy/letter.md'), '{{ so_lieu.ban-le-quy }}\n');
});
afterAll(() => {
  for (const folder of [office, copy]) rmSync(folder, { recursive: true, force: true });
});

it('is right when a quarter takes from a month whose letter is out before it', () => {
  expect(faultsOf(office)).toEqual([]);
});

const ours = 'reports/quy/report.yaml';
const source = 'source: { report: thang, indicator: ban-le }';

it.each([
  ['a report there is not', ours, source, 'source: { report: thag, indicator: ban-le }', 'không có báo cáo "thag"'],
  ['an indicator there is not', ours, source, source.replace('ban-le', 'banle'), 'có phải "ban-le"'],
  [
    'itself, in a circle',
    ours,
    source,
    'source: { report: quy, indicator: ban-le-quy }',
    'không gộp lại thành kỳ theo quý',
  ],
  ['an index', ours, source, source.replace('ban-le', 'iip'), 'là chỉ số (kind: index)'],
  ['a figure of another kind', ours, source, `kind: stock, ${source}`, 'kind: stock khác với "ban-le"'],
  [
    'a month whose letter is not out yet',
    monthly,
    '{ month: 0, day: 31',
    '{ month: 1, day: 6',
    'nên số liệu lấy từ đó luôn thiếu',
  ],
  [
    'a percentage that would be added up',
    monthly,
    'kind: flow\n    unitOfMeasure: tỷ đồng\n    owner: thuong-mai',
    'unitOfMeasure: "%"\n    owner: thuong-mai',
    'bị cộng qua các kỳ',
  ],
])('says in file and line what is wrong with taking %s', (_, file, from, to, says) => {
  copy = copyOf(office);
  change(copy, file, [from, to]);
  const told = faultsOf(copy).filter(fault => fault.includes(says));
  rmSync(copy, { recursive: true, force: true });
  expect(told).toEqual([expect.stringContaining('reports/quy/report.yaml:')]);
});
