import type { Letter, Paragraph } from '../../../shared/domain/letter/letter.ts';

const paragraph = (kind: Paragraph['kind'], text: string): Paragraph => ({ kind, runs: [{ text }] });

const sentences = Array.from(
  { length: 30 },
  (_, at) =>
    `Phòng thứ ${at + 1} đã hoàn thành nhiệm vụ được giao trong tháng, phối hợp với các đơn vị liên quan và báo cáo đúng hạn.`,
);

/** A letter with everything the decree knows, for reading its layout back out of the files. */
export const letter: Letter = {
  quocHieu: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  tieuNgu: 'Độc lập - Tự do - Hạnh phúc',
  coQuanChuQuan: 'UBND TỈNH MẪU',
  coQuanBanHanh: 'SỞ CÔNG THƯƠNG',
  soKyHieu: { kyHieu: '/SCT-KHTCTH' },
  diaDanh: 'Tỉnh Mẫu, ngày 16 tháng 11 năm 2021',
  trichYeu: 'V/v báo cáo kết quả thực hiện nhiệm vụ tháng 10/2021 của các phòng, đơn vị',
  kinhGui: ['Sở Kế hoạch và Đầu tư'],
  body: [
    paragraph('basis', 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020;'),
    paragraph('paragraph', 'Thực hiện Thông báo số 272/TB-VPCP ngày 22/10/2021, Sở báo cáo như sau:'),
    paragraph('heading', '1. Kết quả'),
    {
      kind: 'dash',
      runs: [{ text: 'Gạch đầu dòng ' }, { text: 'đậm', bold: true }, { text: ' và nghiêng', italic: true }],
    },
    paragraph('plus', 'Dấu cộng đầu dòng'),
    ...sentences.map(text => paragraph('paragraph', text)),
    paragraph('paragraph', 'Sở Công Thương kính báo cáo./.'),
  ],
  quyenHan: 'KT. GIÁM ĐỐC',
  chucVu: 'PHÓ GIÁM ĐỐC',
  nguoiKy: 'Người Ký Tên',
  noiNhan: ['- Như trên;', '- Lưu: VT, KHTCTH.'],
  doKhan: 'THƯỢNG KHẨN',
  nguoiSoan: 'pl.300',
  diaChi: 'Số 1, đường Mẫu; điện thoại 0255.000.000',
  phuLuc: [
    {
      tieuDe: 'BẢNG SỐ LIỆU',
      kemTheo: '(Kèm theo Công văn của Sở Công Thương)',
      body: [
        {
          kind: 'table',
          columns: [{ align: 'center' }, { align: 'left' }, { align: 'decimal' }],
          head: [['TT', 'Chỉ tiêu', 'Giá trị'].map(text => ({ text, columns: 1, rows: 1 }))],
          rows: Array.from({ length: 70 }, (_, at) => ({
            cells: [String(at + 1), at === 3 ? 'x'.repeat(400) : `Chỉ tiêu ${at + 1}`, '138,8'],
          })),
          notes: [],
        },
      ],
    },
    { tieuDe: 'DANH SÁCH', kemTheo: '(Kèm theo Công văn)', body: [paragraph('paragraph', 'Không có.')] },
  ],
};

export const properties = { title: letter.trichYeu, author: 'Sở Công Thương', date: '2021-11-16T09:00:00.000Z' };
