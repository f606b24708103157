import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedFigure } from '../../shared/domain/collection/answers.ts';
import { accept, type Submission } from '../../shared/domain/collection/submission.ts';
import { figureRows } from '../../shared/domain/compilation/figures-table.ts';
import { figuresToIssue } from '../../shared/domain/compilation/issued.ts';
import { compile } from '../../shared/domain/compilation/report.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import { itemsOf } from '../../shared/domain/letter/items.ts';
import type { Block } from '../../shared/domain/letter/letter.ts';
import { previewed } from '../../shared/domain/letter/preview.ts';
import { changeInWords } from '../../shared/domain/letter/sentence.ts';
import { unitPart } from '../../shared/domain/letter/unit-part.ts';
import type { Comparison, Indicator } from '../../shared/domain/office/indicator.ts';
import { owedBy } from '../../shared/domain/office/owing.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { termSheet } from '../../templates/figures-sheet.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';

const month = '2021-10';
const unit = 'phong-a';

const Numeral = fc
  .integer({ min: -3_000, max: 9_000_000 })
  .map(hundredths => writeNumeral((hundredths / 100).toFixed(2)));
const Comparisons = fc.subarray<Comparison['with']>(['previous-month', 'same-month-last-year']).chain(withs =>
  fc.tuple(
    ...withs.map(each =>
      fc.record<Comparison>({
        with: fc.constant(each),
        as: fc.constantFrom('percent', 'points', 'ratio', 'amount'),
        decimals: fc.nat(3),
      }),
    ),
  ),
);
const AnIndicator: fc.Arbitrary<Indicator> = fc
  .record({
    shows: fc.constantFrom('level' as const, 'change' as const),
    unitOfMeasure: fc.constantFrom('%', '', 'triệu USD'),
    comparisons: Comparisons,
    kind: fc.constantFrom(undefined, 'flow' as const, 'index' as const, 'rate' as const),
    yearToDate: fc.option(fc.record({ comparisons: Comparisons }), { nil: undefined }),
  })
  .map(drawn => ({ ...exports, ...drawn, limits: { change: '999999' } }));

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const AFigure: fc.Arbitrary<TypedFigure> = fc
  .constantFrom('reported' as const, 'reported' as const, 'estimated' as const, 'none' as const, 'missing' as const)
  .chain(state =>
    fc.record({
      state: fc.constant(state),
      value: state === 'reported' || state === 'estimated' ? fc.option(Numeral, { nil: undefined }) : seldom(Numeral),
      restates: seldom(Numeral),
      changes: fc.record({
        'previous-month': seldom(Numeral),
        'same-month-last-year': seldom(Numeral),
        'year-to-date': seldom(Numeral),
      }),
      note: fc.constantFrom(undefined, '', 'một đơn hàng lớn'),
    }),
  );
const Known = fc.record(
  { '2021-09': fc.constantFrom('0', '130.7', '-5', '3604'), '2020-10': fc.constantFrom('0', '118.23') },
  { requiredKeys: [] },
);
const Outcome = fc.constantFrom('', 'Đã làm', '- một\n+ hai\n\n  ba ');

const wordsOf = (blocks: Block[]) =>
  blocks.map(block => (block.kind === 'table' ? '' : block.runs.map(({ text }) => text).join('')));

