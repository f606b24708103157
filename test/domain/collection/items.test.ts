import { describe, expect, it } from 'vitest';
import { differences, itemsOf, stateNames } from '../../../shared/domain/collection/items.ts';
import type { Submission } from '../../../shared/domain/collection/submission.ts';
import { typedText } from '../../../shared/domain/collection/typed-text.ts';
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
const told = (changed: Partial<Submission>) => itemsOf(owed, { ...submission, ...changed }).map(({ text }) => text);
const figureTold = (figure: Partial<Submission['figures'][string]>) =>
  told({ figures: { 'xuat-khau': { state: 'reported', value: '138.8', changes: {}, ...figure } } })[0];

describe('what was taken down', () => {
  it('is told item by item, as the unit was asked', () => {
    expect(itemsOf(owed, { ...submission, statuses: { 'nhiem-vu': 'under-way' }, further: 'Kiến nghị' })).toEqual([
      { field: 'figures.xuat-khau', label: 'Kim ngạch xuất khẩu', text: '1.138,8 triệu USD' },
      { field: 'figures.chi-so', label: 'Chỉ số sản xuất công nghiệp', text: 'không phát sinh' },
      { field: 'outcomes.nhiem-vu', label: 'Nhiệm vụ được giao', text: '[đang thực hiện]\nĐã làm' },
      { field: 'further', label: 'Ngoài ra', text: 'Kiến nghị' },
    ]);
  });

  it.each([
    [{ state: 'estimated' as const }, 'ước 138,8 triệu USD'],
    [{ state: 'none' as const, value: undefined }, 'không phát sinh'],
    [{ state: 'missing' as const, value: undefined }, 'chưa báo cáo'],
    [
      { value: undefined, changes: { 'previous-month': '-2.26' } },
      'chỉ báo mức tăng, giảm (so với tháng trước: -2,26)',
    ],
    [{ changes: { 'same-month-last-year': '5' } }, '138,8 triệu USD (so với cùng kỳ: +5)'],
    [{ restates: '130', note: 'đã kiểm tra' }, '138,8 triệu USD (tháng trước điều chỉnh: 130; ghi chú: đã kiểm tra)'],
    [{ note: '' }, '138,8 triệu USD'],
  ])('says of a figure all that was said of it: %j', (figure, words) => {
    expect(figureTold(figure)).toBe(words);
  });

  it('has a name for each of the four states', () => {
    expect(Object.values(stateNames)).toEqual(['báo cáo', 'ước', 'không phát sinh', 'chưa báo cáo']);
  });

  it('says of what was not handed in that it was not', () => {
    expect(told({ figures: {}, outcomes: {} })).toEqual(['chưa báo cáo', 'chưa báo cáo', '(để trống)']);
    expect(told({ outcomes: {}, statuses: { 'nhiem-vu': 'not-begun' } })[2]).toBe('[chưa thực hiện]');
    expect(told({ statuses: { 'nhiem-vu': 'done' } })[2]).toBe('[đã hoàn thành]\nĐã làm');
  });

  it('has no unit of measure where the indicator has none', () => {
    const [item] = itemsOf({ ...owed, indicators: [{ ...exports, unitOfMeasure: '' }] }, submission);
    expect(item?.text).toBe('1.138,8');
  });
});

describe('the differences of two submissions', () => {
  it('are the items that say something else, in the order they were asked', () => {
    const after = { ...submission, figures: { ...figures, 'chi-so': { state: 'missing' as const, changes: {} } } };
    expect(differences(owed, submission, { ...after, outcomes: { 'nhiem-vu': 'Xong' } })).toEqual([
      {
        ...{ field: 'figures.chi-so', label: 'Chỉ số sản xuất công nghiệp' },
        ...{ before: 'không phát sinh', after: 'chưa báo cáo' },
      },
      { field: 'outcomes.nhiem-vu', label: 'Nhiệm vụ được giao', before: 'Đã làm', after: 'Xong' },
    ]);
  });

  it('are none of a submission with itself', () => {
    expect(differences(owed, submission, submission)).toEqual([]);
  });

  it('stand against nothing where only one of the two has the item', () => {
    const more = { ...submission, further: 'Kiến nghị' };
    const item = { field: 'further', label: 'Ngoài ra' };
    expect(differences(owed, submission, more)).toEqual([{ ...item, before: '', after: 'Kiến nghị' }]);
    expect(differences(owed, more, submission)).toEqual([{ ...item, before: 'Kiến nghị', after: '' }]);
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
    expect(typedText(typed, owed)).toBe(
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
