import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { most, officeSizes, reportSizes } from '../../infra/department/checks/sizes.ts';
import type { FolderFault } from '../../infra/department/fault.ts';
import type { YamlFile } from '../../infra/department/yaml-file.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { longestId } from '../aws/longest.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { change, copyOf, faultsOf, lineOf, report, sample } from './a-folder.ts';

/** A file in which everything stands on line 7. */
const yaml: YamlFile = { file: 'tep.yaml', content: {}, lineOf: () => 7 };

const many = <Entry>(count: number, entry: (at: number) => Entry) =>
  Array.from({ length: count }, (_, at) => entry(at));
const said = (faults: FolderFault[]) => faults.map(({ file, line, message }) => `${file}:${line} ${message}`);

const office = departmentWith(reportWith());
const ofOffice = (changed: Partial<Department>) => said(officeSizes({ ...office, ...changed }, yaml));
const ofReport = (changed: Partial<ReportDefinition>, department: Department = office) =>
  said(reportSizes(department, { yaml, definition: reportWith(changed), wordingFile: 'letter.md' }));

const unit = (at: number, mail = [`u${at}@so.example`]) => ({ id: `don-vi-${at}`, name: 'Đơn vị', mail });
/** Each unit owes one thing in a hundred. */
const ownerOf = (at: number) => [{ unit: `don-vi-${at % 100}` }];
const indicator = (at: number) => ({ ...exports, code: `ct-${at}`, owner: ownerOf(at) });
const task = (at: number) => ({ id: `nv-${at}`, text: 'Việc', group: 'chung', owner: ownerOf(at) });
const manyUnits = { ...office, units: many(100, at => unit(at)) };
const line = (at: number) => ({ id: `nn-${at}`, line: `Nơi ${at}`, mail: [] });
const address = (at: number) => `a${at}@so.example`;

describe('an office as large as it may be has no fault, and one larger is told where', () => {
  it.each<[string, (count: number) => string[], number, string]>([
    [
      'units',
      count => ofOffice({ units: many(count, at => unit(at)) }),
      most.units,
      'có 10001 đơn vị, nhiều nhất 10000',
    ],
    [
      'staff',
      count =>
        ofOffice({ staff: many(count, at => ({ id: `cb-${at}`, name: 'A', mail: address(at), roles: ['clerk'] })) }),
      most.staff,
      'có 501 cán bộ, nhiều nhất 500',
    ],
    [
      'addresses of a unit',
      count => ofOffice({ units: [unit(1, many(count, address))] }),
      most.mailsOfOne,
      'có 21 địa chỉ thư, nhiều nhất 20',
    ],
    [
      'letters before the "@"',
      count => ofOffice({ units: [unit(1, [`${'a'.repeat(count)}@so.example`])] }),
      64,
      'có hơn 64 ký tự trước "@", không gửi thư tới được',
    ],
    [
      'indicators',
      count => ofReport({ indicators: many(count, indicator), tasks: [] }, manyUnits),
      most.indicators,
      'kỳ 2021-01 có 2501 chỉ tiêu, nhiều nhất 2500',
    ],
    [
      'tasks',
      count => ofReport({ tasks: many(count, task) }, manyUnits),
      most.tasks,
      'kỳ 2021-01 có 10001 nhiệm vụ, nhiều nhất 10000',
    ],
    [
      'lines of Nơi nhận',
      count => ofReport({ recipients: many(count, line) }),
      100,
      'kỳ 2021-01 có 101 dòng nơi nhận, nhiều nhất 100',
    ],
    [
      'addressees',
      count => ofReport({ addressees: many(count, () => ({ name: 'Nơi', mail: [] })) }),
      100,
      'có 101 nơi kính gửi, nhiều nhất 100',
    ],
    [
      'reminders',
      count => ofReport({ reminders: many(count, () => ({ workingDaysBefore: 1, at: '08:00' })) }),
      20,
      'có 21 lần nhắc, nhiều nhất 20',
    ],
    [
      'addresses of a letter',
      count => ofReport({ recipients: [{ ...line(1), mail: many(count, address) }] }),
      most.addresses,
      'có 20001 địa chỉ thư, nhiều nhất 20000',
    ],
  ])('%s', (_, faultsOfMany, limit, says) => {
    expect(faultsOfMany(limit)).toEqual([]);
    const faults = faultsOfMany(limit + 1);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toContain('tep.yaml:7 ');
    expect(faults[0]).toContain(says);
  });
});

describe('a unit that owes more than one hand-in holds', () => {
  const owing = (indicators: number, tasks: number) =>
    ofReport({
      indicators: many(indicators, at => ({ ...exports, code: longestId(at), owner: [{ unit: 'phong-b' }] })),
      tasks: many(tasks, at => ({ ...task(at), id: longestId(at), owner: [{ unit: 'phong-b' }] })),
    });

  it('is told with what it owes, though it is no more than may be asked in all', () => {
    expect(owing(700, 700)).toEqual([
      expect.stringContaining(
        'đơn vị "phong-b" phải báo 700 chỉ tiêu và 700 nhiệm vụ: trả lời ngắn nhất cũng dài hơn 128 KB của một bản nộp',
      ),
    ]);
  });

  it('may owe 500 indicators, or 500 tasks, with the longest codes', () => {
    expect([...owing(500, 0), ...owing(0, 500)]).toEqual([]);
  });
});

describe('a department too large to be read whole', () => {
  it('is told', () => {
    const history = many(200_000, () => ({ period: '2021-09', indicator: 'xuat-khau', value: '100' }));
    expect(ofOffice({ history })).toEqual([expect.stringContaining('cả thư mục của cơ quan dài')]);
  });
});

describe('the check of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = copyOf(sample);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says it by file and line', () => {
    const lines = many(101, at => `  - { line: "Nơi ${at}" }`).join('\n');
    change(folder, report, ['recipients:', `recipients:\n${lines}`]);
    const at = lineOf(folder, report, 'recipients:');
    const told = faultsOf(folder).filter(fault => fault.includes('dòng nơi nhận'));
    expect(told).toEqual([expect.stringMatching(new RegExp(`^${report}:${at} .*nhiều nhất 100 → gộp nhiều nơi nhận`))]);
  });
});
