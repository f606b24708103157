import * as z from 'zod/mini';

/** A công văn, or a document with a name of its kind (NĐ 30/2020, Điều 7; Phụ lục III, Mẫu 1.4 and 1.5). */
export const DocumentKind = z.enum(['cong-van', 'bao-cao', 'thong-bao', 'to-trinh', 'ke-hoach']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** The name of a kind as it is printed and as it is said, and the abbreviation that opens its symbol (Phụ lục III, mục I). */
export const documentKinds: Record<DocumentKind, { tenLoai?: string; said: string; abbreviation?: string }> = {
  'cong-van': { said: 'Công văn' },
  'bao-cao': { tenLoai: 'BÁO CÁO', said: 'Báo cáo', abbreviation: 'BC' },
  'thong-bao': { tenLoai: 'THÔNG BÁO', said: 'Thông báo', abbreviation: 'TB' },
  'to-trinh': { tenLoai: 'TỜ TRÌNH', said: 'Tờ trình', abbreviation: 'TTr' },
  'ke-hoach': { tenLoai: 'KẾ HOẠCH', said: 'Kế hoạch', abbreviation: 'KH' },
};

/** What a document is called within a sentence: "công văn", "báo cáo". */
export function documentInWords(document: DocumentKind = 'cong-van'): string {
  return documentKinds[document].said.toLocaleLowerCase('vi');
}
