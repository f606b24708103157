import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../shared/domain/collection/answers.ts';
import { accept } from '../../../shared/domain/collection/submission.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { owedBy } from '../../../shared/domain/office/owing.ts';
import type { Rule } from '../../../shared/domain/office/rule.ts';
import { projects } from '../a-list.ts';
import { exports, reportWith } from '../an-office.ts';

const plain = { ...exports, comparisons: [], limits: {}, decimals: 0, owner: [] };
const shared = (code: string, name: string): Indicator => ({ ...plain, code, name, owedBy: 'all' });
const made = (code: string, name: string, formula: string): Indicator => ({ ...plain, code, name, formula });
const indicators = [
  shared('chuyen-sang', 'Chuyển sang'),
  shared('tiep-nhan', 'Tiếp nhận'),
  shared('truoc-han', 'Trước hạn'),
  shared('dang', 'Đang giải quyết'),
  made('phai', 'Phải giải quyết', 'chuyen-sang + tiep-nhan'),
  made('ty-le', 'Tỷ lệ', 'truoc-han / phai * 100'),
];

function verdictOn(values: Record<string, string>, rules: Rule[], changed: Partial<Answers> = {}) {
  const owed = owedBy(reportWith({ indicators, tasks: [], rules }), 'phong-a', '2021-10');
  const figures = Object.fromEntries(
    owed.indicators.map(({ code }) => {
      const value = values[code] ?? '0';
      return [code, value === 'missing' ? { state: 'missing' as const } : { state: 'reported' as const, value }];
    }),
  );
  return accept({ figures, outcomes: {}, ...changed }, owed, {
    month: '2021-10',
    unit: 'phong-a',
    known: knownFrom([]),
  });
}

const faultsOf = (...of: Parameters<typeof verdictOn>) => {
  const verdict = verdictOn(...of);
  return verdict.kind === 'refused' ? verdict.faults : [];
};

const broken = { 'chuyen-sang': '15', 'tiep-nhan': '252', 'truoc-han': '221', dang: '45' };
const balance: Rule = { rule: 'phai = truoc-han + dang', otherwise: 'refuse' };

describe('a rule among a unit’s figures', () => {
  it('refuses what breaks it, with the names and numbers of both sides, at the first figure it is about', () => {
    expect(faultsOf(broken, [balance])).toEqual([
      {
        field: 'figures.chuyen-sang.value',
        message: 'Phải giải quyết 267, mà Trước hạn 221 cộng Đang giải quyết 45 là 266. Hãy sửa một trong các số này.',
      },
    ]);
    expect(verdictOn({ ...broken, dang: '46' }, [balance]).kind).toBe('accepted');
  });

  it.each([
    [
      'dang <= truoc-han - chuyen-sang * 20',
      'Đang giải quyết 45 lớn hơn Trước hạn 221 trừ (Chuyển sang 15 nhân 20) là -79',
    ],
    ['dang >= truoc-han', 'Đang giải quyết 45 nhỏ hơn Trước hạn 221'],
    ['truoc-han < dang', 'Trước hạn 221 không nhỏ hơn Đang giải quyết 45'],
    ['dang > truoc-han', 'Đang giải quyết 45 không lớn hơn Trước hạn 221'],
    ['ty-le < 50', 'Tỷ lệ 82,7715 không nhỏ hơn 50'],
  ])('%s is told as "%s"', (rule, words) => {
    expect(faultsOf(broken, [{ rule, otherwise: 'refuse' }])[0]?.message).toContain(`${words}. `);
  });

  it('is told in the office’s own words where it has some', () => {
    const says = 'Số phải giải quyết chưa khớp';
    expect(faultsOf(broken, [{ ...balance, says }])[0]?.message).toContain(`${says}: 267 so với 266.`);
  });

  it('asks for an explanation where it says so: a note of any figure it is about', () => {
    const rules: Rule[] = [{ ...balance, otherwise: 'explain' }];
    expect(faultsOf(broken, rules)).toEqual([
      { field: 'figures.chuyen-sang.note', message: expect.stringContaining('ghi giải trình ở đây') },
    ]);
    const figures = Object.fromEntries(
      Object.entries(broken).map(([code, value]) => [
        code,
        { state: 'reported' as const, value, ...(code === 'dang' ? { note: 'một hồ sơ rút' } : {}) },
      ]),
    );
    expect(verdictOn(broken, rules, { figures }).kind).toBe('accepted');
  });

  it('counts nought for what did not arise, and is not judged where a figure is not reported', () => {
    expect(verdictOn({ ...broken, dang: 'missing' }, [balance]).kind).toBe('accepted');
  });

  it('is none of a unit that owes nothing of it', () => {
    expect(verdictOn({}, [{ rule: 'count(du-an) > 1', otherwise: 'refuse' }]).kind).toBe('accepted');
  });

  it('never takes what is computed from a unit', () => {
    const figures = Object.fromEntries(
      [...Object.keys(broken), 'phai'].map(code => [code, { state: 'none' as const }]),
    );
    expect(faultsOf({}, [], { figures })).toEqual([
      { field: 'figures.phai', message: 'Hệ thống tính chỉ tiêu này từ các số liệu khác; hãy bỏ mục này.' },
    ]);
  });

  it('may reckon over the rows of the unit’s list', () => {
    const rules: Rule[] = [{ rule: 'sum(du-an.da-giai-ngan) = xuat-khau', otherwise: 'refuse' }];
    const report = reportWith({ indicators: [{ ...exports, limits: {} }], tasks: [], lists: [projects], rules });
    const lists = { 'du-an': [1, 2].map(each => ({ ten: `${each}`, 'ke-hoach-von': '9', 'da-giai-ngan': `${each}` })) };
    const taken = (value: string) =>
      accept(
        { figures: { 'xuat-khau': { state: 'reported', value } }, outcomes: {}, lists },
        owedBy(report, 'phong-a', '2021-10'),
      );
    expect(taken('3').kind).toBe('accepted');
    expect(taken('4')).toMatchObject({
      faults: [{ message: expect.stringMatching(/^Tổng \(Đã giải ngân\) 3, mà Kim ngạch xuất khẩu 4\./) }],
    });
  });
});

