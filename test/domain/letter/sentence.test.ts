import { describe, expect, it } from 'vitest';
import { compile } from '../../../shared/domain/compilation/report.ts';
import type { Figure } from '../../../shared/domain/figures/figure.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { sentence } from '../../../shared/domain/letter/sentence.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { departmentWith, exports, index, reportWith } from '../an-office.ts';

type Given = {
  indicator?: Indicator;
  month?: string;
  history?: Record<string, string>;
  figure?: Partial<Figure> | null;
};

/** The sentence of one indicator, through the whole of the domain: history in, words out. */
function said({ indicator = exports, month = '2021-10', history = {}, figure = { value: '138.8' } }: Given): string {
  const definition = reportWith({ indicators: [indicator] });
  const department = departmentWith(definition);
  const submission = figure && {
    figures: { [indicator.code]: { state: 'reported' as const, changes: {}, ...figure } },
    outcomes: {},
    further: '',
  };
  const known = knownFrom(
    Object.entries(history).map(([period, value]) => ({ period, indicator: indicator.code, value })),
    [],
  );
  const report = compile({
    department,
    definition,
    month,
    submissions: new Map([['phong-a', submission ?? undefined]]),
    known,
  });
  const [reported] = report.figures;
  if (!reported) throw new Error('no figure in the report');
  return sentence(indicator, reported, { term: month });
}

