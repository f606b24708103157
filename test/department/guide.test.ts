import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type AnswersByUnit, readAnswers } from '../../infra/department/answers.ts';
import { faultLine } from '../../infra/department/fault.ts';
import { type Term, termAYearBefore, termBefore } from '../../shared/domain/calendar/term.ts';
import { accept, type Submission } from '../../shared/domain/collection/submission.ts';
import { compile } from '../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { withTaken } from '../../shared/domain/figures/sourced.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import type { Block } from '../../shared/domain/letter/letter.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { owedBy, unitsOwing } from '../../shared/domain/office/owing.ts';
import { departmentIn } from './a-folder.ts';

/** Every example of the guide is a folder that passes `check`, and makes the sentences that stand under it. */

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'huong-dan.md'), 'utf8');

/** The files of an example by their names, and the lines of the letter that it shows. */
type Example = { title: string; files: [name: string, text: string][]; shows: string[] };

const chapter = guide.split('### Báo cáo của tôi viết thế nào?\n')[1]?.split(/\n### /)[0] ?? '';
const examples: Example[] = chapter
  .split('\n#### ')
  .slice(1)
  .map(section => ({
    title: section.split('\n')[0] ?? '',
    files: [...section.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => [name, text]),
    shows: [...section.matchAll(/^> (.+)$/gm)].map(([, line = '']) => line),
  }));

const office = {
  id: 'so-cong-thuong',
  name: 'Sở Công Thương',
  coQuanChuQuan: 'UBND TỈNH',
  coQuanBanHanh: 'SỞ CÔNG THƯƠNG',
  diaDanh: 'Tỉnh',
  units: [
    { id: 'cong-nghiep', name: 'Phòng Công nghiệp', mail: 'cong-nghiep@so.example' },
    { id: 'thuong-mai', name: 'Phòng Thương mại', mail: 'thuong-mai@so.example' },
  ],
  staff: [{ id: 'tong-hop', name: 'Cán bộ tổng hợp', mail: 'tong-hop@so.example', roles: ['coordinator'] }],
};

const report = {
  name: 'Báo cáo',
  first: '2025-10',
  opening: { month: '1', day: '1', at: '08:00' },
  deadline: { month: '1', day: '10', at: '16:00' },
  kyHieu: 'SCT-KHTC',
  trichYeu: 'báo cáo tháng',
  addressees: [{ name: 'UBND tỉnh', mail: 'ubnd@tinh.example' }],
  recipients: [{ line: 'Như trên', to: 'addressees' }],
  signer: { chucVu: 'GIÁM ĐỐC', nguoiKy: 'Trần Văn Bình' },
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huong-dan-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The folder of an example: what it does not say is as in any report. */
function foldedOut({ files }: Example): Department {
  const given = new Map(files);
  const own = parse(given.get('report.yaml') ?? '{}', { schema: 'failsafe' });
  write('department.yaml', stringify(office));
  write('history.csv', given.get('history.csv') ?? 'period,indicator,value\n');
  if (given.has('plan.csv')) write('plan.csv', given.get('plan.csv') ?? '');
  write('reports/bao-cao/report.yaml', stringify({ ...report, ...own }));
  write('reports/bao-cao/letter.md', given.get('letter.md') ?? sentencesOf(own));
  for (const [file, text] of files.filter(([name]) => name.startsWith('reports/'))) {
    write(file, text);
    write(join(dirname(file), 'letter.md'), sentencesOf(parse(text)));
  }
  return departmentIn(folder);
}

/** A letter that prints every sentence. */
function sentencesOf({ indicators = [] }: { indicators?: { code: string; partOf?: string }[] }): string {
  const codes = indicators.filter(({ partOf }) => partOf === undefined).map(({ code }) => code);
  return `${codes.map(code => `- {{ so_lieu.${code} }}`).join('\n')}\n`;
}

/** What comes of an example: the lines of its last report's letter, or what is refused of what units hand in. */
function comesOf(example: Example): string[] {
  const department = foldedOut(example);
  const definition = department.reports.at(-1);
  if (!definition) throw new Error('no report');
  const month = definition.first;
  const answers = answersOf(example, department, month);
  const known = knownOf(department, month);
  const submissions = new Map<string, Submission | undefined>();
  const refused: string[] = [];
  for (const { id } of unitsOwing(department, definition, month)) {
    const given = answers.get(id)?.get(definition.id);
    const verdict = given && accept(given, owedBy(definition, id, month), { month, known, unit: id });
    if (verdict?.kind === 'refused') refused.push(...verdict.faults.map(({ message }) => `Không nhận: ${message}`));
    submissions.set(id, verdict?.kind === 'accepted' ? verdict.submission : undefined);
  }
  if (refused.length > 0) return refused;
  const compiled = compile({ department, definition, month, submissions, known });
  const window = { from: '2025-10-01', to: '2025-10-31' };
  return compose({ department, definition, report: compiled, window, date: '2025-11-10' }).body.flatMap(linesOf);
}

function answersOf({ files }: Example, department: Department, month: Term): AnswersByUnit {
  mkdirSync(join(folder, 'answers'));
  const units = files.filter(([name]) => /^[a-z-]+\.yaml$/.test(name) && name !== 'report.yaml');
  for (const [name, text] of units) write(join('answers', name), text);
  if (units.length === 0) return new Map();
  // A rule that is broken is an example of its own: it is refused where the unit hands in, below.
  const read = readAnswers(
    join(folder, 'answers'),
    { ...department, reports: department.reports.map(each => ({ ...each, rules: [] })) },
    month,
  );
  if ('faults' in read) throw new Error(read.faults.map(faultLine).join('\n'));
  return read.answers;
}

function knownOf(department: Department, month: Term) {
  const own = knownFrom(department.history, [], department.plan);
  const definition = department.reports.at(-1);
  if (!definition || department.reports.length < 2) return own;
  const theirs = new Map(department.reports.slice(0, -1).map(({ id }) => [id, own]));
  return withTaken(own, { department, definition, terms: [month, termBefore(month), termAYearBefore(month)] }, theirs);
}

function linesOf(block: Block): string[] {
  if (block.kind === 'table') return block.rows.map(({ cells }) => cells.join(' | '));
  return [block.runs.map(({ text }) => text).join('')];
}

describe('Báo cáo của tôi viết thế nào?', () => {
  it('has an example of each thing that a report may say, and its table leads to each', () => {
    expect(examples.map(({ title }) => title)).toHaveLength(13);
    const links = [...chapter.matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)];
    expect(links.map(([, title]) => title)).toEqual(examples.map(({ title }) => title));
    expect(links.map(([, , anchor]) => anchor)).toEqual(
      examples.map(({ title }) => title.toLowerCase().replaceAll(' ', '-')),
    );
  });

  it.each(examples.map(example => [example.title, example] as const))(
    '%s: passes check, and makes its sentences',
    (_, example) => {
      expect(example.shows.length).toBeGreaterThan(0);
      expect(comesOf(example)).toEqual(expect.arrayContaining(example.shows));
    },
  );
});

describe('a sample of YAML elsewhere in the guide', () => {
  const samples = [...guide.replace(chapter, '').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);

  it.each(samples)('%s', text => {
    const read: Record<string, unknown> = parse(text, { schema: 'failsafe' });
    expect(Object.keys(read).length).toBeGreaterThan(0);
  });
});
