import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { courseTerms, figureRows, withCourses } from '../../../shared/domain/compilation/figures-table.ts';
import { figuresToIssue } from '../../../shared/domain/compilation/issued.ts';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { figureKnown, knownFrom } from '../../../shared/domain/figures/known.ts';
import { termsComparedWith } from '../../../shared/domain/figures/past.ts';
import { departmentWith, exports, index, reportWith } from '../an-office.ts';

const definition = reportWith({
  tasks: [],
  indicators: [exports, index, { ...exports, code: 'cu', validTo: '2021-09' }],
});
const department = departmentWith(definition);
const month = '2021-10';
const history = [
  { period: '2021-09', indicator: 'xuat-khau', value: '100' },
  { period: '2020-10', indicator: 'xuat-khau', value: '120' },
  { period: '2020-09', indicator: 'xuat-khau', value: '1' },
];
const issued = [
  { month: '2021-09', figures: { 'xuat-khau': '130.7', 'chi-so': '104' } },
  { month: '2021-08', figures: { 'xuat-khau': '125' } },
];
const known = knownFrom(history, issued);
const reporting = (figures: Submission['figures']) =>
  compile({
    ...{ department, definition, month, known },
    submissions: new Map([['phong-a', { figures, outcomes: {}, further: '' }]]),
  });

const rowsOf = (report: ReturnType<typeof reporting>) => {
  const reported = { department, definition, report, known };
  return withCourses(figureRows(reported), reported);
};

describe('what figures are compared with', () => {
  it('is the office’s history and what was issued since, which wins', () => {
    expect(figureKnown(known, { code: 'xuat-khau' }, '2021-09')?.value).toBe('130.7');
    expect(figureKnown(known, { code: 'xuat-khau' }, '2020-10')?.value).toBe('120');
    expect(figureKnown(known, { code: 'chi-so' }, '2021-09')?.value).toBe('104');
  });

  it('is the month before and the same month last year', () => {
    expect(termsComparedWith('2022-01')).toEqual(['2021-12', '2021-01']);
  });
});

describe('what a report adds to it', () => {
  it('is its own figures, nought where none arose, and what units restate of the month before', () => {
    const report = reporting({
      'xuat-khau': { state: 'reported', value: '138.8', restates: '130', changes: {} },
      'chi-so': { state: 'none', changes: {} },
    });
    expect(figuresToIssue(report)).toEqual([
      { month, figures: { 'xuat-khau': '138.8', 'chi-so': '0' } },
      { month: '2021-09', figures: { 'xuat-khau': '130' } },
    ]);
  });

  it('is nothing of what was not reported', () => {
    expect(figuresToIssue(reporting({}))).toEqual([]);
    expect(figuresToIssue(reporting({ 'xuat-khau': { state: 'reported', value: '1', changes: {} } }))).toEqual([
      { month, figures: { 'xuat-khau': '1' } },
    ]);
  });
});

describe('the course of an indicator', () => {
  it('goes over a year and the month it is compared with', () => {
    const months = courseTerms('2021-10');
    expect([months[0], months.at(-1), months.length]).toEqual(['2020-10', '2021-10', 13]);
  });

  it('has gaps where nothing is known, and what was restated where it was', () => {
    const report = reporting({ 'xuat-khau': { state: 'reported', value: '138.8', restates: '130', changes: {} } });
    const [row] = rowsOf(report);
    const told = row?.course.filter(({ value }) => value !== undefined);
    expect(told).toEqual([
      { month: '2020-10', value: '120' },
      { month: '2021-08', value: '125' },
      { month: '2021-09', value: '130' },
      { month: '2021-10', value: '138.8' },
    ]);
  });

  it('shows the month before as issued where nobody restates it, and nought where none arose', () => {
    const report = reporting({ 'xuat-khau': { state: 'none', changes: {} } });
    const [row] = rowsOf(report);
    expect(row?.course.slice(-2)).toEqual([
      { month: '2021-09', value: '130.7' },
      { month: '2021-10', value: '0' },
    ]);
  });
});

describe('the table of figures', () => {
  it('has a row for each indicator of the month, with who owes it and what stands out', () => {
    const report = reporting({ 'xuat-khau': { state: 'reported', value: '100001', changes: {} } });
    const rows = figureRows({ department, definition, report, known });
    expect(rows.map(({ indicator, making, remark }) => [indicator.code, making, remark])).toEqual([
      ['xuat-khau', { by: 'unit', name: 'Phòng A' }, 'Lớn hơn mức thường gặp (100.000).'],
      ['chi-so', { by: 'unit', name: 'Phòng A' }, undefined],
    ]);
    expect(rows[0]?.figure).toEqual(report.figures[0]);
  });

  it('leaves out what its report does not have, and names nobody who is no more', () => {
    const report = reporting({});
    const [kept] = report.figures;
    const without = { ...report, figures: kept ? [{ ...kept, unit: 'giai-the' }] : [] };
    const rows = figureRows({ department, definition, report: without, known });
    expect(rows.map(({ indicator, making }) => [indicator.code, making])).toEqual([
      ['xuat-khau', { by: 'unit', name: '' }],
    ]);
  });
});
