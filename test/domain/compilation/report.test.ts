import { describe, expect, it } from 'vitest';
import { Submission } from '../../../shared/domain/collection/submission.ts';
import { compile, Report } from '../../../shared/domain/compilation/report.ts';
import { reportedFigure } from '../../../shared/domain/compilation/reported-figure.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { departmentWith, exports, index, reportWith } from '../an-office.ts';

const tasks = [
  { id: 'viec', text: 'Việc một', group: 'chung', owner: [{ unit: 'phong-b' }] },
  { id: 'viec-hai', text: 'Việc hai', group: 'chung', owner: [{ unit: 'phong-c' }] },
  { id: 'viec-cu', text: 'Việc cũ', group: 'chung', owner: [{ unit: 'phong-b' }], validTo: '2021-09' },
  { id: 'viec-moi', text: 'Việc mới', group: 'chung', owner: [{ unit: 'phong-b', from: '2021-11' }] },
];
const definition = reportWith({ indicators: [exports, { ...index, owner: [{ unit: 'phong-c' }] }], tasks });
const department = departmentWith(definition);
const history = [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }];
const known = knownFrom(history, []);
const a: Submission = {
  figures: { 'xuat-khau': { state: 'estimated', value: '138.8', restates: '130.7', changes: {}, note: 'ước' } },
  outcomes: {},
  further: 'Kiến nghị',
};
const b: Submission = { figures: {}, outcomes: { viec: 'Đã làm' }, statuses: { viec: 'done' }, further: '' };
const submissions = new Map<string, Submission | undefined>([
  ['phong-a', a],
  ['phong-b', b],
  ['phong-c', undefined],
]);
const report = compile({ department, definition, month: '2021-10', submissions, known });

