import { describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { compile } from '../../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { attachedFigures } from '../../../shared/domain/letter/attached-figures.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import { departmentWith, exports, index, reportWith } from '../an-office.ts';

const shared = { ...exports, code: 'gieo-cay', name: 'Gieo cấy', owner: [], owedBy: 'all' as const, comparisons: [] };
const indicators = [exports, { ...index, comparisons: [] }, shared, { ...exports, code: 'noi-bo', name: 'Nội bộ' }];
const gave = (value: string): Submission => ({
  figures: Object.fromEntries(
    indicators.map(({ code }) => [code, { state: 'reported', value, changes: {}, note: 'giải trình nội bộ' }]),
  ),
  outcomes: { 'nhiem-vu': 'lời của đơn vị' },
  further: 'kiến nghị riêng',
});
const wording = '- {{ so_lieu.xuat-khau }}\n- {{ so_lieu.chi-so }}\n- {{ so_lieu.gieo-cay }}\n';
const receivedAt = Date.UTC(2021, 10, 3);

function attached(changes: Partial<ReportDefinition> = {}) {
  const definition = reportWith({ indicators, wording, ...changes });
  const department = departmentWith(definition);
  const submissions = new Map([
    ['phong-a', gave('5')],
    ['phong-b', gave('7')],
    ['phong-c', undefined],
  ]);
  const report = compile({ department, definition, month: '2021-10', submissions, known: knownFrom([], []) });
  const handedIn = new Map([
    ['phong-a', { revision: 2, receivedAt }],
    ['phong-b', { revision: 1, receivedAt }],
  ]);
  return attachedFigures({ department, definition, report, handedIn });
}

describe('what travels inside a letter of its figures', () => {
  it('is each that it tells, with whose it is, which revision and when', () => {
    const told = attached();
    expect(told.find(({ code }) => code === 'xuat-khau')).toMatchObject({
      ...{ name: exports.name, unitOfMeasure: 'triệu USD', term: '2021-10', state: 'reported', value: '5' },
      unit: { id: 'phong-a', name: 'Phòng A', revision: 2, receivedAt },
    });
  });

  it('is told where Liquid leaves blanks out right beside its name', () => {
    expect(attached({ wording: '- {{-so_lieu.noi-bo-}}' }).map(({ code }) => code)).toEqual(['noi-bo']);
  });

  it('is nothing that it does not tell: no explanation, no text, no figure that it does not name', () => {
    const told = attached();
    expect(told.map(({ code }) => code)).not.toContain('noi-bo');
    for (const words of ['giải trình nội bộ', 'lời của đơn vị', 'kiến nghị riêng'])
      expect(JSON.stringify(told)).not.toContain(words);
  });

  it('is the change alone of what it tells by its change', () => {
    expect(attached().find(({ code }) => code === 'chi-so')?.value).toBeUndefined();
  });

  it('is the total of what many owe, who gave of it, and each one’s own only where the letter tells each', () => {
    const values = (changes?: Partial<ReportDefinition>) =>
      attached(changes)
        .filter(({ code }) => code === 'gieo-cay')
        .map(({ unit, value, state }) => [unit?.id, value, state]);
    const [whole, ...parts] = values();
    expect(whole).toEqual([undefined, '12', 'reported']);
    expect(parts).toEqual([
      ['phong-a', undefined, 'reported'],
      ['phong-b', undefined, 'reported'],
      ['phong-c', undefined, 'missing'],
    ]);
    const byUnit = `${wording}{% for don_vi in cac_don_vi %}{{ don_vi.so.gieo-cay.gia_tri }}{% endfor %}`;
    expect(values({ wording: byUnit }).map(([, value]) => value)).toEqual(['12', '5', '7', undefined]);
  });
});
