import { describe, expect, it } from 'vitest';
import { stateNames } from '../../../shared/domain/collection/names.ts';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { typedText } from '../../../shared/domain/collection/typed-text.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { differences, itemsOf } from '../../../shared/domain/letter/items.ts';
import { exports, index, reportWith } from '../an-office.ts';

const owed = { indicators: [exports, index], tasks: reportWith().tasks };
const { figures, outcomes, further }: Submission = {
  figures: {
    'xuat-khau': { state: 'reported', value: '1138.8', changes: {} },
    'chi-so': { state: 'none', changes: {} },
  },
  outcomes: { 'nhiem-vu': 'Đã làm' },
  further: '',
};
const submission = { figures, outcomes, further };
const past = { month: '2021-10', known: knownFrom([]) };
const compared = {
  month: '2021-10',
  known: knownFrom([{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }], []),
};
const told = (changed: Partial<Submission>) =>
  itemsOf(owed, { ...submission, ...changed }, past).map(({ text }) => text);
const figureTold = (figure: Partial<Submission['figures'][string]>) =>
  told({ figures: { 'xuat-khau': { state: 'reported', value: '138.8', changes: {}, ...figure } } })[0];

describe('what was taken down', () => {
  it('is told item by item, as the unit was asked', () => {
    expect(itemsOf(owed, { ...submission, statuses: { 'nhiem-vu': 'under-way' }, further: 'Kiến nghị' }, past)).toEqual(
      [
        {
          ...{ field: 'figures.xuat-khau', label: 'Kim ngạch xuất khẩu' },
          text: 'Kim ngạch xuất khẩu tháng 10 đạt 1.138,8 triệu USD.',
        },
        {
          ...{ field: 'figures.chi-so', label: 'Chỉ số sản xuất công nghiệp' },
          text: 'Chỉ số sản xuất công nghiệp tháng 10/2021 không phát sinh.',
        },
        { field: 'outcomes.nhiem-vu', label: 'Nhiệm vụ được giao', text: '[đang thực hiện]\nĐã làm' },
        { field: 'further', label: 'Ngoài ra', text: 'Kiến nghị' },
      ],
    );
  });

  it.each([
    [{ state: 'estimated' as const }, 'ước đạt 138,8 triệu USD.'],
    [{ state: 'none' as const, value: undefined }, 'không phát sinh.'],
    [{ state: 'missing' as const, value: undefined }, 'chưa có số liệu báo cáo.'],
    [{ changes: { 'same-month-last-year': '5' } }, 'đạt 138,8 triệu USD, tăng 5% so với tháng 10/2020.'],
    [
      { restates: '130', note: 'đã kiểm tra' },
      'đạt 138,8 triệu USD, tăng 6,8% so với tháng 9/2021.\nTháng trước điều chỉnh: 130\nGhi chú: đã kiểm tra',
    ],
    [{ note: '' }, 'đạt 138,8 triệu USD.'],
  ])('says of a figure what the letter says, and under it what was said besides: %j', (figure, words) => {
    expect(figureTold(figure)).toBe(`Kim ngạch xuất khẩu tháng 10 ${words}`);
  });

  it('says the value of an indicator of which the letter prints only the change', () => {
    const [, item] = itemsOf(
      owed,
      {
        ...submission,
        figures: { 'chi-so': { state: 'reported', value: '101.99', changes: { 'previous-month': '-2.26' } } },
      },
      past,
    );
    expect(item?.text).toBe(
      'Chỉ số sản xuất công nghiệp tháng 10/2021 giảm 2,26% so với tháng 9/2021.\nSố liệu: 101,99%',
    );
  });

  it.each([
    [{ changes: { 'previous-month': '-50' } }, 'đạt 138,8 triệu USD, tăng 6,2% so với tháng 9/2021.'],
    [{ state: 'none' as const, value: undefined, restates: '131.7' }, 'không phát sinh.'],
    [
      { state: 'missing' as const, value: undefined, restates: '140', changes: { 'previous-month': '5' } },
      'chưa có số liệu báo cáo.',
    ],
  ])('of what was once taken down and is not used, says nothing: %j', (figure, words) => {
    const taken = { state: 'reported' as const, value: '138.8', changes: {}, ...figure };
    const [item] = itemsOf(owed, { ...submission, figures: { 'xuat-khau': taken } }, compared);
    expect(item?.text).toBe(`Kim ngạch xuất khẩu tháng 10 ${words}`);
  });

  it('has a name for each of the four states', () => {
    expect(Object.values(stateNames)).toEqual(['báo cáo', 'ước', 'không phát sinh', 'chưa báo cáo']);
  });

  it('says of what was not handed in that it was not', () => {
    expect(told({ figures: {}, outcomes: {} })).toEqual([
      'Kim ngạch xuất khẩu tháng 10 chưa có số liệu báo cáo.',
      'Chỉ số sản xuất công nghiệp tháng 10/2021 chưa có số liệu báo cáo.',
      'Chưa có kết quả; ghi là chưa có báo cáo.',
    ]);
    expect(told({ outcomes: {}, statuses: { 'nhiem-vu': 'not-begun' } })[2]).toBe(
      '[chưa thực hiện]\nChưa có kết quả; ghi là chưa có báo cáo.',
    );
    expect(told({ outcomes: {}, statuses: { 'nhiem-vu': 'none' } })[2]).toBe('[không phát sinh]');
    expect(told({ statuses: { 'nhiem-vu': 'done' } })[2]).toBe('[đã hoàn thành]\nĐã làm');
  });

  it('has no unit of measure where the indicator has none', () => {
    const [item] = itemsOf({ ...owed, indicators: [{ ...exports, unitOfMeasure: '' }] }, submission, past);
    expect(item?.text).toBe('Kim ngạch xuất khẩu tháng 10 đạt 1.138,8.');
  });
});

