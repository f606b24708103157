import type { Passage } from '../shared/domain/compilation/passage.ts';

/** A place where a draft may stand, to people: what it is called, what it waits for, what is asked of whom it stands with, what was done. */
type StepWords = { name: string; waits: string; asks: string; done: string };

export const stepWords: Record<Passage['stands'], StepWords> = {
  content: {
    name: 'Nội dung',
    waits: 'Chờ kiểm tra nội dung',
    asks: 'xem số liệu và lời văn, đạt thì chuyển bước sau, chưa đạt thì trả lại kèm lý do',
    done: 'Đã kiểm tra nội dung',
  },
  form: {
    name: 'Thể thức',
    waits: 'Chờ kiểm tra thể thức',
    asks: 'xem thể thức, kỹ thuật trình bày; đạt thì chuyển bước sau, chưa đạt thì trả lại kèm lý do (không sửa trực tiếp)',
    done: 'Đã kiểm tra thể thức',
  },
  approval: {
    name: 'Duyệt',
    waits: 'Chờ duyệt',
    asks: 'duyệt để phát hành, hoặc trả lại kèm lý do',
    done: 'Đã duyệt',
  },
  number: {
    name: 'Cấp số',
    waits: 'Chờ cấp số',
    asks: 'cấp số và ngày cho văn bản',
    done: 'Đã cấp số',
  },
  signature: {
    name: 'Ký số',
    waits: 'Chờ ký số',
    asks: 'tải tệp để ký, ký số bằng phần mềm của cơ quan, rồi gửi tệp đã ký về; chưa ký được thì trả lại kèm lý do',
    done: 'Đã ký số',
  },
  stamp: {
    name: 'Đóng dấu số',
    waits: 'Chờ đóng dấu số',
    asks: 'tải tệp đã ký, thêm chữ ký số của cơ quan (con dấu), rồi gửi tệp về',
    done: 'Đã đóng dấu số',
  },
  coordinator: {
    name: 'Cán bộ tổng hợp',
    waits: 'Bị trả lại, chờ cán bộ tổng hợp',
    asks: 'xem lý do, rồi trình lại kèm lời giải thích hoặc lập lại dự thảo',
    done: 'Đã trình lại',
  },
  withdrawn: {
    name: 'Lập lại',
    waits: 'Đang lập lại dự thảo',
    asks: 'chờ dự thảo mới',
    done: 'Đã lập lại',
  },
  through: { name: 'Phát hành', waits: 'Đã qua mọi bước', asks: 'không phải làm gì thêm', done: 'Đã qua mọi bước' },
};
