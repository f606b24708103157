import { describe, expect, it } from 'vitest';
import { answersFrom } from '../../../shared/domain/collection/form.ts';

const read = (...fields: [string, string][]) => answersFrom(fields);

describe('the fields of a form', () => {
  it('are read by the paths that faults are told by', () => {
    const { answers, unknown } = read(
      ['figures.xuat-khau.state', 'estimated'],
      ['figures.xuat-khau.value', '138,8'],
      ['figures.xuat-khau.restates', '130'],
      ['figures.xuat-khau.changes.previous-month', '6,2'],
      ['figures.xuat-khau.changes.same-month-last-year', '17,4'],
      ['figures.xuat-khau.changes.year-to-date', '10,3'],
      ['figures.xuat-khau.note', 'đã kiểm tra'],
      ['figures.nhap-khau.value', '70'],
      ['outcomes.viec', 'Đã làm'],
      ['statuses.viec', 'done'],
      ['further', 'thêm'],
    );
    expect(answers).toEqual({
      figures: {
        'xuat-khau': {
          ...{ state: 'estimated', value: '138,8', restates: '130', note: 'đã kiểm tra' },
          changes: { 'previous-month': '6,2', 'same-month-last-year': '17,4', 'year-to-date': '10,3' },
        },
        'nhap-khau': { state: 'reported', value: '70' },
      },
      outcomes: { viec: 'Đã làm' },
      statuses: { viec: 'done' },
      further: 'thêm',
    });
    expect(unknown).toEqual([]);
  });

  it('that are left empty are no answers, but an outcome may say nothing', () => {
    const { answers } = read(
      ['figures.xuat-khau.value', ' '],
      ['figures.xuat-khau.changes.previous-month', ''],
      ['outcomes.viec', ''],
      ['statuses.viec', ''],
    );
    expect(read(['figures.xuat-khau.state', '']).answers.figures['xuat-khau']?.state).toBe('');
    expect(answers).toEqual({
      figures: { 'xuat-khau': { state: 'reported' } },
      outcomes: { viec: '' },
      further: undefined,
    });
  });

  it('are rows of a list by their place; one in which nothing stands keeps it, unless none comes after', () => {
    const { answers, unknown } = read(
      ['lists.du-an.2.ten', 'Cầu'],
      ['lists.du-an.0.ten', 'Đường'],
      ['lists.du-an.0.von', '1,5'],
      ['lists.du-an.1.ten', ' '],
      ['lists.du-an.3.ten', ''],
      ['lists.khac.0.ten', ''],
      ['lists.du-an.1999.ten', ''],
    );
    expect(answers.lists).toEqual({ 'du-an': [{ ten: 'Đường', von: '1,5' }, {}, { ten: 'Cầu' }], khac: [] });
    expect(unknown).toEqual([]);
  });

  it('name a list, with or without rows; one that they do not name is not there', () => {
    const { answers, unknown } = read(['lists.du-an', ''], ['lists.khac', ''], ['lists.khac.0.ten', 'Cầu']);
    expect([answers.lists, unknown]).toEqual([{ 'du-an': [], khac: [{ ten: 'Cầu' }] }, []]);
  });

  it.each([
    'lists',
    'lists.du-an.0',
    'lists.du-an.ten',
    'lists.du-an.2000.ten',
    'lists.du-an.01.ten',
    'lists.du-an.-1.ten',
    'lists.du-an.0.ten.more',
    'lists.du-an.0.__proto__',
    'lists.__proto__.0.ten',
    'figures.xuat-khau',
    'figures.xuat-khau.valeu',
    'figures.xuat-khau.value.more',
    'figures.xuat-khau.changes',
    'figures.xuat-khau.changes.next-month',
    'figures.__proto__.value',
    'outcomes.__proto__',
    'statuses.__proto__',
    'outcomes.viec.more',
    'statuses.viec.more',
    'further.more',
    'x.viec.value',
    'outcomes',
    'figures',
    'key',
    '',
  ])('that nobody asked for are named, and change nothing: %s', field => {
    expect(read([field, 'done'])).toEqual({
      answers: { figures: {}, outcomes: {}, further: undefined },
      unknown: [field],
    });
  });
});