describe('parts that make a whole', () => {
  const owner = [{ unit: 'phong-a' }];
  const whole = { ...plain, code: 'cay', name: 'Cây công nghiệp', owner, tolerance: '1' };
  const part = (code: string, name: string): Indicator => ({ ...plain, code, name, owner, partOf: 'cay' });
  const accepting = (values: Record<string, string>, indicators: Indicator[]) => {
    const figures = Object.fromEntries(
      Object.entries(values).map(([code, value]) => [code, { state: 'reported' as const, value }]),
    );
    return accept({ figures, outcomes: {} }, owedBy(reportWith({ indicators, tasks: [] }), 'phong-a', '2021-10'));
  };

  it('are asked about when they are farther from it than the office allows', () => {
    const all = [whole, part('che', 'Chè'), part('ca-phe', 'Cà phê')];
    expect(accepting({ cay: '16', che: '10', 'ca-phe': '5' }, all).kind).toBe('accepted');
    expect(accepting({ cay: '17', che: '10', 'ca-phe': '5' }, all)).toMatchObject({
      faults: [
        {
          field: 'figures.cay.note',
          message: expect.stringMatching(/^Chè 10 cộng Cà phê 5 là 15, mà Cây công nghiệp 17\./),
        },
      ],
    });
  });

  it('are not asked about where another unit has one of them, or the office says no tolerance', () => {
    const elsewhere = { ...part('ca-phe', 'Cà phê'), owner: [{ unit: 'phong-b' }] };
    expect(accepting({ cay: '17', che: '10' }, [whole, part('che', 'Chè'), elsewhere]).kind).toBe('accepted');
    const { tolerance: _, ...free } = whole;
    expect(accepting({ cay: '17', che: '10' }, [free, part('che', 'Chè')]).kind).toBe('accepted');
  });
});

describe('the lists of a unit', () => {
  const owed = owedBy(reportWith({ indicators: [], tasks: [], lists: [projects] }), 'phong-a', '2021-10');

  it('are in what is taken down, after all else; none of a unit that owes none', () => {
    const row = { ten: 'Cầu', 'ke-hoach-von': '2', 'da-giai-ngan': '1' };
    expect(accept({ figures: {}, outcomes: {}, lists: { 'du-an': [row] } }, owed)).toEqual({
      kind: 'accepted',
      submission: {
        ...{ figures: {}, outcomes: {}, further: '' },
        lists: { 'du-an': [{ 'da-giai-ngan': '1', 'ke-hoach-von': '2', ten: 'Cầu' }] },
      },
    });
    expect(accept({ figures: {}, outcomes: {} }, { indicators: [], tasks: [] })).toEqual({
      kind: 'accepted',
      submission: { figures: {}, outcomes: {}, further: '' },
    });
  });
});
