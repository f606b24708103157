import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../infra/department/answers.ts';
import { faultLine } from '../../infra/department/fault.ts';
import { change, copyOf, departmentIn, faultsOf, office, report, sample, sampleNamed, wording } from './a-folder.ts';

/** Whatever a parser complains of, in YAML, in a schema, in a row, a formula or a command, reaches an office in Vietnamese. */

/** What of a fault its author wrote: not what it quotes, nor what is to be typed. */
function said(fault: string): string {
  return fault
    .replace(/^\S+ {2}/, '')
    .replace(/"[^"]*"|'[^']*'|\{[%{].*?[%}]\}|\{\{.*$|\{%.*$/g, '')
    .replace(/lệnh viết sai: .*→/, '→')
    .replace(/chỉ nhận: .*/, '');
}

const english =
  /\b(expected|invalid|illegal|unexpected|undefined|unknown|token|error|must|not|found|closed|missing|required|object|array|input|characters?|should|too|duplicate[d]?|filter|range|stack|call|cannot|number|value of|line:|col:)\b/i;

function inVietnamese(faults: string[]): void {
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) {
    expect(said(fault)).not.toMatch(english);
    expect(said(fault)).toMatch(/[à-ỹđ]/iu);
    expect(fault).toMatch(/ → ./);
  }
}

