/** Something that is not as was promised: where, what, and what is to be done about it, for who looks after the house. */
export type Breach = { where: string; what: string; mend: string };

/** What is to be done, by what kind of thing is wrong. */
export const mends = {
  item: 'khôi phục bảng về trước lúc bị sửa (docs/deploy.md, "When records are lost")',
  file: 'lấy lại phiên bản trước của tệp trong kho (docs/deploy.md, "When records are lost")',
  foreign: 'hệ thống không ghi mục này; hỏi ai đã thêm, rồi xóa đi',
  mail: 'đối chiếu với người nhận và nhật ký máy; đừng gửi lại khi chưa rõ',
  again: 'nếu hệ thống vừa dừng giữa chừng thì lượt chạy sau làm nốt: soát lại sau 5 phút; vẫn còn thì khôi phục bảng',
} as const;

/** The breaches of one place. */
export function at(where: string, mend: string, ...whats: (string | false | undefined)[]): Breach[] {
  return whats.flatMap(what => (what ? [{ where, what, mend }] : []));
}