describe('the sentence of an indicator', () => {
  it('tells level and changes, as the letter of 10/2021 does', () => {
    expect(said({ history: { '2021-09': '130.7', '2020-10': '118.2' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021, tăng 17,4% so với tháng 10/2020.',
    );
  });

  it('tells the change alone where only the change is shown', () => {
    expect(said({ indicator: index, history: { '2021-09': '104.35' }, figure: { value: '101.99' } })).toBe(
      'Chỉ số sản xuất công nghiệp tháng 10/2021 giảm 2,26% so với tháng 9/2021.',
    );
  });

  it('takes the change the unit hands in where the office has no base', () => {
    expect(said({ indicator: index, figure: { changes: { 'previous-month': '-2.26' } } })).toBe(
      'Chỉ số sản xuất công nghiệp tháng 10/2021 giảm 2,26% so với tháng 9/2021.',
    );
  });

  it('trusts its own figures more than a change handed in', () => {
    const figure = { value: '138.8', changes: { 'previous-month': '-50' } };
    expect(said({ history: { '2021-09': '130.7' }, figure })).toContain('tăng 6,2% so với tháng 9/2021.');
  });

  it('drops a comparison whose base is missing, and never guesses', () => {
    expect(said({ history: { '2020-10': '118.2' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, tăng 17,4% so với tháng 10/2020.',
    );
    expect(said({})).toBe('Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD.');
    expect(said({ indicator: index, figure: { value: '101.99' } })).toBe(
      'Chỉ số sản xuất công nghiệp tháng 10/2021 chưa có số liệu để so sánh.',
    );
  });

  it('drops a comparison with nought', () => {
    expect(said({ history: { '2021-09': '0' } })).toBe('Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD.');
  });

  it('says "không đổi" for a change that rounds to nothing', () => {
    expect(said({ history: { '2021-09': '138.82' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, không đổi so với tháng 9/2021.',
    );
  });

  it('says nought, and what it reached, in the office’s own words', () => {
    const saying = { reached: 'xảy ra', zero: 'không xảy ra vụ nào' };
    const fires = { ...exports, phrase: 'Trong tháng {tháng}', unitOfMeasure: 'vụ', decimals: 0, saying };
    const history = { '2021-09': '3' };
    expect(said({ indicator: fires, history, figure: { value: '0' } })).toBe('Trong tháng 10 không xảy ra vụ nào.');
    expect(said({ indicator: fires, figure: { value: '2' } })).toBe('Trong tháng 10 xảy ra 2 vụ.');
    expect(said({ indicator: { ...fires, saying: { reached: 'xảy ra' } }, figure: { value: '0' } })).toBe(
      'Trong tháng 10 xảy ra 0 vụ.',
    );
  });

  it('has a wording for each of the four states', () => {
    const history = { '2021-09': '130.7' };
    expect(said({ history, figure: { state: 'estimated', value: '138.8' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 ước đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.',
    );
    expect(said({ history, figure: { state: 'none' } })).toBe('Kim ngạch xuất khẩu tháng 10 không phát sinh.');
    expect(said({ history, figure: { state: 'missing' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 chưa có số liệu báo cáo.',
    );
    expect(said({ history, figure: null })).toBe('Kim ngạch xuất khẩu tháng 10 chưa có số liệu báo cáo.');
  });

  it('looks back into the year before in January', () => {
    expect(said({ month: '2022-01', history: { '2021-12': '100', '2021-01': '160' }, figure: { value: '120' } })).toBe(
      'Kim ngạch xuất khẩu tháng 01 đạt 120 triệu USD, tăng 20% so với tháng 12/2021, giảm 25% so với tháng 01/2021.',
    );
  });

  it('compares with the figure the unit restates for the month before', () => {
    expect(said({ history: { '2021-09': '130.7' }, figure: { value: '138.8', restates: '138.8' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD, không đổi so với tháng 9/2021.',
    );
  });

  it('says that the month before is another number than was issued then where the office words that, and only then', () => {
    const given = { history: { '2021-09': '2301' }, figure: { value: '2400', restates: '2297.4' } };
    const worded = (restated: string) => ({ ...exports, saying: { restated } });
    expect(said(given)).not.toContain('điều chỉnh');
    expect(said({ ...given, indicator: worded('(số liệu {kỳ} được điều chỉnh từ {cũ} thành {mới})') })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 2.400 triệu USD, tăng 4,5% so với tháng 9/2021 (số liệu tháng 9/2021 được điều chỉnh từ 2.301 thành 2.297,4).',
    );
    expect(said({ ...given, indicator: worded('trước báo {cũ}') })).toContain('tháng 9/2021, trước báo 2.301.');
    const same = { ...given, figure: { value: '2400', restates: '2301.0' } };
    expect(said({ ...same, indicator: worded('trước báo {cũ}') })).not.toContain('trước báo');
    const first = { figure: { value: '2400', restates: '2297.4' }, indicator: worded('trước báo {cũ}') };
    expect(said(first)).not.toContain('trước báo');
  });

  it('writes "%" close to its number, and changes of a share in points', () => {
    const share = { ...exports, unitOfMeasure: '%', comparisons: [{ ...index.comparisons[0], as: 'points' as const }] };
    const indicator = share as typeof exports;
    expect(said({ indicator, history: { '2021-09': '10.5' }, figure: { value: '10.2' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 10,2%, giảm 0,3 điểm phần trăm so với tháng 9/2021.',
    );
  });

  it('tells an amount in the figure’s own unit, and of several comparisons the last as the office joins it', () => {
    const comparisons = [
      { with: 'same-month-last-year', as: 'amount', decimals: 1 } as const,
      { with: 'previous-month', as: 'percent', decimals: 2 } as const,
    ];
    const indicator = { ...exports, unitOfMeasure: 'vụ', comparisons, saying: { and: 'và' } };
    expect(said({ indicator, history: { '2020-10': '2134.5', '2021-09': '1700' }, figure: { value: '1734' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 1.734 vụ, giảm 400,5 vụ so với tháng 10/2020 và tăng 2% so với tháng 9/2021.',
    );
    expect(said({ indicator, history: { '2020-10': '1734' }, figure: { value: '1734' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt 1.734 vụ, không đổi so với tháng 10/2020.',
    );
  });

  it('ends with the number where there is no unit of measure', () => {
    expect(said({ indicator: { ...exports, unitOfMeasure: '' } })).toBe('Kim ngạch xuất khẩu tháng 10 đạt 138,8.');
  });

  it('says nothing of a level that was not given, and that a change-only indicator is missing', () => {
    expect(said({ figure: { changes: { 'previous-month': '5' } } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 tăng 5% so với tháng 9/2021.',
    );
    expect(said({ indicator: index, figure: null })).toBe(
      'Chỉ số sản xuất công nghiệp tháng 10/2021 chưa có số liệu báo cáo.',
    );
  });

  it('writes a figure below nought with its sign', () => {
    expect(said({ history: { '2021-09': '10' }, figure: { value: '-2.5' } })).toBe(
      'Kim ngạch xuất khẩu tháng 10 đạt -2,5 triệu USD, giảm 125% so với tháng 9/2021.',
    );
  });
});
