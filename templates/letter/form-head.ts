import type { FormHead } from '../../shared/domain/office/table.ts';

/** The head of a statistical form as it is printed: what stands left of its title, under it, and right of it. */
export type FormLines = { left: string[]; middle: string[]; right: string[] };

/** Each thing after its name, unless the office wrote the name itself: "Biểu số: 01/BC", "Ban hành theo Thông tư số …". */
export function formLines({ bieuSo, banHanhTheo, ngayNhan, kyBaoCao, donViBaoCao, donViNhan }: FormHead): FormLines {
  return {
    left: [
      named('Biểu số: ', bieuSo),
      named('Ban hành theo ', banHanhTheo),
      named('Ngày nhận báo cáo: ', ngayNhan),
    ].flat(),
    middle: kyBaoCao ? [kyBaoCao] : [],
    right: [named('Đơn vị báo cáo: ', donViBaoCao), named('Đơn vị nhận báo cáo: ', donViNhan)].flat(),
  };
}

function named(name: string, words: string | undefined): string[] {
  if (!words) return [];
  const bare = name.replace(':', '').trimEnd().toLowerCase();
  return [words.toLowerCase().startsWith(bare) ? words : `${name}${words}`];
}
