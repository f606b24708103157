import { mostRevisions } from './office/period.ts';

/**
 * What went wrong, as RFC 9457 says it to programs; `title` and `detail` say it to people, in Vietnamese, and what to do
 * next. `type` is the last part of the problem's address, `faults` name each field.
 */
export type ProblemDetails = {
  type: string;
  status: number;
  title: string;
  detail: string;
  faults?: Fault[];
  /** The methods that are answered here, of a wrong one (RFC 9110, 405). */
  allow?: string[];
  /** Seconds until it may be tried again (RFC 9110, 10.2.3). */
  retryAfter?: number;
};

/**
 * One fault of one field; `field` is a path such as "figures.xuat-khau.value". `readings` are what a numeral may have meant, or what
 * would be right of it, each as it can be typed.
 */
export type Fault = { field: string; message: string; readings?: string[] };

/** A precondition that does not hold: thrown by the functions, turned into an answer at the edge and nowhere else. */
export class Problem extends Error {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.type);
    this.details = details;
  }
}

/** The catalogue: one verb for each thing a caller may do wrong. */
export const problem = {
  unknownLink: () =>
    new Problem({
      type: 'unknown-link',
      status: 404,
      title: 'Đường dẫn không còn dùng được',
      detail:
        'Đường dẫn này không đúng, đã bị thu hồi hoặc đã hết hạn. Hãy mở đường dẫn trong thư mới nhất, hoặc liên hệ phòng tổng hợp để nhận đường dẫn khác.',
    }),
  noSession: () =>
    new Problem({
      type: 'no-session',
      status: 401,
      title: 'Phiên làm việc đã hết',
      detail: 'Hãy mở lại đường dẫn trong thư đã nhận để tiếp tục.',
    }),
  noStaffSession: () =>
    new Problem({
      type: 'no-staff-session',
      status: 401,
      title: 'Cần đăng nhập',
      detail: 'Nhập địa chỉ thư công vụ để nhận đường dẫn đăng nhập; đăng nhập xong sẽ tới đúng trang này.',
    }),
  usedSignIn: () =>
    new Problem({
      type: 'used-sign-in',
      status: 404,
      title: 'Đường dẫn đăng nhập không còn dùng được',
      detail: 'Đường dẫn này không đúng, đã dùng rồi hoặc đã quá 15 phút. Hãy xin đường dẫn khác dưới đây.',
    }),
  staleSignIn: () =>
    new Problem({
      type: 'stale-sign-in',
      status: 401,
      title: 'Cần đăng nhập lại trước khi duyệt',
      detail:
        'Chỉ duyệt được trong 15 phút sau khi đăng nhập, để chắc chắn đúng người. Nhập địa chỉ thư để nhận đường dẫn; đăng nhập xong sẽ về đúng dự thảo này. Chưa có gì được duyệt.',
    }),
  noDraft: () =>
    new Problem({
      type: 'no-draft',
      status: 409,
      title: 'Không có dự thảo nào đang chờ',
      detail:
        'Kỳ này chưa có dự thảo, hoặc văn bản đã đi phát hành. Mở kỳ báo cáo trên bảng tổng hợp để xem tình trạng.',
    }),
  notAllowed: () =>
    new Problem({
      type: 'not-allowed',
      status: 403,
      title: 'Không có quyền làm việc này',
      detail: 'Việc này dành cho cán bộ có vai trò khác. Hãy liên hệ phòng tổng hợp nếu cần.',
    }),
  crossSite: () =>
    new Problem({
      type: 'cross-site',
      status: 403,
      title: 'Yêu cầu không gửi từ trang này',
      detail: 'Hãy mở đường dẫn trong thư đã nhận và nộp ngay trên trang đó.',
    }),
  notFound: () =>
    new Problem({
      type: 'not-found',
      status: 404,
      title: 'Không có trang này',
      detail: 'Hãy mở lại đường dẫn trong thư đã nhận.',
    }),
  wrongMethod: (allow: string[]) =>
    new Problem({
      allow,
      type: 'wrong-method',
      status: 405,
      title: 'Không làm được việc này ở đây',
      detail: 'Hãy mở lại đường dẫn trong thư đã nhận.',
    }),
  tooLarge: () =>
    new Problem({
      type: 'too-large',
      status: 413,
      title: 'Nội dung quá dài',
      detail:
        'Cả bản nộp được tối đa 128 KB, tính theo UTF-8. Hãy rút gọn phần kết quả nhiệm vụ hoặc các dòng bảng kê rồi gửi lại; chưa có gì được nhận hay lưu.',
    }),
  answerTooLarge: () =>
    new Problem({
      type: 'answer-too-large',
      status: 422,
      title: 'Trang hoặc tệp quá lớn',
      detail:
        'Mỗi lần chỉ mở hoặc tải được khoảng 6 MB. Nếu đang tải bản xem trước PDF, hãy tải bản DOCX hoặc xem ngay trên trang; nếu đang dùng chương trình, hãy nhận nội dung nén (gzip).',
    }),
  wrongMediaType: () =>
    new Problem({
      type: 'wrong-media-type',
      status: 415,
      title: 'Sai kiểu nội dung',
      detail: 'Biểu mẫu gửi application/x-www-form-urlencoded; chương trình gửi application/json.',
    }),
  malformed: (detail: string) =>
    new Problem({ type: 'malformed', status: 400, title: 'Không đọc được nội dung gửi lên', detail }),
  unknownFields: (faults: Fault[]) =>
    new Problem({
      type: 'unknown-fields',
      status: 400,
      title: 'Nội dung gửi lên không đúng cấu trúc',
      detail: 'Hãy sửa các trường nêu dưới đây theo mô tả tại /api/openapi.json.',
      faults,
    }),
  faultyAnswers: (faults: Fault[]) =>
    new Problem({
      type: 'faulty-answers',
      status: 422,
      title: `Còn ${faults.length} chỗ cần sửa`,
      detail: 'Chưa nộp được. Nội dung đã nhập vẫn còn nguyên; hãy sửa các chỗ nêu dưới đây rồi nộp lại.',
      faults,
    }),
  faultyFields: (faults: Fault[]) =>
    new Problem({
      type: 'faulty-fields',
      status: 422,
      title: 'Chưa làm được',
      detail: 'Hãy quay lại trang trước, sửa các chỗ nêu dưới đây rồi bấm lại.',
      faults,
    }),
  unreadableSheet: () =>
    new Problem({
      type: 'unreadable-sheet',
      status: 422,
      title: 'Không đọc được tệp Excel này',
      detail:
        'Hãy dùng tệp mẫu tải từ biểu mẫu, điền cột "Số liệu", lưu dạng .xlsx rồi chọn lại. Nội dung đã nhập vẫn còn nguyên.',
    }),
  sheetTooLarge: (bytes: number, most: number) =>
    new Problem({
      type: 'sheet-too-large',
      status: 413,
      title: 'Tệp Excel này quá lớn',
      detail: `Tệp được tối đa ${inMegabytes(most)} MB, tệp này ${inMegabytes(bytes)} MB. Hãy chép các ô số liệu sang tệp mẫu tải từ biểu mẫu, hoặc dán thẳng vào ô "Dán các ô chép từ Excel". Nội dung đã nhập vẫn còn nguyên.`,
    }),
  tooLate: () =>
    new Problem({
      type: 'too-late',
      status: 409,
      title: 'Kỳ báo cáo đã chốt',
      detail:
        'Bản này không được nhận vì đã quá hạn nộp. Nội dung đã nhập được giữ lại dưới đây để sao chép; hãy liên hệ phòng tổng hợp.',
    }),
  justLeft: () =>
    new Problem({
      type: 'just-left',
      status: 409,
      title: 'Văn bản vừa đi tới địa chỉ này',
      detail: 'Chưa gửi gì thêm. Muốn gửi thêm một thư nữa thì gửi lại yêu cầu trên bảng tổng hợp và xác nhận ở đó.',
    }),
  recalledLetter: () =>
    new Problem({
      type: 'recalled-letter',
      status: 409,
      title: 'Văn bản đã được thu hồi',
      detail: 'Văn bản đã thu hồi không gửi lại. Cần gửi thì hủy việc thu hồi trước, ở trang của kỳ báo cáo.',
    }),
  replacedLetter: () =>
    new Problem({
      type: 'replaced-letter',
      status: 409,
      title: 'Đang lập văn bản thay thế',
      detail: 'Văn bản này sắp được thay thế nên không gửi lại. Văn bản thay thế đi rồi thì gửi lại văn bản ấy.',
    }),
  periodClosed: () =>
    new Problem({
      type: 'period-closed',
      status: 409,
      title: 'Kỳ báo cáo đã đến hạn',
      detail:
        'Chưa gửi gì: từ giờ hạn, đơn vị không nộp được nữa nên không còn thư nhắc hay đường dẫn nào đi. Hãy quay lại bảng tổng hợp để xem văn bản đã lập.',
    }),
  changedMeanwhile: () =>
    new Problem({
      type: 'changed-meanwhile',
      status: 409,
      title: 'Đơn vị vừa nộp một bản khác',
      detail:
        'Trong lúc nhập, đồng nghiệp hoặc một cửa sổ khác đã nộp bản mới hơn. Hãy xem hai bản khác nhau ở đâu rồi chọn; chưa có gì bị thay.',
    }),
  newerDraft: () =>
    new Problem({
      type: 'newer-draft',
      status: 409,
      title: 'Đã có bản nháp mới hơn',
      detail:
        'Sau khi trang này được mở, đơn vị đã lưu một bản nháp khác ở máy hoặc cửa sổ khác. Chưa lưu gì đè lên bản ấy. Hãy xem hai bản khác nhau ở đâu; bấm Lưu nháp lần nữa thì nội dung đang nhập thay bản ấy.',
    }),
  tooOften: () =>
    new Problem({
      type: 'too-often',
      status: 429,
      title: 'Đã làm việc này quá nhiều lần',
      detail: `Trong một kỳ, mỗi đơn vị được nộp tối đa ${mostRevisions} lần. Bản nộp trước vẫn còn nguyên; cần sửa nữa thì hãy gọi phòng tổng hợp.`,
    }),
  tooManyRefused: (retryAfter: number) =>
    new Problem({
      retryAfter,
      type: 'too-many-refused',
      status: 429,
      title: 'Có quá nhiều lần thử không đúng',
      detail:
        'Trong ít phút qua, từ mạng này đã thử quá nhiều đường dẫn, phiên hoặc tệp không nhận ra được. Đường dẫn trong thư mới nhất vẫn mở được ngay; nếu không có, hãy đợi mười phút rồi thử lại.',
    }),
  keyReused: () =>
    new Problem({
      type: 'key-reused',
      status: 409,
      title: 'Mã nộp đã dùng cho nội dung khác',
      detail:
        'Bản mang mã này đã được nhận trước đó và vẫn còn nguyên; nội dung vừa gửi khác với bản ấy và chưa được nộp. Hãy xem lại rồi nộp lần nữa: biểu mẫu tự lấy mã mới, chương trình thì tạo một mã mới.',
    }),
  unknownReceipt: () =>
    new Problem({
      type: 'unknown-receipt',
      status: 404,
      title: 'Chưa nhận được bản nộp này',
      detail: 'Không có bản nộp nào mang mã này. Hãy quay lại biểu mẫu và nộp lại.',
    }),
};

/** With one decimal, rounded up, the Vietnamese way: what is just too large does not look as if it fitted. */
function inMegabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1024 / 1024) * 10) / 10).replace('.', ',');
}
