import type { Returned } from '../compilation/edition.ts';

/** What a file that came back from signing was found to be. None of them is "hợp lệ", which is for who is licensed to say. */
export const verdictInWords: Record<Returned['verdict'], string> = {
  intact: 'NGUYÊN VẸN: đúng tệp đã gửi đi ký, chỉ thêm chữ ký và những gì ghi trong các ô để trống.',
  'issuer unknown':
    'CHƯA RÕ NGƯỜI CẤP: tệp còn nguyên, nhưng có chứng thư không dẫn tới chứng thư gốc mà cơ quan giữ, hoặc không còn hạn.',
  unsigned: 'CHƯA KÝ: đây chính là tệp đã gửi đi, chưa có chữ ký nào của bước này.',
  altered: 'ĐÃ BỊ SỬA: tệp không phải là tệp đã gửi đi cộng với chữ ký.',
};
