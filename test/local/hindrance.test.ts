import { expect, it } from 'vitest';
import { hindranceIn } from '../../infra/local/hindrance.ts';

const fault = (code: string, more = {}) => Object.assign(new Error(code), { code, ...more });

it.each([
  ['EACCES', 'không ghi được vào "kho/outbox"; cấp quyền ghi'],
  ['EROFS', 'không ghi được vào "kho/outbox"; cấp quyền ghi'],
  ['ENOSPC', 'ổ đĩa chứa "kho/outbox" đã đầy; dọn bớt rồi chạy lại'],
  ['EDQUOT', 'ổ đĩa chứa "kho/outbox" đã đầy; dọn bớt rồi chạy lại'],
  ['ENOTDIR', '"kho/outbox" nằm chắn chỗ cần ghi; dời nó đi'],
  ['NEWER', 'thư mục "kho" do một bản phần mềm mới hơn ghi'],
])('%s is told in a sentence that says what to do', (code, sentence) => {
  expect(hindranceIn('kho', fault(code, { path: 'kho/outbox' }))).toContain(sentence);
});

it('says of the table’s files whether another holds them or they are spoilt', () => {
  const told = (code: string) => hindranceIn('kho', fault('LEVEL_DATABASE_NOT_OPEN', { cause: fault(code) }));
  expect(told('LEVEL_LOCKED')).toContain('đang có một lệnh khác dùng; dừng lệnh ấy bằng Ctrl+C');
  expect(told('LEVEL_CORRUPTION')).toContain('bị hỏng, không mở được; lấy lại thư mục ấy từ bản sao');
});

it('has no sentence for a fault of the program', () => {
  expect(
    [new TypeError('x'), undefined, fault('ERR_INVALID_ARG_TYPE')].map(error => hindranceIn('kho', error)),
  ).toEqual([undefined, undefined, undefined]);
});