describe('the report of a period', () => {
  it('holds each figure with its owner and its changes; one not handed in is missing', () => {
    expect(report.figures).toEqual([
      {
        ...{ code: 'xuat-khau', unit: 'phong-a', state: 'estimated', value: '138.8', restates: '130.7', note: 'ước' },
        changes: [
          { with: 'previous-month', as: 'percent', against: '2021-09', base: '130.7', direction: 'up', amount: '6.2' },
        ],
        measures: { value: '138.8', previous: '130.7' },
      },
      { code: 'chi-so', unit: 'phong-c', state: 'missing', changes: [], measures: {} },
    ]);
  });

  it('holds each outcome with its owner and how far it has come; one not handed in is missing', () => {
    const missing = { missing: true, text: '', status: undefined };
    expect(report.outcomes).toEqual([
      { task: 'viec', unit: 'phong-b', unitName: 'Phòng B', missing: false, text: 'Đã làm', status: 'done' },
      { task: 'viec-hai', unit: 'phong-c', unitName: 'Phòng C', ...missing },
      { task: 'viec-moi', unit: undefined, unitName: '', ...missing },
    ]);
  });

  it('takes what every object inherits for no answer, whatever a task or an indicator is called', () => {
    const named = (id: string) => [{ ...tasks[0], id }] as typeof tasks;
    const inherited = compile({
      ...{ department, month: '2021-10', known, submissions: new Map([['phong-b', b]]) },
      definition: reportWith({
        indicators: [{ ...exports, code: 'constructor', owner: [{ unit: 'phong-b' }] }],
        tasks: named('constructor'),
      }),
    });
    expect(inherited.outcomes).toMatchObject([{ task: 'constructor', missing: true, text: '' }]);
    expect(inherited.figures).toMatchObject([{ code: 'constructor', state: 'missing' }]);
  });

  it('holds what units add of themselves, and who is missing by name', () => {
    expect(report.further).toEqual([{ unit: 'phong-a', text: 'Kiến nghị' }]);
    expect(report.missing).toEqual([{ id: 'phong-c', name: 'Phòng C' }]);
    const gone = compile({
      ...{ department, definition, month: '2021-10', known },
      submissions: new Map([['giai-the', undefined]]),
    });
    expect(gone.missing).toEqual([{ id: 'giai-the', name: '' }]);
  });

  it('says whose it is and of when, and is read back from its file as it was written', () => {
    expect(report).toMatchObject({ department: 'so-mau', report: 'bao-cao-thang', month: '2021-10' });
    expect(Report.parse(JSON.parse(JSON.stringify(report)))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it('misses a task that was left empty, and none of which the unit said that there is nothing', () => {
    const outcomeOf = (statuses: Submission['statuses']) => {
      const submissions = new Map([['phong-b', { ...b, outcomes: { viec: '' }, statuses }]]);
      return compile({ department, definition, month: '2021-10', submissions, known }).outcomes[0];
    };
    expect(outcomeOf(undefined)).toMatchObject({ missing: true, text: '', status: undefined });
    expect(outcomeOf({ viec: 'done' })).toMatchObject({ missing: true, text: '', status: 'done' });
    expect(outcomeOf({ viec: 'none' })).toMatchObject({ missing: false, text: '', status: 'none' });
  });
});

describe('a change', () => {
  const told = (figure: Submission['figures'][string]) =>
    reportedFigure(exports, figure, { month: '2021-10', known }).changes.map(({ amount }) => amount);

  it('is not told of what did not arise', () => {
    expect(told({ state: 'none', changes: { 'previous-month': '5' } })).toEqual([]);
  });

  it('is the one handed in where no figure was, though its base is known', () => {
    expect(told({ state: 'reported', changes: { 'previous-month': '5' } })).toEqual(['5']);
  });
});

describe('a restated figure', () => {
  const sown = { ...exports, code: 'gieo-cay', owner: [], owedBy: 'all' as const };
  const known = knownFrom([
    { period: '2021-09', indicator: 'gieo-cay', value: '30' },
    ...['phong-a', 'phong-b', 'phong-c'].map(unit => ({ period: '2021-09', indicator: 'gieo-cay', unit, value: '10' })),
  ]);
  const gives = (restates?: string): Submission => ({
    figures: { 'gieo-cay': { state: 'reported', value: '20', changes: {}, ...(restates && { restates }) } },
    outcomes: {},
    further: '',
  });
  const restatedIn = (given: Record<string, Submission | undefined>) => {
    const asking = reportWith({ indicators: [sown], tasks: [] });
    const all = new Map(Object.entries(given));
    const closed = { department: departmentWith(asking), definition: asking, month: '2021-10', known };
    const [figure] = compile({ ...closed, submissions: all }).figures;
    return [figure?.restated, ...(figure?.units ?? []).map(each => each.restated)];
  };

  it('tells what was issued and what it rests on now, of its unit and of the total', () => {
    expect(restatedIn({ 'phong-a': gives('9.5'), 'phong-b': gives(), 'phong-c': gives('10') })).toEqual([
      { from: '30', to: '29.5' },
      { from: '10', to: '9.5' },
      ...[undefined, undefined],
    ]);
  });

  it('tells nothing of a total that lacks a unit, which is another sum', () => {
    const [total, own] = restatedIn({ 'phong-a': gives('9.5'), 'phong-b': gives(), 'phong-c': undefined });
    expect([total, own]).toEqual([undefined, { from: '10', to: '9.5' }]);
  });
});

describe('a report in a file', () => {
  const [figure] = report.figures;
  const [change] = figure?.changes ?? [];
  const holding = (changed: object) => Report.safeParse({ ...report, ...changed }).success;

  it.each(['up', 'down', 'flat'])('may tell a change that is %s', direction => {
    expect(holding({ figures: [{ ...figure, changes: [{ ...change, direction }] }] })).toBe(true);
  });

  it.each(['percent', 'points'])('may tell it in %s', as => {
    expect(holding({ figures: [{ ...figure, changes: [{ ...change, as, with: 'same-month-last-year' }] }] })).toBe(
      true,
    );
  });

  it.each([{ direction: '' }, { as: '' }, { with: '' }, { against: '10/2021' }, { amount: 6.2 }])(
    'is refused with a change that is none: %j',
    changed => {
      expect(holding({ figures: [{ ...figure, changes: [{ ...change, ...changed }] }] })).toBe(false);
    },
  );

  it.each([
    { month: '10/2021' },
    { figures: [{ ...figure, state: '' }] },
    { outcomes: [{ ...report.outcomes[0], missing: 'no' }] },
    { outcomes: [{}] },
    { further: ['Kiến nghị'] },
    { missing: ['phong-c'] },
    { missing: [{}] },
    { further: [{}] },
    { figures: [{}] },
  ])('is refused when it is none: %j', changed => {
    expect(holding(changed)).toBe(false);
  });
});

describe('a submission as it is kept', () => {
  const changing = { state: 'reported' as const, changes: { 'previous-month': '5', 'same-month-last-year': '-1' } };
  it.each([a, b, { ...b, figures: { 'chi-so': changing } }])('is read back as it was written: %#', submission => {
    expect(Submission.parse(submission)).toEqual(submission);
  });

  it.each([{ figures: { x: {} } }, { outcomes: { x: 1 } }, { statuses: { x: 'begun' } }, { further: undefined }])(
    'is refused when it is none: %j',
    changed => {
      expect(Submission.safeParse({ ...b, ...changed }).success).toBe(false);
    },
  );
});
