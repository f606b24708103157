import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { numberNames } from './checks/wording-kinds.ts';

/** The names with a dot in a letter.md: what stands before it is no value by itself. */
const families = ['ky', 'so_lieu', 'gia_tri', 'trang_thai', 'ket_qua', 'tien_do', 'nhom', 'so', 'bang_ke', 'bang'];

/** The names a report's letter.md may use, to guess at what was meant. Whether one is right, `compose` alone decides. */
export function namesFor(definition: ReportDefinition): string[] {
  const { indicators, tasks, lists = [], tables = [] } = definition;
  return [
    ...['co_quan', 'can_cu', 'ngoai_ra', 'con_thieu', 'cac_don_vi'],
    ...['thang', 'nam', 'thang_nam', 'ten', 'ngan', 'so_thang', 'thang_sau', 'thang_truoc', 'truoc', 'cung_ky'].map(
      name => `ky.${name}`,
    ),
    ...['nam_thang_sau', 'tu_ngay', 'den_ngay', 'tu', 'den'].map(name => `ky.${name}`),
    ...indicators.flatMap(({ code }) => [`so_lieu.${code}`, `gia_tri.${code}`, `trang_thai.${code}`]),
    ...tasks.flatMap(({ id, group }) => [`ket_qua.${id}`, `tien_do.${id}`, `nhom.${group}`]),
    ...indicators.flatMap(({ code }) => [
      `so.${code}`,
      ...numberNames(definition, code).map(name => `so.${code}.${name}`),
    ]),
    ...lists.map(({ id }) => `bang_ke.${id}`),
    ...tables.filter(({ annex }) => !annex).map(({ id }) => `bang.${id}`),
  ];
}

const alone = /^\{\{-?\s*([\w.-]+)\s*-?\}\}$/;
const familyFirst = new RegExp(`^\\{\\{-?\\s*(${families.join('|')})\\s*(?:\\||-?\\}\\})`);

/** What an output of letter.md names that is no value but many of them: a family, "{{ so_lieu }}"; `so.<mã>`; the rows of a list. */
export function manyPrinted(output: string): string | undefined {
  const family = familyFirst.exec(output)?.[1];
  if (family !== undefined) return family;
  const name = alone.exec(output)?.[1] ?? '';
  return /^(so\.[\w-]+|bang_ke\.[\w-]+|cac_don_vi|so\.[\w-]+\.don_vi)$/.test(name) ? name : undefined;
}
