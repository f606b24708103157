import { describe, expect, it } from 'vitest';
import { typedText } from '../../../shared/domain/collection/typed-text.ts';
import type { ListRow } from '../../../shared/domain/figures/asking.ts';
import { knownFrom } from '../../../shared/domain/figures/known.ts';
import { differences, itemsOf } from '../../../shared/domain/letter/items.ts';
import { unitPart } from '../../../shared/domain/letter/unit-part.ts';
import { projects } from '../a-list.ts';

const owed = { indicators: [], tasks: [], lists: [projects] };
const past = { month: '2021-10', known: knownFrom([]) };
const row = (ten: string, paid: string, more: ListRow = {}) => ({
  ...{ ten, 'ke-hoach-von': '1200.5', 'da-giai-ngan': paid },
  ...more,
});
const saying = (...rows: ListRow[]) => ({ figures: {}, outcomes: {}, further: '', lists: { 'du-an': rows } });

describe('the rows of a list that were taken down', () => {
  it('are told as the letter writes them, computed columns and explanations too', () => {
    const [item] = itemsOf(
      owed,
      saying(row('Cầu số 1', '600', { 'khoi-cong': '2025-03-14', 'giai-trinh': 'mưa' })),
      past,
    );
    expect(item).toEqual({
      field: 'lists.du-an',
      label: 'Các dự án',
      text: '1. Cầu số 1; Kế hoạch vốn (triệu đồng): 1.200,5; Đã giải ngân: 600; Khởi công: 14/3/2025; Tỷ lệ (%): 50; Giải trình: mưa',
      table: {
        heads: [
          'Dự án',
          'Kế hoạch vốn (triệu đồng)',
          'Đã giải ngân',
          'Khởi công',
          'Nguồn vốn',
          'Tỷ lệ (%)',
          'Giải trình',
        ],
        rows: [['Cầu số 1', '1.200,5', '600', '14/3/2025', '', '50', 'mưa']],
      },
    });
  });

  it('are said to be none where there is none', () => {
    expect(itemsOf(owed, saying(), past)[0]?.text).toBe('(không có dòng nào)');
  });

  it('stand as a table in the unit’s part of the letter, and not at all when there is none', () => {
    const [head, table] = unitPart(owed, saying(row('Cầu', '600')), past);
    expect(head).toEqual({ kind: 'paragraph', runs: [{ text: 'Các dự án:' }] });
    expect(table).toMatchObject({ kind: 'table', rows: [{ cells: ['1', 'Cầu', '1.200,5', '600', '', '', '50'] }] });
    expect(unitPart(owed, saying(), past)).toEqual([]);
  });
});

describe('two submissions of a list', () => {
  const told = (before: ListRow[], after: ListRow[]) =>
    differences(itemsOf(owed, saying(...before), past), itemsOf(owed, saying(...after), past));
  const words = (name: string, paid: string, share: string) =>
    `${name}; Kế hoạch vốn (triệu đồng): 1.200,5; Đã giải ngân: ${paid}; Tỷ lệ (%): ${share}`;

  it('differ row by row, by the name that a row bears', () => {
    const [bridge, road, school] = [row('Cầu', '600'), row('Đường', '0'), row('Trường', '1200.5')];
    expect(told([bridge, road], [school, { ...bridge, 'da-giai-ngan': '1200.5' }])).toEqual([
      { field: 'lists.du-an', label: 'Các dự án: Trường', before: '', after: words('Trường', '1.200,5', '100') },
      {
        field: 'lists.du-an',
        label: 'Các dự án: Cầu',
        before: words('Cầu', '600', '50'),
        after: words('Cầu', '1.200,5', '100'),
      },
      { field: 'lists.du-an', label: 'Các dự án: Đường', before: words('Đường', '0', '0'), after: '' },
    ]);
  });

  it('are the same when all is, and say it when rows only changed places', () => {
    const rows = [row('Cầu', '600'), row('Cầu', '600'), row('Đường', '0')];
    expect(told(rows, rows)).toEqual([]);
    expect(told(rows, rows.toReversed())).toEqual([
      { field: 'lists.du-an', label: 'Các dự án: thứ tự các dòng', before: 'như trước', after: 'đã đổi' },
    ]);
  });
});

it('rows typed and not taken come back as a table that a sheet takes when it is pasted there', () => {
  const lists = { 'du-an': [{ ten: 'Cầu', 'da-giai-ngan': '600' }, {}, { ten: 'Đường', 'giai-trinh': 'mưa' }] };
  expect(typedText({ figures: {}, outcomes: {}, lists }, { owed })).toBe(
    [
      'Các dự án:',
      'Dự án\tKế hoạch vốn\tĐã giải ngân\tKhởi công\tNguồn vốn\tGiải trình',
      'Cầu\t\t600\t\t\t',
      'Đường\t\t\t\t\tmưa',
    ].join('\n'),
  );
  expect(typedText({ figures: {}, outcomes: {}, lists: { 'du-an': [{}] } })).toBe('');
});
