import { rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnswers } from '../../infra/department/answers.ts';
import { remarksOn } from '../../infra/department/remarks.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import { accept } from '../../shared/domain/collection/submission.ts';
import { compile } from '../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { sentence } from '../../shared/domain/letter/sentence.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { owedBy, unitsOwing } from '../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { timetable } from '../../shared/domain/office/timetable.ts';
import { copyOf, departmentIn, history, office, report, sample, sampleAnswers, wording } from './a-folder.ts';

const month = '2021-10';

function reportNamed({ reports }: Department, name: string): ReportDefinition {
  const found = reports.find(({ id }) => id === name);
  if (!found) throw new Error(`the sample has no report ${name}`);
  return found;
}

/** The report of October 2021 as the sample's answers make it. */
function october(department: Department, definition: ReportDefinition) {
  const given = readAnswers(sampleAnswers, department);
  if ('faults' in given) throw new Error(JSON.stringify(given.faults));
  const submissions = new Map(
    unitsOwing(department, definition, month).map(({ id }) => {
      const answers: Answers = given.answers.get(id)?.get(definition.id) ?? { figures: {}, outcomes: {} };
      const verdict = accept(answers, owedBy(definition, id, month));
      if (verdict.kind === 'refused') throw new Error(`${id}: ${JSON.stringify(verdict.faults)}`);
      return [id, verdict.submission] as const;
    }),
  );
  return compile({ department, definition, month, submissions, known: knownFrom(department.history, []) });
}

function sentencesOf(department: Department, definition: ReportDefinition): string[] {
  return october(department, definition).figures.flatMap(figure => {
    const indicator = definition.indicators.find(({ code }) => code === figure.code);
    return indicator ? [sentence(indicator, figure, { term: month })] : [];
  });
}

describe('the sample department', () => {
  const department = departmentIn(sample);
  const monthly = reportNamed(department, 'bao-cao-thang');
  const power = reportNamed(department, 'cap-dien-thang');

  it('has eight units, all of which owe the monthly report, and three the smaller one', () => {
    expect(department.units).toHaveLength(8);
    expect(unitsOwing(department, monthly, month)).toHaveLength(8);
    expect(unitsOwing(department, power, month)).toHaveLength(3);
  });

  it('says the four sentences of October 2021 word for word, from figures and history', () => {
    expect(sentencesOf(department, monthly)).toEqual([
      'Chỉ số sản xuất công nghiệp tháng 10/2021 giảm 2,26% so với tháng 9/2021.',
      'Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 10/2021 đạt 3.781 tỷ đồng, tăng 4,9% so với tháng 9/2021, giảm 2,1% so với tháng 10/2020.',
      'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021, tăng 17,4% so với tháng 10/2020.',
      'Kim ngạch nhập khẩu tháng 10 đạt 215 triệu USD, giảm 1% so với tháng 9/2021, tăng 72% so với tháng 10/2020.',
    ]);
  });

  it('compares a percentage in points', () => {
    expect(sentencesOf(department, power)[1]).toBe(
      'Tỷ lệ hộ có điện đến cuối tháng 10 đạt 99,4%, tăng 0,3 điểm phần trăm so với tháng 10/2020.',
    );
  });

  it('is answered in full by the sample answers', () => {
    for (const definition of [monthly, power]) {
      const { missing, outcomes } = october(department, definition);
      expect(missing).toEqual([]);
      expect(outcomes.filter(outcome => outcome.missing || outcome.text === '')).toEqual([]);
    }
  });

  it('closes on 16 November 2021 at 16:00, and the smaller report before the weekend its deadline falls on', () => {
    expect(timetable(department, monthly, month).deadline).toBe(instantAt('2021-11-16', '16:00'));
    expect(timetable(department, power, month).deadline).toBe(instantAt('2021-11-12', '11:00'));
  });

  it('leaves nothing to remark on: all that is asked is printed, every base is known, every month opens', () => {
    expect(remarksOn(department, instantAt('2021-10-01', '08:00'))).toEqual([]);
  });
});

describe('the same folder is the same department', () => {
  let folder: string;
  beforeEach(() => {
    folder = copyOf(sample);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('whatever its line ends, its byte order mark and the composition of its letters', async () => {
    const first = JSON.stringify(departmentIn(sample));
    for (const file of [office, history, report, wording]) {
      const text = await readFile(join(folder, file), 'utf8');
      writeFileSync(join(folder, file), `\ufeff${text.normalize('NFD').replaceAll('\n', '\r\n')}`);
    }
    expect(JSON.stringify(departmentIn(folder))).toBe(first);
  });

  it('whatever the order of its keys', async () => {
    const text = await readFile(join(folder, report), 'utf8');
    const moved = 'kyHieu: SCT-KHTCTH';
    expect(text).toContain(`\n${moved}`);
    writeFileSync(join(folder, report), `${text.replace(`\n${moved}`, '\n')}\n${moved}\n`);
    expect(JSON.stringify(departmentIn(folder))).toBe(JSON.stringify(departmentIn(sample)));
  });
});
