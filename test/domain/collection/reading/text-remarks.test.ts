import { describe, expect, it } from 'vitest';
import { textRemarks } from '../../../../shared/domain/collection/reading/text-remarks.ts';

const october = { term: '2021-10' };

describe('a text is looked at once more where', () => {
  it.each([
    ['Đã chi … tỷ đồng', 'Còn 1 chỗ để trống của mẫu, như "Đã chi … tỷ đồng": điền vào, hoặc bỏ đi.'],
    [
      'Ngày ../../2021 có văn bản',
      'Còn 2 chỗ để trống của mẫu, như "Ngày ../../2021 có văn bản": điền vào, hoặc bỏ đi.',
    ],
    ['Kết quả: ........', 'Còn 1 chỗ để trống của mẫu, như "Kết quả: ........": điền vào, hoặc bỏ đi.'],
    ['Đạt ___ %', 'Còn 1 chỗ để trống của mẫu, như "Đạt ___ %": điền vào, hoặc bỏ đi.'],
    ['[nêu kết quả]', 'Còn 1 chỗ để trống của mẫu, như "[nêu kết quả]": điền vào, hoặc bỏ đi.'],
    ['Giải ngân xx %', 'Còn 1 chỗ để trống của mẫu, như "Giải ngân xx %": điền vào, hoặc bỏ đi.'],
  ])('a place of the form was left to fill: %s', (text, remark) => {
    expect(textRemarks(text, october)).toContain(remark);
  });

  it.each(['Đã kiểm tra chợ, siêu thị v.v...', 'Gồm lúa, ngô, khoai…', 'Công suất 3x2 MW; đèn XX; số 1.234.567'])(
    'nothing was left to fill in: %s',
    text => {
      expect(textRemarks(text, october)).toEqual([]);
    },
  );

  it('it is what was said the term before, but for what nobody sees', () => {
    const said = 'Phòng đã hoàn thành kế hoạch kiểm tra các chợ trên địa bàn.';
    const same = 'Giống hệt lời đã nộp kỳ trước: nếu có gì mới thì ghi thêm.';
    expect(textRemarks(said.toUpperCase(), { ...october, before: `${said}\n` })).toEqual([same]);
    expect(textRemarks('Đã hoàn thành.', { ...october, before: 'Đã hoàn thành.' })).toEqual([]);
    expect(textRemarks(`${said} Còn 2 chợ.`, { ...october, before: said })).toEqual([]);
  });

  it.each([
    ['2021-10', 'Trong tháng 9, phòng đã kiểm tra 12 chợ.', 'Nhắc "tháng 9" mà kỳ này là tháng 10/2021'],
    ['2021-10', 'Tháng 10/2020 đã cấp 5 giấy phép.', 'Nhắc "Tháng 10/2020" mà kỳ này là tháng 10/2021'],
    ['2021-Q3', 'Trong tháng 6/2021 đã cấp 5 giấy phép.', 'Nhắc "tháng 6/2021" mà kỳ này là quý III/2021'],
  ])('it tells of a month that is not of %s: %s', (term, text, remark) => {
    expect(textRemarks(text, { term })).toEqual([`${remark}: có phải lời của kỳ trước không?`]);
  });

  it.each([
    ['2021-10', 'Tăng 3 vụ so với tháng 9, giảm 2 vụ so với cùng kỳ tháng 10/2020.'],
    ['2021-10', 'Từ tháng 3 đến tháng 10 đã cấp 12 giấy phép; sẽ cấp tiếp trong tháng 11.'],
    ['2021-10', 'Văn bản ngày 15 tháng 9 đã được trả lời.'],
    ['2021-10', 'Trong tháng 12 sẽ tổng kết.'],
    ['2021-Q3', 'Tháng 7 và tháng 9 có mưa lũ.'],
  ])('not where another month is meant in %s: %s', (term, text) => {
    expect(textRemarks(text, { term })).toEqual([]);
  });

  it.each([
    ['Trả lời ngày 31/9/2021.', 'Không có ngày "31/9/2021": xem lại.'],
    ['Trả lời ngày 15/10/2201.', 'Không có ngày "15/10/2201": xem lại.'],
    ['Kế hoạch năm 20211 đã trình.', '"năm 20211" có vẻ gõ nhầm: xem lại.'],
    ['Từ năm 1021 đến nay.', '"năm 1021" có vẻ gõ nhầm: xem lại.'],
  ])('a date or a year cannot be: %s', (text, remark) => {
    expect(textRemarks(text, october)).toEqual([remark]);
  });

  it.each([
    ['Đã trình Công văn số /SCT-KH.', 'Công văn số /SCT-KH.'],
    ['Theo Quyết định số 12/QĐ- UBND ngày 1/10/2021', 'Quyết định số 12/QĐ-'],
    ['Báo cáo số:  của Sở', 'Báo cáo số:'],
  ])('a document has no number that could be: %s', (text, words) => {
    const remark = `"${words}" không thành số, ký hiệu văn bản (ví dụ 272/TB-VPCP): xem lại.`;
    expect(textRemarks(text, october)).toEqual([remark]);
  });

  it.each([
    'Theo Chỉ thị số 27/CT-TTg, Nghị định số 30/2020/NĐ-CP, Nghị quyết số 11-NQ/TW và Thông báo số 272/TB-VPCP.',
    'Đã ban hành Quyết định số 1234a/QĐ-UBND, Công văn số 56 (kèm danh sách).',
    'Trước ngày 31/10/2021 hoàn thành kế hoạch năm 2025; thành lập năm 1959.',
  ])('numbers and dates that can be are let alone: %s', text => {
    expect(textRemarks(text, october)).toEqual([]);
  });

  it('a result lies below what its task is to reach, the one percentage of each', () => {
    const asked = 'Giải ngân vốn đầu tư công đạt tối thiểu 95% kế hoạch';
    expect(textRemarks('Đã giải ngân 82,4 % kế hoạch.', { ...october, asked })).toEqual([
      'Nhiệm vụ nêu 95%, kết quả ghi 82,4 %: nếu chưa đạt thì ghi rõ vì sao.',
    ]);
    expect(textRemarks('Đã giải ngân 95,2%.', { ...october, asked })).toEqual([]);
    expect(textRemarks('Tỷ lệ 1,2%.', { ...october, asked: 'Giữ tỷ lệ hộ nghèo dưới 2%' })).toEqual([]);
    expect(textRemarks('Đạt 80% và 97%.', { ...october, asked })).toEqual([]);
  });
});
