const names: Record<string, string> = {
  opening: 'mở kỳ',
  reminder: 'nhắc lần',
  owing: 'báo còn đơn vị chưa nộp, lần',
  nudge: 'nhắc thêm lần',
  link: 'gửi lại đường dẫn lần',
  extension: 'báo gia hạn lần',
  mend: 'đề nghị sửa bản nộp lần',
  edited: 'báo đã biên tập bản nộp lần',
  receipt: 'biên nhận lần nộp',
  compiled: 'báo đã lập bản',
  held: 'báo giữ lại bản',
  turn: 'báo đến lượt với dự thảo',
  push: 'báo dự thảo còn đứng lại',
  edition: 'văn bản phát hành, bản',
  resend: 'văn bản phát hành, gửi lại lần',
  recall: 'báo thu hồi, quyết định thứ',
  stand: 'báo hủy thu hồi, quyết định thứ',
  correct: 'đường dẫn đính chính lần',
  ask: 'báo đề nghị đính chính',
  answer: 'trả lời đề nghị đính chính',
  outside: 'báo đơn vị chốt sau, thứ',
  unknown: 'báo thư chưa rõ',
  refused: 'báo thư bị từ chối',
  waiting: 'báo thư chưa gửi được',
};

/** What a mail is, to people, by its step in the ledger: "nhắc lần 2". The digest of what a word tells of is nobody's affair. */
export function stepName(step: string): string {
  const [kind = '', number = ''] = step.split('-');
  const counts = /^\d{1,4}$/.test(number) && kind !== 'turn' && kind !== 'push';
  return `${names[kind] ?? kind} ${counts ? number : ''}`.trim();
}