/** What is wrong with a folder once it was spoilt. */
function faultsOnce(folder: string, spoil: (copy: string) => void): string[] {
  const copy = copyOf(folder);
  try {
    spoil(copy);
    return faultsOf(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function faultsWith(file: string, text: string): string[] {
  return faultsOnce(sample, copy => writeFileSync(join(copy, file), text));
}

describe('a YAML file', () => {
  it.each([
    'name: "a',
    'name: a: b',
    'name: [a',
    'name: {a: b',
    '\tname: a',
    'name: a\n  b: c',
    'name: *a',
    'name: &a &b c',
    'name: !x !y z',
    'name: !x y',
    'name: &a *b',
    'a\nb: c',
    '%YAML 9\n---\nname: a',
    '%a\nname: b',
    'name: "\\q"',
    'name: @a',
    'name: `a',
    '---\na: b\n---\nc: d',
    'name: a\nname: b',
    '? [a]\n: b',
    '{a: b}: c',
    `${'a'.repeat(1100)}: b`,
    '- a\nb: c',
    'a: - b',
    'a: |x\n b',
    'a: "b" c',
    'a: ]',
    'a: !!map [b]',
    '!!seq a: b',
    '[[[[',
    '['.repeat(20_000),
    `a: &a [x]\n${Array.from({ length: 200 }, (_, at) => `k${at}: *a`).join('\n')}`,
    '',
    'a',
    '- a',
    '42',
    'null',
  ])('%#', text => {
    inVietnamese(faultsWith(office, text));
    inVietnamese(faultsWith(report, text));
  });
});

describe('a schema', () => {
  it.each([
    ['name: Báo cáo', 'name: [a]'],
    ['kyHieu:', 'kyHieux:'],
    ['first: 2021-10', 'first: 2021-13'],
    ['first: 2021-10', 'first: {}'],
    ['whenMissing: issue', 'whenMissing: send'],
    ['indicators:', 'indicators: 5\nx:'],
    ['indicators:', 'indicators:\n  - 5'],
    ['indicators:', 'indicators:\n  - { code: A B, name: 1, phrase: 2, owner: 3, decimals: x, kind: y }'],
    [
      'indicators:',
      'indicators:\n  - { code: a, name: a, phrase: a, owner: a, limits: 5, comparisons: [{ with: x }] }',
    ],
    [
      'indicators:',
      'indicators:\n  - { code: a, name: a, phrase: a, owner: a, decimals: 99, yearToDate: { a: b }, twoDigits: x }',
    ],
    ['indicators:', 'lists:\n  - { id: a, name: b, columns: [] }\nindicators:'],
    [
      'indicators:',
      'lists:\n  - { id: a, name: b, owedBy: x, most: 9999, columns: [{ code: a, name: b, kind: x }] }\nindicators:',
    ],
    ['indicators:', 'tables:\n  - { id: a, title: b, rows: { of: x }, columns: [] }\nindicators:'],
    ['indicators:', 'rules:\n  - { rule: 5 < }\n  - x\n  - { rule: a = b, otherwise: x }\nindicators:'],
    ['indicators:', 'saying: { reached: [a], x: y }\nindicators:'],
    ['opening:', 'opening: { month: 9, day: 40, at: "25:00" }\nx:'],
    ['reminders:', 'reminders: [{ workingDaysBefore: 99, at: x }]\nx:'],
  ])('%s to %s', (from, to) => {
    inVietnamese(faultsOnce(sample, copy => change(copy, report, [from, to])));
  });
});

describe('a formula', () => {
  it.each([
    'a +',
    '(a',
    'a b',
    '1 2 3',
    'a ? b : c',
    'a = b',
    'f(a)',
    'sum()',
    'sum(a, b)',
    '"x"',
    '[a]',
    'a[1]',
    '--',
    '#',
    '1e9',
    'a.b.c',
    'this',
    '',
  ])('%s', formula => {
    const slip: [string, string] = ['formula: xuat-khau - nhap-khau', `formula: ${JSON.stringify(formula)}`];
    const spoil = (copy: string) => change(copy, 'reports/thang/report.yaml', slip);
    inVietnamese(faultsOnce(sampleNamed('so-cong-thuong-hoa-son'), spoil));
  });
});

describe('a file of figures', () => {
  it.each([
    '',
    'a,b,c',
    'period;indicator;value',
    'period,indicator,value\n1,2,3',
    'period,indicator,value\n2021-09,xuat-khau,"1',
    'period,indicator,value\n2021-09,xuat-khau,x',
    'period,indicator,value\n2021-09,,1',
    'indicator,2021-09,x\nxuat-khau,1,2',
    'period,indicator,value,unit\n2021-09,xuat-khau,1,Đ',
  ])('%j', text => {
    inVietnamese(faultsWith('history.csv', text));
  });
});

describe('a command of letter.md', () => {
  it.each([
    ...[
      '{% if %}x{% endif %}',
      '{% for x %}x{% endfor %}',
      '{% for %}x{% endfor %}',
      '{% assign x %}',
      '{% assign = 5 %}',
    ],
    ...[
      '{{ co_quan }',
      '{% if co_quan }',
      'x{% endif %}',
      '{% else %}',
      '{% elsif co_quan %}',
      '{% capture %}{% endcapture %}',
    ],
    ...[
      '{% cycle %}',
      '{% liquid\nfoo\n%}',
      '{% raw %}{{ a }}',
      '{% comment %}',
      '{% include "x" %}',
      '{% for i in (1.. %}x{% endfor %}',
    ],
    ...[
      '{% for i in (1..100000000) %}x{% endfor %}',
      '{{ so_lieu["x" }}',
      '{{ so_lieu[x] }}',
      '{{ 3..4 }}',
      '{{ co_quan | append }}',
    ],
    ...['{{ so.xuat-khau.gia_tri | round: "x" }}', '{{ co_quan | }} {{ x }}', '{{ | so }} {{ y }}'],
    ...[
      '{% unless == %}{% endunless %}{{ z }}',
      '{% case %}{% endcase %}{{ z }}',
      '{% # a\n b %}',
      '{% render "a" %}',
      '* mục',
    ],
    ...[
      '{{ co_quan | where_exp: "x" }}',
      '{{ co_quan | đổi }}',
      '{{ "a }}',
      '{% đ %}',
      '{{ đ + }}',
      '{% block a %}{% endblock %}',
    ],
    ...['{% tablerow x %}{% endtablerow %}', '{% increment %}{{ z }}', '{{ co_quan | date: 1, 2, 3 }}{{ z }}'],
  ])('%j', line => {
    inVietnamese(faultsWith(wording, `{{ so_lieu.xuat-khau }}\n\n${line}\n`));
  });
});

describe('a file of answers', () => {
  const department = departmentIn(sample);
  it.each([
    'figures: 5',
    'figures: { ban-le: [a] }',
    'figures: { ban-le: { value: { a: b } } }',
    'x: y',
    'outcomes: [a]',
    'figures: { ban-le: { state: x } }',
    'a: "b',
    'lists: { a: 5 }',
    'figures: { ban-le: 1.2.3 }',
    'reports: { x: 5 }',
    'statuses: { a: b }',
  ])('%s', text => {
    const answers = mkdtempSync(join(tmpdir(), 'tra-loi-'));
    writeFileSync(join(answers, 'thuong-mai.yaml'), text);
    const read = readAnswers(answers, department, '2021-10');
    inVietnamese('faults' in read ? read.faults.map(faultLine) : []);
    rmSync(answers, { recursive: true });
  });
});
