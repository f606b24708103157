import { Cadence, Term, termUntil } from '../../../shared/domain/calendar/term.ts';
import { MailAddress } from '../../../shared/domain/office/mail-address.ts';
import { Line } from '../../../shared/domain/text/line.ts';
import { cadences } from '../checks/terms.ts';
import { termTyped } from '../term-typed.ts';
import type { Founding, Named } from './founding.ts';

/** What is asked of whoever founds a folder: the option it has, the question, an example, and what of a text typed is taken. */
export type Question<Name extends keyof Founding = keyof Founding> = {
  option: Name;
  asks: string;
  example: string;
  /** Taken where nothing is typed. */
  otherwise?: (so: Partial<Founding>, today: string) => string;
  read: (typed: string) => Founding[Name] | Refusal;
};

/** What is wrong with a text typed, in Vietnamese. */
export type Refusal = { refused: string };

export function isRefusal(read: unknown): read is Refusal {
  return read instanceof Object && 'refused' in read;
}

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  question('name', 'Tên cơ quan', 'Sở Công Thương', line),
  question('coQuanChuQuan', 'Cơ quan chủ quản, như in ở góc trái', 'UBND TỈNH HÒA SƠN', line),
  question('diaDanh', 'Địa danh trước ngày tháng', 'Hòa Sơn', line),
  question(
    'units',
    'Các đơn vị nộp báo cáo, mỗi đơn vị một địa chỉ thư, ngăn bằng ";"',
    'Phòng Quản lý công nghiệp <pqlcn@so.gov.vn>; Phòng Quản lý thương mại <pqltm@so.gov.vn>',
    several(named),
  ),
  question('coordinator', 'Cán bộ tổng hợp', 'Nguyễn Văn An <an@so.gov.vn>', named),
  question('report', 'Tên báo cáo', 'Báo cáo tình hình công nghiệp, thương mại', line),
  {
    ...question('cadence', 'Định kỳ: tháng, quý, 6 tháng, 9 tháng hay năm', 'tháng', cadence),
    otherwise: () => 'tháng',
  },
  {
    ...question('first', 'Kỳ đầu tiên', '2025-10', term),
    otherwise: ({ cadence: of = 'month' }, today) => termUntil(of, today.slice(0, 7)),
  },
  question('addressee', 'Kính gửi', 'UBND tỉnh Hòa Sơn <ubnd@tinh.gov.vn>', named),
  question('kyHieu', 'Ký hiệu sau số công văn', 'SCT-KHTC', line),
  question('signer', 'Chức vụ và họ tên người ký, ngăn bằng dấu phẩy', 'GIÁM ĐỐC, Trần Văn Bình', signer),
  question(
    'indicators',
    'Các chỉ tiêu với đơn vị tính, ngăn bằng ";"',
    'Giá trị sản xuất công nghiệp (tỷ đồng); Kim ngạch xuất khẩu (triệu USD)',
    several(measured),
  ),
];

function question<Name extends keyof Founding>(
  option: Name,
  asks: string,
  example: string,
  read: (typed: string) => Founding[Name] | Refusal,
): Question {
  return { option, asks, example, read } as Question;
}

function line(typed: string): string | Refusal {
  const read = Line.safeParse(typed);
  return read.success ? read.data : { refused: read.error.issues.map(({ message }) => message).join('; ') };
}

/** "Phòng A <phong-a@so.gov.vn>". */
function named(typed: string): Named | Refusal {
  const [, name = '', mail = ''] = /^([^<>]+)<\s*([^<>\s]+)\s*>$/.exec(typed.trim()) ?? [];
  const read = line(name);
  if (typeof read !== 'string')
    return { refused: `"${typed.trim()}" thiếu địa chỉ thư; viết như Phòng A <phong-a@so.gov.vn>` };
  if (!MailAddress.safeParse(mail).success) return { refused: `"${mail}" không phải là một địa chỉ thư` };
  return { name: read, mail };
}

/** "Kim ngạch xuất khẩu (triệu USD)". */
function measured(typed: string): { name: string; unitOfMeasure: string } | Refusal {
  const text = typed.trim();
  const at = text.endsWith(')') ? text.lastIndexOf('(') : -1;
  const within = at > 0 ? text.slice(at + 1, -1) : '';
  const isUnit = within !== '' && within.length <= 40 && !within.includes(')');
  const name = line(isUnit ? text.slice(0, at) : text);
  return typeof name === 'string' ? { name, unitOfMeasure: isUnit ? within.trim() : '' } : name;
}

function several<One>(read: (typed: string) => One | Refusal): (typed: string) => One[] | Refusal {
  return typed => {
    const all = typed
      .split(';')
      .filter(each => each.trim() !== '')
      .map(read);
    const refused = all.find(isRefusal);
    if (refused) return refused;
    return all.length > 0 ? (all as One[]) : { refused: 'cần ít nhất một mục' };
  };
}

/** As it is called, or as a report writes it. */
function cadence(typed: string): Cadence | Refusal {
  const written = typed.trim().toLowerCase();
  const found = Cadence.options.find(each => each === written || cadences[each].called === written);
  return found ?? { refused: `"${typed}" không phải là định kỳ; viết tháng, quý, 6 tháng, 9 tháng hoặc năm` };
}

function term(typed: string): string | Refusal {
  const read = Term.safeParse(termTyped(typed));
  return read.success ? read.data : { refused: `"${typed}" ${read.error.issues[0]?.message ?? ''}` };
}

/** "GIÁM ĐỐC, Trần Văn Bình"; who signs for another names both offices, "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC, Trần Văn Bình". */
function signer(typed: string): Founding['signer'] | Refusal {
  const parts = typed.split(',');
  const [first = ''] = parts;
  const quyenHan = parts.length > 2 && /^(?:KT|TM|TL|TUQ|Q)\./u.test(first.trim()) ? first.trim() : undefined;
  const office = parts.slice(quyenHan ? 1 : 0, -1).join(',');
  const name = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const [chucVu, nguoiKy] = [line(office), line(name)];
  if (typeof chucVu !== 'string' || typeof nguoiKy !== 'string') return { refused: 'viết như GIÁM ĐỐC, Trần Văn Bình' };
  return { ...(quyenHan && { quyenHan }), chucVu, nguoiKy };
}