/** Everything that is said anywhere of what a unit handed in. */
function told(indicator: Indicator, submission: Submission, known: Record<string, string>) {
  const tasks = reportWith().tasks.map(task => ({ ...task, owner: [{ unit }] }));
  const definition = reportWith({
    ...{ indicators: [indicator], tasks },
    wording: `- {{ so_lieu.${indicator.code} }}\n\n{{ nhom.chung }}\n\n{{ ngoai_ra }}\n\nTrân trọng./.\n`,
  });
  const history = Object.entries(known).map(([period, value]) => ({ period, indicator: indicator.code, value }));
  const department = { ...departmentWith(definition), history };
  const past = { month, known: knownFrom(history, []) };
  const owed = owedBy(definition, unit, month);
  const report = compile({
    ...{ department, definition, month, known: knownFrom(history) },
    submissions: new Map([[unit, submission]]),
  });
  const window = { from: '2021-10-01', to: '2021-10-31' };
  const letter = compose({ department, definition, report, window, date: '2021-11-16' });
  const rows = figureRows({ department, definition, report, known: past.known });
  return {
    receipt: itemsOf(owed, submission, past),
    part: wordsOf(unitPart(owed, submission, { ...past, unitName: 'Phòng A' })),
    letter: wordsOf(letter.body).slice(0, -1),
    figure: report.figures[0],
    sheet: termSheet(rows, month).rows[1] ?? [],
    issued: figuresToIssue(report),
  };
}

const settings = fc.tuple(AnIndicator, AFigure, Known, Outcome);

describe('what is told of an answer that was accepted', () => {
  it('is the same on the receipt, in the unit’s part, in the letter, while typing, in the sheet and in the series', () => {
    let accepted = 0;
    fc.assert(
      fc.property(settings, ([indicator, typed, known, outcome]) => {
        const past = {
          month,
          known: knownFrom(
            Object.entries(known).map(([period, value]) => ({ period, indicator: indicator.code, value })),
            [],
          ),
        };
        const owed = { indicators: [indicator], tasks: reportWith().tasks };
        const answers = {
          figures: { [indicator.code]: typed },
          outcomes: { 'nhiem-vu': outcome },
          further: 'Kiến nghị',
        };
        const verdict = accept(answers, owed, past);
        if (verdict.kind === 'refused') return;
        accepted += 1;
        const { receipt, part, letter, figure, sheet, issued } = told(indicator, verdict.submission, known);
        const [sentence, ...kept] = receipt[0]?.text.split('\n') ?? [];

        expect(part[0]).toBe(sentence);
        expect(letter).toEqual(part);
        expect(previewed(indicator, typed, past).sentence).toBe(`Câu sẽ in: ${sentence}`);
        if (outcome !== '') for (const paragraph of part.slice(1, -1)) expect(receipt[1]?.text).toContain(paragraph);

        // All that was typed is told, and nothing else.
        const changes = Object.entries(typed.changes ?? {}).filter(([, change]) => change !== undefined);
        const ofYear = figure?.yearToDate?.changes.some(change => change.with === 'same-month-last-year');
        expect([...(figure?.changes ?? []).map(change => change.with), ofYear ? 'year-to-date' : '']).toEqual(
          expect.arrayContaining(changes.map(([against]) => against)),
        );
        expect(kept.some(line => line.startsWith('Tháng trước điều chỉnh'))).toBe(typed.restates !== undefined);
        expect(issued.some(each => each.month === '2021-09')).toBe(typed.restates !== undefined);
        for (const change of figure?.changes ?? []) {
          expect(sentence).toContain(changeInWords(change));
          expect(sheet).toContain(changeInWords(change));
        }
      }),
      { numRuns: 1_000 },
    );
    expect(accepted).toBeGreaterThan(150);
  });

  it('says nothing of what was taken down once, is not used, and would be refused now', () => {
    const taken: Submission = {
      figures: { 'xuat-khau': { state: 'missing', restates: '140', changes: { 'previous-month': '5' } } },
      outcomes: { 'nhiem-vu': '' },
      further: '',
    };
    const { receipt, part, figure, issued } = told(exports, taken, { '2021-09': '130.7' });
    expect(receipt[0]?.text).toBe('Kim ngạch xuất khẩu tháng 10 chưa có số liệu báo cáo.');
    expect(part).toEqual([receipt[0]?.text, 'Nhiệm vụ được giao: chưa có báo cáo của Phòng A.']);
    expect([figure?.restates, figure?.changes, issued]).toEqual([undefined, [], []]);
  });
});