describe('the differences of two submissions', () => {
  const changed = (before: Submission, after: Submission) =>
    differences(itemsOf(owed, before, past), itemsOf(owed, after, past));

  it('are the items that say something else, in the order they were asked', () => {
    const after = { ...submission, figures: { ...figures, 'chi-so': { state: 'missing' as const, changes: {} } } };
    expect(changed(submission, { ...after, outcomes: { 'nhiem-vu': 'Xong' } })).toEqual([
      {
        ...{ field: 'figures.chi-so', label: 'Chỉ số sản xuất công nghiệp' },
        ...{
          before: 'Chỉ số sản xuất công nghiệp tháng 10/2021 không phát sinh.',
          after: 'Chỉ số sản xuất công nghiệp tháng 10/2021 chưa có số liệu báo cáo.',
        },
      },
      { field: 'outcomes.nhiem-vu', label: 'Nhiệm vụ được giao', before: 'Đã làm', after: 'Xong' },
    ]);
  });

  it('are none of a submission with itself', () => {
    expect(changed(submission, submission)).toEqual([]);
  });

  it('stand against nothing where only one of the two has the item', () => {
    const more = { ...submission, further: 'Kiến nghị' };
    const item = { field: 'further', label: 'Ngoài ra' };
    expect(changed(submission, more)).toEqual([{ ...item, before: '', after: 'Kiến nghị' }]);
    expect(changed(more, submission)).toEqual([{ ...item, before: 'Kiến nghị', after: '' }]);
  });
});

describe('what a unit typed, as text to be copied elsewhere', () => {
  const typed = {
    figures: {
      'xuat-khau': {
        ...{ state: 'estimated' as const, value: '138,8', restates: '130', note: 'đã kiểm tra' },
        changes: { 'previous-month': '6,2', 'same-month-last-year': '17,4' },
      },
      'chi-so': { state: 'reported' as const, value: '5' },
      'nhap-khau': { state: 'none' as const },
    },
    outcomes: { 'nhiem-vu': 'Đã làm', khac: ' ', moi: '' },
    statuses: { 'nhiem-vu': 'done' as const, moi: 'not-begun' as const },
    further: 'Kiến nghị',
  };

  it('is told in the words of the form, and nothing of it is lost', () => {
    expect(typedText(typed, { owed, term: '2021-10' })).toBe(
      [
        'Kim ngạch xuất khẩu: ước 138,8; tháng trước điều chỉnh 130; so với tháng trước 6,2; so với cùng kỳ 17,4; đã kiểm tra',
        'Chỉ số sản xuất công nghiệp: 5',
        'nhap-khau: không phát sinh',
        'Nhiệm vụ được giao [đã hoàn thành]:\nĐã làm',
        'moi [chưa thực hiện]:\n',
        'Ngoài ra:\nKiến nghị',
      ].join('\n\n'),
    );
  });

  it('is told by its codes where nobody knows who asks', () => {
    expect(typedText({ figures: { 'xuat-khau': { state: 'none' } }, outcomes: { viec: 'Xong' }, further: ' ' })).toBe(
      'xuat-khau: không phát sinh\n\nviec:\nXong',
    );
    expect(typedText({ figures: {}, outcomes: {} })).toBe('');
  });
});
