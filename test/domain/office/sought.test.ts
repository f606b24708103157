import { expect, it } from 'vitest';
import { unitsSought } from '../../../shared/domain/office/sought.ts';

const units = ['Ủy ban nhân dân xã Đông Hòa', 'Ủy ban nhân dân phường Hòa Sơn', 'Phòng Tài chính'].map(name => ({
  name,
}));
const found = (sought: string) => unitsSought(units, sought).map(({ name }) => name.split(' ').slice(-2).join(' '));

it.each([
  ['', ['Đông Hòa', 'Hòa Sơn', 'Tài chính']],
  ['hòa', ['Đông Hòa', 'Hòa Sơn']],
  ['dong hoa', ['Đông Hòa']],
  ['SƠN  hòa', ['Hòa Sơn']],
  ['Hoà'.normalize('NFD'), ['Đông Hòa', 'Hòa Sơn']],
  ['huyện', []],
])('finds units by "%s", wherever it stands in their names and however it is typed', (sought, names) => {
  expect(found(sought)).toEqual(names);
});
