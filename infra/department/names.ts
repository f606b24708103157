import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';

/** The names with a dot in a letter.md: what stands before it is no value by itself. */
const families = ['ky', 'so_lieu', 'gia_tri', 'trang_thai', 'ket_qua', 'tien_do', 'nhom'];

/** The names a report's letter.md may use, to guess at what was meant. Whether one is right, `compose` alone decides. */
export function namesFor({ indicators, tasks }: ReportDefinition): string[] {
  return [
    ...['co_quan', 'can_cu', 'ngoai_ra', 'con_thieu'],
    ...['ky.thang', 'ky.nam', 'ky.thang_nam', 'ky.tu_ngay', 'ky.den_ngay'],
    ...indicators.flatMap(({ code }) => [`so_lieu.${code}`, `gia_tri.${code}`, `trang_thai.${code}`]),
    ...tasks.flatMap(({ id, group }) => [`ket_qua.${id}`, `tien_do.${id}`, `nhom.${group}`]),
  ];
}

const familyAlone = new RegExp(`\\{\\{-?\\s*(${families.join('|')})\\s*(?:\\||-?\\}\\})`);

/** The family that a line of letter.md prints by itself, "{{ so_lieu }}", as if it were a value. */
export function familyPrinted(line: string): string | undefined {
  return familyAlone.exec(line)?.[1];
}
